"""The only doors to circles: who sees one, who stands before it, who waits for an answer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.circles.models import (
    GOING,
    INSIDE,
    Belonging,
    Circle,
    Knock,
    Removal,
    RiskAssessment,
    Standing,
    State,
    Step,
)
from alongside.conversations.models import Member
from alongside.ground.refusal import NotYours
from alongside.keys.queries import Signed, backed_as, signed_of
from alongside.people.models import Account, RoleName
from alongside.people.queries import blocked_by, who_blocked

CIRCLES_A_PAGE = 50


@dataclass(frozen=True)
class Listed:
    """A circle as somebody sees it: its hosts, and what they are to it themselves."""

    circle: Circle
    hosts: list[Signed]
    mine: Belonging | None


@dataclass(frozen=True)
class Waiting:
    """Somebody in the waiting room, and what they wrote to the host who looks."""

    belonging: Belonging
    who: Signed
    box: bytes | None


@dataclass(frozen=True)
class Inside:
    """Everybody whose keys a member needs: the circle's headers name them or will."""

    circle: Circle
    people: list[tuple[Signed, Member]] = field(default_factory=list)


@dataclass(frozen=True)
class Removed:
    """That somebody was taken away, and who may look at an appeal."""

    removal: Removal
    readers: list[Account]


def assessment() -> RiskAssessment | None:
    """Give the newest risk assessment, if the programme wrote one."""
    return RiskAssessment.objects.order_by("-version").first()


def assessment_of(version: int) -> RiskAssessment:
    """Give one version of the risk assessment; NotYours if nobody wrote it."""
    found = RiskAssessment.objects.filter(version=version).first()
    if found is None:
        raise NotYours
    return found


def count_going() -> int:
    """Give how many circles go on, and nothing of who is in them."""
    return Circle.objects.filter(state__in=GOING).count()


def are_circles_held() -> bool:
    """Say whether the programme holds circles: only with a risk assessment that says so."""
    newest = assessment()
    return newest is not None and newest.holds_circles


def has_circles() -> bool:
    """Say whether there is anything about circles to find here: held now, or from before."""
    return are_circles_held() or Circle.objects.exists()


def circles_of(person: Account, *, before: int | None) -> list[Listed]:
    """Give one's own circles and those that take people, newest first, fifty at a time."""
    seen = _seen_by(person).select_related("conversation", "begun_by").order_by("-id")
    page = seen.filter(pk__lt=before) if before is not None else seen
    return _listed(person, list(page[:CIRCLES_A_PAGE]))


def circle_of(person: Account, *, id: int) -> Circle:
    """Give a circle to somebody who may see it; NotYours else."""
    circle = _seen_by(person).filter(pk=id).first()
    if circle is None:
        raise NotYours
    return circle


def hold(row: Circle | Removal) -> None:
    """Read a row anew, and let others who change it wait until the transaction ends."""
    if not type(row).objects.select_for_update().filter(pk=row.pk).exists():
        raise NotYours
    row.refresh_from_db()


def listed_one(person: Account, circle: Circle) -> Listed:
    """Give one circle as it stands now, as somebody sees it."""
    now = Circle.objects.select_related("conversation", "begun_by").get(pk=circle.pk)
    return _listed(person, [now])[0]


def belonging_of(circle: Circle, person: Account) -> Belonging | None:
    """Give what somebody is to a circle."""
    return Belonging.objects.filter(circle=circle, account=person).first()


def host_of(circle: Circle, person: Account) -> Belonging:
    """Give the belonging of a host; NotYours for anybody else."""
    return standing_as(circle, person, Standing.HOST)


def standing_as(circle: Circle, person: Account, *standings: int) -> Belonging:
    """Give the belonging of somebody who stands so; NotYours for anybody else."""
    found = belonging_of(circle, person)
    if found is None or found.standing not in standings:
        raise NotYours
    return found


def check_inside(circle: Circle, person: Account) -> None:
    """Return if somebody is in a circle, and not only asked to lead it; NotYours else."""
    if not is_inside(belonging_of(circle, person)):
        raise NotYours


def is_inside(mine: Belonging | None) -> bool:
    """Say whether somebody is in it: who is asked to lead comes in with their yes."""
    if mine is None or mine.standing not in INSIDE:
        return False
    return mine.standing != Standing.ASKED_TO_HOST or mine.was_in


def hosts_of(circle: Circle) -> list[Account]:
    """Give those who lead a circle, in the order they came."""
    return [one.account for one in _standing(circle, [Standing.HOST])]


def asked_to_host(circle: Circle) -> list[Account]:
    """Give those who are asked to lead and have not answered."""
    return [one.account for one in _standing(circle, [Standing.ASKED_TO_HOST])]


def count_inside(circle: Circle) -> int:
    """Give how many belong to a circle."""
    return Belonging.objects.filter(circle=circle, standing__in=INSIDE).count()


def count_waiting(circle: Circle) -> int:
    """Give how many wait to be let in."""
    return Belonging.objects.filter(circle=circle, standing=Standing.WAITING).count()


def count_waiting_for(person: Account) -> int:
    """Give for how many circles somebody waits."""
    return Belonging.objects.filter(account=person, standing=Standing.WAITING).count()


def count_led(person: Account) -> int:
    """Give how many circles somebody leads, or is asked to, or has proposed."""
    led = Q(standing__in=(Standing.HOST, Standing.ASKED_TO_HOST))
    mine = Belonging.objects.filter(led, account=person).exclude(circle__state=State.OVER)
    return mine.count()


