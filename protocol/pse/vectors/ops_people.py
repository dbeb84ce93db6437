"""Ops over bundles, state, key records, endorsements, profiles and promises."""

from collections.abc import Mapping
from typing import Any

from pse import (
    bundle,
    endorsement,
    ids,
    key_record,
    notes,
    profile,
    promise,
    promise_change,
    proven,
    remembered,
    renewal,
    state,
)
from pse.strict_json import Json

In = Mapping[str, Any]


def _open_bundle(given: In) -> dict[str, Any]:
    home, account_id = given["home"], given["account_id"]
    sealed = bundle.Bundle(**given["bundle"])
    secrets = bundle.open_bundle(given["root_key"], sealed, home=home, account_id=account_id)
    return {
        "ek": [{"gen": gen, "seed": seed} for gen, seed in secrets.ek.items()],
        "ik": secrets.ik,
        "rand": secrets.rand,
        "vk": [{"gen": gen, "key": key} for gen, key in secrets.vk.items()],
    }


def _state_of(given: In) -> state.State:
    parts = tuple(state.Part(**part) for part in given["parts"])
    return state.State(**{**given, "parts": parts})


def _open_state(given: In) -> dict[str, Any]:
    opened = state.open_state(
        given["root_key"], _state_of(given["state"]), account_id=given["account_id"]
    )
    return {str(name): value for name, value in opened.items()}


def _rolled_back(given: In) -> bool:
    own = [state.Saved(**saved) for saved in given["own"]]
    state.check_not_rolled_back(_state_of(given["state"]), own)
    return True


def _merge_marks(given: In) -> Any:
    on_chain = given["on_chain"]
    return remembered.marks_json(
        remembered.merge_marks(
            remembered.read_marks(given["here"]),
            remembered.read_marks(given["there"]),
            is_on_chain=lambda nearer, farther: on_chain,
        )
    )


def _merge_notes(given: In) -> Json:
    saved, here, there = (notes.read_notes(given[each]) for each in ("saved", "here", "there"))
    return notes.notes_json(notes.merge_notes(saved, here, there))


def _merge_trust(given: In) -> Any:
    here, there = remembered.read_trust(given["here"]), remembered.read_trust(given["there"])
    begins = bool(given.get("begins", False))
    merged = remembered.merge_trust(
        here, there, begins=lambda *_: begins, is_on_wall=lambda *_: begins
    )
    return remembered.trust_json(merged)


def _records(given: In) -> bytes:
    return key_record.kr_hash_of(key_record.verify_key_records(_chain(given)))


def _lock(given: In) -> bytes:
    return key_record.kr_hash_of(key_record.lock_of(_chain(given)))


def _outlived(given: In) -> list[int]:
    found = renewal.outlived(_chain(given), today=given["today"], months=given["months"])
    return sorted(found)


def _chain(given: In) -> list[key_record.KeyRecord]:
    return [key_record.KeyRecord(**row) for row in given["records"]]


def _record(given: In) -> key_record.KeyRecord:
    return key_record.KeyRecord(**given["record"])


def _endorsement(given: In) -> endorsement.Endorsement:
    return endorsement.Endorsement(**given["endorsement"])


def _verify_endorsement(given: In) -> bool:
    endorsement.verify_endorsement(
        _endorsement(given), home=given["home"], roster=given["roster"], records=_chain(given)
    )
    return True


def _verify_profile(given: In) -> str:
    edition = profile.Profile(**given["profile"])
    return str(profile.verify_profile(edition, record=_record(given))["name"])


def _listed(given: In) -> str:
    fields = profile.verify_listed(
        profile.Profile(**given["profile"]),
        _endorsement(given),
        home=given["home"],
        roster=given["roster"],
        records=_chain(given),
        today=given["today"],
    )
    return str(fields["name"])


def _verify_agree(given: In) -> bool:
    promise.verify_agree(
        promise.Agreement(**given["agreement"]),
        home=given["home"],
        conv=given["conv"],
        promise=given["promise"],
        record=_record(given),
    )
    return True


def _read_promise(given: In) -> bytes:
    return promise.agreement_hash(promise.read_promise(given["promise"]))


def _prove(given: In) -> dict[str, Any]:
    people = [[key_record.KeyRecord(**row) for row in rows] for rows in given["people"]]
    ((made, one),) = proven.prove(
        given["sentences"],
        [promise.Agreement(**row) for row in given["agreements"]],
        home=given["home"],
        conv=given["conv"],
        people={records[0].account_id: records for records in people},
    ).items()
    signed = [
        {"account_id": who, "role": role, "day": day}
        for (who, role), day in sorted(one.signed.items())
    ]
    return {"hash": made, "kept": one.kept, "signed": signed}


def _known(given: In) -> bool:
    promise.check_known(given["sentences"], given["catalogue"])
    return True


def _changes(given: In) -> dict[str, Any]:
    before, after = (read_rows(given[name]) for name in ("before", "after"))
    found = promise_change.changes_between(before, after)
    return {
        "changes": [[_row(one.before), _row(one.after), one.weight] for one in found],
        "less": promise_change.promises_less(before, after),
    }


def read_rows(rows: Any) -> list[promise.Sentence]:
    """Sentences as a vector holds them."""
    return promise.read_promise({"sentences": rows, "version": promise.VERSION})


def _row(sentence: promise.Sentence | None) -> list[Any]:
    return [] if sentence is None else [sentence[0], list(sentence[1])]


OPS = {
    "account.id": lambda given: ids.account_id_of(given["ik"], given["ek"], given["rand"]),
    "bundle.open": _open_bundle,
    "bundle.hash": lambda given: bundle.bundle_hash_of(given["box"]),
    "state.open": _open_state,
    "state.hash": lambda given: state.state_hash_of(given["box"]),
    "state.part_hash": lambda given: state.part_hash_of(given["box"]),
    "state.sc": lambda given: state.saved_json(state.saved_of(_state_of(given["state"]))),
    "state.newest": _rolled_back,
    "marks.merge": _merge_marks,
    "trust.merge": _merge_trust,
    "notes.merge": _merge_notes,
    "keyrec.bytes": lambda given: key_record.key_record_bytes(_record(given)),
    "keyrec.hash": lambda given: key_record.kr_hash_of(_record(given)),
    "keyrec.verify": _records,
    "keyrec.lock": _lock,
    "keyrec.outlived": _outlived,
    "endorse.bytes": lambda given: endorsement.endorsement_bytes(
        given["home"], _endorsement(given)
    ),
    "endorse.verify": _verify_endorsement,
    "endorse.counts": lambda given: endorsement.is_in_force(
        _endorsement(given), day=given["day"]
    ),
    "profile.bytes": lambda given: profile.profile_bytes(
        given["account_id"], profile.Profile(**given["profile"])
    ),
    "profile.read": lambda given: profile.read_profile(given["text"]),
    "profile.verify": _verify_profile,
    "profile.listed": _listed,
    "promise.bytes": lambda given: promise.promise_bytes(given["sentences"]),
    "promise.hash": lambda given: promise.agreement_hash(given["sentences"]),
    "promise.kept": lambda given: {"months": promise.kept_months(given["sentences"])},
    "promise.read": _read_promise,
    "promise.known": _known,
    "promise.changes": _changes,
    "promise.prove": _prove,
    "agree.bytes": lambda given: promise.agree_bytes(**given),
    "agree.verify": _verify_agree,
}
