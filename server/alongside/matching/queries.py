"""The only doors to wishes and proposals."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from alongside.conversations.directory import Listed, directory
from alongside.conversations.queries import hellos_waiting
from alongside.ground.refusal import NotYours
from alongside.matching.models import Apart, NotFor, Proposal, Step, Took, Way, Wish
from alongside.matching.rules.figures import first_quarter_kept, half_within
from alongside.matching.rules.sides import Place, Waiting
from alongside.people.models import Account
from alongside.people.queries import kept_apart_by_blocks
from alongside.programme.queries import seats_of
from alongside.programme.topics import fits_now
from alongside.relationships.queries import loads_of, pairs_of, who_ask_now
from pse.matching import Reason, Shown, Wishes, reasons
from pse.profile import read_profile


@dataclass(frozen=True)
class Figures:
    """The days within which half of the people had somebody; None as long as we cannot say."""

    own_choice: int | None
    programme: int | None


@dataclass(frozen=True)
class Offer:
    """A proposal as the specialist sees it: what they have in common, and nothing of who."""

    id: int
    reasons: list[Reason]
    anyone: bool


@dataclass(frozen=True)
class Sides:
    """Both sides of a round, from what stands in the books today."""

    waiting: list[Waiting]
    places: list[Place]


def wish_of(person: Account) -> Wish | None:
    """Give what somebody handed over, with its proposal; None if nothing."""
    found = Wish.objects.select_related("proposal__specialist").filter(account=person)
    return found.first()


def not_these(person: Account) -> list[bytes]:
    """Give whom the client named as not for them: theirs alone to see."""
    named = NotFor.objects.filter(client=person).order_by("specialist_id")
    return list(named.values_list("specialist__ref", flat=True))


def shown_to_client(wish: Wish | None) -> Proposal | None:
    """Give the proposal a client may see: one that the specialist said yes to."""
    proposal = getattr(wish, "proposal", None)
    return proposal if proposal is not None and proposal.step == Step.SHOWN else None


def offers_to(specialist: Account, *, today: int) -> list[Offer]:
    """Give the proposals that wait for a specialist's yes, oldest first."""
    waiting = Proposal.objects.filter(specialist=specialist, step=Step.OFFERED)
    found = list(waiting.select_related("wish").order_by("since_on", "id"))
    shown = shown_of([specialist], today=today).get(specialist.pk) if found else None
    return [
        Offer(one.pk, reasons(wishes_of(one.wish), shown or Shown()), one.wish.anyone)
        for one in found
    ]


def offer_to(specialist: Account, *, id: int) -> Proposal:
    """Give one proposal that waits for this specialist's yes; NotYours else."""
    mine = Proposal.objects.filter(pk=id, specialist=specialist, step=Step.OFFERED)
    found = mine.first()
    if found is None:
        raise NotYours
    return found


def drafted(id: int) -> Proposal:
    """Give one proposal that waits for the desk; NotYours else."""
    found = Proposal.objects.filter(pk=id, step=Step.DRAFTED).first()
    if found is None:
        raise NotYours
    return found


def named_apart(person: Account) -> list[int]:
    """Give whom a client named as not for them, whatever became of their wishes."""
    named = NotFor.objects.filter(client=person)
    return list(named.values_list("specialist", flat=True))


def open_proposals() -> QuerySet[Proposal]:
    """Give the proposals that a specialist or a client has in front of them."""
    return Proposal.objects.exclude(step=Step.DRAFTED)


def figures(*, today: int) -> Figures:
    """Give how long each way took people in the last four quarters."""
    counts: dict[int, dict[int, int]] = {way: defaultdict(int) for way in Way.values}
    for one in Took.objects.filter(quarter__gte=first_quarter_kept(today)):
        counts[one.way][one.days] += one.people
    return Figures(half_within(counts[Way.OWN_CHOICE]), half_within(counts[Way.PROGRAMME]))


def wishes_of(wish: Wish) -> Wishes:
    """Give what was ticked, as it is matched."""
    facts, langs = frozenset(wish.facts), frozenset(wish.langs)
    return Wishes(facts, langs, wish.matters or None, anyone=wish.anyone)


def shown_of(people: Iterable[Account], *, today: int) -> dict[int, Shown]:
    """Give what these specialists show, of those the programme stands behind today."""
    wanted = {person.pk for person in people}
    listed = (one for one in directory(today=today) if one.signed.account.pk in wanted)
    return {one.signed.account.pk: shown_by(one) for one in listed}


def shown_by(listed: Listed) -> Shown:
    """Give what somebody's signed profile shows."""
    profile = listed.signed.profile
    fields = read_profile(profile.shown) if profile else {"facts": [], "langs": []}
    return Shown(frozenset(fields["facts"]), frozenset(fields["langs"]))


def sides(*, today: int) -> Sides:
    """Give everyone a round may match; whoever asks somebody now is left in peace."""
    wishes = Wish.objects.exclude(account__in=who_ask_now())
    wishes = wishes.exclude(proposal__step__gt=Step.DRAFTED).filter(account__closed=False)
    found = list(wishes.order_by("id"))
    here = places(today=today)
    apart = _apart(found, here)
    waiting = [
        Waiting(one.pk, wishes_of(one), today - one.handed_on, frozenset(apart[one.pk]))
        for one in found
    ]
    return Sides(waiting, here)


def places(*, today: int) -> list[Place]:
    """Give every free specialist with the room that is left beside what is open."""
    free = [one for one in directory(today=today) if one.free]
    people = [one.signed.account for one in free]
    seats, loads, waiting = seats_of(people), loads_of(people), hellos_waiting(people)
    proposed = proposals_with(people)
    made = []
    for one in free:
        key = one.signed.account.pk
        load = loads.get(key, 0) + waiting.get(key, 0) + proposed.get(key, 0)
        room = max(0, seats[key].cap - load)
        made.append(Place(key, shown_by(one), room, load, frozenset(one.not_now)))
    return made


def proposals_with(people: Iterable[Account]) -> dict[int, int]:
    """Give how many proposals are open with each of these specialists."""
    mine = open_proposals().filter(specialist__in=[person.pk for person in people])
    rows = mine.values("specialist_id").annotate(count=Count("id")).order_by()
    return {row["specialist_id"]: row["count"] for row in rows}


def _apart(wishes: list[Wish], here: list[Place]) -> dict[int, set[int]]:
    """Give who is not brought together; never why.

    Named, turned down, blocked, met before, or what is wished for is not taken now.
    """
    apart: dict[int, set[int]] = defaultdict(set)
    for one in Apart.objects.all():
        apart[one.wish_id].add(one.specialist_id)
    named = NotFor.objects.values_list("client_id", "specialist_id")
    by_account = {wish.account_id: wish.pk for wish in wishes}
    who = Wish.objects.values("account_id")
    for client, other in [*named, *pairs_of(who), *kept_apart_by_blocks(who)]:
        if client in by_account:
            apart[by_account[client]].add(other)
    choosy = [place for place in here if place.not_now]
    for wish in wishes:
        apart[wish.pk].add(wish.account_id)
        apart[wish.pk] |= {one.id for one in choosy if not fits_now(one.not_now, wish.facts)}
    return apart
