"""Vectors for state: index, parts, roll-back and the merge of two devices."""

from dataclasses import replace
from typing import Any

from pse.merkle import LogAt
from pse.notes import Notes, PersonNote, notes_json
from pse.remembered import BundlePin, Mark, Pin, marks_json, trust_json
from pse.state import Saved, State, saved_of, seal_state

from .case import Case, Cases, answered, refused
from .change import flip
from .scene import newcomer

_NOTHING = Notes("", {}, {})


def cases() -> Cases:
    """All of them."""
    return [*_opened(), *_newest(), *_marks(), *_trust(), *_logs(), *_notes()]


def _next_state() -> State:
    ada = newcomer("ada").person
    values = {**ada.values, 4: notes_json(replace(_NOTHING, name="A."))}
    return seal_state(
        ada.root_key,
        values,
        account_id=ada.account_id,
        g=0,
        before=ada.state,
        chance=lambda size: b"\x07" * size,
    )


def _opened() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    state, later = ada.state, _next_state()
    given: dict[str, Any] = {"root_key": ada.root_key, "account_id": ada.account_id}
    parts = state.parts
    bad: list[tuple[str, State, dict[str, Any]]] = [
        ("another counter", replace(state, ctr=2), {}),
        ("another previous index", replace(state, prev=flip(state.prev, 0)), {}),
        ("another generation", replace(state, g=1), {}),
        ("another account", state, {"account_id": ben.account_id}),
        ("another root key", state, {"root_key": ben.root_key}),
        ("a part missing", replace(state, parts=parts[:3]), {}),
        ("a part twice", replace(state, parts=(*parts[:3], parts[2])), {}),
        ("parts in another order", replace(state, parts=parts[::-1]), {}),
        ("an older part", replace(later, parts=(*later.parts[:3], parts[3])), {}),
        ("a newer part", replace(state, parts=(*parts[:3], later.parts[3])), {}),
        ("another edition of a part", replace(state, parts=_renumbered(state)), {}),
        ("two parts' boxes exchanged", replace(state, parts=_exchanged(state)), {}),
        ("the bundle as index", replace(state, box=ada.bundle.box), {}),
    ]
    return [
        answered("the first state", "state.open", state=state, **given),
        answered("the next one", "state.open", state=later, **given),
        answered("hash of the index", "state.hash", box=state.box),
        answered("hash of a part", "state.part_hash", box=parts[0].box),
        answered("what messages carry", "state.sc", state=later),
        *[refused(name, "state.open", state=s, **{**given, **c}) for name, s, c in bad],
    ]


def _renumbered(state: State) -> tuple[Any, ...]:
    first, *rest = state.parts
    return (replace(first, ver=2), *rest)


def _exchanged(state: State) -> tuple[Any, ...]:
    one, two, *rest = state.parts
    return (replace(one, box=two.box), replace(two, box=one.box), *rest)


def _newest() -> Cases:
    state = _next_state()
    here = saved_of(state)
    before = saved_of(newcomer("ada").person.state)
    return [
        answered("own messages knew this one", "state.newest", state=state, own=[before, here]),
        answered("no own message", "state.newest", state=state, own=[]),
        refused("a newer one", "state.newest", state=state, own=[replace(here, ctr=3)]),
        refused("a newer generation", "state.newest", state=state, own=[Saved(1, 1, bytes(8))]),
        refused("another of this counter", "state.newest", state=state, own=[_fork(here)]),
    ]


def _fork(saved: Saved) -> Saved:
    return replace(saved, hash=flip(saved.hash, 0))


def _marks() -> Cases:
    near = Mark(b"c" * 16, (2, 1), b"e" * 32, 0, b"h" * 32, 5)
    far = Mark(b"c" * 16, (3, 3), b"f" * 32, 1, b"i" * 32, 9)
    else_where = Mark(b"d" * 16, (1, 0), b"e" * 32, 0, b"h" * 32, 2)

    def merged(name: str, here: list[Mark], there: list[Mark], on_chain: bool = True) -> Case:
        write = answered if on_chain else refused
        return write(
            name,
            "marks.merge",
            here=marks_json(here),
            there=marks_json(there),
            on_chain=on_chain,
        )

    nothing = {"there": {"convs": []}, "on_chain": True}
    return [
        merged("the farther one", [near], [far]),
        merged("the farther one, other way round", [far], [near]),
        merged("the same", [near], [near]),
        merged("of each conversation", [near], [else_where]),
        merged("a fork", [near], [far], on_chain=False),
        refused("not ascending", "marks.merge", here=_upside_down(), **nothing),
        refused("counts that are no numbers", "marks.merge", here=_counted(["1"]), **nothing),
        refused("a field too many", "marks.merge", here={"convs": [], "more": 1}, **nothing),
    ]


def _counted(counts: list[Any]) -> dict[str, Any]:
    zeros = "A" * 43
    row = {"counts": counts, "eh": zeros, "epoch": 0, "h": zeros, "n": 1}
    return {"convs": [{**row, "conv": "A" * 22}]}


def _upside_down() -> dict[str, Any]:
    row = {"counts": [1, 0], "eh": "", "epoch": 0, "h": "", "n": 1}
    zeros = "A" * 43
    filled = {**row, "eh": zeros, "h": zeros}
    return {"convs": [{**filled, "conv": "A" * 21 + "Q"}, {**filled, "conv": "A" * 22}]}


