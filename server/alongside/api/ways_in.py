"""One's own devices, and changing the ways in."""

from typing import Literal

from django.http import HttpRequest
from ninja import Router, Status

from alongside.api.auth import address_of, full, person_of, sign_in_of
from alongside.api.keys import EnteredShape, entered_shape
from alongside.api.me import MeShape, me_of
from alongside.api.papers import SlotShape, StateShape
from alongside.api.shapes import Hash, Id, Name, Shape
from alongside.ground import clock
from alongside.keys import actions
from alongside.keys.actions.changes import Proof, Wish
from alongside.keys.models import ChangeKind
from pse.refusal import Malformed

router = Router(tags=["ways in"])


class DeviceSignIn(Shape):
    """A name, a device, and what proves the right to come in with it."""

    username: Name
    slot_id: Id
    auth: Hash


class PasskeySignIn(Shape):
    """A passkey, and what proves the right to come in with it; whose it is, nobody says."""

    slot_id: Id
    auth: Hash


class WhichWay(Shape):
    """One way in."""

    slot_id: Id


class Finish(WhichWay):
    """A change that has waited, and the state that remembers it."""

    state: StateShape | None = None


class Change(WhichWay):
    """What is to change, and what shows that it is really them."""

    kind: Literal[1, 2, 3, 4, 5]
    slot: SlotShape | None = None
    auth: Hash | None = None
    spare_auth: Hash | None = None
    words_auth: Hash | None = None
    state: StateShape | None = None

    def wish(self) -> Wish:
        """Read what is to change; Malformed where the pieces do not fit each other."""
        kind = ChangeKind(self.kind)
        comes = self.slot is not None and self.auth is not None
        brings_nothing = kind in {ChangeKind.REMOVE, ChangeKind.ALONG, ChangeKind.LOCK}
        if kind == ChangeKind.ALONG and self.state is not None:
            raise Malformed("taking things along changes no state")
        if comes == brings_nothing or (self.slot is None) != (self.auth is None):
            raise Malformed("what comes has a slot and its proof, what goes has neither")
        if self.slot is None or self.auth is None:
            return Wish(kind, self.slot_id)
        if self.slot.slot_id != self.slot_id:
            raise Malformed("one change is about one way in")
        return Wish(kind, self.slot_id, self.slot.with_auth(self.auth))


@router.post("/sign-in/device", response=EnteredShape)
def sign_in_by_device(request: HttpRequest, papers: DeviceSignIn) -> EnteredShape:
    """Come back on one's own device."""
    entered = actions.sign_in_by_device(
        papers.username, papers.slot_id, papers.auth, now=clock.now()
    )
    return entered_shape(entered)


@router.post("/sign-in/passkey", response=EnteredShape)
def sign_in_by_passkey(request: HttpRequest, papers: PasskeySignIn) -> EnteredShape:
    """Come back with a passkey; the answer says whose place it opens."""
    entered = actions.sign_in_by_passkey(
        papers.slot_id, papers.auth, address=address_of(request), now=clock.now()
    )
    return entered_shape(entered)


@router.post("/ways-in/changes", auth=full, response=MeShape)
def ask_change(request: HttpRequest, papers: Change) -> MeShape:
    """Add or remove a way in, choose other words, or take one's things along."""
    token = sign_in_of(request)
    proof = Proof(papers.spare_auth, papers.words_auth, address_of(request))
    state = papers.state.read() if papers.state else None
    actions.ask_change(token, papers.wish(), proof, state, now=clock.now())
    return me_of(token.account)


@router.post("/ways-in/changes/finish", auth=full, response=MeShape)
def finish_change(request: HttpRequest, papers: Finish) -> MeShape:
    """Do what has waited for its day."""
    token = sign_in_of(request)
    state = papers.state.read() if papers.state else None
    actions.finish_change(token, papers.slot_id, state, now=clock.now())
    return me_of(token.account)


@router.post("/ways-in/changes/cancel", auth=full, response=MeShape)
def cancel_change(request: HttpRequest, papers: WhichWay) -> MeShape:
    """Call off a change that waits."""
    person = person_of(request)
    actions.cancel_change(person, papers.slot_id)
    return me_of(person)


@router.post("/ways-in/sign-out", auth=full, response={204: None})
def sign_out_device(request: HttpRequest, papers: WhichWay) -> Status[None]:
    """Sign one device out, at once."""
    actions.sign_out_device(person_of(request), papers.slot_id)
    return Status(204, None)


@router.post("/ways-in/let-back", auth=full, response=MeShape)
def let_device_back(request: HttpRequest, papers: WhichWay) -> MeShape:
    """Let a device that was signed out open again, after the five words."""
    token = sign_in_of(request)
    actions.let_device_back(token, papers.slot_id, now=clock.now())
    return me_of(token.account)
