"""The only doors to ways in, sealed state, and what is signed about people."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from alongside.ground.refusal import NotYours, Refused
from alongside.keys.models import (
    Bundle,
    Endorsement,
    KeyRecord,
    Profile,
    Slot,
    SlotType,
    StateIndex,
    StatePart,
    WayChange,
)
from alongside.keys.rules import stands_for
from alongside.people.models import Account, Role, RoleName
from alongside.people.queries import is_specialist, roles_of
from alongside.programme.models import Seat
from alongside.programme.queries import seat_of
from pse.ids import conv_id_of
from pse.key_record import KeyRecord as RecordPaper
from pse.key_record import lock_of
from pse.profile import read_profile


@dataclass(frozen=True)
class State:
    """A person's newest sealed state."""

    index: StateIndex
    parts: list[StatePart]


@dataclass(frozen=True)
class Signed:
    """What is signed about one person: key records, endorsement, profile."""

    account: Account
    records: list[KeyRecord]
    endorsement: Endorsement | None
    profile: Profile | None


@dataclass(frozen=True)
class Myself:
    """Everything a person's own room needs when it opens."""

    signed: Signed
    roles: list[Role]
    slots: list[Slot]
    changes: list[WayChange]
    bundle: Bundle
    state: State
    seat: Seat | None


@dataclass(frozen=True)
class Asking:
    """Someone who asks the programme to stand behind them, under the name they chose."""

    signed: Signed
    name: str
    # The generation with which the lock began: that is what the programme stands behind.
    lock_gen: int


class ProfileFirst(Refused):
    """The name the programme stands behind is the one on the profile."""

    code = "profile-first"
    words = "Please write your profile first. Your name is part of it."


def last_ending_day(*, first_day: int, last_day: int) -> int | None:
    """Give the last day on which an endorsement ends within these days; None if none does."""
    newer = Endorsement.objects.filter(
        account=OuterRef("account"), serial__gt=OuterRef("serial")
    )
    ending = Endorsement.objects.filter(
        ~Exists(newer),
        to_day__range=(first_day, last_day),
        account__closed=False,
        revoked=False,
    )
    return ending.order_by("to_day").values_list("to_day", flat=True).last()


def myself(person: Account) -> Myself:
    """Give a person what is theirs."""
    return Myself(
        signed=signed_of([person])[person.pk],
        roles=roles_of(person),
        slots=list(Slot.objects.filter(account=person).order_by("type", "id")),
        changes=list(WayChange.objects.filter(account=person).order_by("id")),
        bundle=Bundle.objects.get(account=person),
        state=state_of(person),
        seat=seat_of(person),
    )


def slots_named(username: str, type_: SlotType) -> list[Slot]:
    """Give such ways in of the open place with this name, with its account, in one question."""
    found = Slot.objects.select_related("account")
    return list(found.filter(account__username=username, type=type_).order_by("id"))


def device_named(username: str, slot_id: bytes) -> Slot | None:
    """Give one device of the open place with this name, with its account."""
    devices = Slot.objects.select_related("account").filter(type=SlotType.DEVICE)
    return devices.filter(account__username=username, slot_id=slot_id).first()


def passkeys_at(slot_id: bytes) -> list[Slot]:
    """Give the passkeys of this id, with their accounts: one, unless somebody copied an id."""
    found = Slot.objects.select_related("account").filter(type=SlotType.PASSKEY)
    return list(found.filter(slot_id=slot_id).order_by("id"))


def device_of(person: Account, slot_id: bytes) -> Slot:
    """Give one of a person's own devices; NotYours else."""
    devices = Slot.objects.filter(account=person, type=SlotType.DEVICE)
    device = devices.filter(slot_id=slot_id).first()
    if device is None:
        raise NotYours
    return device


def made_on(person: Account) -> int:
    """Give the day a person's place was made, as their first keys say it."""
    return KeyRecord.objects.values_list("day", flat=True).get(account=person, gen=0)


def change_of(person: Account, slot_id: bytes) -> WayChange:
    """Give a person's change that waits; NotYours else."""
    change = WayChange.objects.filter(account=person, slot_id=slot_id).first()
    if change is None:
        raise NotYours
    return change


