"""A consent: what somebody agrees to before anything of theirs is told (section 17).

It is sealed in a package of `package.py`; nobody but its readers sees a field of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .base64url import from_text, to_text
from .bill import read_bill
from .ids import HASH, ID
from .pae import h, sized
from .refusal import BadConsent, Malformed, Unknown
from .strict_json import Json, fields_of, parse, text_within, write

ORDINARY, LEGAL, NOTES = KINDS = (1, 2, 3)
# To support me, to advise my specialist, other care, papers, a court, else, a payer.
PURPOSES = (1, 2, 3, 4, 5, 6, 7)
FOR_A_COURT = 5
FOR_A_PAYER = 7
BILLING = "billing"
COUNSELLING = "counselling-notes"
WHAT = (
    BILLING,
    "contact",
    COUNSELLING,
    "lines",
    "own-words",
    "plans",
    "substance-use",
    "wellbeing",
)
LAWS = ("gdpr", "hipaa", "none", "part-2", "uk-gdpr")
BASES = ("explicit-consent", "member-of-charity", "part-2-consent")
INSIDE, OUTSIDE, ORGANISATION = TYPES = (1, 2, 3)
NO_HELP, READ_ALOUD, EXPLAINED = HELPS = (0, 1, 2)
PRESSED = 1
LONGEST_DAYS = 366
MOST_LINES = 50
SALT = 16


@dataclass(frozen=True, slots=True)
class To:
    """Who is told: by name, where to find them, and who else reads with them."""

    type: int
    name: str
    where: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class Texts:
    """Exactly what was shown: the whole page, and the three parts that the law asks for."""

    shown: str
    notice: str
    refusal: str
    back: str


@dataclass(frozen=True, slots=True)
class SignsFor:
    """Somebody who signs for the person: who, by what right, and why."""

    name: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything a consent says. Nothing has a default that a law asks for."""

    person: str
    by_id: bytes
    by_name: str
    to: To
    what: tuple[str, ...]
    leaves_out: str
    purpose: int
    purpose_words: str
    from_day: int
    until_day: int
    texts: Texts
    text_ver: int
    lang: str
    reading_help: int
    how: int
    typed_name: str
    day: int
    country: str
    laws: tuple[str, ...]
    basis: str
    salt: bytes
    lines: tuple[tuple[bytes, bytes], ...] = ()
    signs_for: SignsFor | None = None
    witness: str = ""
    supersedes: bytes = b""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as it is told: who wrote it, on what day, in what words. No proof goes with it."""

    msg_id: bytes
    name: str
    day: int
    b: str


@dataclass(frozen=True, slots=True)
class Content:
    """What exactly is told: own words, and lines that were chosen."""

    b: str
    salt: bytes
    lines: tuple[ToldLine, ...] = field(default=())


_TERMS: dict[str, type] = {
    "basis": str,
    "by": dict,
    "country": str,
    "day": int,
    "from": int,
    "help": int,
    "how": int,
    "lang": str,
    "laws": list,
    "leaves_out": str,
    "lines": list,
    "person": str,
    "purpose": int,
    "salt": str,
    "signs_for": dict,
    "supersedes": str,
    "text_ver": int,
    "texts": dict,
    "to": dict,
    "typed": str,
    "until": int,
    "what": list,
    "why": str,
    "witness": str,
}
_TEXTS: dict[str, type] = {"back": str, "notice": str, "refusal": str, "shown": str}
_TO: dict[str, type] = {"name": str, "through": str, "type": int, "where": str}
_FOR: dict[str, type] = {"name": str, "right": str, "why": str}
_CONTENT: dict[str, type] = {"b": str, "lines": list, "salt": str}
_LINE: dict[str, type] = {"b": str, "day": int, "msg_id": str, "name": str}


def kind_of(terms: Terms) -> int:
    """Say which of the three kinds it is; BadConsent for two in one, or for one field missing.

    A consent for a court, one for counselling notes and one for a payer each stand alone.
    """
    is_legal, is_notes = terms.purpose == FOR_A_COURT, COUNSELLING in terms.what
    is_billing = BILLING in terms.what
    if is_billing != (terms.purpose == FOR_A_PAYER) or (is_billing and len(terms.what) > 1):
        raise BadConsent(
            "a consent for a payer is for the line that they see, and nothing else"
        )
    if is_legal and is_notes:
        raise BadConsent("counselling notes for a court need a consent of each kind")
    if is_notes and terms.what != (COUNSELLING,):
        raise BadConsent("a consent for counselling notes is for nothing else")
    return LEGAL if is_legal else NOTES if is_notes else ORDINARY


def check_terms(terms: Terms) -> Terms:
    """Give terms back if nothing is missing in them; BadConsent, Malformed or Unknown else."""
    _check_people(terms)
    _check_listed(terms)
    _check_days(terms)
    for shown in (terms.texts.shown, terms.texts.notice, terms.texts.refusal, terms.texts.back):
        text_within(shown, 8_000, shortest=1)
    sized(terms.salt, SALT, "salt")
    if terms.supersedes and len(terms.supersedes) != HASH:
        raise Malformed("the hash of another consent, or nothing")
    kind_of(terms)
    return terms


def text_hash_of(terms: Terms) -> bytes:
    """The version hash (32 bytes) of exactly what was shown, in its language."""
    texts = terms.texts
    shown = (texts.shown, texts.notice, texts.refusal, texts.back)
    return h("pse1/consent-text", terms.text_ver, terms.lang, *shown)


def purpose_hash_of(terms: Terms) -> bytes:
    """The hash of the purpose, salted so that nobody tries purposes."""
    return h("pse1/consent-purpose", terms.salt, terms.purpose, terms.purpose_words)


def terms_hash_of(raw: bytes) -> bytes:
    """The hash of a consent; its salt is inside, so that nobody tries consents."""
    return h("pse1/consent", raw)


def content_hash_of(raw: bytes) -> bytes:
    """The hash of what is told; its salt is inside."""
    return h("pse1/package-content", raw)


def write_terms(terms: Terms) -> bytes:
    """A consent in its strict JSON, if nothing is missing."""
    check_terms(terms)
    to, texts, signer = terms.to, terms.texts, terms.signs_for
    parts = {"name": to.name, "through": to.through, "type": to.type, "where": to.where}
    stands_in: Json = (
        {}
        if signer is None
        else {"name": signer.name, "right": signer.right, "why": signer.why}
    )
    return write(
        {
            "basis": terms.basis,
            "by": {"id": to_text(terms.by_id), "name": terms.by_name},
            "country": terms.country,
            "day": terms.day,
            "from": terms.from_day,
            "help": terms.reading_help,
            "how": terms.how,
            "lang": terms.lang,
            "laws": list(terms.laws),
            "leaves_out": terms.leaves_out,
            "lines": [{"fc": to_text(fc), "msg_id": to_text(one)} for one, fc in terms.lines],
            "person": terms.person,
            "purpose": terms.purpose,
            "salt": to_text(terms.salt),
            "signs_for": stands_in,
            "supersedes": to_text(terms.supersedes),
            "text_ver": terms.text_ver,
            "texts": {
                "back": texts.back,
                "notice": texts.notice,
                "refusal": texts.refusal,
                "shown": texts.shown,
            },
            "to": parts,
            "typed": terms.typed_name,
            "until": terms.until_day,
            "what": list(terms.what),
            "why": terms.purpose_words,
            "witness": terms.witness,
        }
    )


def read_terms(raw: bytes) -> Terms:
    """A consent out of its strict JSON; refused unless every field is there and holds."""
    found = fields_of(parse(raw), _TERMS)
    by = fields_of(found["by"], {"id": str, "name": str})
    to, texts = fields_of(found["to"], _TO), fields_of(found["texts"], _TEXTS)
    return check_terms(
        Terms(
            person=found["person"],
            by_id=from_text(by["id"], size=ID),
            by_name=by["name"],
            to=To(to["type"], to["name"], to["where"], to["through"]),
            what=tuple(found["what"]),
            leaves_out=found["leaves_out"],
            purpose=found["purpose"],
            purpose_words=found["why"],
            from_day=found["from"],
            until_day=found["until"],
            texts=Texts(texts["shown"], texts["notice"], texts["refusal"], texts["back"]),
            text_ver=found["text_ver"],
            lang=found["lang"],
            reading_help=found["help"],
            how=found["how"],
            typed_name=found["typed"],
            day=found["day"],
            country=found["country"],
            laws=tuple(found["laws"]),
            basis=found["basis"],
            salt=from_text(found["salt"], size=SALT),
            lines=tuple(_pinned(one) for one in found["lines"]),
            signs_for=_signer(found["signs_for"]),
            witness=found["witness"],
            supersedes=from_text(found["supersedes"]),
        )
    )


def write_content(content: Content) -> bytes:
    """What is told, in its strict JSON."""
    lines: list[Json] = [
        {"b": one.b, "day": one.day, "msg_id": to_text(one.msg_id), "name": one.name}
        for one in content.lines
    ]
    return write({"b": content.b, "lines": lines, "salt": to_text(content.salt)})


def read_content(raw: bytes) -> Content:
    """What is told, out of its strict JSON."""
    found = fields_of(parse(raw), _CONTENT)
    lines = [fields_of(one, _LINE) for one in found["lines"]]
    told = tuple(
        ToldLine(
            from_text(one["msg_id"], size=ID),
            text_within(one["name"], 40),
            one["day"],
            one["b"],
        )
        for one in lines
    )
    return Content(found["b"], from_text(found["salt"], size=SALT), told)


def check_content(content: Content, terms: Terms) -> None:
    """Return if exactly what the consent names is told; BadConsent else."""
    if [one.msg_id for one in content.lines] != [msg_id for msg_id, _ in terms.lines]:
        raise BadConsent("other lines than the consent names")
    if bool(content.lines) != ("lines" in terms.what):
        raise BadConsent("lines are told, and the consent does not say so")
    if not content.b and not content.lines:
        raise BadConsent("nothing would be told")
    if BILLING in terms.what:
        read_bill(content.b.encode())


def _check_people(terms: Terms) -> None:
    text_within(terms.person, 80, shortest=1)
    text_within(terms.by_name, 80, shortest=1)
    sized(terms.by_id, ID, "an account id")
    text_within(terms.to.name, 80, shortest=1)
    text_within(terms.to.where, 200, shortest=1)
    longest = 200 if terms.to.type == ORGANISATION else 0
    text_within(terms.to.through, longest, shortest=min(longest, 1))
    text_within(terms.typed_name, 80, shortest=1)
    text_within(terms.witness, 80)
    if terms.signs_for is not None:
        for said in (terms.signs_for.name, terms.signs_for.right, terms.signs_for.why):
            text_within(said, 200, shortest=1)


def _check_listed(terms: Terms) -> None:
    _check_all(terms.what, WHAT)
    _check_all(terms.laws, LAWS)
    text_within(terms.leaves_out, 500, shortest=1)
    text_within(terms.purpose_words, 300, shortest=1)
    text_within(terms.country, 2, shortest=2)
    text_within(terms.lang, 8, shortest=2)
    known = (
        terms.purpose in PURPOSES
        and terms.to.type in TYPES
        and terms.reading_help in HELPS
        and terms.how == PRESSED
        and terms.text_ver >= 1
        and terms.basis in BASES
    )
    if not known or len(terms.lines) > MOST_LINES:
        raise Unknown("something that the page does not name")


def _check_all(found: Sequence[Any], known: Sequence[str]) -> None:
    if not found or any(one not in known for one in found):
        raise Unknown("something that the page does not list, or nothing")
    if list(found) != sorted(set(found)):
        raise Malformed("ascending, and none twice")


def _check_days(terms: Terms) -> None:
    if not terms.day <= terms.from_day <= terms.until_day <= terms.from_day + LONGEST_DAYS:
        raise BadConsent("a consent ends, at most a year after it begins")


def _pinned(value: object) -> tuple[bytes, bytes]:
    found = fields_of(value, {"fc": str, "msg_id": str})
    return from_text(found["msg_id"], size=ID), from_text(found["fc"], size=HASH)


def _signer(value: object) -> SignsFor | None:
    if value == {}:
        return None
    found = fields_of(value, _FOR)
    return SignsFor(found["name"], found["right"], found["why"])
