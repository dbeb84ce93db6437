"""Whatever is sent, the house answers in its one shape and never breaks.

The first tier sends the same things each time: forty to a route whose well-made papers stand
here, with something else at one place of them, and twelve to each of the others, which get
anything at all. `make proof` sends three hundred to each, by chance.
"""

import json
from collections import defaultdict
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.api.urls import api
from tests.cast import ask_papers, fresh, profile_papers, yes_papers

DESCRIBED: dict[str, Any] = api.get_openapi_schema()["paths"]
ROUTES = sorted(
    (method.upper(), path)
    for path, methods in DESCRIBED.items()
    for method in methods
    if method != "get" and path not in {"/api/sign-out", "/api/close-place"}
)
NUMBERS = st.one_of(
    st.integers(-(2**70), 2**70), st.sampled_from([0, 1, 2**31, 2**53 - 1, 2**53, 2**63])
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"[A-Za-z0-9_-]{0,90}", fullmatch=True),
    st.sampled_from(["A" * 22, "A" * 43, "A" * 86, "\x00", "\u0000a", "%", "'"]),
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, st.floats(allow_nan=False))
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)
WITH_PAPERS, WITHOUT, IN_PROOF = 40, 12, 300
# Routes that begin alike are called one after the other by the same cast.
TOGETHER: dict[str, list[tuple[str, str]]] = defaultdict(list)
for _method, _path in ROUTES:
    TOGETHER[_path.split("/")[2]].append((_method, _path))


def leaves(papers, at=()):
    """Every place in papers where something else could stand."""
    yield at
    if isinstance(papers, dict):
        for name, value in papers.items():
            yield from leaves(value, (*at, name))
    if isinstance(papers, list):
        for place, value in enumerate(papers[:2]):
            yield from leaves(value, (*at, place))


def replaced(papers, at, value):
    """The same papers with something else at one place."""
    if not at:
        return value
    copy = json.loads(json.dumps(papers))
    inner = copy
    for step in at[:-1]:
        inner = inner[step]
    inner[at[-1]] = value
    return copy


@pytest.fixture
def papers(ada, ben, asked):
    """Well-made papers for each route that takes any."""
    state = ada.person.remember(name="Somebody")
    return {
        "/api/sign-up": fresh("eve").sign_up_payload(),
        "/api/sign-in": {"username": ada.username, "auth": "A" * 43},
        "/api/sign-in/spare": {"username": ada.username, "auth": "A" * 43},
        "/api/state": state,
        "/api/documents/{doc_id}": {
            "ver": 1,
            "prev": "A" * 43,
            "lock": "AQ" + "A" * 138,
            "box": "AQ" + "A" * 1_461,
        },
        "/api/profile": profile_papers(ben, ver=2),
        "/api/asks": ask_papers(ada, ben).payload,
        "/api/seat": {"paused": False, "cap": 3},
        "/api/relationships/{number}/accept": yes_papers(ben, asked),
        "/api/relationships/{number}/again": {"conv": "A" * 22, "rand": "A" * 22},
    }


@pytest.mark.parametrize("first", TOGETHER)
def test_whatever_is_sent_is_answered_in_the_one_shape(ada, ben, asked, papers, first):
    for method, path in TOGETHER[first]:
        how_often = WITH_PAPERS if path in papers else WITHOUT
        calls = settings(max_examples=how_often, derandomize=True, database=None)
        send(method, path, papers.get(path, {}), (ada, ben, asked), calls)


@pytest.mark.proof
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("first", TOGETHER)
def test_nor_does_it_break_by_chance(ada, ben, asked, papers, first):
    for method, path in TOGETHER[first]:
        send(
            method,
            path,
            papers.get(path, {}),
            (ada, ben, asked),
            settings(max_examples=IN_PROOF),
        )


def send(method, path, whole, cast, calls):
    """Make the calls to one route; whatever they did is undone before the next."""
    ada, ben, asked = cast
    room = ben.room if "accept" in path or path in {"/api/seat", "/api/profile"} else ada.room

    @settings(
        calls,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(at=st.sampled_from(sorted(leaves(whole), key=str)), value=JSON, number=NUMBERS)
    def holds(at, value, number):
        here = path.replace("{number}", str(number if not at else asked.pk))
        here = here.replace("{doc_id}", str(number) if not at else "A" * 22)
        answer = room.call(method, here, replaced(whole, at, value))
        assert answer.status_code < 500, (method, here, answer.content)
        if answer.status_code >= 400:
            assert set(answer.json()["error"]) == {"code", "words"}, (method, here)

    with transaction.atomic():
        holds()
        transaction.set_rollback(True)
