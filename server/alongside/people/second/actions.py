"""Taking the second step, setting one up, and letting one go."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from alongside.ground.clock import day_of
from alongside.ground.refusal import NotYours, Refused
from alongside.people.actions import make_desk_user
from alongside.people.hidden import hidden
from alongside.people.models import DeskUser, PaperCode, SecondKind, SecondStep, Spent
from alongside.people.second import passkeys
from alongside.people.second.passkeys import DoesNotHold, Place
from alongside.people.second.queries import passkey_of, secret_of
from alongside.people.second.rules import (
    LONGEST_NAME,
    MOST_STEPS,
    PAPER_CODES,
    QUESTION_FOR,
    paper_code,
    paper_code_in,
    step_that_fits,
    still_fits_until,
)
from alongside.people.tries import Door, forgive, take_try
from pse.words import draw_words


class StepNotTaken(Refused):
    """This is not the second step, or it was used already; it does not say which."""

    code = "step-not-taken"
    words = "That did not open the desk."
    status = 401


class LastStep(Refused):
    """The last second step stays: without one nobody comes in."""

    code = "last-step"
    words = "This is your only second step. Add another one first."


class TooManySteps(Refused):
    """Ten ways to take the second step are enough."""

    code = "too-many-steps"
    words = "You have ten second steps. Remove one first."


class NameIsTaken(Refused):
    """A seat at the desk with this name is somebody's."""

    code = "desk-name-taken"
    words = "Someone at the desk has this name. To give them new words, use reset."


@transaction.atomic
def _counted(kind: str, user: DeskUser, address: str, *, now: datetime) -> Door:
    door = Door(kind, user.name, address)
    take_try(door, now=now)
    return door


def take_code(user: DeskUser, typed: str, *, address: str, now: datetime) -> None:
    """Take the second step with a code of an app or of paper; StepNotTaken or SlowDown."""
    door = _counted("desk-code", user, address, now=now)
    with transaction.atomic():
        _spend_code(user, typed, now=now)
    forgive(door)


def take_passkey(
    user: DeskUser, answer: str, place: Place, *, challenge: bytes, address: str, now: datetime
) -> None:
    """Take the second step with a passkey that answers our question; StepNotTaken, SlowDown."""
    door = _counted("desk-passkey", user, address, now=now)
    with transaction.atomic():
        _spend_question(challenge, now=now)
        _check_passkey(user, answer, place, challenge=challenge)
    forgive(door)


@transaction.atomic
def add_app(
    user: DeskUser, seed: bytes, typed: str, *, name: str, is_first: bool, now: datetime
) -> SecondStep:
    """Keep an app whose first code was typed; StepNotTaken if the code is not its."""
    secret = secret_of(seed)
    step = step_that_fits(secret, typed, now=now)
    if step is None:
        raise StepNotTaken
    _spend(hidden(b"desk-code", seed, step), until=still_fits_until(step))
    return _keep(user, SecondKind.APP, name, is_first=is_first, now=now, seed=seed)


@transaction.atomic
def add_passkey(
    user: DeskUser,
    answer: str,
    place: Place,
    *,
    challenge: bytes,
    name: str,
    is_first: bool,
    now: datetime,
) -> SecondStep:
    """Keep a passkey that was just made; StepNotTaken if it does not hold."""
    _spend_question(challenge, now=now)
    try:
        found = passkeys.made(answer, place, challenge=challenge)
    except DoesNotHold:
        raise StepNotTaken from None
    return _keep(
        user,
        SecondKind.PASSKEY,
        name,
        is_first=is_first,
        now=now,
        credential=found.credential,
        public_key=found.public_key,
        uses=found.uses,
    )


@transaction.atomic
def remove_step(step: SecondStep) -> None:
    """Let a second step go and end every other sitting; LastStep if no other is left."""
    user = DeskUser.objects.select_for_update().get(pk=step.user_id)
    if not SecondStep.objects.filter(user=user).exclude(pk=step.pk).exists():
        raise LastStep
    SecondStep.objects.filter(pk=step.pk).delete()
    end_sittings(user)


