"""What appointments tell the rooms above, in the same transaction.

Each has `relationship`; a time that is spoken of is the appointment's own `starts_at`.
"""

from dataclasses import dataclass
from datetime import datetime

from alongside.appointments.happening import OfAppointment


@dataclass(frozen=True)
class AppointmentProposed(OfAppointment):
    """One of the two proposed a time; the other has not answered."""


@dataclass(frozen=True)
class AppointmentAgreed(OfAppointment):
    """Both count on it from now on."""


@dataclass(frozen=True)
class AppointmentDeclined(OfAppointment):
    """A proposal came to nothing: a no, a change of mind, or no answer before its time."""


@dataclass(frozen=True)
class AppointmentMoveWished(OfAppointment):
    """One of the two asked for another time, or took that back, or the other said no to it."""


@dataclass(frozen=True)
class AppointmentMoved(OfAppointment):
    """Both agreed to another time. In time: the wish came early, nothing is broken."""

    was_at: datetime
    by: int
    in_time: bool


@dataclass(frozen=True)
class AppointmentCancelled(OfAppointment):
    """One of the two (`by`) cancelled what both counted on, early enough or not."""

    by: int
    in_time: bool


@dataclass(frozen=True)
class AppointmentLetGo(OfAppointment):
    """It fell away with a pause, an end or a handover: nobody broke anything."""


@dataclass(frozen=True)
class AppointmentKept(OfAppointment):
    """The two met."""


@dataclass(frozen=True)
class AppointmentBroken(OfAppointment):
    """They did not meet; `by` was not there (None: neither says who)."""

    by: int | None


@dataclass(frozen=True)
class AppointmentSeenApart(OfAppointment):
    """The two say different things of it: it counts neither as kept nor as broken."""


@dataclass(frozen=True)
class EarlierTimeFree(OfAppointment):
    """A time before this appointment came free, and its client wanted to hear of one."""


@dataclass(frozen=True)
class EarlierTimeWished(OfAppointment):
    """The client asked to be told of an earlier time, or not any more."""


EVERY: tuple[type[OfAppointment], ...] = (
    AppointmentProposed,
    AppointmentAgreed,
    AppointmentDeclined,
    AppointmentMoveWished,
    AppointmentMoved,
    AppointmentCancelled,
    AppointmentLetGo,
    AppointmentKept,
    AppointmentBroken,
    AppointmentSeenApart,
    EarlierTimeFree,
    EarlierTimeWished,
)
