"""After the second step: an encoder is learnt: `2b_deepen.py EXAMPLES TRAINED WEIGHTS [PART]`.

WEIGHTS is a folder with MiniLM's `model.safetensors` and `vocab.txt`. What is there already in
TRAINED/deep is not made again; PART makes one part alone (`start`, `fold0`, `all` ...).
"""

import sys
from pathlib import Path

from listening_coach.deep_labels import labels_of_both, second_tier
from listening_coach.deep_plan import OPEN_PLAN
from listening_coach.deep_training import Deepening
from listening_coach.exporting import (
    read_trained,
    write_said,
    write_second,
    write_sure,
)
from listening_coach.gathering import read_examples
from listening_coach.training import CHOICE, WHOLE_HEADS, Table, own_lists

file, folder, weights = map(Path, sys.argv[1:4])
examples = list(read_examples(file))
deepening = Deepening(examples, weights, folder / "deep", OPEN_PLAN)
for part in sys.argv[4:] or OPEN_PLAN.parts:
    deepening.make(part)
    sys.stdout.write(f"{part} is there\n")
if len(sys.argv) == 4:
    table = Table(examples, own_lists(), CHOICE)
    both = labels_of_both(table, read_trained(folder).unseen, deepening.unseen(), CHOICE)
    second = second_tier(
        deepening.params(), deepening.shape, deepening.lines, WHOLE_HEADS, both
    )
    write_second(folder, second)
    write_said(folder / "said_deep.json", both.told)
    write_sure(folder / "sure_deep.npz", both.sure)
    sys.stdout.write(f"the second tier is in {folder}\n")
