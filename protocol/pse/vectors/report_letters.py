"""Vectors for letters about a report or a measure: each opens for its readers alone."""

from dataclasses import replace
from typing import Any

from pse.base64url import to_text
from pse.key_record import kr_hash_of
from pse.padding import pad
from pse.pae import h, labelled
from pse.report import Officer
from pse.report_letter import (
    ADDED,
    ANSWER,
    APPEAL,
    DECISION,
    MEASURE,
    NOTE,
    OWN,
    REFLECTION,
    SECOND,
    Envelope,
    Letter,
    Measured,
    Reflected,
    Said,
    letter_context,
    seal_letter,
)
from pse.seal import seal
from pse.signing import sign
from pse.strict_json import write
from pse.wrapping import wrap

from .case import Cases, answered, refused
from .change import flip
from .circle_scene import people_of
from .scene import DAY, HOME

REPORT, ID = b"a report's name.", b"a letter's name."
PEOPLE = people_of("letters")
WORDS = "We spoke with him."


def cases() -> Cases:
    """All of them."""
    answer = _letter("cem", ANSWER, "ada", "cem", "lea")
    envelope, wrapped = answer.envelope, answer.wraps[PEOPLE["ada"].account_id]
    bad: list[tuple[str, dict[str, Any]]] = [
        ("of another report", {"envelope": replace(envelope, report=b"another report's")}),
        ("under another id", {"envelope": replace(envelope, id=b"another letter's")}),
        ("of another sort", {"envelope": replace(envelope, sort=NOTE)}),
        ("of a sort nobody named", {"envelope": replace(envelope, sort=10)}),
        ("of another house", {"envelope": replace(envelope, home=b"h" * 16)}),
        ("with a reader fewer", {"envelope": replace(envelope, readers=envelope.readers[:2])}),
        (
            "with readers turned",
            {"envelope": replace(envelope, readers=envelope.readers[::-1])},
        ),
        ("without who wrote it", {"envelope": _without(envelope, "cem")}),
        ("for nobody", {"envelope": replace(envelope, readers=())}),
        ("from another", {"envelope": replace(envelope, from_id=PEOPLE["lea"].account_id)}),
        ("checked with another's key", {"sender": PEOPLE["lea"].record}),
        ("changed on its way", {"box": flip(answer.box, 90)}),
        ("with another's wrap", {"wrap": answer.wraps[PEOPLE["lea"].account_id]}),
        ("with a changed wrap", {"wrap": flip(wrapped, 60)}),
        ("with no wrap", {"wrap": b""}),
    ]
    given = _given("ada", answer)
    own = _letter("ada", OWN, "ada")
    made: list[tuple[str, bytes]] = [
        ("no words", _body(b="")),
        ("too many words", _body(b="x" * 4_001)),
        ("another type", _body(t="concern-report")),
        ("a field more", _body(more=1)),
        ("no JSON", b"We spoke with him."),
    ]
    return [
        answered("letter: an answer", "report.letter", **given),
        answered(
            "letter: an answer, at an officer's", "report.letter", **_given("lea", answer)
        ),
        answered(
            "letter: more words",
            "report.letter",
            **_given("lea", _letter("ada", ADDED, "ada", "cem", "lea")),
        ),
        answered(
            "letter: a note among officers",
            "report.letter",
            **_given("lea", _letter("cem", NOTE, "cem", "lea")),
        ),
        answered("letter: one's own words", "report.letter", **_given("ada", own)),
        *[refused(f"letter: {name}", "report.letter", **given | more) for name, more in bad],
        *[
            refused(f"letter: {name}", "report.letter", **_given("ada", _by_hand(name, body)))
            for name, body in made
        ],
        refused("letter: to a stranger", "report.letter", **_given("finn", answer)),
        *_of_measures(),
        *_of_reflections(),
    ]


