"""Lea, whom Ada asks to take over or to stand in, and the headers Ada's room signs."""

from typing import Any

from alongside.conversations.models import Conversation, Entry, Epoch, Head
from alongside.conversations.models import Member as Row
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.relationships.models import Handover, Relationship
from alongside.relationships.promises import newest_signed
from pse.entry import LEAVE
from pse.promise import agreement_hash, read_promise, sign_agree
from pse.talking import say_yes
from tests.cast import HOME, Member

TODAY = clock.today()


def ask_over_papers(
    client: Member, relationship: Relationship, to: Member, *, kind: str = "handover"
) -> dict[str, Any]:
    """What Ada's room sends to ask somebody."""
    promise = read_promise(newest_signed(relationship).promise)
    signed = sign_agree(
        client.person.ik_seed,
        home=HOME,
        conv=bytes(relationship.conv),
        promise=agreement_hash(promise),
        account_id=client.person.account_id,
        role=1,
        day=TODAY,
    )
    return {
        "kind": kind,
        "to": to_text(to.account.ref),
        "until_on": None if kind == "handover" else TODAY + 14,
        "day": TODAY,
        "sig": to_text(signed.sig),
    }


def ask_over(
    client: Member, relationship: Relationship, to: Member, *, kind: str = "handover"
) -> Any:
    """Ask, and give the answer."""
    papers = ask_over_papers(client, relationship, to, kind=kind)
    return client.room.post(f"/api/relationships/{relationship.pk}/handover", papers)


def yes_over(who: Member) -> Any:
    """Say yes to the newest ask, with a signature under what it names."""
    (asked,) = who.room.get("/api/handovers").json()["handovers"]
    relationship = Handover.objects.get(pk=asked["id"]).relationship
    papers = say_yes(
        who.person,
        conv=bytes(relationship.conv),
        sentences=read_promise(asked["promise"]),
        day=TODAY,
    )
    return who.room.post(f"/api/handovers/{asked['id']}/yes", papers)


def come(
    client: Member, relationship: Relationship, to: Member, *, kind: str = "handover"
) -> Relationship:
    """Ask and yes: gives what the two are to each other then."""
    assert ask_over(client, relationship, to, kind=kind).status_code == 200
    answer = yes_over(to)
    assert answer.status_code == 200, answer.content
    return Relationship.objects.get(pk=answer.json()["id"])


def header_with(relationship: Relationship, *members: Member) -> None:
    """Store that the newest header names these, as the relay does once Ada's room signed it."""
    conversation = Conversation.objects.filter(relationship__conv=relationship.conv).last()
    head = Head.objects.get(conversation=conversation)
    refs = b"".join(sorted(bytes(one.account.ref) for one in members))
    Epoch.objects.create(
        conversation=conversation,
        epoch=head.epoch + 1,
        n=head.n + 1,
        eh=b"a header of " + refs,
        eh_sig=bytes(64),
        eh_hash=bytes(32),
        day=TODAY,
        retention=12,
    )
    Head.objects.filter(pk=head.pk).update(
        epoch=head.epoch + 1, n=head.n + 1, epoch_n=head.n + 1, readers=refs
    )


def last_word_of(member: Member, relationship: Relationship) -> None:
    """Store somebody's signed way out, as the relay does before the house hears of it."""
    head = Head.objects.get(conversation=gate_of(relationship))
    Entry.objects.create(
        conversation=head.conversation,
        n=head.n + 1,
        kind=LEAVE,
        epoch=head.epoch,
        sender=member.account.ref,
        sseq=1,
        msg_id=bytes(16),
        seen_n=head.n,
        seen_h=head.h,
        fc=b"",
        box=bytes(72),
        h=bytes(32),
    )


def look(member: Member, relationship: Relationship) -> Any:
    """Let the house read the newest header."""
    return member.room.post(f"/api/relationships/{relationship.pk}/handover/look")


def seen(member: Member, relationship: Relationship) -> Any:
    """A relationship as somebody sees it now; None if they see none."""
    listed = member.room.get("/api/relationships").json()["relationships"]
    return next((one for one in listed if one["id"] == relationship.pk), None)


def told(member: Member) -> list[int]:
    """What kinds of rows stand on somebody's wall, oldest first."""
    from alongside.wall.models import Row

    rows = Row.objects.filter(account=member.account).order_by("n")
    return list(rows.values_list("kind", flat=True))


def code(answer: Any) -> tuple[int, str | None]:
    """The status of an answer, and the code of what it refuses."""
    return answer.status_code, answer.json().get("error", {}).get("code")


def act(member: Member, relationship: Relationship, name: str, papers: Any = None) -> Any:
    """Take a step of a relationship."""
    return member.room.post(f"/api/relationships/{relationship.pk}/{name}", papers)


def members_of(relationship: Relationship) -> dict[int, bool]:
    """Who is named at the gate of a talk, and whether they may write."""
    rows = Row.objects.filter(conversation__relationship__conv=relationship.conv)
    return {row.account_id: row.may_write for row in rows}


def gate_of(relationship: Relationship) -> Conversation:
    """The talk of a relationship, whoever came into it."""
    return Conversation.objects.get(relationship__conv=relationship.conv)
