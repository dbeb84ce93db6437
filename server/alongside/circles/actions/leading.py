"""Leading a circle: the programme's assessment, two hosts, what it is called, its end."""

from collections.abc import Mapping

from django.db import transaction

from alongside.circles.models import (
    GOING,
    Belonging,
    Circle,
    Knock,
    RiskAssessment,
    Standing,
    State,
)
from alongside.circles.queries import (
    are_circles_held,
    asked_to_host,
    assessment,
    belonging_of,
    count_led,
    hold,
    host_of,
    hosts_of,
    standing_as,
)
from alongside.circles.rules import (
    MOST_LED,
    goes_on,
    has_a_name,
    is_kept_so_long,
    is_too_long,
    unanswered,
)
from alongside.conversations.actions import circles as gates
from alongside.conversations.models import Conversation
from alongside.ground.refusal import NotYours, Refused
from alongside.keys.queries import endorsement_in_force, has_made
from alongside.people.models import Account, RoleName, Stopped
from alongside.people.queries import is_blocked
from alongside.people.stopping import check_not_stopped, is_stopped
from pse.circle_rules import HOST
from pse.epoch_rules import CIRCLE


class CirclesOff(Refused):
    """The programme has not written its risk assessment, or holds no circles any more."""

    code = "circles-off"
    words = "This programme holds no circles now."


class NotNowInCircle(Refused):
    """The circle stands where this cannot be done."""

    code = "not-now"
    words = "That is not possible now. Please look again at where the circle stands."


class Unanswered(Refused):
    """An assessment with an open question opens nothing."""

    code = "unanswered"
    words = "Please answer every question before circles are held."


class WrittenMeanwhile(Refused):
    """Somebody else wrote a version since this one was begun."""

    code = "written-meanwhile"
    words = "Somebody wrote a newer version meanwhile. Please look at it first."


class NoSuchWords(Refused):
    """A circle needs a short name and one line."""

    code = "no-such-words"
    words = "Please give a name of at most 60 letters and one line of at most 200."


class LeadsEnough(Refused):
    """Whoever leads three leads no fourth."""

    code = "leads-enough"
    words = "Nobody leads more than three circles at once."


@transaction.atomic
def fill_in_assessment(
    answers: Mapping[str, str], *, over: int, holds_circles: bool, by_name: str, today: int
) -> RiskAssessment:
    """Write the version after `over`, 0 for the first; Unanswered with a gap."""
    if is_too_long(answers) or (holds_circles and unanswered(answers)):
        raise Unanswered
    newest = assessment()
    if over != (0 if newest is None else newest.version):
        raise WrittenMeanwhile
    written, is_new = RiskAssessment.objects.get_or_create(
        version=over + 1,
        defaults={
            "by_name": by_name,
            "filled_on": today,
            "answers": dict(answers),
            "holds_circles": holds_circles,
        },
    )
    if not is_new:
        raise WrittenMeanwhile
    return written


@transaction.atomic
def begin(
    conv: bytes,
    rand: bytes,
    *,
    by: Account,
    with_host: Account,
    name: str,
    line: str,
    retention: int,
    today: int,
) -> Circle:
    """Propose a circle to whoever is to lead it too; nothing is listed before they said yes."""
    check_held()
    check_not_stopped(by, Stopped.CIRCLES)
    if not has_a_name(name, line) or not is_kept_so_long(retention):
        raise NoSuchWords
    if by.pk == with_host.pk or not has_made(by, conv, kind=CIRCLE, rand=rand):
        raise NotYours
    for host in (by, with_host):
        _check_may_lead(host, today=today)
    if is_blocked(by, with_host) or is_blocked(with_host, by):
        raise NotYours
    known = Circle.objects.filter(conv=conv, begun_by=by).first()
    if known is not None:
        return known
    circle = Circle.objects.create(
        conv=conv,
        rand=rand,
        name=name.strip(),
        line=line.strip(),
        state=State.PROPOSED,
        retention=retention,
        begun_by=by,
    )
    _stand(circle, by, Standing.HOST, today=today)
    _stand(circle, with_host, Standing.ASKED_TO_HOST, today=today)
    return circle


@transaction.atomic
def invite_to_host(circle: Circle, who: Account, *, by: Account, today: int) -> None:
    """Ask a specialist to lead too, in the circle already or not; one at a time."""
    hold(circle)
    host_of(circle, by)
    check_going(circle)
    known = belonging_of(circle, who)
    if known is not None and known.standing == Standing.ASKED_TO_HOST:
        return
    if asked_to_host(circle) or (known is not None and known.standing == Standing.HOST):
        raise NotNowInCircle
    _check_may_lead(who, today=today)
    if is_blocked(by, who) or is_blocked(who, by):
        raise NotYours
    _stand(circle, who, Standing.ASKED_TO_HOST, today=today)


