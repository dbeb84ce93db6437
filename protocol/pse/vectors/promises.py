"""Vectors for the promise and the signatures under it."""

from dataclasses import replace
from typing import Any

from pse.promise import promise_json, sign_agree
from pse.signing import sign

from .case import Cases, answered, refused
from .change import other
from .scene import DAY, HOME, PROMISE, SENTENCES, newcomer

_CATALOGUE = {"two-read": 1, "kept-months": 1, "answers": 0}
_CONV = b"c" * 16


def cases() -> Cases:
    """All of them."""
    return [*_promises(), *_kept(), *_agreements(), *_proven()]


def _promises() -> Cases:
    good = promise_json(SENTENCES)
    plain = [list(sentence) for sentence in SENTENCES]
    bad = [
        ("version 2", {"sentences": [], "version": 2}),
        ("version true", {"sentences": [], "version": True}),
        ("a field too many", {"sentences": [], "version": 1, "language": "en"}),
        ("a number as parameter", {"sentences": [["two-read", [1]]], "version": 1}),
        ("text instead of parameters", {"sentences": [["two-read", "x"]], "version": 1}),
        ("a sentence without parameters", {"sentences": [["two-read"]], "version": 1}),
        ("not an object", [1, []]),
    ]
    unknown = [
        ("a sentence nobody can show", [["new-sentence", []]]),
        ("a parameter too few", [["two-read", []]]),
        ("a parameter too many", [["answers", ["x"]]]),
    ]
    return [
        answered("its bytes", "promise.bytes", sentences=plain),
        answered("its hash", "promise.hash", sentences=plain),
        answered("no sentence", "promise.hash", sentences=[]),
        answered("another order is another promise", "promise.hash", sentences=plain[::-1]),
        answered(
            "id and parameter do not run together",
            "promise.hash",
            sentences=[["two-readH", ["arbour"]]],
        ),
        answered("from JSON", "promise.read", promise=good),
        answered("all known", "promise.known", sentences=plain, catalogue=_CATALOGUE),
        *[refused(name, "promise.read", promise=value) for name, value in bad],
        *[
            refused(name, "promise.known", sentences=rows, catalogue=_CATALOGUE)
            for name, rows in unknown
        ],
    ]


def _kept() -> Cases:
    def promise(*rows: list[Any]) -> list[list[Any]]:
        return [["two-read", ["Harbour"]], *rows, ["answers", []]]

    good = [
        ("12 months", promise(["kept-months", ["12"]])),
        ("one month", promise(["kept-month", []])),
        ("until the owner leaves", promise(["kept-open", []])),
        ("nothing said", promise()),
    ]
    odd = [
        ("said twice", promise(["kept-month", []], ["kept-months", ["24"]])),
        ("said twice alike", promise(["kept-open", []], ["kept-open", []])),
        ("25 months", promise(["kept-months", ["25"]])),
        ("one month as a number", promise(["kept-months", ["1"]])),
        ("no month", promise(["kept-months", ["0"]])),
        ("a zero in front", promise(["kept-months", ["012"]])),
        ("a fraction", promise(["kept-months", ["1.5"]])),
        ("no number", promise(["kept-months", ["many"]])),
        ("a parameter too many", promise(["kept-open", ["24"]])),
        ("another word", promise(["kept-always", []])),
    ]
    return [
        *[answered(f"kept: {name}", "promise.kept", sentences=rows) for name, rows in good],
        *[refused(f"kept: {name}", "promise.kept", sentences=rows) for name, rows in odd],
    ]


def _agreements() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    terms: dict[str, Any] = {"home": HOME, "conv": _CONV, "promise": PROMISE}
    signed = sign_agree(ada.ik_seed, account_id=ada.account_id, role=1, day=DAY, **terms)
    given = {**terms, "agreement": signed, "record": ada.record}
    forged = replace(signed, sig=sign(ben.ik_seed, b"anything"))
    bad: list[tuple[str, dict[str, Any]]] = [
        *[(f"another {name}", {name: other(value)}) for name, value in terms.items()],
        ("another role", {"agreement": replace(signed, role=2)}),
        ("another day", {"agreement": replace(signed, day=DAY + 1)}),
        ("another account", {"agreement": replace(signed, account_id=ben.account_id)}),
        ("somebody else's keys", {"record": ben.record}),
        ("another signature", {"agreement": forged}),
    ]
    who = {"account_id": ada.account_id, "role": 1, "day": DAY}
    return [
        answered("what is signed", "agree.bytes", **terms, **who),
        answered("it holds", "agree.verify", **given),
        *[refused(name, "agree.verify", **{**given, **change}) for name, change in bad],
    ]


def _proven() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    terms: dict[str, Any] = {"home": HOME, "conv": _CONV, "promise": PROMISE}
    hers = sign_agree(ada.ik_seed, account_id=ada.account_id, role=1, day=DAY, **terms)
    later = sign_agree(ada.ik_seed, account_id=ada.account_id, role=1, day=DAY + 9, **terms)
    his = sign_agree(ben.ik_seed, account_id=ben.account_id, role=2, day=DAY + 1, **terms)
    staff = sign_agree(ben.ik_seed, account_id=ben.account_id, role=4, day=DAY, **terms)
    given: dict[str, Any] = {
        "home": HOME,
        "conv": _CONV,
        "sentences": [list(sentence) for sentence in SENTENCES],
        "people": [list(ada.records), list(ben.records)],
    }
    bad: list[tuple[str, dict[str, Any]]] = [
        ("a day changed", {"agreements": [hers, replace(his, day=DAY)]}),
        ("signed as a coordinator", {"agreements": [hers, staff]}),
        ("hers under his name", {"agreements": [replace(hers, account_id=ben.account_id)]}),
        ("for another conversation", {"agreements": [hers, his], "conv": other(_CONV)}),
        ("in another home", {"agreements": [hers], "home": other(HOME)}),
        ("under other sentences", {"agreements": [hers], "sentences": [["answers", []]]}),
    ]
    good = [("by both", [hers, his]), ("twice", [hers, his, later]), ("by one", [his])]
    return [
        *[answered(f"proven {n}", "promise.prove", agreements=a, **given) for n, a in good],
        *[refused(n, "promise.prove", **{**given, **change}) for n, change in bad],
    ]
