"""Vectors for consents, what is told with them, and telling without (section 17)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pse.chance import repeatable_chance
from pse.consent import (
    Content,
    SignsFor,
    Terms,
    Texts,
    To,
    ToldLine,
    write_content,
    write_terms,
)
from pse.key_record import KeyRecord
from pse.package import (
    CONSENT,
    DISCLOSER,
    NO_DOOR,
    RECIPIENT,
    SUBJECT,
    TOLD,
    Package,
    Reader,
    Sealed,
    door_of,
    open_key,
    package_bytes,
    package_hash_of,
    read_link,
    seal_package,
)
from pse.signing import sign

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, HOME, newcomer

ID, CONV = b"a told thing, 1.", b"c" * 16
LINE = (b"m" * 16, b"f" * 32)


def cases() -> Cases:
    """All of them."""
    return [*_terms(), *_packages(), *_opened(), *_links()]


def terms(**change: Any) -> Terms:
    """Ada's consent that Finn, here as a supervisor, is told one line."""
    given: dict[str, Any] = {
        "person": "Ada",
        "by_id": newcomer("ben").person.account_id,
        "by_name": "Ben",
        "to": To(1, "Finn", "Riverside Peers"),
        "what": ("lines", "own-words"),
        "leaves_out": "My family.",
        "purpose": 2,
        "purpose_words": "So that Ben can ask for advice.",
        "from_day": DAY,
        "until_day": DAY + 14,
        "texts": Texts(
            "Ben may tell Finn.",
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
            "Nothing happens if you say no.",
            "One press on this page.",
        ),
        "text_ver": 1,
        "lang": "en",
        "reading_help": 0,
        "how": 1,
        "typed_name": "Ada",
        "day": DAY,
        "country": "US",
        "laws": ("hipaa", "part-2"),
        "basis": "part-2-consent",
        "salt": b"s" * 16,
        "lines": (LINE,),
    }
    return Terms(**{**given, **change})


def outside(**change: Any) -> Terms:
    """The same for a doctor outside, who gets a link."""
    return terms(**{"to": To(2, "Dr. Okoro", "12 Hill Street"), **change})


CONTENT = Content(
    "I sleep badly, and would like advice.",
    b"t" * 16,
    (ToldLine(LINE[0], "Ada", DAY - 1, "Nights are long."),),
)


@cache
def sealed(*, goes_out: bool = False) -> Sealed:
    """What Ada signed: for Finn, or for the doctor."""
    people = [(SUBJECT, "ada"), (DISCLOSER, "ben")]
    records = {part: record_of(who) for part, who in people}
    if not goes_out:
        records[RECIPIENT] = record_of("finn")
    return seal_package(
        newcomer("ada").person.ik_seed,
        home=HOME,
        id=ID,
        conv=CONV,
        terms=outside() if goes_out else terms(),
        content=CONTENT,
        records=records,
        chance=repeatable_chance("packages"),
    )


def signed(**change: Any) -> Package:
    """The header for Finn, changed before Ada signs it."""
    draft = replace(sealed().package, **change)
    return replace(draft, sig=sign(newcomer("ada").person.ik_seed, package_bytes(HOME, draft)))


def record_of(who: str) -> KeyRecord:
    return newcomer(who).person.record


def _spoiled() -> Iterator[tuple[str, Terms]]:
    good = terms()
    for name in ("person", "by_name", "leaves_out", "purpose_words", "typed_name", "country"):
        yield f"without {name}", terms(**{name: ""})
    for name in ("shown", "notice", "refusal", "back"):
        yield f"without the text {name}", replace(good, texts=replace(good.texts, **{name: ""}))
    yield "to nobody", replace(good, to=To(1, "", "here"))
    yield "to nowhere", replace(good, to=To(1, "Finn", ""))
    yield "to an organisation without people", replace(good, to=To(3, "Clinic", "Hill"))
    yield "to a person, through others", replace(good, to=To(1, "Finn", "here", "all"))
    yield "of nothing", replace(good, what=())
    yield "of something unlisted", replace(good, what=("everything",))
    yield "not ascending", replace(good, what=("own-words", "lines"))
    yield "for no purpose", replace(good, purpose=0)
    yield "under no law", replace(good, laws=())
    yield "on no basis", replace(good, basis="")
    yield "without an end", replace(good, until_day=DAY + 400)
    yield "over before it begins", replace(good, until_day=DAY - 1)
    yield "given in no known way", replace(good, how=0)
    yield "signed for by nobody", replace(good, signs_for=SignsFor("Zoe", "", "ill"))
    yield "notes and more", replace(good, what=("counselling-notes", "own-words"))
    yield "a payer's line and more", replace(good, what=("billing", "own-words"), purpose=7)
    yield "a payer's line for a court", replace(good, what=("billing",), purpose=5)
    yield "for a payer, of something else", replace(good, purpose=7)
    yield "notes for a court", replace(good, what=("counselling-notes",), purpose=5)


