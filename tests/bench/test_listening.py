"""The bench of the listening coach refuses what is too large or too slow."""

from bench.listening import drafts, ranked, spread, too_much


def test_a_pack_too_large_and_a_draft_too_slow_are_named():
    assert too_much({"pack_kb": 450, "draft_p95_ms": 42.0}) == []
    assert too_much({"pack_kb": 1000, "draft_p95_ms": 50}) == []
    assert too_much({"pack_kb": 1001, "draft_p95_ms": 50.1}) == [
        "pack_kb 1001 (at most 1000)",
        "draft_p95_ms 50.1 (at most 50)",
    ]


def test_a_message_that_is_new_with_the_draft_is_told_and_not_refused():
    assert too_much({"heard_p95_ms": 40, "both_p95_ms": 70}) == []


def test_a_second_tier_too_large_and_too_slow_is_named_where_there_is_one():
    fine = {"pack_kb": 450, "draft_p95_ms": 8.0}
    assert too_much(fine | {"fuller_brotli_kb": 8000, "heard_p95_ms": 50}) == []
    assert too_much(fine | {"fuller_brotli_kb": 8001, "heard_p95_ms": 50.1}) == [
        "fuller_brotli_kb 8001 (at most 8000)",
        "heard_p95_ms 50.1 (at most 50)",
    ]


def test_of_each_draft_the_middle_time_counts():
    times = [[9.0, 4.0, 5.0], [8.0, 300.0, 7.0]] + [[1.0, 2.0, 1.0]] * 8

    assert ranked("heard", times) == {"heard_p50_ms": 1.0, "heard_p95_ms": 8.0}


def test_the_drafts_that_are_read_are_as_short_and_as_long_as_all_are():
    replies = [["x" * (1 + at * 7 % 100), ""] for at in range(100)]

    assert [len(draft) for draft, _ in spread(replies, 10)] == list(range(6, 101, 10))
    assert len(spread(replies, 300)) == 100


def test_what_was_written_long_to_learn_from_is_read_apart():
    usual, long = drafts(long=False), drafts(long=True)
    assert len(usual) > 5_000
    assert 500 < len(long) < 1_000
    assert min(len(draft.split()) for draft, _ in long) >= 30
