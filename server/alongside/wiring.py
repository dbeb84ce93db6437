"""Who listens to what: the one page that lists every listener of the house.

Lower rooms announce; upper rooms listen here. Django calls `connect` once, at start.
"""

from collections.abc import Collection
from datetime import datetime

from alongside.api import lines_source
from alongside.appointments import actions as appointments
from alongside.appointments import announcements as of_appointments
from alongside.appointments.actions import telling as appointments_telling
from alongside.appointments.queries import coming_for
from alongside.certificates import actions as certificates
from alongside.circles import actions as circles
from alongside.concerns import actions as concerns
from alongside.consent.actions import end_of_closed
from alongside.conversations.actions import company, gates
from alongside.conversations.announcements import HelloGone
from alongside.counts import actions as counts
from alongside.ground.announce import listen
from alongside.keys.announcements import LockRenewed, WordTakenBack
from alongside.library.actions import withdraw_of_closed
from alongside.matching import actions as matching
from alongside.matching.queries import named_apart
from alongside.notices import letters, upcoming
from alongside.notices.actions import asked
from alongside.notices.actions import hearing as devices
from alongside.people import kept_apart
from alongside.people.announcements import (
    Blocked,
    EverywhereLeft,
    HoldOver,
    HoldTold,
    PlaceClosed,
    SignedOutByProgramme,
    WayLeft,
)
from alongside.programme import actions as programme
from alongside.programme.announcements import DebriefMoved
from alongside.promises.actions import end_pledges
from alongside.promises.actions import meeting as meeting_words
from alongside.promises.actions.replies import forget_counts_of_closed
from alongside.relationships.actions import inviting, standing
from alongside.relationships.announcements import (
    Agreed,
    AskLeft,
    AskMade,
    BothWishBack,
    BreakPlanned,
    Ended,
    EndPlanned,
    HandoverAgreed,
    HandoverAsked,
    HandoverDone,
    HandoverOver,
    HandoverSuggested,
    HandoverTogether,
    HistoryGiven,
    Paused,
    PromiseAgreed,
    PromiseChanged,
    PromiseKept,
    PromiseOffered,
    PromiseSigned,
    Resumed,
    StayNamed,
)
from alongside.repairs import actions as repairs
from alongside.repairs.announcements import RepairAnswered, RepairClosed, RepairOpened
from alongside.ripple import actions as ripple
from alongside.supervision import actions as supervision
from alongside.wall.actions import forgetting, handing, hearing
from alongside.web import crisis, help_now
from alongside.web.words import say


