"""Vectors for words of before: each opens for one reader, and holds only its writer's own."""

from dataclasses import replace
from typing import Any

from pse.circle_earlier import Passage, seal_earlier
from pse.fields import join
from pse.key_record import kr_hash_of
from pse.padding import pad
from pse.pae import h, labelled
from pse.report_line import ReportLine, write_line
from pse.seal import seal
from pse.strict_json import write
from pse.wrapping import wrap

from .case import Cases, answered, refused
from .change import flip
from .circle_scene import people_of
from .reports import CONV, PEOPLE, franked, said
from .scene import HOME, NOON

_SC = {"ctr": 1, "g": 0, "hash": "AAAAAAAAAAA"}
OF = b"a question's id."
PASSAGE = Passage(HOME, CONV, OF, PEOPLE["ada"].account_id, PEOPLE["finn"].account_id)


def cases() -> Cases:
    """All of them."""
    return [*_opened(), *_refused(), *_badly_made()]


def _given(box: bytes, reader: str = "finn") -> dict[str, Any]:
    mine = PEOPLE[reader]
    keys = [{"kr_hash": kr_hash_of(mine.record), "seed": mine.secrets.ek[0]}]
    return {"passage": PASSAGE, "box": box, "keys": keys, "sender": [PEOPLE["ada"].record]}


def _sealed(name: str, lines: list[ReportLine]) -> bytes:
    return seal_earlier(
        PASSAGE,
        lines,
        to=PEOPLE["finn"].record,
        chance=people_of(f"earlier {name}")["ada"].chance,
    )


def _folded(n: int) -> ReportLine:
    card = {"notes": [8], "own": "", "said": "It was his birthday."}
    return franked("ada", n, write({"card": card, "sc": _SC, "t": "circle-line", "ts": NOON}))


def _opened() -> Cases:
    many = [said("ada", n, "w" * 400) for n in range(2, 20)]
    return [
        answered(f"earlier: {name}", "earlier.open", **_given(_sealed(name, lines)))
        for name, lines in (
            ("a line", [said("ada", 4, "It was a long night.")]),
            ("behind a note", [said("ada", 4, "Hello."), _folded(6)]),
            ("many", many),
        )
    ]


def _refused() -> Cases:
    box = _sealed("one", [said("ada", 4, "It was a long night.")])
    given, cem, ben = _given(box), PEOPLE["cem"], PEOPLE["ben"]
    cems = [{"kr_hash": kr_hash_of(cem.record), "seed": cem.secrets.ek[0]}]
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another house", {"passage": replace(PASSAGE, home=b"h" * 16)}),
        ("another circle", {"passage": replace(PASSAGE, conv=b"c" * 16)}),
        ("for another question", {"passage": replace(PASSAGE, of=b"o" * 16)}),
        ("as Ben's", {"passage": replace(PASSAGE, from_id=ben.account_id)}),
        ("to somebody else", {"passage": replace(PASSAGE, to_id=cem.account_id)}),
        ("opened by somebody else", {"keys": cems}),
        ("without a key", {"keys": []}),
        ("by somebody without records", {"sender": []}),
        ("with Ben's records", {"sender": [ben.record]}),
        ("a bit of the wrap", {"box": flip(box, 40)}),
        ("a bit of the lines", {"box": flip(box, 900)}),
        ("a byte short", {"box": box[:-1]}),
        ("nothing", {"box": b""}),
    ]
    return [refused(f"earlier: {name}", "earlier.open", **{**given, **to}) for name, to in bad]


def _badly_made() -> Cases:
    """What an honest room never seals: somebody else's words, changed ones, another talk's."""
    mine, ts = said("ada", 4, "It was a long night."), NOON
    round_ = {"of": "AAECAwQFBgcICQoLDA0ODw", "order": ["A" * 22], "words": ""}
    as_round = write({"card": round_, "sc": _SC, "t": "circle-round", "ts": ts})
    bad: list[tuple[str, list[bytes]]] = [
        ("no line", []),
        ("Cem's words", [write_line(said("cem", 4, "I never said this."))]),
        ("other words", [write_line(mine).replace(b"long night", b"good night")]),
        ("of another talk", [write_line(said("ada", 4, "Hello.", conv=b"another talk 16."))]),
        ("twice the same", [write_line(mine), write_line(mine)]),
        ("turned round", [write_line(said("ada", 6, "Two.")), write_line(mine)]),
        ("a round", [write_line(franked("ada", 4, as_round))]),
        ("half a line", [write_line(mine)[:100]]),
    ]
    broken = join([write_line(mine)])[:-1]
    texts = [(name, join(lines)) for name, lines in bad] + [("one that breaks off", broken)]
    return [
        refused(f"earlier: {name}", "earlier.open", **_given(_by_hand(name, text)))
        for name, text in texts
    ]


def _by_hand(name: str, text: bytes) -> bytes:
    record, chance = PEOPLE["finn"].record, people_of(f"earlier {name}")["ada"].chance
    kr_hash, key = kr_hash_of(record), chance(32)
    fields = (HOME, CONV, OF, PASSAGE.from_id, PASSAGE.to_id, kr_hash)
    context = h("pse1/circle-earlier-context", *fields)
    bound = h("pse1/wrap", "circle-earlier", PASSAGE.to_id, kr_hash, context)
    wrapped = wrap(record.ek, bound + key, chance=chance)
    return wrapped + seal(
        key, labelled("pse1/circle-earlier", *fields), pad(text), chance=chance
    )