def _of_measures() -> Cases:
    """Cem sets it for Ben; Lea is the second, and hears the appeal."""
    ben = PEOPLE["ben"].account_id
    rule = "No money, no loans and no paid work between us."
    pause = Measured(ben, 4, 14, rule)
    sent: list[tuple[str, tuple[str, int, tuple[str, ...]], Measured]] = [
        ("a measure", ("cem", MEASURE, ("ben", "cem", "lea")), pause),
        ("without an end", ("cem", MEASURE, ("ben", "cem", "lea")), Measured(ben, 5, 0, rule)),
        ("a second who agrees", ("lea", SECOND, ("ben", "cem", "lea")), Measured(ben, 1)),
        ("a second who does not", ("lea", SECOND, ("cem", "lea")), Measured(ben, 2)),
        ("an appeal", ("ben", APPEAL, ("ben", "lea")), Measured(ben, 0)),
        ("made shorter", ("lea", DECISION, ("ben", "cem", "lea")), Measured(ben, 2, 7)),
        ("lifted", ("lea", DECISION, ("ben", "cem", "lea")), Measured(ben, 3)),
    ]
    letters = {
        name: _letter(who, sort, *readers, said=measured)
        for name, (who, sort, readers), measured in sent
    }
    set_by_cem = letters["a measure"]
    given = _given("ben", set_by_cem)
    envelope = set_by_cem.envelope
    said = {"days": 14, "does": 4, "on": to_text(ben), "rule": rule}
    bad: list[tuple[str, int, bytes]] = [
        ("for the one who sets it", MEASURE, _measured(said, on=_text_of("cem"))),
        ("for somebody who does not read it", MEASURE, _measured(said, on=_text_of("finn"))),
        ("for nobody", MEASURE, _measured(said, on="")),
        ("of a kind nobody named", MEASURE, _measured(said, does=6)),
        ("of no kind", MEASURE, _measured(said, does=0)),
        ("for longer than any", MEASURE, _measured(said, days=91)),
        ("with a rule too long", MEASURE, _measured(said, rule="x" * 401)),
        ("as an answer", ANSWER, _measured(said)),
        ("without what it does", MEASURE, _body()),
        ("with a rule named twice", DECISION, _measured(said, does=1, days=0)),
        ("an appeal by somebody else", APPEAL, _measured(said, does=0, days=0, rule="")),
    ]
    return [
        *[
            answered(
                f"measure: {name}",
                "report.letter",
                **_given("ben" if "ben" in readers else "cem", letters[name]),
            )
            for name, (_, _, readers), _ in sent
        ],
        refused("measure: to a stranger", "report.letter", **_given("finn", set_by_cem)),
        refused(
            "measure: as another sort",
            "report.letter",
            **given | {"envelope": replace(envelope, sort=DECISION)},
        ),
        refused(
            "measure: of another measure",
            "report.letter",
            **given | {"envelope": replace(envelope, report=b"another measure.")},
        ),
        *[
            refused(
                f"measure: {name}",
                "report.letter",
                **_given("ben", _by_hand(name, body, sort=sort, to="ben")),
            )
            for name, sort, body in bad
        ],
    ]


