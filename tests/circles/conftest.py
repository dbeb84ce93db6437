"""A programme that holds circles, and what people do in them over the API."""

import os

import pytest

from alongside.circles.actions import fill_in_assessment
from alongside.circles.models import Circle
from alongside.circles.queries import assessment
from alongside.circles.rules import QUESTIONS
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from pse.circle import begin_circle
from tests.cast import bring_in_specialist

LETTER = 112 + 1_097


def letter():
    """What a room sealed to one person; the house sees bytes of one of two lengths."""
    return to_text(os.urandom(LETTER))


class AtCircles:
    """What somebody's room asks of the house about one circle."""

    def __init__(self, number=None):
        self.number = number

    @property
    def path(self):
        return f"/api/circles/{self.number}"

    @property
    def row(self):
        return Circle.objects.get(pk=self.number)

    def proposes(self, host, other, **more):
        """A host proposes it to another."""
        made = begin_circle(host.person, [other.record], retention=12, day=clock.today())
        papers = {
            "conv": to_text(made.conv),
            "rand": to_text(made.rand),
            "with_host": to_text(other.account.ref),
            "name": "Evening circle",
            "line": "We meet on Tuesdays, with tea.",
            "retention": 12,
        }
        answer = host.room.post("/api/circles", papers | more)
        if answer.status_code == 201:
            self.number = answer.json()["circles"][0]["id"]
            self.begun = made
        return answer

    def seen(self, member):
        """The circle as somebody's list holds it; None if it does not."""
        found = member.room.get("/api/circles").json()["circles"]
        return next((one for one in found if one["id"] == self.number), None)

    def leads(self, member):
        return member.room.post(f"{self.path}/lead/yes")

    def opens(self, member, **more):
        papers = {"name": "Evening circle", "line": "With tea.", "takes_people": True}
        return member.room.put(self.path, papers | more)

    def asks(self, member, *hosts):
        letters = [{"to": to_text(host.account.ref), "box": letter()} for host in hosts]
        return member.room.post(f"{self.path}/ask", {"letters": letters})

    def takes_back(self, member):
        return member.room.call("DELETE", f"{self.path}/ask", None)

    def waiting(self, member):
        return member.room.get(f"{self.path}/waiting")

    def people(self, member):
        return member.room.get(f"{self.path}/people")

    def leaves(self, member):
        return member.room.post(f"{self.path}/leave")

    def ends(self, member):
        return member.room.post(f"{self.path}/end")

    def does(self, member, deed, who, papers=None):
        """A host's deed about somebody: let-in, not-now, lead, remove."""
        path = f"{self.path}/people/{to_text(who.account.ref)}/{deed}"
        return member.room.post(path, papers)

    def removes(self, member, who):
        return self.does(member, "remove", who, {"box": letter()})


def assessed(*, holds_circles=True):
    """The programme's risk assessment, with an answer to each question."""
    answers = dict.fromkeys(QUESTIONS, "We talked about this.")
    newest = assessment()
    return fill_in_assessment(
        answers,
        over=0 if newest is None else newest.version,
        holds_circles=holds_circles,
        by_name="Dora Lindqvist",
        today=clock.today(),
    )


@pytest.fixture
def held(house):
    """The programme holds circles."""
    return assessed()


@pytest.fixture
def lea(house, desk):
    """Another specialist."""
    return bring_in_specialist("cem", desk, display_name="Lea")


@pytest.fixture
def circle(held, ben, lea):
    """Ben and Lea lead a circle that takes people."""
    made = AtCircles()
    assert made.proposes(ben, lea).status_code == 201
    assert made.leads(lea).status_code == 200
    assert made.opens(ben).status_code == 200
    return made


@pytest.fixture
def with_ada(circle, ben, lea, ada):
    """Ada was let in."""
    assert circle.asks(ada, ben, lea).status_code == 200
    assert circle.does(ben, "let-in", ada).status_code == 204
    return circle