@transaction.atomic
def host_yes(circle: Circle, *, by: Account, today: int) -> None:
    """Lead too: with the second host a circle begins; later, a header makes them host."""
    hold(circle)
    mine = standing_as(circle, by, Standing.ASKED_TO_HOST)
    check_held()
    check_not_stopped(by, Stopped.CIRCLES)
    _check_endorsed(by, today=today)
    mine.standing, mine.was_in, mine.since_on = Standing.HOST, False, today
    mine.save(update_fields=["standing", "was_in", "since_on"])
    if circle.state != State.PROPOSED:
        check_going(circle)
        gates.name_in_circle(conversation_of(circle), by, role=HOST)
        return
    circle.conversation = gates.open_circle(
        conv=bytes(circle.conv),
        rand=bytes(circle.rand),
        hosts=hosts_of(circle),
        retention=circle.retention,
        today=today,
    )
    # Nobody is taken in before the two have met in it.
    circle.state = State.RESTING
    circle.save(update_fields=["state", "conversation"])


@transaction.atomic
def host_no(circle: Circle, *, by: Account) -> None:
    """Do not lead, without a reason; a host may take the question back. NotYours for others."""
    hold(circle)
    mine = belonging_of(circle, by)
    if mine is None or mine.standing not in (Standing.ASKED_TO_HOST, Standing.HOST):
        raise NotYours
    if circle.state == State.PROPOSED:
        circle.delete()
        return
    if mine.standing == Standing.ASKED_TO_HOST:
        _answer_no(mine)
        return
    for asked in Belonging.objects.filter(circle=circle, standing=Standing.ASKED_TO_HOST):
        _answer_no(asked)


@transaction.atomic
def step_down(circle: Circle, *, by: Account, today: int) -> None:
    """Lead no more, and stay; two others have to lead. A header says so first."""
    hold(circle)
    mine = host_of(circle, by)
    check_going(circle)
    if not goes_on(len(hosts_of(circle)) - 1):
        raise NotNowInCircle
    mine.standing, mine.since_on = Standing.IN, today
    mine.save(update_fields=["standing", "since_on"])
    Knock.objects.filter(belonging__circle=circle, to=by).delete()
    gates.name_in_circle(conversation_of(circle), by, role=RoleName.SPECIALIST)


@transaction.atomic
def name_and_open(
    circle: Circle, *, by: Account, name: str, line: str, takes_people: bool
) -> None:
    """Word anew by what a circle is listed, and whether it takes anybody."""
    hold(circle)
    host_of(circle, by)
    check_going(circle)
    if takes_people:
        check_held()
    if not has_a_name(name, line):
        raise NoSuchWords
    circle.name, circle.line = name.strip(), line.strip()
    circle.state = State.OPEN if takes_people else State.RESTING
    circle.save(update_fields=["name", "line", "state"])


@transaction.atomic
def end_circle(circle: Circle, *, by: Account) -> None:
    """End a circle: nobody writes any more, and who waits is let go of."""
    hold(circle)
    host_of(circle, by)
    check_going(circle)
    close(circle)


def close(circle: Circle) -> None:
    """End a circle that goes on; nobody asks anybody anything about it any more."""
    circle.state = State.OVER
    circle.save(update_fields=["state"])
    unsettled = (Standing.WAITING, Standing.NOT_NOW, Standing.ASKED_TO_HOST)
    left = Belonging.objects.filter(circle=circle, standing__in=unsettled)
    left.filter(was_in=True).update(standing=Standing.IN, was_in=False)
    left.delete()
    gates.close_circle(conversation_of(circle))


def check_held() -> None:
    """CirclesOff where the programme holds none."""
    if not are_circles_held():
        raise CirclesOff


def check_going(circle: Circle) -> None:
    """NotNowInCircle where a circle has not begun, or is over."""
    if circle.state not in GOING:
        raise NotNowInCircle


def conversation_of(circle: Circle) -> Conversation:
    """Give the log of a circle that has begun; NotNowInCircle else."""
    if circle.conversation is None:
        raise NotNowInCircle
    return circle.conversation


def _answer_no(asked: Belonging) -> None:
    if not asked.was_in:
        asked.delete()
        return
    asked.standing, asked.was_in = Standing.IN, False
    asked.save(update_fields=["standing", "was_in"])


def _check_may_lead(host: Account, *, today: int) -> None:
    _check_endorsed(host, today=today)
    if count_led(host) >= MOST_LED:
        raise LeadsEnough


def _check_endorsed(host: Account, *, today: int) -> None:
    if host.closed or endorsement_in_force(host, today=today) is None:
        raise NotYours
    if is_stopped(host, Stopped.CIRCLES):
        raise NotYours


def _stand(circle: Circle, who: Account, standing: Standing, *, today: int) -> None:
    known = belonging_of(circle, who)
    was_in = known is not None and known.standing == Standing.IN
    Belonging.objects.update_or_create(
        circle=circle,
        account=who,
        defaults={"standing": standing, "since_on": today, "was_in": was_in},
    )
