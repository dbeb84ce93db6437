"""A promise that changes: what promises more counts at once, what promises less needs both.

Each of the two signs with their own key, over their conversation and exactly that promise. A no
leaves the promise that counts now; nothing that was ever shown is overwritten.
"""

from collections.abc import Sequence

from django.db import transaction

from alongside.ground.announce import announce
from alongside.keys.queries import newest_record, record_paper
from alongside.people.models import Account
from alongside.programme.models import Programme
from alongside.programme.queries import NotSetUp, programme
from alongside.programme.rules import sentences_for
from alongside.relationships.actions.following import drop_ask_of
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import (
    PromiseAgreed,
    PromiseChanged,
    PromiseKept,
    PromiseOffered,
    PromiseSigned,
)
from alongside.relationships.handovers import is_among_three
from alongside.relationships.models import GOING, Agreement, Asked, EndedBy, Relationship
from alongside.relationships.promises import agreement_of, living_behind, promise_in_force
from alongside.relationships.queries import side_of
from alongside.relationships.rules import CLIENT as CLIENT_SIDE
from alongside.relationships.rules import is_dated
from pse import promise as papers
from pse.endorsement import CLIENT, SPECIALIST
from pse.promise import Sentence, agreement_hash, kept_months, late_days, promise_json
from pse.promise_change import at_once, promises_less
from pse.refusal import BadPromise

# Few at a time, so that nobody who writes notices it.
AT_ONCE = 50


def bring_promises(*, today: int, most: int | None = None) -> int:
    """Bring to those who go on together what the settings promise now; gives to how many.

    To so many at most: whoever waits for it at the desk leaves the rest to the timer.
    """
    brought = 0
    while most is None or brought < most:
        try:
            # Read anew each time: somebody may change a setting meanwhile.
            here = programme()
        except NotSetUp:
            break
        some = list(living_behind(here).values_list("pk", flat=True)[:AT_ONCE])
        if not some:
            break
        brought += sum(_bring_to(each, here, today=today) for each in some)
    return brought


@transaction.atomic
def agree(
    relationship: Relationship,
    *,
    version: int,
    by: Account,
    day: int,
    sig: bytes,
    lang: str,
    today: int,
) -> None:
    """Sign a promise that was shown; NotNow for one that is not asked about any more."""
    held, asked = _held(relationship, version)
    if asked.state not in (Asked.OFFERED, Asked.IN_FORCE) or held.state not in GOING:
        raise NotNow
    if is_among_three(held):
        raise NotNow
    side = side_of(by, held)
    if _has_signed(asked, side):
        return
    _check(held, asked.agreement_hash, side=side, by=by, day=day, sig=sig, today=today)
    _sign(asked, side, day=day, sig=sig, lang=lang)
    if not asked.is_signed:
        asked.save()
        announce(PromiseSigned(held, asked))
        return
    if asked.state == Asked.OFFERED:
        _replace(held, asked, today=today)
    asked.save()
    announce(PromiseAgreed(held, asked))
    # The client asked somebody else in under the promise before; they may ask again.
    drop_ask_of(held, today=today)


@transaction.atomic
def keep_old_promise(
    relationship: Relationship, *, version: int, by: Account, today: int
) -> None:
    """Say no to a promise that promises less: the one that counts now stays."""
    held, asked = _held(relationship, version)
    if asked.state == Asked.DECLINED:
        return
    if asked.state != Asked.OFFERED:
        raise NotNow
    is_client = side_of(by, held) == CLIENT_SIDE
    asked.state, asked.declined_on = Asked.DECLINED, today
    asked.declined_by = EndedBy.CLIENT if is_client else EndedBy.SPECIALIST
    asked.save()
    announce(PromiseKept(held, asked))


@transaction.atomic
def _bring_to(number: int, here: Programme, *, today: int) -> bool:
    """One pair, one transaction: no two walls of different pairs are ever held together."""
    held = living_behind(here).select_for_update().filter(pk=number).first()
    if held is not None:
        _bring(held, here, today=today)
    return held is not None


def _bring(held: Relationship, here: Programme, *, today: int) -> None:
    """How long lines are kept is its client's choice and stays; all else is the settings'."""
    now = promise_in_force(held)
    wished = sentences_for(here, months=kept_months(now))
    offered = Agreement.objects.filter(relationship=held, state=Asked.OFFERED)
    offered.update(state=Asked.DROPPED)
    better = at_once(now, wished)
    if agreement_hash(better) != agreement_hash(now):
        made = _made(held, better, state=Asked.IN_FORCE, today=today)
        _replace(held, made, today=today)
        made.save()
        announce(PromiseChanged(held, made))
    if promises_less(better, wished):
        made = _made(held, wished, state=Asked.OFFERED, today=today)
        made.save()
        announce(PromiseOffered(held, made))
    held.brought_hash = agreement_hash(wished)
    held.save(update_fields=["brought_hash"])


def _made(
    held: Relationship, sentences: Sequence[Sentence], *, state: Asked, today: int
) -> Agreement:
    versions = Agreement.objects.filter(relationship=held).order_by("version")
    newest = versions.values_list("version", flat=True).last() or 1
    return Agreement(
        relationship=held,
        version=newest + 1,
        promise=promise_json(sentences),
        agreement_hash=agreement_hash(sentences),
        state=state,
        shown_on=today,
    )


def _replace(held: Relationship, made: Agreement, *, today: int) -> None:
    """Let a promise count from today on, in the place of the one before."""
    before = Agreement.objects.filter(relationship=held, state=Asked.IN_FORCE)
    before.exclude(pk=made.pk).update(state=Asked.REPLACED)
    made.state, made.in_force_on = Asked.IN_FORCE, today
    held.answer_days = late_days(papers.read_promise(made.promise))
    held.save(update_fields=["answer_days"])


def _held(relationship: Relationship, version: int) -> tuple[Relationship, Agreement]:
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    return held, agreement_of(held, version=version)


def _has_signed(asked: Agreement, side: str) -> bool:
    return (asked.client_sig if side == CLIENT_SIDE else asked.specialist_sig) is not None


def _sign(asked: Agreement, side: str, *, day: int, sig: bytes, lang: str) -> None:
    name = "client" if side == CLIENT_SIDE else "specialist"
    for field, value in (("sig", sig), ("day", day), ("lang", lang)):
        setattr(asked, f"{name}_{field}", value)


def _check(
    held: Relationship,
    promise: bytes,
    *,
    side: str,
    by: Account,
    day: int,
    sig: bytes,
    today: int,
) -> None:
    if not is_dated(day, today=today):
        raise BadPromise("a signature is dated the day it is given")
    role = CLIENT if side == CLIENT_SIDE else SPECIALIST
    papers.verify_agree(
        papers.Agreement(by.ref, role, day, sig),
        home=programme().home,
        conv=held.conv,
        promise=promise,
        record=record_paper(newest_record(by), by),
    )