def waiting_room(circle: Circle, host: Account) -> list[Waiting]:
    """Give who waits, the longest first, with what each wrote to this host; at most twenty."""
    found = _standing(circle, [Standing.WAITING])
    signed = signed_of(one.account for one in found)
    knocks = Knock.objects.filter(belonging__in=found, to=host)
    boxes = dict(knocks.values_list("belonging", "box"))
    return [Waiting(one, signed[one.account_id], boxes.get(one.pk)) for one in found]


def inside(circle: Circle) -> Inside:
    """Give everybody whom the headers of a circle may name, with their keys."""
    if circle.conversation is None:
        return Inside(circle)
    rows = Member.objects.filter(conversation=circle.conversation).select_related("account")
    members = list(rows.order_by("id"))
    signed = signed_of(one.account for one in members)
    return Inside(circle, [(signed[one.account_id], one) for one in members])


def removal_of(person: Account, *, id: int) -> Removal:
    """Give the removal of somebody to that person; NotYours for anybody else."""
    found = Removal.objects.filter(pk=id, account=person).first()
    if found is None:
        raise NotYours
    return found


def appeal_to(person: Account, *, id: int) -> Removal:
    """Give an appeal that waits for this person's answer; NotYours for anybody else."""
    found = Removal.objects.filter(pk=id, reader=person, step=Step.APPEALED).first()
    if found is None:
        raise NotYours
    return found


def removals_of(person: Account, *, today: int) -> list[Removed]:
    """Give where somebody was taken away, the newest first; the timers let go of each."""
    rows = Removal.objects.filter(account=person).select_related("circle", "by", "reader")
    found = list(rows.order_by("-id")[:CIRCLES_A_PAGE])
    leads = Belonging.objects.filter(
        circle__in=[one.circle_id for one in found], standing=Standing.HOST
    )
    hosts: dict[int, list[Account]] = defaultdict(list)
    for lead in leads.select_related("account").order_by("id"):
        hosts[lead.circle_id].append(lead.account)
    officers = _officers(today) if found else []
    return [
        Removed(one, _others_than(one, [*hosts[one.circle_id], *officers])) for one in found
    ]


def whom_letters_concern(removed: list[Removed], appealed: list[Removal]) -> list[Signed]:
    """Give the keys of all who wrote or may read one of these letters."""
    people = [one.removal.by for one in removed]
    people += [one.removal.reader for one in removed if one.removal.reader is not None]
    people += [reader for one in removed for reader in one.readers]
    people += [one.account for one in appealed]
    return list(signed_of(people).values())


def appeals_to(person: Account) -> list[Removal]:
    """Give the appeals that wait for somebody, the longest first."""
    found = Removal.objects.filter(reader=person, step=Step.APPEALED)
    return list(found.select_related("circle", "account").order_by("id")[:CIRCLES_A_PAGE])


def was_taken_away(circle: Circle, person: Account) -> bool:
    """Say whether somebody was taken away and may not ask again."""
    found = Removal.objects.filter(circle=circle, account=person)
    return found.exclude(step=Step.MAY_ASK).exists()


def readers_of_appeal(removal: Removal, *, today: int) -> list[Account]:
    """Give who may look at an appeal: hosts who did not take them away, and safety officers."""
    return _others_than(removal, [*hosts_of(removal.circle), *_officers(today)])


def _officers(today: int) -> list[Account]:
    found = backed_as(RoleName.SAFETY_OFFICER, today=today)
    return [one.account for one in found[:CIRCLES_A_PAGE]]


def _others_than(removal: Removal, people: list[Account]) -> list[Account]:
    once = {one.pk: one for one in people}
    return [one for pk, one in once.items() if pk not in (removal.by_id, removal.account_id)]


def _standing(circle: Circle, standings: Iterable[int]) -> list[Belonging]:
    found = Belonging.objects.filter(circle=circle, standing__in=standings)
    return list(found.select_related("account").order_by("id"))


def _seen_by(person: Account) -> QuerySet[Circle]:
    """One's own, and those that take people, unless a host is blocked either way."""
    mine = Belonging.objects.filter(circle=OuterRef("pk"), account=person)
    inside_or_asked = mine.filter(standing__in=INSIDE)
    leads = Belonging.objects.filter(circle__state=State.OPEN, standing=Standing.HOST)
    hosts = Account.objects.filter(pk__in=leads.values("account"))
    apart = blocked_by(person, hosts) | who_blocked(person, hosts)
    led_by = Belonging.objects.filter(
        circle=OuterRef("pk"), standing=Standing.HOST, account__in=apart
    )
    listed = Q(state=State.OPEN) | Exists(mine)
    return Circle.objects.filter(Exists(inside_or_asked) | (listed & ~Exists(led_by)))


def _listed(person: Account, circles: list[Circle]) -> list[Listed]:
    rows = Belonging.objects.filter(circle__in=circles).filter(
        Q(standing=Standing.HOST) | Q(account=person)
    )
    hosts: dict[int, list[Account]] = defaultdict(list)
    mine: dict[int, Belonging] = {}
    for one in rows.select_related("account").order_by("id"):
        if one.standing == Standing.HOST:
            hosts[one.circle_id].append(one.account)
        if one.account_id == person.pk:
            mine[one.circle_id] = one
    signed = signed_of(host for some in hosts.values() for host in some)
    return [
        Listed(each, [signed[host.pk] for host in hosts[each.pk]], mine.get(each.pk))
        for each in circles
    ]


def is_going(circle: Circle) -> bool:
    """Say whether people meet in a circle."""
    return circle.state in GOING