@transaction.atomic
def new_paper_codes(user: DeskUser) -> list[str]:
    """Draw eight codes for paper; those from before stop working. They are shown once."""
    DeskUser.objects.select_for_update().get(pk=user.pk)
    PaperCode.objects.filter(user=user).delete()
    codes = [paper_code(secrets.token_bytes(16)) for _ in range(PAPER_CODES)]
    for code in codes:
        PaperCode.objects.create(user=user, code_hash=_paper_hash(user, code))
    return codes


@transaction.atomic
def end_sittings(user: DeskUser) -> None:
    """End every sitting of a coordinator at once, half ones too."""
    DeskUser.objects.filter(pk=user.pk).update(sittings=F("sittings") + 1)
    user.refresh_from_db()


@transaction.atomic
def add_desk_user(name: str) -> str:
    """Give someone new a seat at the desk; gives their five words, which are shown once."""
    if DeskUser.objects.filter(name=name).exists():
        raise NameIsTaken
    words = draw_words()
    make_desk_user(name, words)
    return words


@transaction.atomic
def reset_desk_user(user: DeskUser) -> str:
    """Begin anew: new words, no second step, no paper codes, every sitting ended."""
    words = draw_words()
    make_desk_user(user.name, words)
    SecondStep.objects.filter(user=user).delete()
    PaperCode.objects.filter(user=user).delete()
    end_sittings(user)
    return words


@transaction.atomic
def forget_spent(*, now: datetime) -> None:
    """Delete what could not be used again anyway."""
    Spent.objects.filter(until_at__lte=now).delete()


def _spend_code(user: DeskUser, typed: str, *, now: datetime) -> None:
    if not (_spend_app_code(user, typed, now=now) or _spend_paper_code(user, typed)):
        raise StepNotTaken


def _spend_app_code(user: DeskUser, typed: str, *, now: datetime) -> bool:
    for one in SecondStep.objects.filter(user=user, kind=SecondKind.APP).order_by("id"):
        seed = bytes(one.seed or b"")
        step = step_that_fits(secret_of(seed), typed, now=now)
        if step is not None:
            _spend(hidden(b"desk-code", seed, step), until=still_fits_until(step))
            return True
    return False


def _spend_paper_code(user: DeskUser, typed: str) -> bool:
    code = paper_code_in(typed)
    if code is None:
        return False
    spent, _ = PaperCode.objects.filter(user=user, code_hash=_paper_hash(user, code)).delete()
    return bool(spent)


def _spend_question(challenge: bytes, *, now: datetime) -> None:
    _spend(hidden(b"desk-question", challenge), until=now + QUESTION_FOR)


def _spend(key: bytes, *, until: datetime) -> None:
    """Use something up; two at once find that one of them came first."""
    try:
        with transaction.atomic():
            Spent.objects.create(key=key, until_at=until)
    except IntegrityError:
        raise StepNotTaken from None


def _check_passkey(user: DeskUser, answer: str, place: Place, *, challenge: bytes) -> None:
    try:
        credential = passkeys.named_in(answer)
        step = _locked(user, credential)
        uses = passkeys.shown(answer, place, passkey_of(step), challenge=challenge)
    except (DoesNotHold, NotYours):
        raise StepNotTaken from None
    SecondStep.objects.filter(pk=step.pk).update(uses=uses)


def _locked(user: DeskUser, credential: bytes) -> SecondStep:
    found = SecondStep.objects.select_for_update().filter(user=user, credential=credential)
    step = found.first()
    if step is None:
        raise NotYours
    return step


def _keep(
    user: DeskUser,
    kind: SecondKind,
    name: str,
    *,
    is_first: bool,
    now: datetime,
    **what: bytes | int,
) -> SecondStep:
    DeskUser.objects.select_for_update().get(pk=user.pk)
    there = SecondStep.objects.filter(user=user).count()
    if is_first and there:
        # Two who know the words were here at once: the later one has to take the step.
        raise StepNotTaken
    if there >= MOST_STEPS:
        raise TooManySteps
    try:
        with transaction.atomic():
            return SecondStep.objects.create(
                user=user, kind=kind, name=name[:LONGEST_NAME], added_on=day_of(now), **what
            )
    except IntegrityError:
        raise StepNotTaken from None


def _paper_hash(user: DeskUser, code: str) -> bytes:
    return hidden(b"desk-paper", user.pk, (paper_code_in(code) or "").encode())
