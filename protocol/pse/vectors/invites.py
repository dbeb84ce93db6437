"""Vectors for invites: what the link holds, who it is from, and what is handed in for it."""

from dataclasses import replace
from typing import Any

from pse.base64url import from_text, to_text
from pse.checked import NOBODY, Checked, InviteRow
from pse.ids import conv_id_of
from pse.invite import Invite, Newcomer, house_of, who_of, write_invite
from pse.key_record import kr_hash_of
from pse.remembered import trust_json
from pse.safety import safety_of, safety_picture
from pse.signing import verify_key_of

from .case import Cases, answered, refused
from .change import flip, other
from .scene import DAY, HOME, LOG_SEED, ROSTER_SEED, newcomer

ROSTER, LOG = verify_key_of(ROSTER_SEED), verify_key_of(LOG_SEED)


def cases() -> Cases:
    """All of them."""
    return [*_known(), *_written(), *_bound(), *_kept(), *_safety(), *_pictures()]


def invite(**change: Any) -> Invite:
    """Ben's invite, with some fields changed."""
    made = Invite(
        how=1,
        inv=b"invite of Ben's.",
        key=bytes(range(16)),
        who=who_of(HOME, newcomer("ben").person.record),
        house=house_of(HOME, roster=ROSTER, log=LOG),
    )
    return replace(made, **change)


def came(who: str) -> Newcomer:
    """Somebody who asks with it."""
    person = newcomer(who).person
    kr_hash = kr_hash_of(person.record)
    conv = conv_id_of(1, person.account_id, kr_hash, b"a conversation's")
    return Newcomer(person.account_id, kr_hash, conv)


def _known() -> Cases:
    ben, ada = ([newcomer(who).person.record] for who in ("ben", "ada"))
    here: dict[str, Any] = {"home": HOME, "roster": ROSTER, "log": LOG}
    return [
        answered("Ben", "invite.who", home=HOME, records=ben),
        answered("Ada", "invite.who", home=HOME, records=ada),
        answered("Ben in another house", "invite.who", home=other(HOME), records=ben),
        answered("this house", "invite.house", **here),
        *[
            answered(f"another {n}", "invite.house", **{**here, n: other(here[n])})
            for n in here
        ],
        refused("no home", "invite.who", home=b"", records=ben),
        refused("nobody's keys", "invite.who", home=HOME, records=[]),
        refused("a short roster key", "invite.house", **{**here, "roster": ROSTER[:31]}),
    ]


def _written() -> Cases:
    made = invite()
    text = write_invite(made)
    given: dict[str, Any] = {"text": text, "house": made.house, "who": made.who}
    person = write_invite(invite(how=2))
    return [
        answered("by link", "invite.write", **vars_of(made)),
        answered("in person", "invite.write", **vars_of(invite(how=2))),
        answered("read again", "invite.read", text=text),
        answered("read again, in person", "invite.read", text=person),
        answered("of this house and of Ben", "invite.check", **given),
        refused("of another house", "invite.check", **{**given, "house": other(made.house)}),
        refused("of somebody else", "invite.check", **{**given, "who": other(made.who)}),
        refused("a third way", "invite.write", **vars_of(invite(how=3))),
        refused("no way", "invite.write", **vars_of(invite(how=0))),
        refused("a short id", "invite.write", **vars_of(invite(inv=b"short"))),
        refused("nothing", "invite.read", text=""),
        refused("a letter short", "invite.read", text=text[:-1]),
        refused("a letter too many", "invite.read", text=f"{text}A"),
        refused("another spelling", "invite.read", text=f"{text[:-1]}{_neighbour(text[-1])}"),
        refused("a third way, read", "invite.read", text=f"Aw{text[2:]}"),
        refused("padded", "invite.read", text=f"{text}="),
    ]


def vars_of(made: Invite) -> dict[str, Any]:
    """Its fields by name."""
    return {name: getattr(made, name) for name in ("how", "inv", "key", "who", "house")}


def _neighbour(letter: str) -> str:
    """The same bytes with unused bits that are not zero."""
    return chr(ord(letter) + 1)


def _bound() -> Cases:
    made, ada = invite(), came("ada")
    good: dict[str, Any] = {"invite": made, "newcomer": ada, "home": HOME}
    changes: list[tuple[str, dict[str, Any]]] = [
        ("in person", {"invite": invite(how=2)}),
        ("another key", {"invite": invite(key=bytes(16))}),
        ("another invite", {"invite": invite(inv=bytes(16))}),
        ("another specialist", {"invite": invite(who=bytes(16))}),
        ("Finn", {"newcomer": came("finn")}),
        ("other keys of Ada's", {"newcomer": replace(ada, kr_hash=bytes(32))}),
        ("another conversation", {"newcomer": replace(ada, conv=bytes(16))}),
        ("another house", {"home": other(HOME)}),
    ]
    return [
        answered("Ada asks", "invite.bind", **good),
        answered("Ben says yes", "invite.yes", **good),
        *[answered(name, "invite.bind", **{**good, **change}) for name, change in changes],
        refused("a short key", "invite.bind", **{**good, "invite": invite(key=b"short")}),
        refused("no id", "invite.yes", **{**good, "invite": invite(inv=b"")}),
    ]


