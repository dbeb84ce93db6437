"""First step: our own corpus becomes examples, one a line: `1_gather.py CORPUS OUT [WITHOUT]`.

WITHOUT names files of `pairs` to leave out (`'long-*'` for version 4 of the open pack).
"""

import sys
from pathlib import Path

from listening_coach.gathering import everyday, own, write_examples

corpus, out = map(Path, sys.argv[1:3])
pairs = own(corpus / "pairs", without="".join(sys.argv[3:4]))
count = write_examples(out, [*pairs, *everyday(corpus / "everyday.txt")])
sys.stdout.write(f"{count} replies gathered in {out}\n")
