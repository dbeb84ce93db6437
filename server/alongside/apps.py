"""The house as a whole: when all rooms are there, their listeners are connected."""

from django.apps import AppConfig


class House(AppConfig):
    """Connects the rooms once all of them are loaded."""

    name = "alongside"
    label = "house"

    def ready(self) -> None:
        """Connect every listener; only now may rooms be imported."""
        from alongside import wiring

        wiring.connect()
