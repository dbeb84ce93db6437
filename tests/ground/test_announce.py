from dataclasses import dataclass

from alongside.ground.announce import announce, listen


@dataclass(frozen=True)
class LampLit:
    room: str


@dataclass(frozen=True)
class LampPutOut:
    room: str


def test_who_listens_hears_what_was_announced_and_nothing_else():
    heard = []
    listen(LampLit, heard.append)

    announce(LampLit("kitchen"))
    announce(LampPutOut("kitchen"))

    assert heard == [LampLit("kitchen")]


def test_who_is_listed_twice_hears_once():
    heard = []
    listen(LampPutOut, heard.append)
    listen(LampPutOut, heard.append)

    announce(LampPutOut("hall"))

    assert heard == [LampPutOut("hall")]
