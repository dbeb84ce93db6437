"""Every route of the API, called as its description says and beside it, by everybody there is.

Schemathesis makes the calls. Whatever it thinks of, the house does not break, answers as it
describes or in the one shape of a refusal, and opens nothing that needs a sign-in without one.
"""

from contextlib import contextmanager
from datetime import timedelta
from functools import cache

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from alongside.api.urls import api
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.people import actions as people
from alongside.people.models import Scope
from alongside.wsgi import application

DESCRIBED = schemathesis.openapi.from_dict(api.get_openapi_schema())
DESCRIBED.app = application
OPERATIONS = {
    f"{one.ok().method.upper()} {one.ok().path}": one.ok()
    for one in DESCRIBED.get_all_operations()
}
NEEDS_A_SIGN_IN = {
    name for name, one in OPERATIONS.items() if one.definition.raw.get("security")
}
# Whoever has signed out or closed their place is nobody for the rest of the calls.
ENDS_A_SIGN_IN = {"POST /api/sign-out", "POST /api/close-place"}
WHO = ("nobody", "spare", "ada", "ben", "cem", "dora", "eve", "finn")
# Who came in with the spare code is half in until there are new words: these, and nothing else.
HALF_IN = {"GET /api/me", "POST /api/sign-out", "POST /api/ways-in/renew"}
CLOSED = {"nobody": {400, 401, 404, 405}, "spare": {400, 404, 405}}
NOT_FOR = {"nobody": NEEDS_A_SIGN_IN, "spare": NEEDS_A_SIGN_IN - HALF_IN}
CALLS_EACH = 12
thinking = settings(
    deadline=None,
    max_examples=CALLS_EACH,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@contextmanager
def beside_the_test():
    """Let the application answer in the test's own transaction: it closes no connection."""
    heard = [
        (request_started, close_old_connections),
        (request_finished, close_old_connections),
    ]
    for signal, receiver in heard:
        signal.disconnect(receiver)
    try:
        yield
    finally:
        for signal, receiver in heard:
            signal.connect(receiver)


def bearer(token):
    return {"X-Alongside": "1", "Authorization": f"Bearer {to_text(token)}"}


@pytest.fixture
def signed_in(request, house):
    """What somebody's calls carry: nothing for a stranger."""

    def carried(who):
        if who == "nobody":
            return {"X-Alongside": "1"}
        if who == "spare":
            ada = request.getfixturevalue("ada").account
            # It lasts ten minutes, and all these calls may take longer.
            later = clock.now() + timedelta(hours=1)
            return bearer(people.sign_in(ada, scope=Scope.SPARE, now=later).raw)
        return bearer(request.getfixturevalue(who).room.token)

    return carried


@cache
def thought_of(name):
    """The calls for a route: thought of once, for whoever makes them.

    Without chance each would be thought of anew for everybody, and be the same: that took three
    times as long as making them.
    """
    cases = []

    @thinking
    @given(case=OPERATIONS[name].as_strategy())
    def collect(case):
        cases.append(case)

    collect()
    return tuple(cases)


def statuses(name, headers, *, examples=CALLS_EACH):
    """Make the calls somebody thought of for a route, and give how each was answered."""
    with beside_the_test():
        return [
            answered(OPERATIONS[name], case, headers).status_code
            for case in thought_of(name)[:examples]
        ]


def answered(operation, case, headers):
    """Make the call, and look at what holds for every answer."""
    answer = case.call(headers=headers)
    if answer.status_code >= 400:
        case.validate_response(answer, checks=[not_a_server_error])
        assert set(answer.json()["error"]) == {"code", "words"}, operation.label
    else:
        case.validate_response(answer, checks=[response_schema_conformance])
    return answer


def test_every_route_is_called():
    described = {
        f"{method.upper()} {path}"
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    }

    assert set(OPERATIONS) == described
    assert len(NEEDS_A_SIGN_IN) > 100


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("who", WHO)
def test_whoever_calls_whatever_is_answered(signed_in, asked, who):
    headers, closed = signed_in(who), NOT_FOR.get(who, set())
    for name in sorted(set(OPERATIONS) - ENDS_A_SIGN_IN):
        for status in statuses(name, headers):
            if name in closed:
                assert status in CLOSED[who], name


@pytest.mark.proof
@pytest.mark.timeout(600)
def test_a_made_up_sign_in_is_none(house):
    headers = bearer(bytes(32))
    for name in sorted(NEEDS_A_SIGN_IN):
        assert set(statuses(name, headers, examples=2)) <= {401, 400, 404}, name
