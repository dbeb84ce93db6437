"""What every announcement about an appointment has."""

from dataclasses import dataclass

from alongside.appointments.models import Appointment
from alongside.relationships.models import Relationship


@dataclass(frozen=True)
class OfAppointment:
    """Something about one appointment."""

    appointment: Appointment

    @property
    def relationship(self) -> Relationship:
        """Give whose it is."""
        return self.appointment.relationship
