"""Somebody with all their keys opened, and what they sign and save for themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from . import as_json
from .base64url import to_text
from .bundle import Bundle, Secrets
from .chance import Chance
from .endorsement import SPECIALIST, Endorsement, sign_endorsement
from .headers import Reader
from .key_record import KeyRecord, kr_hash_of, lock_of
from .merkle import LogAt
from .notes import Notes, notes_json, read_notes
from .profile import Profile, sign_profile
from .remembered import (
    BundlePin,
    Mark,
    Pin,
    SlotPin,
    Trust,
    marks_json,
    read_marks,
    read_trust,
    trust_json,
)
from .state import MARKS, NOTES, TRUST, Saved, State, saved_of, seal_state
from .strict_json import Json, write


@dataclass
class Person:
    """One account with all its keys opened; `chance` is where its randomness comes from."""

    home: bytes
    username: str
    g: int
    root_key: bytes
    secrets: Secrets
    records: tuple[KeyRecord, ...]
    bundle: Bundle
    state: State
    values: dict[int, Json]
    chance: Chance

    @property
    def account_id(self) -> bytes:
        """This account's id."""
        return self.record.account_id

    @property
    def record(self) -> KeyRecord:
        """The newest key record."""
        return self.records[-1]

    @property
    def ik_seed(self) -> bytes:
        """The seed that signs."""
        return self.secrets.ik

    @property
    def saved(self) -> Saved:
        """What the next message carries as `sc`."""
        return saved_of(self.state)

    @property
    def trust(self) -> Trust:
        """Part 2 of state."""
        return read_trust(self.values[TRUST])

    @property
    def marks(self) -> list[Mark]:
        """Part 1 of state."""
        return read_marks(self.values[MARKS])

    @property
    def notes(self) -> Notes:
        """Part 4 of state."""
        return read_notes(self.values[NOTES])

    def reader(self) -> Reader:
        """Who reads, for `Headers`."""
        ek = self.secrets.ek
        held = [record for record in self.records if record.gen in ek]
        seeds = {kr_hash_of(record): ek[record.gen] for record in held}
        return Reader(self.account_id, seeds)

    def remember(
        self,
        *,
        marks: Sequence[Mark] = (),
        people: Sequence[Pin] = (),
        slots: Sequence[SlotPin] | None = None,
        bundle: BundlePin | None = None,
        log_at: LogAt | None = None,
        **words: Any,
    ) -> dict[str, Any]:
        """Seal the next state with what is new; give back what `PUT /api/state` takes.

        `words` are fields of `Notes`: drafts, people, name, opened, title.
        """
        values = dict(self.values)
        far = {mark.conv: mark for mark in (*self.marks, *marks)}
        values[MARKS] = marks_json(list(far.values()))
        pins = {pin.account_id: pin for pin in (*self.trust.people, *people)}
        kept = self.trust.slots if slots is None else tuple(slots)
        known = replace(self.trust, people=tuple(pins.values()), slots=kept)
        known = replace(known, bundle=bundle or known.bundle, log_at=log_at or known.log_at)
        values[TRUST] = trust_json(known)
        values[NOTES] = notes_json(replace(self.notes, **words))
        before = self.state
        self.state = seal_state(
            self.root_key,
            values,
            account_id=self.account_id,
            g=self.g,
            before=before,
            chance=self.chance,
        )
        self.values = values
        return as_json.state_json(self.state, changed_since=before)

    def endorsed(
        self,
        roster_seed: bytes,
        *,
        display_name: str,
        from_day: int,
        days: int = 90,
        serial: int,
    ) -> Endorsement:
        """Have the programme stand behind this person as a specialist."""
        draft = Endorsement(
            self.account_id,
            kr_hash_of(lock_of(self.records)),
            SPECIALIST,
            display_name,
            from_day,
            from_day + days,
            serial,
        )
        return sign_endorsement(roster_seed, self.home, draft)

    def profiled(self, fields: Mapping[str, Any], *, ver: int, day: int) -> Profile:
        """Sign a profile."""
        draft = Profile(ver, day, write(dict(fields)))
        return sign_profile(self.ik_seed, self.account_id, draft)

    def endorsement_request(self, display_name: str) -> dict[str, Any]:
        """The file a programme's roster keeper is asked to endorse.

        A lock that is not the first goes with all records before it.
        """
        begun = lock_of(self.records)
        before = [as_json.key_record_json(record) for record in self.records[: begun.gen]]
        return {
            "kind": "alongside-endorsement-request",
            "version": 1,
            "home": to_text(self.home),
            "role": SPECIALIST,
            "display_name": display_name,
            "key_record": as_json.key_record_json(begun),
            **({"before": before} if before else {}),
        }