def _terms() -> Cases:
    given = [
        ("all of it", terms()),
        ("for a court", terms(purpose=5)),
        ("counselling notes", terms(what=("counselling-notes",), lines=())),
        ("for a payer", terms(what=("billing",), purpose=7, lines=())),
        ("somebody signs for her", terms(signs_for=SignsFor("Zoe", "guardian", "age"))),
        ("a clinic", terms(to=To(3, "Clinic", "Hill Street", "Its two doctors"))),
        ("in place of another", terms(supersedes=b"o" * 32, witness="Zoe")),
    ]
    raw = write_terms(terms())
    return [
        *[answered(name, "consent.write", terms=one) for name, one in given],
        *[answered(f"{name}, read", "consent.read", raw=write_terms(t)) for name, t in given],
        *[refused(name, "consent.write", terms=one) for name, one in _spoiled()],
        refused("a field too many", "consent.read", raw=raw[:-1] + b',"z":1}'),
        refused("a field too few", "consent.read", raw=raw.replace(b',"witness":""', b"")),
        answered("its text's hash", "consent.text", terms=terms()),
        answered("its purpose's hash", "consent.purpose", terms=terms()),
        answered("what is told", "content.write", content=CONTENT),
        answered("what is told, read", "content.read", raw=write_content(CONTENT)),
        answered("it fits", "content.check", content=CONTENT, terms=terms()),
        refused(
            "a line too few", "content.check", content=replace(CONTENT, lines=()), terms=terms()
        ),
        refused(
            "lines not named",
            "content.check",
            content=CONTENT,
            terms=terms(lines=(), what=("own-words",)),
        ),
        refused(
            "nothing",
            "content.check",
            content=Content("", b"t" * 16),
            terms=terms(lines=(), what=("own-words",)),
        ),
    ]


def _packages() -> Cases:
    good, ada = sealed().package, record_of("ada")
    given: dict[str, Any] = {"home": HOME, "client": ada}
    subject = Reader(ada.account_id, b"k" * 32, SUBJECT)
    others = tuple(one for one in good.readers if one.part != SUBJECT)
    moved = tuple(sorted((subject, *others), key=lambda one: one.account_id))
    bad = [
        *[
            (f"another {name}", replace(good, **{name: other(getattr(good, name))}))
            for name in (
                "id",
                "conv",
                "door",
                "purpose_hash",
                "terms_hash",
                "content_hash",
                "sig",
                "day",
                "from_day",
                "until_day",
                "kind",
            )
        ],
        ("with Ada's other keys, signed", signed(readers=moved)),
        ("readers turned round, signed", signed(readers=good.readers[::-1])),
        ("nobody is told, signed", signed(readers=good.readers[:2])),
        ("a door and a reader, signed", signed(door=b"d" * 32)),
        ("the second without a first, signed", signed(n=2)),
        ("the first after another, signed", signed(prev=b"p" * 32)),
        ("counted from zero, signed", signed(n=0)),
        ("of two years, signed", signed(until_day=DAY + 700)),
        ("of no kind, signed", signed(kind=4)),
    ]
    second = signed(n=2, prev=_hash(good))
    third = signed(n=3, prev=_hash(second))
    return [
        answered("its bytes", "package.bytes", home=HOME, package=good),
        answered("its hash", "package.hash", home=HOME, package=good),
        answered("Ada's", "package.verify", package=good, **given),
        answered(
            "for the doctor",
            "package.verify",
            package=sealed(goes_out=True).package,
            **given,
        ),
        *[refused(name, "package.verify", package=one, **given) for name, one in bad],
        refused("as Ben's", "package.verify", package=good, home=HOME, client=record_of("ben")),
        refused("of another house", "package.verify", package=good, home=b"h" * 16, client=ada),
        answered("a list", "package.follows", home=HOME, packages=[good, second, third]),
        refused("one is missing", "package.follows", home=HOME, packages=[good, third]),
        refused("the first is missing", "package.follows", home=HOME, packages=[second]),
    ]


