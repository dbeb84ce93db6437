"""Writes the card of a research pack: what it learnt from, and how right it is on a fold.

The pack is judged on the fold that was left out, beside the commonest answer and beside plain
words on the same rows. Where no fold was left out, the card says that nobody knows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from listening_coach.baseline import answered
from listening_coach.judging import FILES, TASKS, Seen, judge, rows_of
from listening_coach.measures import figures
from listening_coach.pack import Pack, open_pack

CARD = "card.md"
ASKED = {
    "epitome_ER": "three levels of warmth", "epitome_IP": "three levels of understanding",
    "epitome_EX": "three levels of exploring",
    "annomi_main": "question, reflection, input or other",
    "question_exists": "is a question there", "open_closed": "open or closed",
    "reflection_exists": "is a reflection there", "mi_groups": "ten groups",
    "advice_unasked": "advice that nobody asked for",
}  # fmt: skip
# Macro-F1 of others on other rows: where one stands, not who wins (coach/packs/open/card.md).
OTHERS = {
    "epitome_ER": "RoBERTa .769", "epitome_IP": "RoBERTa .626", "epitome_EX": "RoBERTa .726",
    "annomi_main": "BERT .72, M3TCM .83, humans .796", "question_exists": "humans .934",
    "open_closed": "humans .735", "reflection_exists": "humans .830",
    "mi_groups": "RoBERTa .676",
}  # fmt: skip
# Terms as they were found beside each table.
TERMS = {
    "epitome.csv": "EPITOME, Reddit part: its model for research that is not commercial; "
    "nothing is said of the table",
    "annomi.csv": "AnnoMI: no licence is stated",
    "mi_gold.csv": "MI gold: CC BY-NC-SA 3.0",
}
_HEAD = (
    "| what is asked | rows (groups) | commonest answer | plain words, same rows "
    "| others, other rows | **this pack** (95 of 100 draws of groups) | calibration error "
    "(by chance, seldom over) | right on the surest 70% | never found |"
)


def write_card(
    folder: Path, tables: Path, without: str | None, *, has_own: bool, has_encoder: bool
) -> None:
    """Judge the pack in a folder, and put its card beside it."""
    pack = open_pack(folder)
    lines = [*_told(pack, tables, without, has_own, has_encoder), "", "## How right it is"]
    if without is None:
        lines.append(
            "Nobody knows: no fold was left out. Train it again with `--without-fold 0` to see "
            "what the same way of learning reaches on rows that it has not seen."
        )
    else:
        lines += [
            f"On fold {without}, which it did not learn from. Macro-F1; a range is what 95 of "
            "100 draws of whole groups give. A gain inside a range is none.",
            "",
            *_table(pack, tables, without),
        ]
    lines += ["", "## What it is not for", *_limits()]
    (folder / CARD).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _told(
    pack: Pack, tables: Path, without: str | None, has_own: bool, has_encoder: bool
) -> Iterator[str]:
    row = pack.row
    tiers = "linear heads and an encoder" if has_encoder else "linear heads alone"
    yield f"# Pack \u201c{row['name']}\u201d of the listening coach, version {row['version']}"
    yield f"- **What it is.** {tiers.capitalize()}; English only ({row['language']})."
    yield f"- **Licence.** {row['licence'].capitalize()}."
    yield (
        "- **Learnt from** (a tenth of the groups is kept back to settle answers on"
        f"{f', fold {without} to judge it' if without is not None else ''}):"
    )
    for file in dict.fromkeys(FILES.values()):
        task = next(task for task, one in FILES.items() if one == file)
        groups = [one["group"] for one in rows_of(tables / file, TASKS[task])]
        yield f"    - {len(groups):,} rows in {len(set(groups)):,} groups. {TERMS[file]}."
    if has_own:
        yield "    - The project's own corpus, CC BY 4.0."
    if has_encoder:
        yield "    - The encoder began as MiniLM (Apache-2.0)."


def _table(pack: Pack, tables: Path, fold: str) -> Iterator[str]:
    yield _HEAD
    yield "|---" * 9 + "|"
    seen: Seen = {}
    for task, asked in ASKED.items():
        file = tables / FILES[task]
        found = judge(pack, file, task, fold, seen)
        words = figures(list(answered(tables, task, fold)))
        usual, most = found["calibration_error_by_chance"]
        precise = found.get("recall_at_precision_80")
        cells = [
            asked,
            f"{found['n']:,} ({found['groups']:,})",
            f"{found['majority']['macro_f1']:.3f}",
            _scored(words),
            OTHERS.get(task, "-"),
            f"**{found['macro_f1']:.3f}** {_range(found)}"
            + (f"; finds {precise:.2f} at precision .8" if precise is not None else ""),
            f"{found['calibration_error']:.3f} ({usual:.3f}, {most:.3f})",
            f"{found['abstention']['accuracy_of_surest_70']:.3f}",
            _never(found["f1"]),
        ]
        yield f"| {' | '.join(cells)} |"


def _limits() -> Sequence[str]:
    return [
        "- **It judges nobody.** It reads one reply of a supporter; the client is context.",
        "- Simple or complex reflections, talk of change, confronting and asking permission "
        "are not shown: those who code agree too little, or rows are too few.",
        "- Its tables are forum posts and transcribed demonstrations, not talks in a "
        "programme: expect more mistakes there. What it answers leans on how common each "
        "answer is in them.",
        "- It stays with whoever may use the tables, and is not put into a room.",
    ]


def _scored(found: Mapping[str, Any]) -> str:
    return f"{found['macro_f1']:.3f} {_range(found)}"


def _range(found: Mapping[str, Any]) -> str:
    low, high = found["macro_f1_range"]
    return f"({low:.3f} to {high:.3f})"


def _never(scores: Mapping[str, float]) -> str:
    names: Iterable[str] = (name for name, much in scores.items() if much == 0)
    return ", ".join(names) or "-"
