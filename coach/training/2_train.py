"""Second step: heads are learnt from the examples: `2_train.py EXAMPLES OUT`."""

import sys
from pathlib import Path

from listening_coach.exporting import write_trained
from listening_coach.gathering import read_examples
from listening_coach.training import CHOICE, own_lists, train

examples, out = map(Path, sys.argv[1:3])
trained = train(list(read_examples(examples)), own_lists(), CHOICE)
write_trained(out, trained)
sys.stdout.write(f"{len(trained.heads)} heads learnt, in {out}\n")
