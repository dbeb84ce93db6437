from tests.budgets import overspent


def test_a_folder_that_takes_too_long_is_named_with_both_numbers():
    spent = {"wire": 12.34, "desk": 1.0}

    assert overspent(spent, {"wire": 10, "desk": 10}) == [
        "tests/wire took 12.3 s; it may take 10 s"
    ]


def test_a_folder_nobody_planned_for_has_a_budget_too():
    assert overspent({"surprise": 1_000}, {}) != []
