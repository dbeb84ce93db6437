"""First step: our own corpus becomes examples, one a line: `1_gather.py CORPUS OUT`."""

import sys
from pathlib import Path

from listening_coach.gathering import everyday, own, write_examples

corpus, out = map(Path, sys.argv[1:3])
count = write_examples(out, [*own(corpus / "pairs"), *everyday(corpus / "everyday.txt")])
sys.stdout.write(f"{count} replies gathered in {out}\n")
