import pytest
from django.db import transaction

from alongside.ground import wire

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
EVENT = "conv:" + "ab" * 16


@pytest.fixture
def heard():
    events = []
    wire.register(events.append)
    yield events
    wire.unregister(events.append)


@pytest.fixture(autouse=True)
def _nobody_left_listening():
    yield
    wire._listeners.clear()


def test_the_wire_hears_of_a_change_once_it_is_kept(heard):
    with transaction.atomic():
        wire.tell(EVENT)
        assert heard == []

    assert heard == [EVENT]


def test_the_wire_never_hears_of_a_change_that_was_undone(heard):
    with transaction.atomic():
        wire.tell(EVENT)
        transaction.set_rollback(True)

    assert heard == []


def test_a_relay_that_fails_does_not_undo_what_was_kept(heard, caplog):
    def fail(event):
        raise RuntimeError(event)

    wire._listeners.insert(0, fail)

    wire.tell(EVENT)

    assert heard == [EVENT]


def test_another_process_hears_through_postgresql(is_postgresql):
    if not is_postgresql:
        pytest.skip("only PostgreSQL carries events between processes")
    import psycopg
    from django.db import connection

    listener = psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None})
    with listener:
        listener.execute(f"LISTEN {wire.CHANNEL}")
        listener.commit()
        wire.tell("session:17")
        notes = list(listener.notifies(timeout=5, stop_after=1))

    assert [note.payload for note in notes] == ["session:17"]


@pytest.mark.parametrize("event", ["", "conv:1", "name:Ada", "session:", "conv:" + "AB" * 16])
def test_nothing_but_events_of_the_wire_is_told(event):
    with pytest.raises(ValueError, match="not an event"):
        wire.tell(event)
