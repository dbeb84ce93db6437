"""An appeal goes to somebody who did not take that person away, and is answered once."""

from django.db import transaction

from alongside.circles.actions.leading import NotNowInCircle
from alongside.circles.models import Removal, Step
from alongside.circles.queries import hold, readers_of_appeal
from alongside.ground.refusal import NotYours
from alongside.people.models import Account


@transaction.atomic
def appeal(removal: Removal, letter: bytes, *, to: Account, today: int) -> None:
    """Let somebody else look at it: a host who did not do it, or a safety officer. NotYours."""
    hold(removal)
    if removal.step != Step.TOLD:
        raise NotNowInCircle
    if to.pk not in {one.pk for one in readers_of_appeal(removal, today=today)}:
        raise NotYours
    removal.reader, removal.appeal, removal.step = to, letter, Step.APPEALED
    removal.save(update_fields=["reader", "appeal", "step"])


@transaction.atomic
def answer_appeal(removal: Removal, letter: bytes, *, may_ask: bool) -> None:
    """Answer, sealed to whoever appealed: it stands, or they may ask to join again."""
    hold(removal)
    if removal.step != Step.APPEALED:
        raise NotNowInCircle
    removal.answer = letter
    removal.step = Step.MAY_ASK if may_ask else Step.STANDS
    removal.save(update_fields=["answer", "step"])
