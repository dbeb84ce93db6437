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
