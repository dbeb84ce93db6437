"""The doors to what somebody has for the second step."""

from alongside.ground.refusal import NotYours
from alongside.people.hidden import hidden
from alongside.people.models import DeskUser, PaperCode, SecondKind, SecondStep
from alongside.people.second.passkeys import Passkey

SECRET_BYTES = 20


def desk_user_numbered(number: int) -> DeskUser | None:
    """Give the coordinator with this number."""
    return DeskUser.objects.filter(pk=number).first()


def desk_user_named(name: str) -> DeskUser:
    """Give the coordinator with this name; NotYours else."""
    user = DeskUser.objects.filter(name=name).first()
    if user is None:
        raise NotYours
    return user


def desk_users() -> list[DeskUser]:
    """Give everyone who has a seat at the desk, by name."""
    return list(DeskUser.objects.order_by("name"))


def steps_of(user: DeskUser) -> list[SecondStep]:
    """Give what someone can take the second step with, oldest first."""
    return list(SecondStep.objects.filter(user=user).order_by("id"))


def step_of(user: DeskUser, *, id: int) -> SecondStep:
    """Give one of somebody's own; NotYours else."""
    step = SecondStep.objects.filter(user=user, pk=id).first()
    if step is None:
        raise NotYours
    return step


def has_second_step(user: DeskUser) -> bool:
    """Say whether someone has set up a second step."""
    return SecondStep.objects.filter(user=user).exists()


def credentials_of(user: DeskUser) -> list[bytes]:
    """Give what names somebody's passkeys."""
    return [
        bytes(step.credential)
        for step in steps_of(user)
        if step.kind == SecondKind.PASSKEY and step.credential is not None
    ]


def paper_codes_left(user: DeskUser) -> int:
    """Say how many codes on paper still work."""
    return PaperCode.objects.filter(user=user).count()


def secret_of(seed: bytes) -> bytes:
    """Give the secret an app holds; nobody without the server's own key can."""
    return hidden(b"desk-app", seed)[:SECRET_BYTES]


def passkey_of(step: SecondStep) -> Passkey:
    """Give what checks a passkey."""
    if step.credential is None or step.public_key is None:
        raise NotYours
    return Passkey(bytes(step.credential), bytes(step.public_key), step.uses)


def handle_of(user: DeskUser) -> bytes:
    """Give what a passkey knows its owner by; it says nothing to anyone else."""
    return hidden(b"desk-handle", user.pk)
