"""Fourth step: what was learnt becomes the open pack: `4_export.py TRAINED OUT`."""

import sys
from pathlib import Path

from listening_coach.exporting import OPEN, read_trained, write_pack
from listening_coach.training import CHOICE, written_lists

trained, out = map(Path, sys.argv[1:3])
write_pack(out, OPEN, written_lists(), CHOICE, read_trained(trained))
sys.stdout.write(f"the open pack is in {out}\n")
