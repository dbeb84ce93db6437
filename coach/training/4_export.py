"""Fourth step: what was learnt becomes the open pack: `4_export.py TRAINED OUT`."""

import sys
from pathlib import Path

from listening_coach.exporting import OPEN, read_second, read_trained, write_pack
from listening_coach.training import CHOICE, written_lists

trained, out = map(Path, sys.argv[1:3])
learnt = read_trained(trained)
write_pack(out, OPEN, written_lists(), CHOICE, learnt, read_second(trained))
sys.stdout.write(f"the open pack is in {out}\n")
