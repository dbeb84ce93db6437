"""Ruth comes in as a room does it: real keys, over the API."""

from django.test import Client

from alongside.demo.specialists import RUTH
from alongside.ground import clock
from alongside.programme.queries import programme
from pse.person import make_person


def sign_up(token):
    """Make a place with a one-time link; give who came, and the answer."""
    here = programme()
    newcomer = make_person(RUTH.username, home=here.home, day=clock.today(), name="Ruth")
    payload = newcomer.sign_up_payload(link=token)
    answer = Client().post(
        "/api/sign-up", payload, content_type="application/json", headers={"X-Alongside": "1"}
    )
    return newcomer, answer
