"""The house that made-up people come to takes each of them for somebody of their own."""

from alongside.simulating.day import Day
from alongside.simulating.house import NEAR
from alongside_relay.arrivals import came_from


def test_no_limit_of_one_address_stands_between_made_up_people_and_the_door():
    day = Day.__new__(Day)
    for opened in range(0, 4_000_000, 10_000):
        day._opened = opened
        assert came_from((day._source(), 1), "", NEAR.split(",")) is None
