"""What the page about keeping names: every table, and every row of protocol/ledger.md.

Each name has a sentence keep.books.<name>; tests compare the tables here with those there are,
so that the page never says less than the books hold.
"""

from dataclasses import dataclass

TALKS = {
    "conversation": ("conversations_conversation",),
    "member": ("conversations_member",),
    "head": ("conversations_head",),
    "place": ("conversations_place",),
    "epoch": ("conversations_epoch",),
    "wrap": ("conversations_wrap",),
    "entry": ("conversations_entry",),
    "taken-back": ("conversations_takenback",),
    "file": ("files_file",),
    "piece": ("files_piece",),
}
PEOPLE = {
    "account": ("people_account", "people_role"),
    "token": ("people_token",),
    "tries": ("people_tries",),
    "block": ("people_block",),
    "hold": ("people_hold",),
    "keys": ("keys_slot", "keys_bundle", "keys_keyrecord"),
    "change": ("keys_waychange",),
    "log": ("keys_logline", "keys_logedge", "keys_revocation", "keys_cosignature"),
    "state": ("keys_stateindex", "keys_statepart"),
    "documents": ("keys_document", "keys_documentlock"),
    "ask": ("relationships_relationship", "relationships_agreement"),
    "life": (
        "relationships_pause",
        "relationships_plan",
        "relationships_wayback",
        "relationships_handover",
    ),
    "invite": ("relationships_invite",),
    "wish": (
        "matching_wish",
        "matching_notfor",
        "matching_apart",
        "matching_proposal",
        "matching_took",
    ),
    "telling": (
        "consent_telling",
        "consent_wrap",
        "consent_linkbox",
        "consent_emergency",
        "consent_emergencywrap",
    ),
    "times": ("appointments_hours", "appointments_appointment"),
    "repair": ("repairs_repair",),
    "library": ("library_story", "library_yes", "library_batch", "library_spent"),
    "circles": (
        "circles_riskassessment",
        "circles_circle",
        "circles_belonging",
        "circles_knock",
        "circles_removal",
    ),
    "concern": (
        "concerns_concern",
        "concerns_box",
        "concerns_wrap",
        "concerns_letter",
        "concerns_letterwrap",
        "concerns_partner",
        "concerns_terms",
        "concerns_measure",
        "concerns_tally",
        "people_stop",
    ),
    "thinking": ("supervision_together", "supervision_letter", "supervision_wrap"),
    "counts": ("counts_batch", "counts_spent", "counts_figure"),
    "pledge": ("promises_pledge", "promises_contact", "promises_replycount"),
    "ripple": ("ripple_counted", "ripple_step", "ripple_invitation"),
    "certificates": (
        "certificates_certificate",
        "certificates_issued",
        "certificates_placelist",
        "certificates_signingkey",
    ),
    "wall": ("wall_top", "wall_row", "wall_untold"),
    "profile": (
        "keys_profile",
        "keys_endorsement",
        "programme_seat",
        "programme_oncall",
        "programme_credential",
        "programme_debrief",
    ),
    "rules": ("programme_houserules", "programme_houseyes"),
    "notices": (
        "notices_reach",
        "notices_device",
        "notices_phone",
        "notices_feed",
        "notices_reminded",
        "notices_owed",
        "notices_outbox",
    ),
    "second": (
        "people_secondstep",
        "people_papercode",
        "people_spent",
        "people_alsospecialist",
    ),
    "team": ("people_deskuser", "people_onetimelink", "programme_programme", "django_session"),
}


@dataclass(frozen=True)
class Row:
    """One row of section 7: its words there, and the name of its sentences here."""

    ledger: str
    name: str
    may_be_watched: bool = True

    @property
    def title(self) -> str:
        """Give the id of what the row is about."""
        return f"keep.watch.{self.name}"

    @property
    def not_kept(self) -> str:
        """Give the id of what is not kept."""
        return f"{self.title}.no"

    @property
    def watched(self) -> str:
        """Give the id of what could be watched."""
        return f"{self.title}.could" if self.may_be_watched else "keep.watch.none"


ROWS = (
    Row(
        "words, names in hellos, wishes kept to oneself, drafts, plans",
        "words",
        may_be_watched=False,
    ),
    Row("when a line was sent or read", "when"),
    Row("who talks with whom", "who"),
    Row("length", "length"),
    Row("that a line carries a file", "file"),
    Row("where you are", "where"),
    Row("what you said when you were counted in", "counted"),
    Row("who you looked at before asking", "looked"),
)