def _of_reflections() -> Cases:
    """Ben and Cem, who supports him, think together; nobody else reads."""
    both = Reflected((1, 4, 12), 45)
    letters = {
        "about three values": _letter("ben", REFLECTION, "ben", "cem", said=both),
        "in words alone": _letter("cem", REFLECTION, "ben", "cem", said=Reflected(())),
        "without words": _letter("ben", REFLECTION, "ben", "cem", said=Reflected((7,)), b=""),
    }
    given = _given("cem", letters["about three values"])
    said = {"minutes": 45, "t": "reflection-letter", "topics": [1, 4, 12]}
    bad: list[tuple[str, int, bytes]] = [
        ("about nothing", REFLECTION, _body(**said | {"topics": []}, b="")),
        ("about a value nobody named", REFLECTION, _body(**said | {"topics": [13]})),
        ("about value nought", REFLECTION, _body(**said | {"topics": [0, 1]})),
        ("about one value twice", REFLECTION, _body(**said | {"topics": [4, 4]})),
        ("with values turned", REFLECTION, _body(**said | {"topics": [4, 1]})),
        ("about a word", REFLECTION, _body(**said | {"topics": ["1"]})),
        ("longer than a day's work", REFLECTION, _body(**said | {"minutes": 481})),
        ("of a concern", REFLECTION, _body()),
        ("as a concern's answer", ANSWER, _body(**said)),
        ("with a name of a client", REFLECTION, _body(**said, on=_text_of("ada"))),
    ]
    three = replace(given["envelope"], readers=_envelope("ben", NOTE, _THREE).readers)
    return [
        *[
            answered(f"reflection: {name}", "report.letter", **_given("cem", letter))
            for name, letter in letters.items()
        ],
        refused(
            "reflection: to a stranger",
            "report.letter",
            **_given("finn", letters["about three values"]),
        ),
        refused(
            "reflection: with a third reader", "report.letter", **given | {"envelope": three}
        ),
        *[
            refused(
                f"reflection: {name}",
                "report.letter",
                **_given("ben", _by_hand(f"reflection {name}", body, sort=sort, to="ben")),
            )
            for name, sort, body in bad
        ],
    ]


_THREE = ("ben", "cem", "lea")


def _measured(said: dict[str, Any], **change: Any) -> bytes:
    return write({"b": WORDS, "day": DAY, "t": "measure-letter", **said, **change})


def _text_of(who: str) -> str:
    return to_text(PEOPLE[who].account_id)


def _envelope(who: str, sort: int, readers: tuple[str, ...]) -> Envelope:
    named = sorted((PEOPLE[one].record for one in readers), key=lambda one: one.account_id)
    officers = tuple(Officer(one.account_id, kr_hash_of(one)) for one in named)
    return Envelope(HOME, REPORT, ID, sort, PEOPLE[who].account_id, officers)


def _without(envelope: Envelope, who: str) -> Envelope:
    kept = [one for one in envelope.readers if one.account_id != PEOPLE[who].account_id]
    return replace(envelope, readers=tuple(kept))


def _letter(who: str, sort: int, *readers: str, said: Said = None, b: str = WORDS) -> Letter:
    does = f" {said.does}" if isinstance(said, Measured) else ""
    writer = people_of(f"letter {who} {sort}{does}")[who]
    records = sorted((PEOPLE[one].record for one in readers), key=lambda one: one.account_id)
    return seal_letter(
        _envelope(who, sort, readers),
        b,
        day=DAY,
        ik_seed=PEOPLE[who].ik_seed,
        readers=records,
        said=said,
        chance=writer.chance,
    )


def _body(**change: Any) -> bytes:
    return write({"b": WORDS, "day": DAY, "t": "concern-letter", **change})


def _by_hand(name: str, body: bytes, *, sort: int = ANSWER, to: str = "ada") -> Letter:
    """An officer's letter that their room would not have written."""
    writer = people_of(f"letter by hand {name}")["cem"]
    envelope = _envelope("cem", sort, (to, "cem"))
    of, key = letter_context(envelope), writer.chance(32)
    sig = sign(PEOPLE["cem"].ik_seed, labelled("pse1/report-letter-sig", of, body))
    box = seal(
        key, labelled("pse1/report-letter-box", of), pad(sig + body), chance=writer.chance
    )
    reader = PEOPLE[to].record
    bound = h("pse1/wrap", "report-letter", reader.account_id, kr_hash_of(reader), of)
    return Letter(
        envelope, box, {reader.account_id: wrap(reader.ek, bound + key, chance=writer.chance)}
    )


def _given(reader: str, letter: Letter) -> dict[str, Any]:
    mine = PEOPLE[reader]
    sender = next(
        one.record for one in PEOPLE.values() if one.account_id == letter.envelope.from_id
    )
    return {
        "envelope": letter.envelope,
        "box": letter.box,
        "wrap": letter.wraps.get(mine.account_id, b""),
        "me": mine.account_id,
        "keys": [{"kr_hash": kr_hash_of(mine.record), "seed": mine.secrets.ek[0]}],
        "sender": sender,
    }