def words_slot_of(person: Account) -> Slot:
    """Give the way in that a person's five words open."""
    return Slot.objects.get(account=person, type=SlotType.WORDS)


def state_of(person: Account) -> State:
    """Give a person's newest sealed state, all four parts."""
    parts = StatePart.objects.filter(account=person).order_by("name")
    return State(StateIndex.objects.get(account=person), list(parts))


def newest_record(person: Account) -> KeyRecord:
    """Give the key record that counts today; NotYours for someone without keys."""
    record = KeyRecord.objects.filter(account=person).order_by("-gen").first()
    if record is None:
        raise NotYours
    return record


def records_of(person: Account) -> list[RecordPaper]:
    """Give all of a person's key records from the first on, as they are checked."""
    kept = KeyRecord.objects.filter(account=person).order_by("gen")
    return [record_paper(record, person) for record in kept]


def record_paper(record: KeyRecord, person: Account) -> RecordPaper:
    """Give a stored key record in the shape that is checked and sent."""
    return RecordPaper(
        account_id=person.ref,
        gen=record.gen,
        ik=record.ik,
        ek=record.ek,
        rand=record.rand,
        prev=record.prev,
        day=record.day,
        sig=record.sig,
        prev_sig=record.prev_sig,
    )


def has_made(person: Account, conv: bytes, *, kind: int, rand: bytes) -> bool:
    """Say whether a conversation's id is bound to any generation of this person's keys."""
    hashes = KeyRecord.objects.filter(account=person).values_list("kr_hash", flat=True)
    return any(conv == conv_id_of(kind, person.ref, kr_hash, rand) for kr_hash in hashes)


def signed_of(people: Iterable[Account]) -> dict[int, Signed]:
    """Give what is signed about each of these people, in three questions for all."""
    listed = {person.pk: person for person in people}
    records: dict[int, list[KeyRecord]] = {key: [] for key in listed}
    for record in KeyRecord.objects.filter(account__in=listed).order_by("gen"):
        records[record.account_id].append(record)
    serial = Endorsement.objects.filter(account__in=listed).order_by("serial")
    newest = {endorsement.account_id: endorsement for endorsement in serial}
    profiles = {one.account_id: one for one in Profile.objects.filter(account__in=listed)}
    return {
        key: Signed(person, records[key], newest.get(key), profiles.get(key))
        for key, person in listed.items()
    }


def names_of(accounts: Iterable[int]) -> dict[int, str]:
    """Give the newest name the programme stood behind for each of these, in one question."""
    named = Endorsement.objects.filter(account__in=set(accounts)).order_by("serial")
    return dict(named.values_list("account_id", "display_name"))


def name_beside(account: str) -> Subquery:
    """Give, beside each row, the newest name the programme stood behind for this account."""
    named = Endorsement.objects.filter(account=OuterRef(account)).order_by("-serial")
    return Subquery(named.values("display_name")[:1])


def shown_by_accounts(accounts: Iterable[int]) -> dict[int, Profile]:
    """Give the profiles of these, in one question."""
    found = Profile.objects.filter(account__in=set(accounts))
    return {profile.account_id: profile for profile in found}


def is_anyone_backed(*, today: int) -> bool:
    """Say whether the programme stands behind at least one specialist, in one question."""
    return _backed(today=today).exists()


def specialists_named(accounts: Iterable[int], *, today: int) -> dict[int, str]:
    """Give the names of those of these whom the programme stands behind today, at once."""
    named = _backed(today=today).filter(account__in=set(accounts))
    return dict(named.values_list("account_id", "display_name"))


def _backed(*, today: int) -> QuerySet[Endorsement]:
    """The word of the programme for each specialist, where it counts today."""
    here = Role.objects.filter(
        account=OuterRef("account"), role=RoleName.SPECIALIST, wished=False
    )
    newer = Endorsement.objects.filter(
        account=OuterRef("account"), serial__gt=OuterRef("serial")
    )
    able = Endorsement.objects.filter(~Exists(newer), Exists(here), Exists(_same_lock()))
    in_time = able.filter(from_day__lte=today, to_day__gte=today, revoked=False)
    return in_time.filter(role=RoleName.SPECIALIST, account__closed=False)


