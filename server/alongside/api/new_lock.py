"""A whole new lock, when someone else knows the five words."""

from django.http import HttpRequest
from ninja import Router

from alongside.api.auth import address_of, full, sign_in_of
from alongside.api.me import MeShape, me_of
from alongside.api.papers import BundleShape, KeyRecordShape, SlotWithAuth, StateShape
from alongside.api.shapes import Bool, Hash, Id, Shape
from alongside.ground import clock
from alongside.keys import actions
from alongside.keys.actions.changes import Proof
from alongside.keys.rules import NewLock

router = Router(tags=["new lock"])


class NewLockShape(Shape):
    """The next generation of everything, and what shows that it is really them."""

    key_record: KeyRecordShape
    bundle: BundleShape
    state: StateShape
    words: SlotWithAuth
    spare: SlotWithAuth
    spare_auth: Hash | None = None
    words_auth: Hash | None = None
    slot_id: Id | None = None
    even_so: Bool = False

    def read(self) -> NewLock:
        """Read it; only the spare code wins over what was saved meanwhile."""
        return NewLock(
            record=self.key_record.read(),
            bundle=self.bundle.read(),
            state=self.state.read(),
            words=self.words.read(),
            spare=self.spare.read(),
            even_so=self.even_so and self.spare_auth is not None,
        )


@router.post("/new-lock", auth=full, response=MeShape)
def renew_lock(request: HttpRequest, papers: NewLockShape) -> MeShape:
    """Renew everything; every other way in and sign-in ends."""
    token = sign_in_of(request)
    proof = Proof(papers.spare_auth, papers.words_auth, address_of(request))
    actions.renew_lock(token, papers.read(), proof, waited=papers.slot_id, now=clock.now())
    return me_of(token.account)