def _kept() -> Cases:
    """What two devices of Ben's know of his invites, and of whom he checked."""
    here = newcomer("ben").person.trust
    ada, finn = newcomer("ada").person, newcomer("finn").person
    unused = InviteRow(DAY + 7, 1, b"a" * 16, b"k" * 16, 1, NOBODY)
    by_ada, by_finn = (replace(unused, who=one.account_id) for one in (ada, finn))
    more = InviteRow(DAY + 8, 2, b"b" * 16, b"l" * 16, 1, NOBODY)
    known = Checked(ada.account_id, DAY, 1, kr_hash_of(ada.record), bytes(32))
    later = replace(known, day=DAY + 1, how=2)
    finns = replace(known, account_id=finn.account_id)
    base = {"here": trust_json(replace(here, invites=(unused,), checked=(known,)))}

    def merged(name: str, *, is_refused: bool = False, **mine: Any) -> Any:
        there = trust_json(replace(here, **mine))
        write = refused if is_refused else answered
        return write(name, "trust.merge", **base, there=there)

    odd = trust_json(replace(here, invites=(unused, more)))
    odd_rows = odd["invites"]  # type: ignore[index,call-overload]
    return [
        merged("used on the other device", invites=(by_ada,), checked=(known,)),
        merged("nothing there", invites=(), checked=()),
        merged("more there", invites=(unused, more), checked=(finns,)),
        merged("checked again there", invites=(unused,), checked=(later,)),
        answered(
            "used by two",
            "trust.merge",
            here=trust_json(replace(here, invites=(by_ada,))),
            there=trust_json(replace(here, invites=(by_finn,))),
        ),
        merged("another secret", is_refused=True, invites=(replace(unused, key=b"z" * 16),)),
        merged("another end", is_refused=True, invites=(replace(unused, ends=DAY),)),
        *[
            refused(name, "trust.merge", **base, there={**_plain(odd), "invites": rows})
            for name, rows in (
                ("invites not ascending", odd_rows[::-1]),
                ("an invite twice", odd_rows[:1] * 2),
                ("no invite, said", []),
                ("a field too few", [{"inv": "A" * 22}]),
            )
        ],
    ]


def _safety() -> Cases:
    ben, ada = (newcomer(who).person for who in ("ben", "ada"))
    given: dict[str, Any] = {"account_id": ben.account_id, "ik": ben.record.ik}
    return [
        answered("Ben's six words", "words.safety", **given),
        answered("Ada's", "words.safety", account_id=ada.account_id, ik=ada.record.ik),
        answered("of another key", "words.safety", **{**given, "ik": ada.record.ik}),
        answered("of another id", "words.safety", **{**given, "account_id": ada.account_id}),
        refused("a short key", "words.safety", **{**given, "ik": ben.record.ik[:31]}),
        refused("no id", "words.safety", **{**given, "account_id": b""}),
    ]


def _pictures() -> Cases:
    ben, ada = (newcomer(who).person for who in ("ben", "ada"))
    bens, adas = (safety_of(one.account_id, one.record.ik) for one in (ben, ada))
    theirs = safety_picture(shows=bens, scans=adas)
    mine = safety_picture(shows=adas, scans=bens)

    def seen(name: str, text: str) -> dict[str, Any]:
        return answered(name, "safety.seen", text=text, theirs=theirs, mine=mine)

    return [
        answered("Ben", "safety.of", account_id=ben.account_id, ik=ben.record.ik),
        refused("a short key", "safety.of", account_id=ben.account_id, ik=ben.record.ik[:31]),
        answered("Ben shows, Ada scans", "safety.picture", shows=bens, scans=adas),
        answered("Ada shows, Ben scans", "safety.picture", shows=adas, scans=bens),
        refused("of nobody", "safety.picture", shows=bens, scans=b""),
        seen("Ben's picture", theirs),
        seen("her own picture", mine),
        seen("Ben's, for somebody else", safety_picture(shows=bens, scans=bens)),
        seen("one byte is another", to_text(flip(from_text(theirs), 9))),
        seen("a later version", to_text(b"\x02" + from_text(theirs)[1:])),
        seen("shorter", theirs[:-4]),
        seen("longer", theirs + "AAAA"),
        seen("with padding", theirs[:-1] + "="),
        seen("a space after it", theirs + " "),
        seen("an address", "https://alongside.example.org/"),
        seen("nothing", ""),
    ]


def _plain(value: Any) -> dict[str, Any]:
    return dict(value)
