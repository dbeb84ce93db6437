"""What a client's room makes to tell, and a specialist's to enter an emergency."""

import json
from dataclasses import dataclass, replace
from typing import Any

from alongside.consent.models import Emergency as EmergencyRow
from alongside.consent.models import EmergencyWrap, LinkBox, Telling, Wrap
from alongside.ground import clock
from alongside.ground.identifiers import from_text, new_identifier, to_text
from alongside.keys import actions as keys
from pse.as_json import endorsement_json
from pse.consent import Content, Terms, Texts, To
from pse.emergency import Emergency, Words, seal_emergency
from pse.endorsement import Endorsement, sign_endorsement
from pse.key_record import kr_hash_of
from pse.package import (
    DISCLOSER,
    RECIPIENT,
    SUBJECT,
    Package,
    Sealed,
    door_of,
    package_hash_of,
    read_link,
    seal_package,
)
from tests.cast import HOME, ROSTER_SEED, Member


@dataclass
class Made:
    """What was sealed, and the papers in which it travels."""

    sealed: Sealed
    papers: dict[str, Any]

    @property
    def ref(self) -> str:
        """Its id, as it stands in an address."""
        return to_text(self.sealed.package.id)

    @property
    def knock(self) -> dict[str, str]:
        """What whoever has the link shows at the door."""
        id, secret, _ = read_link(self.sealed.link)
        return {"id": to_text(id), "door": to_text(door_of(secret, id))}


def stand_behind(
    member: Member, desk: Any, *, days: int = 90, from_day: int | None = None, serial: int = 1
) -> Member:
    """Let the programme stand behind somebody as a supervisor."""
    keys.take_endorsement(
        supervisor_answer(member, days=days, from_day=from_day, serial=serial),
        by=desk,
        now=clock.now(),
    )
    return member


def supervisor_answer(
    member: Member, *, days: int = 90, from_day: int | None = None, serial: int = 1
) -> bytes:
    """The signing machine's answer for a supervisor."""
    begins = clock.today() if from_day is None else from_day
    signed = sign_endorsement(
        ROSTER_SEED,
        HOME,
        Endorsement(
            member.record.account_id,
            kr_hash_of(member.record),
            3,
            "Cem",
            begins,
            begins + days,
            serial,
        ),
    )
    file = {
        "kind": "alongside-endorsement",
        "version": 1,
        "endorsement": endorsement_json(signed),
    }
    return json.dumps(file).encode()


def terms(specialist: Member, *, days: int = 14, **change: Any) -> Terms:
    """A consent that Cem is told a few words."""
    today = clock.today()
    given: dict[str, Any] = {
        "person": "Ada",
        "by_id": specialist.record.account_id,
        "by_name": "Ben",
        "to": To(1, "Cem", "Riverside Peers"),
        "what": ("own-words",),
        "leaves_out": "Everything else.",
        "purpose": 2,
        "purpose_words": "So that Ben can ask for advice.",
        "from_day": today,
        "until_day": today + days,
        "texts": Texts(
            "Ben may tell Cem.", "Part 2 protects this.", "Nothing happens.", "One press."
        ),
        "text_ver": 1,
        "lang": "en",
        "reading_help": 0,
        "how": 1,
        "typed_name": "Ada",
        "day": today,
        "country": "US",
        "laws": ("hipaa", "part-2"),
        "basis": "part-2-consent",
        "salt": b"s" * 16,
    }
    return Terms(**{**given, **change})


def telling(
    client: Member,
    specialist: Member,
    conv: bytes,
    *,
    to: Member | None = None,
    before: Package | None = None,
    words: str = "I sleep badly.",
    signer: Member | None = None,
    **change: Any,
) -> Made:
    """Seal some words: to somebody here, or by a link."""
    where = {} if to else {"to": To(2, "Dr. Okoro", "12 Hill Street")}
    records = {SUBJECT: client.record, DISCLOSER: specialist.record}
    if to is not None:
        records[RECIPIENT] = to.record
    made = seal_package(
        (signer or client).person.ik_seed,
        home=HOME,
        id=new_identifier(),
        conv=conv,
        terms=terms(specialist, **{**where, **change}),
        content=Content(words, b"t" * 16),
        records=records,
        before=before,
    )
    return Made(made, papers_of(made))