def connect() -> None:
    """Let every listener hear what it is listed for."""
    listen(AskMade, gates.open_for_hello)
    listen(Agreed, gates.open_for_both)
    listen(AskLeft, gates.take_away)
    listen(Ended, gates.close)
    listen(Ended, end_pledges)
    listen(Paused, gates.rest)
    listen(Resumed, gates.go_on)
    listen(Agreed, matching.count_and_forget)
    listen(AskLeft, matching.keep_apart_after_no)
    listen(PlaceClosed, matching.forget_of_closed)
    listen(PlaceClosed, ripple.forget_of_closed)
    listen(PlaceClosed, certificates.forget_of_closed)
    listen(PromiseAgreed, gates.follow_promise)
    listen(PromiseChanged, gates.tell_rooms)
    listen(PromiseOffered, gates.tell_rooms)
    listen(PromiseKept, gates.tell_rooms)
    listen(PromiseSigned, gates.tell_rooms)
    listen(EndPlanned, gates.tell_rooms)
    listen(PlaceClosed, end_of_closed)
    listen(PlaceClosed, withdraw_of_closed)
    listen(PlaceClosed, circles.forget_of_closed)
    listen(PlaceClosed, concerns.forget_of_closed)
    listen(PlaceClosed, supervision.forget_of_closed)
    listen(LockRenewed, gates.look_again)
    listen(LockRenewed, inviting.take_open_ones_back)
    listen(AskMade, hearing.asked)
    listen(Agreed, hearing.agreed)
    listen(HelloGone, hearing.came_to_nothing)
    listen(Ended, hearing.ended)
    listen(BothWishBack, hearing.came_back)
    listen(WordTakenBack, standing.tell_clients)
    listen(Paused, hearing.paused)
    listen(Resumed, hearing.resumed)
    listen(EndPlanned, hearing.end_planned)
    listen(PromiseChanged, hearing.promise_stronger)
    listen(PromiseOffered, hearing.promise_asked)
    listen(PromiseAgreed, hearing.promise_agreed)
    listen(PromiseKept, hearing.promise_kept)
    listen(Blocked, hearing.blocked)
    listen(SignedOutByProgramme, hearing.signed_out)
    listen(HoldTold, hearing.hold_told)
    listen(HoldOver, hearing.hold_over)
    listen(LockRenewed, hearing.lock_renewed)
    listen(HandoverSuggested, company.tell_company)
    listen(HandoverAsked, company.tell_company)
    listen(HandoverTogether, company.tell_company)
    listen(StayNamed, company.tell_company)
    listen(HandoverAgreed, company.name_them)
    listen(HandoverDone, company.move)
    listen(HandoverOver, company.part)
    listen(HandoverDone, end_pledges)
    listen(HandoverOver, end_pledges)
    listen(HandoverSuggested, asked.suggested)
    listen(HandoverAsked, asked.asked_over)
    listen(HandoverAgreed, asked.agreed_over)
    listen(DebriefMoved, asked.debrief_moved)
    listen(BreakPlanned, asked.break_planned)
    listen(BreakPlanned, gates.tell_rooms)
    listen(HandoverSuggested, handing.suggested)
    listen(HandoverAsked, handing.asked_over)
    listen(HandoverAgreed, handing.agreed_over)
    listen(HandoverTogether, handing.together)
    listen(HandoverDone, handing.done)
    listen(HandoverOver, handing.over)
    listen(HistoryGiven, handing.history_given)
    listen(PlaceClosed, forgetting.forget_of_closed)
    listen(WayLeft, devices.hush_left)
    listen(EverywhereLeft, devices.hush_everywhere)
    listen(LockRenewed, devices.hush_everywhere)
    _connect_appointments()
    _connect_repairs()
    lines_source.read_from(help_now.lines_now, number=crisis.emergency_number)
    letters.worded_by(say)
    upcoming.told_by(kept_free)
    kept_apart.named_in(named_apart)


def kept_free(people: Collection[int], since: datetime, until: datetime) -> list[upcoming.Kept]:
    """What notes and calendars may know of appointments: when, and for whom."""
    found = coming_for(people, since=since, until=until)
    return [upcoming.Kept(one.account, one.ref, one.starts_at, one.ends_at) for one in found]


def _connect_appointments() -> None:
    """What two people agreed to meet at: their rooms ask, and an end lets go of it."""
    listen(Ended, appointments.let_go_of_future)
    listen(HandoverDone, appointments.let_go_of_future)
    listen(HandoverOver, appointments.let_go_of_future)
    listen(Paused, appointments.rest_of_paused)
    listen(PlaceClosed, appointments.forget_hours)
    listen(PlaceClosed, programme.forget_of_closed)
    listen(PlaceClosed, forget_counts_of_closed)
    listen(of_appointments.AppointmentAgreed, meeting_words.agreed_to_meet)
    listen(of_appointments.AppointmentMoved, meeting_words.moved_meeting)
    listen(of_appointments.AppointmentCancelled, meeting_words.cancelled_meeting)
    listen(of_appointments.AppointmentLetGo, meeting_words.let_meeting_go)
    listen(of_appointments.AppointmentKept, meeting_words.met)
    listen(of_appointments.AppointmentBroken, meeting_words.missed)
    listen(of_appointments.AppointmentSeenApart, meeting_words.seen_apart)
    for kind in of_appointments.EVERY:
        listen(kind, appointments_telling.tell_rooms)


def _connect_repairs() -> None:
    """What did not sit right: both rooms ask, and an end lets go of it."""
    listen(Ended, repairs.forget_of_ended)
    listen(Resumed, repairs.give_time_anew)
    listen(RepairOpened, gates.tell_rooms)
    listen(RepairAnswered, gates.tell_rooms)
    listen(RepairClosed, gates.tell_rooms)
    listen(RepairOpened, counts.not_right_said)
    listen(RepairAnswered, counts.not_right_answered)
    listen(RepairClosed, counts.not_right_closed)
