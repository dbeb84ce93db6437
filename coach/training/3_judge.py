"""Third step: every task with every table of a folder: `3_judge.py PACK TABLES OUT.json`.

With `first` behind it, the first tier is judged alone.
"""

import json
import sys
from pathlib import Path

from listening_coach.judging import FILES, Sight, judge
from listening_coach.pack import open_pack

pack, tables, out = map(Path, sys.argv[1:4])
opened = open_pack(pack, first_alone=sys.argv[4:] == ["first"])
seen = dict[tuple[str, str], Sight]()
found = [judge(opened, tables / file, task, None, seen) for task, file in FILES.items()]
out.write_text(json.dumps(found, indent="\t") + "\n", encoding="utf-8")
for row in found:
    sys.stdout.write(f"{row['task']:18} n {row['n']:5} macro-F1 {row['macro_f1']:.3f}\n")
