"""What state remembers, and how two devices put their memories together (section 4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from .base64url import from_text, to_text
from .checked import Checked, InviteRow, merge_checked, merge_invites
from .ids import HASH, ID
from .merkle import LogAt
from .refusal import BadRecord, RolledBack
from .strict_json import Json, fields_of
from .wall import WallAt

_Item = TypeVar("_Item")
_NUMBERS = (
    *("epoch", "n", "gen", "profile", "serial", "ver", "type", "day", "size"),
    *("ends", "how", "side"),
)
_TEXTS = ("name",)
_LISTS = ("counts",)
_IDS = ("conv", "account_id", "slot_id", "home", "inv", "key", "who")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far one conversation was read and checked.

    `counts` are the newest sseq up to n of each member of the epoch's header, in its order.
    """

    conv: bytes
    counts: tuple[int, ...]
    eh: bytes
    epoch: int
    h: bytes
    n: int


@dataclass(frozen=True, slots=True)
class Pin:
    """The newest keys, profile and endorsement met of one person."""

    account_id: bytes
    gen: int
    kr: bytes
    profile: int
    serial: int


@dataclass(frozen=True, slots=True)
class BundlePin:
    """The newest edition of one's own bundle."""

    hash: bytes
    ver: int


@dataclass(frozen=True, slots=True)
class SlotPin:
    """One of one's own ways in: what its owner calls it, and since which day (0: not told)."""

    hash: bytes
    slot_id: bytes
    type: int
    day: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Trust:
    """Part 2: whom and what this person has come to rely on."""

    bundle: BundlePin
    home: bytes
    log: bytes
    roster: bytes
    slots: tuple[SlotPin, ...]
    people: tuple[Pin, ...] = field(default=())
    log_at: LogAt | None = None
    invites: tuple[InviteRow, ...] = ()
    checked: tuple[Checked, ...] = ()
    wall: WallAt | None = None


def marks_json(marks: Sequence[Mark]) -> Json:
    """Part 1 as JSON values, ascending by conversation."""
    return {"convs": [_row(mark) for mark in sorted(marks, key=lambda mark: mark.conv)]}


def read_marks(value: object) -> list[Mark]:
    """Part 1 from JSON values; Refused for anything else."""
    marks = [_read(Mark, row) for row in fields_of(value, {"convs": list})["convs"]]
    _check_ascending([mark.conv for mark in marks])
    return marks


def trust_json(trust: Trust) -> Json:
    """Part 2 as JSON values: people ascending by id, slots by slot id."""
    log_at = {} if trust.log_at is None else {"log_at": _row(trust.log_at)}
    return {
        "bundle": _row(trust.bundle),
        "home": to_text(trust.home),
        "log": to_text(trust.log),
        "people": [_row(pin) for pin in sorted(trust.people, key=lambda pin: pin.account_id)],
        "roster": to_text(trust.roster),
        "slots": [_row(slot) for slot in sorted(trust.slots, key=lambda slot: slot.slot_id)],
        **log_at,
        **({} if trust.wall is None else {"wall": _row(trust.wall)}),
        **_some("invites", sorted(trust.invites, key=lambda row: row.inv)),
        **_some("checked", sorted(trust.checked, key=lambda row: row.account_id)),
    }


def read_trust(value: object) -> Trust:
    """Part 2 from JSON values; Refused for anything else."""
    kinds = {"bundle": dict, "home": str, "log": str, "people": list, "roster": str}
    for name, kind in {"log_at": dict, "invites": list, "checked": list, "wall": dict}.items():
        if isinstance(value, dict) and name in value:
            kinds[name] = kind
    fields = fields_of(value, {**kinds, "slots": list})
    log_at = _read(LogAt, fields["log_at"]) if "log_at" in fields else None
    wall = _read(WallAt, fields["wall"]) if "wall" in fields else None
    people = tuple(_read(Pin, row) for row in fields["people"])
    slots = tuple(_read(SlotPin, row) for row in fields["slots"])
    _check_ascending([pin.account_id for pin in people])
    _check_ascending([slot.slot_id for slot in slots])
    invites, checked = _read_met(fields)
    return Trust(
        _read(BundlePin, fields["bundle"]),
        from_text(fields["home"], size=ID),
        from_text(fields["log"], size=HASH),
        from_text(fields["roster"], size=HASH),
        slots,
        people,
        log_at,
        invites,
        checked,
        wall,
    )


