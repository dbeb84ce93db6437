"""Coming in, ways in, sealed state, and a specialist's signed papers."""

from django.http import HttpRequest
from ninja import Router, Status

from alongside.api.auth import address_of, either, full, person_of, sign_in_of, spare
from alongside.api.me import MeShape, me_of
from alongside.api.papers import (
    BundleShape,
    KeyRecordShape,
    ProfileShape,
    SlotShape,
    SlotWithAuth,
    StateShape,
    key_records_of,
)
from alongside.api.shapes import Bytes, Hash, Id, Int, Name, Shape
from alongside.ground import clock
from alongside.keys import actions
from alongside.keys.actions.coming_in import Entered
from alongside.keys.models import SlotType
from alongside.keys.queries import asking_for_endorsement
from alongside.keys.rules import Newcomer, NextKeys
from alongside.people.actions import SignedIn
from alongside.people.models import RoleName
from alongside.people.tries import take_newcomer
from alongside.programme.queries import programme

router = Router(tags=["keys"])


class TwoWays(Shape):
    """What proves the right to each of the two ways in."""

    words: Hash
    spare: Hash


class SignUp(Shape):
    """Everything a room hands over to come in."""

    username: Name
    account_id: Id
    key_record: KeyRecordShape
    slots: tuple[SlotShape, SlotShape]
    auth: TwoWays
    bundle: BundleShape
    state: StateShape
    link: Name | None = None

    def read(self) -> Newcomer:
        """Read it."""
        words, spare_code = self.slots
        return Newcomer(
            username=self.username,
            account_id=self.account_id,
            record=self.key_record.read(),
            words=words.with_auth(self.auth.words),
            spare=spare_code.with_auth(self.auth.spare),
            bundle=self.bundle.read(),
            state=self.state.read(),
            link=self.link,
        )


class SignInShape(Shape):
    """A name, and what proves the right to come in."""

    username: Name
    auth: Hash


class Renewal(Shape):
    """New words, a new spare code, and the state that remembers both."""

    words: SlotWithAuth
    spare: SlotWithAuth
    state: StateShape


class FreshSpare(Shape):
    """A fresh spare code, what proves the five words, and the state that remembers it."""

    slot: SlotShape
    auth: Hash
    words_auth: Hash
    state: StateShape


class NextKeysShape(Shape):
    """The next generation of a person's keys, with bundle and state."""

    key_record: KeyRecordShape
    bundle: BundleShape
    state: StateShape

    def read(self) -> NextKeys:
        """Read it."""
        return NextKeys(self.key_record.read(), self.bundle.read(), self.state.read())


class InShape(Shape):
    """A new sign-in."""

    token: Bytes
    me: MeShape


class InForShape(InShape):
    """A new sign-in and how many seconds it lasts."""

    expires_in: Int


class EnteredShape(InForShape):
    """A new sign-in, with the way in to open on the device."""

    slot: SlotShape


class RequestShape(Shape):
    """The file a future specialist takes to the signing machine."""

    kind: str
    version: Int
    home: Id
    role: Int
    display_name: str
    key_record: KeyRecordShape
    # All records before the lock, where it is not the first.
    before: list[KeyRecordShape] | None = None


@router.post("/sign-up", response={201: InForShape})
def sign_up(request: HttpRequest, papers: SignUp) -> Status[InForShape]:
    """Make a place for someone new, and sign them in."""
    now = clock.now()
    take_newcomer(address_of(request), now=now)
    signed_in = actions.sign_up(papers.read(), now=now)
    return Status(201, _in_for(signed_in))


@router.post("/sign-in", response=EnteredShape)
def sign_in(request: HttpRequest, papers: SignInShape) -> EnteredShape:
    """Come back with the five words."""
    return _entered(request, papers, SlotType.WORDS)


@router.post("/sign-in/spare", response=EnteredShape)
def sign_in_with_spare(request: HttpRequest, papers: SignInShape) -> EnteredShape:
    """Come back with the spare code; it opens just enough to choose new words."""
    return _entered(request, papers, SlotType.SPARE)


@router.post("/ways-in/renew", auth=spare, response=InShape)
def renew_ways_in(request: HttpRequest, papers: Renewal) -> InShape:
    """Choose new words and a new spare code; every other sign-in ends."""
    signed_in = actions.renew_ways_in(
        sign_in_of(request),
        papers.words.read(),
        papers.spare.read(),
        papers.state.read(),
        now=clock.now(),
    )
    return InShape(token=signed_in.raw, me=me_of(signed_in.token.account))


@router.post("/ways-in/spare-seen", auth=full, response={204: None})
def see_spare(request: HttpRequest) -> Status[None]:
    """Say that the spare code has been written down."""
    actions.see_spare(person_of(request))
    return Status(204, None)


@router.put("/ways-in/spare", auth=full, response=MeShape)
def renew_spare(request: HttpRequest, papers: FreshSpare) -> MeShape:
    """Make a fresh spare code while nobody has written one down."""
    person = person_of(request)
    actions.renew_spare(
        person,
        papers.slot.with_auth(papers.auth),
        papers.state.read(),
        words=papers.words_auth,
        address=address_of(request),
        now=clock.now(),
    )
    return me_of(person)


@router.get("/me", auth=either, response=MeShape)
def me(request: HttpRequest) -> MeShape:
    """Give what is one's own."""
    return me_of(person_of(request))


@router.put("/state", auth=full, response={204: None})
def save_state(request: HttpRequest, papers: StateShape) -> Status[None]:
    """Save sealed state if nobody saved before."""
    actions.save_state(person_of(request), papers.read())
    return Status(204, None)


@router.post("/key-records", auth=full, response=MeShape)
def renew_wrapping_key(request: HttpRequest, papers: NextKeysShape) -> MeShape:
    """Take a new wrapping key of the same lock, once in a while."""
    person = person_of(request)
    actions.renew_wrapping_key(person, papers.read(), now=clock.now())
    return me_of(person)


@router.put("/profile", auth=full, response=ProfileShape)
def put_profile(request: HttpRequest, papers: ProfileShape) -> ProfileShape:
    """Show a signed profile."""
    kept = actions.put_profile(person_of(request), papers.read(), today=clock.today())
    return ProfileShape.of(kept)


@router.get("/endorsement-request", auth=full, response=RequestShape, exclude_none=True)
def endorsement_request(request: HttpRequest) -> RequestShape:
    """Give the file with which the programme is asked to stand behind someone."""
    asking = asking_for_endorsement(person_of(request))
    records = key_records_of(asking.signed)
    return RequestShape(
        kind="alongside-endorsement-request",
        version=1,
        home=programme().home,
        role=RoleName.SPECIALIST,
        display_name=asking.name,
        key_record=records[asking.lock_gen],
        before=records[: asking.lock_gen] or None,
    )


def _entered(request: HttpRequest, papers: SignInShape, by: SlotType) -> EnteredShape:
    entered: Entered = actions.sign_in(
        papers.username, papers.auth, by=by, address=address_of(request), now=clock.now()
    )
    return entered_shape(entered)


def entered_shape(entered: Entered) -> EnteredShape:
    """Write a sign-in with the way in that the device is to open."""
    new = _in_for(entered.signed_in)
    return EnteredShape(**new.__dict__, slot=SlotShape.of(entered.slot))


def _in_for(signed_in: SignedIn) -> InForShape:
    lasts = int(signed_in.lasts.total_seconds())
    return InForShape(token=signed_in.raw, expires_in=lasts, me=me_of(signed_in.token.account))
