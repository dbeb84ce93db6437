import threading
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from alongside.ground import clock
from alongside.process import ticking


@pytest.fixture
def ran(monkeypatch):
    """Moments at which the timers ran, and a way to wait for the next."""
    moments, again = [], threading.Semaphore(0)

    def run_due(*, now):
        moments.append(now)
        again.release()
        raise RuntimeError("this one fails")

    monkeypatch.setattr(ticking, "run_due", run_due)
    return moments, again


def test_a_timer_that_failed_is_tried_again(ran, caplog):
    moments, again = ran

    with ticking.ticking(every=0.01, first_after=0.01):
        assert again.acquire(timeout=5)
        assert again.acquire(timeout=5)

    assert "timers failed" in caplog.text
    assert moments[0].tzinfo is not None


def test_a_programme_ends_on_its_day_even_if_another_timer_fails(ran, monkeypatch):
    ended = threading.Event()
    monkeypatch.setattr(ticking, "forget_desk_sessions", lambda: None)
    monkeypatch.setattr(ticking, "end_if_due", lambda *, today: ended.set())

    with ticking.ticking(every=60, first_after=0.01):
        assert ended.wait(timeout=5)


def test_after_the_end_nothing_happens_by_itself(ran):
    moments, again = ran
    with ticking.ticking(every=0.01, first_after=0.01):
        assert again.acquire(timeout=5)

    count = len(moments)
    assert not threading.Event().wait(0.1)
    assert len(moments) == count


@pytest.mark.django_db
def test_a_coordinators_sign_in_that_ended_is_forgotten():
    now = clock.now()
    for name, hours in (("over", -1), ("alive", 1)):
        Session.objects.create(
            session_key=name, session_data="", expire_date=now + timedelta(hours=hours)
        )

    ticking.forget_desk_sessions()

    assert [session.session_key for session in Session.objects.all()] == ["alive"]
