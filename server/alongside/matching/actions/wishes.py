"""Handing wishes over, answering proposals, and forgetting all of it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.matching.models import Apart, NotFor, Proposal, Step, Took, Way, Wish
from alongside.matching.queries import offer_to, shown_to_client, wish_of
from alongside.matching.rules.answers import last_day_to_lapse
from alongside.matching.rules.figures import counted_as, first_quarter_kept, quarter_of
from alongside.notices.actions import owe_person
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.people.queries import accounts_of_refs, is_client
from alongside.relationships.announcements import Agreed, AskLeft
from alongside.wall.actions import Kind, note
from pse.matching import read_wishes


@dataclass(frozen=True)
class WishPaper:
    """What a client hands over: ticks, and nothing else."""

    facts: list[str]
    langs: list[str]
    matters: str | None
    anyone: bool


@transaction.atomic
def hand_over(person: Account, paper: WishPaper, *, today: int) -> Wish:
    """Let the programme choose. Handing over again changes the ticks, not the place in line.

    Whom the client named stays as it is.
    """
    if not is_client(person):
        raise NotYours
    ticked: dict[str, Any] = {
        "facts": paper.facts,
        "langs": paper.langs,
        "matters": paper.matters,
        "anyone": paper.anyone,
    }
    read_wishes(ticked)
    ticked["matters"] = paper.matters or ""
    same = Wish.objects.filter(account=person, **ticked).exists()
    wish, _ = Wish.objects.update_or_create(
        account=person, defaults=ticked, create_defaults={**ticked, "handed_on": today}
    )
    note(account=person, kind=Kind.WISHES_HANDED_OVER, day=today)
    if not same:
        # What was proposed for other ticks is proposed no more.
        Proposal.objects.filter(wish=wish).delete()
    return wish_of(person) or wish


@transaction.atomic
def name_not_these(person: Account, *, add: list[bytes], remove: list[bytes]) -> None:
    """Let a client name whom they would rather not meet, or take a name back.

    Only what they changed is changed: a page that was opened long ago undoes nothing. Whom
    they name is never proposed to them, and nobody learns of it. It counts whether they
    handed wishes over or not, and after they began to talk.
    """
    if not is_client(person):
        raise NotYours
    NotFor.objects.filter(
        client=person, specialist__in=accounts_of_refs(remove).values()
    ).delete()
    named = accounts_of_refs(add).values()
    Proposal.objects.filter(wish__account=person, specialist__in=named).delete()
    rows = [NotFor(client=person, specialist=one) for one in named]
    NotFor.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def take_wish_back(person: Account) -> None:
    """Delete what was handed over, and every trace of what came of it."""
    NotFor.objects.filter(client=person).delete()
    _forget_wish(person, today=clock.today())


@transaction.atomic
def ask_for_someone_else(person: Account) -> None:
    """Let a client turn a proposal down: no reason, and no place in line is lost."""
    proposal = shown_to_client(wish_of(person))
    if proposal is None:
        raise NotYours
    _turn_down(proposal)


@transaction.atomic
def say_yes(specialist: Account, *, id: int, today: int) -> None:
    """Let a specialist say yes to somebody unknown; only now the client sees them."""
    proposal = offer_to(specialist, id=id)
    moved = Proposal.objects.filter(pk=proposal.pk, step=Step.OFFERED)
    moved.update(step=Step.SHOWN, since_on=today)
    whose = proposal.wish.account
    note(account=whose, kind=Kind.MATCH_PROPOSED, day=today, other=specialist)
    owe_person(whose)


@transaction.atomic
def say_no(specialist: Account, *, id: int) -> None:
    """Let a specialist say no; nobody is told, and the next round looks on."""
    _turn_down(offer_to(specialist, id=id))


def count_and_forget(agreed: Agreed) -> None:
    """Count how long it took, and delete the wish: a relationship has begun.

    Whom they named stays named; with this one they walk after all.
    """
    made = agreed.relationship
    NotFor.objects.filter(client=made.client_id, specialist=made.specialist_id).delete()
    wish = Wish.objects.filter(account=made.client_id).first()
    since = wish.handed_on if wish else made.asked_on
    way = Way.PROGRAMME if wish else Way.OWN_CHOICE
    today = made.agreed_on or since
    days, quarter = counted_as(today - since), quarter_of(today)
    Took.objects.get_or_create(way=way, quarter=quarter, days=days, defaults={"people": 0})
    counted = Took.objects.filter(way=way, quarter=quarter, days=days)
    counted.update(people=F("people") + 1)
    _forget_wish(made.client, today=today)


def keep_apart_after_no(left: AskLeft) -> None:
    """After a hello that came to nothing, the same person is not proposed again."""
    made = left.relationship
    wish = Wish.objects.filter(account=made.client_id).first()
    if wish is None:
        return
    Proposal.objects.filter(wish=wish, specialist=made.specialist_id).delete()
    Apart.objects.get_or_create(wish=wish, specialist_id=made.specialist_id)


def forget_of_closed(closed: PlaceClosed) -> None:
    """Whoever closes their place leaves no wish and no proposal."""
    mine = Q(client=closed.account) | Q(specialist=closed.account)
    NotFor.objects.filter(mine).delete()
    Wish.objects.filter(account=closed.account).delete()
    Proposal.objects.filter(specialist=closed.account).delete()
    Apart.objects.filter(specialist=closed.account).delete()


def lapse_proposals(*, today: int) -> int:
    """Let go of proposals that nobody answered, so that the next round looks on."""
    silent = Proposal.objects.exclude(step=Step.DRAFTED)
    lapsed = list(silent.filter(since_on__lte=last_day_to_lapse(today)).order_by("id"))
    for proposal in lapsed:
        with transaction.atomic():
            _turn_down(proposal)
    return len(lapsed)


def forget_figures(*, today: int) -> int:
    """Forget counts older than four quarters."""
    gone, _ = Took.objects.filter(quarter__lt=first_quarter_kept(today)).delete()
    return gone


def _forget_wish(person: Account, *, today: int) -> None:
    gone, _ = Wish.objects.filter(account=person).delete()
    if gone:
        note(account=person, kind=Kind.WISHES_DELETED, day=today)


def _turn_down(proposal: Proposal) -> None:
    Apart.objects.get_or_create(wish_id=proposal.wish_id, specialist_id=proposal.specialist_id)
    Proposal.objects.filter(pk=proposal.pk).delete()
