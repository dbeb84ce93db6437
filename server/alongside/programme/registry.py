"""The registry of our promise: what each sentence comes from, and the test that proves it.

One row a sentence, or a few that come from one place. `comes_from` is a setting of the desk
(`setting:NAME`), or the code that does it. `proof` are tests that look at the running system. A
test of the house fails for a sentence without a row, a proof that is not there, and a setting
that is neither promised nor listed in NOT_PROMISED. `docs/promise.md` shows these rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pse.promise_change import RULES, Rule


@dataclass(frozen=True)
class Promised:
    """Some sentences: where they come from, and what proves them."""

    sentences: tuple[str, ...]
    comes_from: str
    proof: tuple[str, ...]

    @property
    def rule(self) -> Rule:
        """Give how a change of these is weighed."""
        return RULES[self.sentences[0]]


# What a change of each rule is, in words for the page.
WEIGHED: Mapping[Rule, str] = {
    "care": "new: promises more; gone: promises less; another name or number: told",
    "limit": "new: promises less; gone: promises more; another number: told",
    "duty": "new: promises less; gone: promises more",
    "frame": "told; the duties below it are weighed",
    "kept": "longer: promises less; shorter: promises more",
    "late": "later: promises less; earlier: promises more",
}
# Settings that make no sentence, and why.
NOT_PROMISED: Mapping[str, str] = {
    "choice": "what whoever asks may choose from; what they chose is in their own promise",
    "leave": "where the way out leads; nothing is promised about another page",
    "time-zone": "how the desk writes days",
    "working-days": "which days count until a reply is due; who said it sees the day itself",
    "in-time": "said beside each time to meet, and not signed",
}
REGISTRY: tuple[Promised, ...] = (
    Promised(
        ("two-read",),
        "protocol/pse/entry.py: seal_entry",
        (
            "tests/attacks/test_plaintext_sweep.py::"
            "test_nothing_anyone_wrote_is_in_the_house_on_the_wire_or_in_the_browsers",
            "tests/relationships/test_leaving.py::"
            "test_finn_cannot_tell_a_foreign_relationship_from_a_missing_one",
        ),
    ),
    Promised(
        ("let-in",),
        "server/alongside/conversations/models.py: Member",
        (
            "tests/relay/test_readers.py::"
            "test_nobody_but_ada_lets_somebody_in_though_the_server_names_them",
            "tests/attacks/test_core_handover.py::"
            "test_25_ben_cannot_bring_somebody_in_nor_put_somebody_in_his_place",
            "tests/consent/test_attack_24.py::"
            "test_ben_cannot_sign_for_ada_and_finn_cannot_tell_of_her",
        ),
    ),
    Promised(
        ("device-help",),
        "server/alongside/ground/content_policy.py: listening_policy",
        (
            "tests/journeys/test_listening.py::"
            "test_the_coach_is_switched_on_hears_mirrors_and_leaves_nothing",
            "tests/house/test_room_folders.py::"
            "test_what_listens_to_a_draft_can_send_and_show_nothing",
        ),
    ),
    Promised(
        ("site-knows",),
        "server/alongside/conversations/models.py: Entry",
        (
            "tests/permissions/test_promise_kept.py::"
            "test_the_house_knows_who_writes_with_whom_and_holds_none_of_the_words",
        ),
    ),
    Promised(
        ("no-real-name",),
        "protocol/pse/person.py: make_person",
        (
            "tests/permissions/test_promise_kept.py::test_coming_in_asks_for_no_real_name",
            "tests/permissions/test_promise_kept.py::"
            "test_whoever_hands_over_a_real_name_all_the_same_is_not_taken_in_with_it",
        ),
    ),
    Promised(
        ("age",),
        "setting:age",
        (
            "tests/permissions/test_promise_kept.py::test_the_youngest_age_is_told_to_every_room",
        ),
    ),
    Promised(
        ("pass-on", "pass-on-none"),
        "setting:duties",
        (
            "tests/permissions/test_promise_kept.py::test_the_list_of_duties_is_the_one_both_sign",
        ),
    ),
    Promised(
        ("pass-on-life", "pass-on-child", "pass-on-adult", "pass-on-court"),
        "setting:duties",
        (
            "tests/permissions/test_promise_kept.py::test_the_list_of_duties_is_the_one_both_sign",
            "tests/relationships/test_promise_changes.py::"
            "test_what_promises_less_is_put_before_both_and_counts_for_nobody_yet",
        ),
    ),
    Promised(
        ("kept-month", "kept-months", "kept-open"),
        "setting:keeping",
        (
            "tests/conversations/test_forgetting.py::"
            "test_what_was_written_is_kept_as_long_as_the_promise_says_and_at_most_a_month_more",
            "tests/conversations/test_forgetting.py::"
            "test_a_conversation_without_an_end_date_is_not_forgotten",
            "tests/relationships/test_promise_changes.py::"
            "test_how_long_lines_are_kept_stays_as_ada_chose",
        ),
    ),
    Promised(
        ("taken-back",),
        "server/alongside/conversations/actions/taking_back.py: forget_taken_back",
        (
            "tests/conversations/test_taking_back.py::"
            "test_a_line_taken_back_goes_when_fourteen_whole_days_are_over",
        ),
    ),
    Promised(
        ("out-of-reach",),
        "protocol/pse/export.py: seal_papers",
        ("tests/pse/test_open_alone.py::test_one_file_and_pynacl_open_it_anywhere",),
    ),
    Promised(
        ("stop-any-time",),
        "server/alongside/relationships/actions/leaving.py: end",
        (
            "tests/relationships/test_leaving.py::test_either_ends_it_at_once_without_a_reason",
            "tests/relationships/test_leaving.py::"
            "test_blocking_leaves_at_once_and_refuses_every_later_ask",
        ),
    ),
    Promised(
        ("after-the-end",),
        "server/alongside/conversations/actions/gates.py: close",
        (
            "tests/conversations/test_gates.py::"
            "test_after_the_end_both_may_read_and_nobody_writes",
        ),
    ),
    Promised(
        ("close-place",),
        "server/alongside/conversations/actions/closing.py: close_place",
        (
            "tests/conversations/test_closing_a_place.py::"
            "test_closing_a_place_destroys_every_way_in_and_gives_a_receipt",
        ),
    ),
    Promised(
        ("no-third-key",),
        "server/alongside/keys/models.py: Slot",
        (
            "tests/permissions/test_no_reset.py::"
            "test_an_administrator_who_sets_other_words_gets_past_the_door_and_no_further",
        ),
    ),
    Promised(
        ("changes",),
        "server/alongside/relationships/actions/agreeing.py: bring_promises",
        (
            "tests/relationships/test_promise_changes.py::"
            "test_it_counts_when_both_have_said_yes_and_then_the_next_header_may_carry_it",
            "tests/relationships/test_promise_changes.py::"
            "test_a_no_keeps_the_old_promise_and_asks_no_more",
            "tests/relationships/test_promise_changes.py::"
            "test_what_promises_more_counts_at_once_and_a_yes_only_seals_it",
        ),
    ),
    Promised(
        ("answers",),
        "protocol/pse/profile.py: read_profile",
        (
            "tests/permissions/test_promise_kept.py::test_a_specialist_says_when_they_answer",
            "tests/journeys/test_promise_changes.py::test_a_weaker_promise_needs_both",
        ),
    ),
    Promised(
        ("late-day", "late-days"),
        "setting:answering",
        (
            "tests/relationships/test_promise_changes.py::"
            "test_the_desk_sees_a_long_wait_as_the_promise_of_these_two_says",
            "tests/conversations/test_long_waits.py::"
            "test_the_desk_says_what_to_do_and_never_who_waits",
        ),
    ),
    Promised(
        ("not-for-emergencies",),
        "server/alongside/web/help_now.py: lines_now",
        ("tests/web/test_help_lines.py::test_the_help_page_is_never_empty",),
    ),
    Promised(
        ("wrong-programme",),
        "setting:contact",
        ("tests/permissions/test_promise_kept.py::test_whom_to_call_is_told_to_every_room",),
    ),
    Promised(
        ("wrong-independent",),
        "setting:independent",
        ("tests/permissions/test_promise_kept.py::test_whom_to_call_is_told_to_every_room",),
    ),
)
# A setting whose value stands in sentences of other rows.
NAMED_IN: Mapping[str, tuple[str, ...]] = {
    "name": ("two-read", "pass-on", "pass-on-none", "late-days", "wrong-independent"),
    "contact": ("pass-on",),
}


def settings_promised() -> set[str]:
    """Give the settings of the desk that people are promised something about."""
    own = {row.comes_from.removeprefix("setting:") for row in REGISTRY}
    return {name for name in own if ":" not in name} | set(NAMED_IN)


def as_page() -> str:
    """Write the rows as the table of docs/promise.md."""
    rows = ["| sentence | comes from | a change is | proved by |", "|---|---|---|---|"]
    for row in REGISTRY:
        names = " ".join(f"`{name}`" for name in row.sentences)
        proofs = "<br>".join(f"`{proof}`" for proof in row.proof)
        rows.append(f"| {names} | {_source(row)} | {WEIGHED[row.rule]} | {proofs} |")
    return "\n".join(rows)


def _source(row: Promised) -> str:
    if row.comes_from.startswith("setting:"):
        return f"the setting *{row.comes_from.removeprefix('setting:')}*"
    path, _, name = row.comes_from.partition(": ")
    return f"`{path}`, `{name}`"