def papers_of(made: Sealed) -> dict[str, Any]:
    """What travels to the house."""
    return {
        "package": package_json(made.package),
        "told": to_text(made.told),
        "consent": to_text(made.consent),
        "wraps": [
            {"account_id": to_text(ref), "box": box, "wrap": to_text(wrap)}
            for (ref, box), wrap in made.wraps.items()
        ],
        "link_box": to_text(made.link_box),
    }


def package_json(package: Any) -> dict[str, Any]:
    """A header, or an entry, as it travels."""
    found = {
        name: to_text(value) if isinstance(value, bytes) else value
        for name, value in ((one, getattr(package, one)) for one in type(package).__slots__)
    }
    readers = [
        {
            "account_id": to_text(one.account_id),
            "kr_hash": to_text(one.kr_hash),
            "part": one.part,
        }
        for one in package.readers
    ]
    return {**found, "readers": readers}


def tell(client: Member, made: Made) -> Any:
    """Hand it in."""
    return client.room.post("/api/told", made.papers)


def emergency(
    specialist: Member,
    client: Member,
    conv: bytes,
    *,
    look_in: int = 0,
    supervisor: Member | None = None,
    **change: Any,
) -> Made:
    """What a specialist's room makes to enter that somebody outside was told."""
    today = clock.today()
    draft = Emergency(new_identifier(), conv, 1, 1, today, today + look_in, (), bytes(32))
    records = {SUBJECT: client.record, DISCLOSER: specialist.record}
    if supervisor is not None:
        records[RECIPIENT] = supervisor.record
    words = Words("The ambulance", "Where she was.", "I feared for her life.", b"w" * 16)
    entry, box, wraps = seal_emergency(
        specialist.person.ik_seed, replace(draft, **change), words, home=HOME, records=records
    )
    papers = {
        "entry": package_json(entry),
        "words": to_text(box),
        "wraps": [{"account_id": to_text(r), "wrap": to_text(w)} for r, w in wraps.items()],
    }
    return Made(entry, papers)  # type: ignore[arg-type]


def put_telling(made: Made, client: Member, specialist: Member) -> None:
    """Keep something told by a link as if the yes had been there for a moment."""
    package = made.sealed.package
    row = Telling.objects.create(
        ref=package.id,
        client=client.account,
        specialist=specialist.account,
        n=package.n,
        paper=made.papers["package"],
        hash=package_hash_of(HOME, package),
        from_day=package.from_day,
        until_day=package.until_day,
        sealed_consent=made.sealed.consent,
        sealed_told=made.sealed.told,
    )
    if made.sealed.link_box:
        LinkBox.objects.create(telling=row, box=made.sealed.link_box)
    people = {one.record.account_id: one.account for one in (client, specialist)}
    for (ref, box), wrap in made.sealed.wraps.items():
        Wrap.objects.create(telling=row, account=people[ref], box=box, wrap=wrap)


def put_emergency(made: Made, client: Member, specialist: Member) -> None:
    """Keep an entry that the client was shown."""
    entry = made.papers["entry"]
    row = EmergencyRow.objects.create(
        ref=from_text(entry["id"]),
        client=client.account,
        specialist=specialist.account,
        paper=entry,
        reason=entry["reason"],
        sealed_words=from_text(made.papers["words"]),
        entered_on=entry["day"],
        look_on=entry["look_on"],
        told_on=entry["day"],
    )
    people = {one.record.account_id: one.account for one in (client, specialist)}
    for key in made.papers["wraps"]:
        account = people[from_text(key["account_id"])]
        EmergencyWrap.objects.create(
            emergency=row, account=account, wrap=from_text(key["wrap"])
        )
