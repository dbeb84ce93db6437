"""Makes the tables, and the rows of many pairs as the server would have written them."""

import os
from pathlib import Path

from alongside.simulating.pairs import Seeded, Side, header_of

__all__ = ["HOME", "Seeded", "Side", "header_of", "seed", "sitting", "use"]

HOME = bytes(range(16))


def use(data: Path, database_url: str) -> None:
    """Point the house at this data folder and make the tables."""
    os.environ |= {
        "ALONGSIDE_DATA": str(data),
        "ALONGSIDE_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
    }
    import django
    from django.core.management import call_command

    from tests.once import TABLES, lay_tables

    if not database_url and not (data / TABLES).exists():
        lay_tables(data)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def seed(pairs: int) -> list[Seeded]:
    """Make so many pairs, ready to talk."""
    from alongside.simulating import seeding

    return seeding.seed(pairs)


def sitting() -> str:
    """A programme, and a sitting of its coordinator at the desk: the cookie to come with."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from alongside.demo.programme import PROGRAMME
    from alongside.ground import clock
    from alongside.people.models import DeskUser
    from alongside.programme.actions import found
    from alongside.programme.models import Programme
    from alongside.web.desk.half import BACKEND, SEEN

    if not Programme.objects.exists():
        how = vars(PROGRAMME) | {"passes_on": list(PROGRAMME.passes_on)}
        found(roster_key=bytes(32), home=HOME, **how)
    dora, _ = DeskUser.objects.get_or_create(name="Dora")
    session = SessionStore()
    session[SESSION_KEY] = str(dora.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = dora.get_session_auth_hash()
    session[SEEN] = clock.now().timestamp()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
