"""A step of the database that a house has gone is never written anew: only another follows."""

import hashlib
from pathlib import Path

import pytest
from django.core.management import call_command

import alongside

ROOMS = Path(alongside.__file__).parent
# Where houses stand already. What comes after joins this list once it is out.
GONE = {
    "conversations/migrations/0001_initial.py": "e0bb925c7cea22a3",
    "conversations/migrations/0002_waiting_since.py": "b813b981928e6130",
    "conversations/migrations/0003_retention.py": "47d6a732d44af0e1",
    "conversations/migrations/0004_more_than_text.py": "cbcdda4f4244e73d",
    "files/migrations/0001_initial.py": "7c58072e4ca1e7cd",
    "keys/migrations/0001_initial.py": "6f86e5d1c0e254f7",
    "keys/migrations/0002_devices.py": "7f8fab8fe0c9f8d5",
    "keys/migrations/0003_taking_along.py": "6bf57a91aa48a82b",
    "keys/migrations/0005_more_than_text.py": "bef992c50f960a11",
    "keys/migrations/0006_key_log.py": "48ced3375c84c27b",
    "keys/migrations/0007_new_lock.py": "1dcb7d93b90f0fe0",
    "keys/migrations/0008_passkey.py": "fe17ac521e21dfed",
    "matching/migrations/0001_initial.py": "82266a035d233a79",
    "notices/migrations/0001_initial.py": "cf3cbbb116d398c2",
    "notices/migrations/0002_lang.py": "fcb337bb029bbf64",
    "people/migrations/0001_initial.py": "ad0760ea2a6f6da5",
    "people/migrations/0002_way_of_token.py": "d96d440ea35ef1d7",
    "people/migrations/0003_second_step.py": "6d392b18001a09b0",
    "programme/migrations/0001_initial.py": "109d3ce502dad9db",
    "programme/migrations/0002_languages.py": "9280f1c4ac5466d9",
    "programme/migrations/0003_setup.py": "73bedf22e4568b04",
    "programme/migrations/0004_answer_within.py": "e96064a648c55dfa",
    "programme/migrations/0005_keeping.py": "a3f506855db0d976",
    "programme/migrations/0006_closing.py": "ea226396785eaf84",
    "relationships/migrations/0001_initial.py": "18d6f701e553046f",
    "relationships/migrations/0002_invites.py": "0758b7227647b64c",
}


@pytest.mark.parametrize("name", GONE)
def test_a_house_that_stands_here_already_goes_on_from_where_it_stands(name):
    written = (ROOMS / name).read_bytes()

    assert hashlib.sha256(written).hexdigest()[:16] == GONE[name]


@pytest.mark.django_db
def test_the_steps_lead_to_what_the_rooms_say_today():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