def _hash(package: Package) -> bytes:
    return package_hash_of(HOME, package)


def _opened() -> Cases:
    here = sealed()
    rows: list[tuple[str, int]] = [
        (w, b) for w in ("ada", "ben", "finn") for b in (TOLD, CONSENT)
    ]

    def asked(who: str, box: int, **change: Any) -> dict[str, Any]:
        person = newcomer(who).person
        given = {
            "package": here.package,
            "box": box,
            "wrap": here.wraps[person.account_id, box],
            "home": HOME,
            "record": person.record,
            "ek_seed": person.secrets.ek[0],
        }
        return {**given, **change}

    finn = newcomer("finn").person
    keys = {box: _key(box, here) for box in (TOLD, CONSENT)}
    given: dict[str, Any] = {"package": here.package, "home": HOME}
    told = {**given, "told": here.told, "key": keys[TOLD], "terms": terms()}
    consent = {**given, "consent": here.consent, "key": keys[CONSENT]}
    to_other = signed(terms_hash=b"x" * 32)
    return [
        *[
            answered(f"{who} opens box {box}", "package.key", **asked(who, box))
            for who, box in rows
        ],
        refused(
            "the other box's wrap",
            "package.key",
            **asked("finn", TOLD, wrap=here.wraps[finn.account_id, CONSENT]),
        ),
        refused(
            "Ben's wrap",
            "package.key",
            **asked("finn", TOLD, wrap=here.wraps[newcomer("ben").person.account_id, TOLD]),
        ),
        refused(
            "another package",
            "package.key",
            **asked("finn", TOLD, package=signed(id=b"b" * 16)),
        ),
        refused("other keys", "package.key", **asked("finn", TOLD, ek_seed=b"e" * 32)),
        refused(
            "one bit of a wrap",
            "package.key",
            **asked("finn", TOLD, wrap=flip(here.wraps[finn.account_id, TOLD], 50)),
        ),
        answered("the consent", "package.consent", **consent),
        refused("under the other key", "package.consent", **{**consent, "key": keys[TOLD]}),
        refused(
            "one bit of the box",
            "package.consent",
            **{**consent, "consent": flip(here.consent, 99)},
        ),
        refused(
            "what is told as a consent", "package.consent", **{**consent, "consent": here.told}
        ),
        refused("another header", "package.consent", **{**consent, "package": to_other}),
        answered("what is told, opened", "package.told", **told),
        refused("told, under the other key", "package.told", **{**told, "key": keys[CONSENT]}),
        refused("told, one bit", "package.told", **{**told, "told": flip(here.told, 99)}),
        refused(
            "told, another header", "package.told", **{**told, "package": signed(id=b"b" * 16)}
        ),
        refused(
            "told, with fewer lines consented to",
            "package.told",
            **{**told, "terms": terms(lines=(), what=("own-words",))},
        ),
    ]


def _key(box: int, here: Sealed) -> bytes:
    finn = newcomer("finn").person
    return open_key(
        here.package,
        box,
        here.wraps[finn.account_id, box],
        home=HOME,
        record=finn.record,
        ek_seed=finn.secrets.ek[0],
    )


def _links() -> Cases:
    here = sealed(goes_out=True)
    id, secret, _ = read_link(here.link)
    given: dict[str, Any] = {
        "package": here.package,
        "link": here.link,
        "link_box": here.link_box,
        "home": HOME,
    }
    door: dict[str, Any] = {"package": here.package, "shown": door_of(secret, id)}
    return [
        answered("the doctor opens it", "package.link", **given),
        *[
            refused(
                f"bit {at} of the link",
                "package.link",
                **{**given, "link": flip(here.link, at)},
            )
            for at in (0, 5, 30, 60)
        ],
        refused("a short link", "package.link", **{**given, "link": here.link[:-1]}),
        refused(
            "one bit of its box",
            "package.link",
            **{**given, "link_box": flip(here.link_box, 80)},
        ),
        refused(
            "another header",
            "package.link",
            **{**given, "package": replace(here.package, until_day=DAY + 99)},
        ),
        answered("what opens the door", "package.door", secret=secret, id=id),
        answered("it opens", "package.knock", **door),
        answered(
            "another does not", "package.knock", **{**door, "shown": flip(door["shown"], 3)}
        ),
        answered("no door", "package.knock", package=sealed().package, shown=NO_DOOR),
    ]