def _same_lock() -> QuerySet[KeyRecord]:
    """The record an endorsement names, unless another lock came after it (`stands_for`)."""
    after = KeyRecord.objects.filter(account=OuterRef("account"), gen__gt=OuterRef("gen"))
    named = KeyRecord.objects.filter(account=OuterRef("account"), kr_hash=OuterRef("kr_hash"))
    return named.filter(~Exists(after.exclude(ik=OuterRef("ik"))))


def asking_for_endorsement(person: Account) -> Asking:
    """Give what goes to the signing machine; for specialists and those who wish to be."""
    if not is_specialist(person, or_wishes=True):
        raise NotYours
    signed = signed_of([person])[person.pk]
    if signed.profile is None:
        raise ProfileFirst
    name = read_profile(signed.profile.shown)["name"]
    return Asking(signed, name, lock_of(records_of(person)).gen)


def endorsement_in_force(person: Account, *, today: int) -> Endorsement | None:
    """Give the newest endorsement as a specialist, if it counts today."""
    newest = Endorsement.objects.filter(account=person).order_by("-serial").first()
    if newest is None:
        return None
    records = list(KeyRecord.objects.filter(account=person).order_by("gen"))
    return newest if is_in_force(newest, records, today=today) else None


def is_in_force(
    endorsement: Endorsement,
    records: list[KeyRecord],
    *,
    today: int,
    role: int = RoleName.SPECIALIST,
) -> bool:
    """Say whether the programme stands behind the present lock of somebody with a role."""
    if not stands_for(endorsement.kr_hash, [(one.kr_hash, one.ik) for one in records]):
        return False
    is_backed = endorsement.role == role and not endorsement.revoked
    return is_backed and endorsement.from_day <= today <= endorsement.to_day


def backed_as(role: int, *, today: int) -> list[Signed]:
    """Give everyone whom the programme stands behind with a role today, and who is here."""
    able = Endorsement.objects.filter(role=role, from_day__lte=today, to_day__gte=today)
    people = Account.objects.filter(closed=False, pk__in=able.values("account_id"))
    return [
        one
        for one in signed_of(people.order_by("id")).values()
        if one.endorsement and is_in_force(one.endorsement, one.records, today=today, role=role)
    ]


def supervisors_in_force(*, today: int) -> list[Account]:
    """Give everyone whom the programme stands behind as a supervisor today, and who is here."""
    return [one.account for one in backed_as(RoleName.SUPERVISOR, today=today)]


def supervisors_named(*, today: int) -> dict[int, str]:
    """Give the names of all whom the programme calls supervisors today, in one question.

    For a choice at the desk: whoever is told something is asked for by supervisors_in_force.
    """
    able = Endorsement.objects.filter(
        role=RoleName.SUPERVISOR, from_day__lte=today, to_day__gte=today, revoked=False
    )
    named = able.filter(account__closed=False).order_by("display_name", "serial")
    return dict(named.values_list("account_id", "display_name"))


def is_backed_as(person: Account, role: int, *, today: int) -> bool:
    """Say whether the programme stands behind somebody with a role today."""
    newest = Endorsement.objects.filter(account=person).order_by("-serial").first()
    if newest is None or newest.role != role:
        return False
    records = list(KeyRecord.objects.filter(account=person).order_by("gen"))
    return is_in_force(newest, records, today=today, role=role)


def is_supervisor_in_force(person: Account, *, today: int) -> bool:
    """Say whether the programme stands behind somebody as a supervisor today."""
    return is_backed_as(person, RoleName.SUPERVISOR, today=today)


def listed_people(*, today: int) -> list[Account]:
    """Give everyone who may be shown today: endorsed, with a profile, and here."""
    able = Endorsement.objects.filter(
        role=RoleName.SPECIALIST, from_day__lte=today, to_day__gte=today, revoked=False
    )
    shown = Profile.objects.values("account_id")
    found = Account.objects.filter(closed=False, pk__in=shown)
    return list(found.filter(pk__in=able.values("account_id")).order_by("id"))
