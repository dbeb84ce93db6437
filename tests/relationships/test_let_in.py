"""Somebody else reads along only where both signed that the client may let them in."""

import pytest

from alongside.relationships.models import Relationship
from pse.promise import promise_json, read_promise
from tests.relationships.handing import ask_over


@pytest.mark.parametrize("kind", ["handover", "stand-in"])
def test_under_an_old_promise_nobody_is_asked_until_both_signed_the_new_one(
    talking, ada, lea, kind
):
    old = [one for one in read_promise(talking.promise) if one[0] != "let-in"]
    Relationship.objects.filter(pk=talking.pk).update(promise=promise_json(old))

    answer = ask_over(ada, talking, lea, kind=kind)

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-promised")
    assert lea.room.get("/api/handovers").json() == {"handovers": []}
