import pytest

from alongside.process import lock


def test_the_same_data_are_served_once(tmp_path):
    with (
        lock.held(tmp_path / "serve.lock"),
        pytest.raises(lock.AlreadyServed, match="process"),
        lock.held(tmp_path / "serve.lock"),
    ):
        raise AssertionError("held twice")


def test_whoever_comes_after_may_serve(tmp_path):
    with lock.held(tmp_path / "serve.lock"):
        pass
    with lock.held(tmp_path / "serve.lock"):
        assert (tmp_path / "serve.lock").read_text().startswith("process ")


def test_several_wires_hold_one_lock_and_whoever_wants_quiet_waits(tmp_path):
    path = tmp_path / lock.WIRE
    with lock.held(path, beside_others=True), lock.held(path, beside_others=True):
        with pytest.raises(lock.AlreadyServed), lock.quiet(tmp_path):
            raise AssertionError("a wire was serving")
        with lock.held(tmp_path / lock.SERVING):
            pass
    with lock.quiet(tmp_path):
        pass