def merge_marks(
    here: Sequence[Mark], there: Sequence[Mark], *, is_on_chain: Callable[[Mark, Mark], bool]
) -> list[Mark]:
    """The farther mark of each conversation, if the nearer one lies on its chain.

    `is_on_chain(nearer, farther)` has read the entries between; RolledBack where it says no:
    two devices were told two stories.
    """
    merged = {mark.conv: mark for mark in here}
    for mark in there:
        other = merged.get(mark.conv, mark)
        nearer, farther = sorted((other, mark), key=lambda one: one.n)
        if nearer != farther and not is_on_chain(nearer, farther):
            raise RolledBack("two devices saw two different conversations")
        merged[mark.conv] = farther
    return sorted(merged.values(), key=lambda mark: mark.conv)


def merge_trust(
    here: Trust,
    there: Trust,
    *,
    begins: Callable[[LogAt, LogAt], bool] | None = None,
    is_on_wall: Callable[[WallAt, WallAt], bool] | None = None,
) -> Trust:
    """The newest of each item; RolledBack if home, roster or log differ.

    `begins(smaller, larger)` has read the key log: whether the one begins the other.
    """
    if (here.home, here.roster, here.log) != (there.home, there.roster, there.log):
        raise RolledBack("two devices trust two different programmes")
    bundle = max(here.bundle, there.bundle, key=lambda pin: pin.ver)
    newer = here if here.bundle.ver >= there.bundle.ver else there
    pins = {pin.account_id: pin for pin in here.people}
    for pin in there.people:
        pins[pin.account_id] = _newest(pins.get(pin.account_id, pin), pin)
    log_at = _farther(here.log_at, there.log_at, begins)
    return replace(
        newer,
        bundle=bundle,
        people=tuple(pins.values()),
        log_at=log_at,
        invites=merge_invites(here.invites, there.invites),
        checked=merge_checked(here.checked, there.checked),
        wall=_higher(here.wall, there.wall, is_on_wall),
    )


def _read_met(fields: dict[str, Any]) -> tuple[tuple[InviteRow, ...], tuple[Checked, ...]]:
    """Both are left out where there is none."""
    invites = tuple(_read(InviteRow, row) for row in fields.get("invites", ()))
    checked = tuple(_read(Checked, row) for row in fields.get("checked", ()))
    if [] in (fields.get("invites"), fields.get("checked")):
        raise BadRecord("an empty list is left out")
    _check_ascending([row.inv for row in invites])
    _check_ascending([row.account_id for row in checked])
    return invites, checked


def _some(name: str, rows: Sequence[Any]) -> dict[str, Any]:
    return {name: [_row(row) for row in rows]} if rows else {}


def _farther(
    here: LogAt | None, there: LogAt | None, begins: Callable[[LogAt, LogAt], bool] | None
) -> LogAt | None:
    if here is None or there is None or here == there:
        return here or there
    smaller, larger = sorted((here, there), key=lambda one: one.size)
    is_fork = smaller.size == larger.size
    if is_fork or begins is None or not begins(smaller, larger):
        raise RolledBack("two devices saw two different key logs")
    return larger


def _higher(
    here: WallAt | None, there: WallAt | None, is_on: Callable[[WallAt, WallAt], bool] | None
) -> WallAt | None:
    if here is None or there is None or here == there:
        return here or there
    lower, higher = sorted((here, there), key=lambda one: one.n)
    if lower.n == higher.n or is_on is None or not is_on(lower, higher):
        raise RolledBack("two devices saw two different walls")
    return higher


def _newest(one: Pin, other: Pin) -> Pin:
    keys = max(one, other, key=lambda pin: pin.gen)
    return Pin(
        one.account_id,
        keys.gen,
        keys.kr,
        max(one.profile, other.profile),
        max(one.serial, other.serial),
    )


def _row(item: Any) -> dict[str, Any]:
    given = {name: getattr(item, name) for name in type(item).__dataclass_fields__}
    return {name: _json_value(value) for name, value in given.items()}


def _json_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return to_text(value) if type(value) is bytes else value


def _read(made: Callable[..., _Item], row: object) -> _Item:
    names = getattr(made, "__dataclass_fields__")  # noqa: B009
    fields = fields_of(row, {name: _kind_of(name) for name in names})
    return made(**{name: _read_value(name, value) for name, value in fields.items()})


def _kind_of(name: str) -> type:
    if name in _LISTS:
        return list
    return int if name in _NUMBERS else str


def _read_value(name: str, value: Any) -> Any:
    if name in _LISTS:
        if any(type(count) is not int for count in value):
            raise BadRecord("counts are integers")
        return tuple(value)
    if name in _NUMBERS or name in _TEXTS:
        return value
    return from_text(value, size=ID if name in _IDS else HASH)


def _check_ascending(ids: list[bytes]) -> None:
    if ids != sorted(set(ids)):
        raise BadRecord("ids ascend, none twice")