def _trust() -> Cases:
    here = newcomer("ada").person.trust
    one, two = Pin(b"a" * 16, 0, b"k" * 32, 1, 7), Pin(b"a" * 16, 1, b"l" * 32, 0, 3)
    more = Pin(b"b" * 16, 0, b"m" * 32, 2, 1)
    there = replace(here, bundle=BundlePin(b"n" * 32, 2), people=(two, more))
    mine = replace(here, people=(one,))

    def pair(name: str, other: Any) -> dict[str, Any]:
        return {"name": name, "here": trust_json(mine), "there": trust_json(other)}

    bad = [
        ("another roster", replace(there, roster=b"r" * 32)),
        ("another home", replace(there, home=bytes(16))),
        ("another log", replace(there, log=b"l" * 32)),
    ]
    good = pair("the newest of each", there)
    odd = [
        ("people not ascending", {"people": good["there"]["people"][::-1]}),
        ("a person twice", {"people": good["there"]["people"][:1] * 2}),
        ("slots not ascending", {"slots": good["there"]["slots"][::-1]}),
        ("a slot twice", {"slots": good["there"]["slots"][:1] * 2}),
        ("a field too many", {"more": 1}),
    ]
    return [
        answered(op="trust.merge", **good),
        *[
            refused(name, "trust.merge", here=good["here"], there={**good["there"], **change})
            for name, change in odd
        ],
        *[refused(op="trust.merge", **pair(name, other)) for name, other in bad],
    ]


def _logs() -> Cases:
    """What two devices read of the key log: both read all of it, so only one can be larger."""
    here = newcomer("ada").person.trust
    five, six = LogAt(b"5" * 32, 5), LogAt(b"6" * 32, 6)

    def merged(name: str, mine: LogAt | None, other: LogAt | None) -> dict[str, Any]:
        pair = [trust_json(replace(here, log_at=at)) for at in (mine, other)]
        return {"name": name, "here": pair[0], "there": pair[1]}

    odd = {**merged("", five, five)["here"], "log_at": {"root": "", "size": 5}}
    return [
        answered(op="trust.merge", **merged("nothing read here", None, five)),
        answered(op="trust.merge", **merged("nothing read there", five, None)),
        answered(op="trust.merge", **merged("the same read", five, five)),
        answered(op="trust.merge", begins=True, **merged("more read there", five, six)),
        answered(op="trust.merge", begins=True, **merged("more read here", six, five)),
        refused(op="trust.merge", **merged("two stories", five, six)),
        refused(
            op="trust.merge",
            begins=True,
            **merged("two of one size", five, replace(six, size=5)),
        ),
        refused("a short root", "trust.merge", here=odd, there=odd),
    ]


def _notes() -> Cases:
    one, two, three = (letter * 16 for letter in (b"a", b"b", b"c"))
    sam = PersonNote("Sam from the library", "Asked about Tuesday.")
    saved = Notes("River", {one: "old", two: "gone soon"}, {one: sam}, 1_000, "Recipes")
    here = Notes("River", {one: "new"}, {one: sam, two: PersonNote("B", "")}, 3_000, "Recipes")
    there = Notes("Otter", {one: "theirs", two: "gone soon"}, {}, 2_000, "Weather")
    told = replace(
        saved, people={one: replace(sam, said="River"), two: PersonNote("", "", "Otter")}
    )
    titled = replace(saved, title="Plants", people={one: PersonNote("Sam", "")})
    full = {**saved.people, three: PersonNote("n" * 40, "\U0001f33f" * 4_000)}
    known: Any = notes_json(saved)

    def merged(name: str, ours: Notes, theirs: Notes) -> Case:
        given = {"saved": known, "here": notes_json(ours), "there": notes_json(theirs)}
        return answered(name, "notes.merge", **given)

    odd = [
        ("a name that is too long", notes_json(_noted(PersonNote("n" * 41, "")))),
        ("a hello's name that is too long", notes_json(_noted(PersonNote("", "", "n" * 41)))),
        (
            "a hello's name that is none",
            {**known, "people": [{**known["people"][0], "said": ""}]},
        ),
        ("a note that is too long", notes_json(_noted(PersonNote("", "n" * 4_001)))),
        ("a title that is too long", {**known, "title": "t" * 61}),
        ("a moment that is no number", {**known, "opened": "1000"}),
        ("a fifth visit", {**known, "visits": 5}),
        ("a coach that is off and written down", {**known, "listening": 0}),
        ("a coach that is more than on", {**known, "listening": 2}),
        ("a reminder that is off and written down", {**known, "hints": 0}),
        ("a reminder that is more than on", {**known, "hints": 2}),
        ("a field too many", {**known, "more": 1}),
        ("a field too few", {name: known[name] for name in ("drafts", "name")}),
        ("rows not ascending", {**known, "drafts": known["drafts"][::-1]}),
        ("a person twice", {**known, "people": known["people"] * 2}),
        ("a person without a note", {**known, "people": [{"conv": "A" * 22, "name": ""}]}),
    ]
    return [
        merged("what was changed here wins", here, there),
        merged("nothing changed here", saved, there),
        merged("nothing changed there", here, saved),
        merged("a title and a name changed here", titled, there),
        merged("what two hellos asked to be called", told, there),
        merged(
            "a visit more on either side", replace(saved, visits=2), replace(saved, visits=4)
        ),
        merged("the coach switched on here", replace(saved, listening=True), there),
        merged("the coach switched on there", here, replace(saved, listening=True)),
        merged("the reminder switched on here", replace(saved, hints=True), there),
        merged("the reminder switched on there", here, replace(saved, hints=True)),
        merged("the longest there may be", replace(saved, people=full, title="t" * 60), saved),
        *[
            refused(f"notes: {name}", "notes.merge", saved=known, here=known, there=there)
            for name, there in odd
        ],
    ]


def _noted(person: PersonNote) -> Notes:
    return replace(_NOTHING, people={b"a" * 16: person})
