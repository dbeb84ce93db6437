"""A circle under load: its rows as the server writes them, one who writes, all who listen."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.ground import clock
from alongside.simulating.pairs import RETENTION, Side, kr_hash_of
from pse import frames
from pse.chain import chain_start
from pse.circle_rules import CIRCLE_BEGUN, HOST, LEAST_HOSTS, NO_PROMISE
from pse.endorsement import CLIENT, SPECIALIST
from pse.epoch import EMPTY_LOG, NO_HEADER, Epoch, Member, epoch_bytes, wraps_hash_of
from pse.epoch_rules import CIRCLE
from pse.ids import conv_id_of
from pse.signing import Signer, verify_key_of

from .pair import Count, Pair, begun, line_in, opened

RAND = b"c" * 16


@dataclass(frozen=True)
class SeededCircle:
    """A circle's conversation and its members; the first two lead it, the first writes."""

    conv: bytes
    sides: Sequence[Side]


def seed_circles(count: int, *, members: int) -> list[SeededCircle]:
    """Make so many circles, ready for their first header; in an empty house."""
    from alongside.simulating.seeding import sides

    everybody = sides(range(count * members))
    return [_seeded(everybody[at : at + members]) for at in range(0, len(everybody), members)]


def header_of(circle: SeededCircle) -> frames.Header:
    """Epoch 0 as the relay wants it, signed; what only rooms check is left open."""
    wraps = {side.ref: side.ref * 7 for side in circle.sides}
    rows = [
        Member(side.ref, kr_hash_of(side.ref), _role(place))
        for place, side in enumerate(circle.sides)
    ]
    owner = circle.sides[0].ref
    header = Epoch(
        circle.conv, CIRCLE, 0, NO_HEADER, 0, chain_start(circle.conv), owner, owner, RETENTION,
        NO_PROMISE, tuple(sorted(rows, key=lambda row: row.account_id)), bytes(32),
        wraps_hash_of(wraps), 0, EMPTY_LOG, clock.today(), CIRCLE_BEGUN,
    )  # fmt: skip
    sig = Signer(_seed_of(owner)).sign(epoch_bytes(header))
    return frames.Header(header, sig, wraps, None)


async def make_circle(port: int, circle: SeededCircle, count: Count) -> Pair:
    """Each member follows on a socket of their own."""
    first, *others = circle.sides
    sender = await opened(port, first)
    listening = [await opened(port, side) for side in others]
    header = header_of(circle)
    return await begun(sender, listening, header, line_in(header.header, first.ref), count)


def _seed_of(ref: bytes) -> bytes:
    """What somebody signs with; everybody's is made from their id."""
    return ref * 2


def _role(place: int) -> int:
    return HOST if place < LEAST_HOSTS else CLIENT


def _seeded(members: Sequence[Side]) -> SeededCircle:
    from alongside.conversations.models import Conversation
    from alongside.conversations.models import Member as MemberRow

    owner = members[0]
    conv = conv_id_of(CIRCLE, owner.ref, kr_hash_of(owner.ref), RAND)
    row = Conversation.objects.create(
        ref=conv,
        rand=RAND,
        kind=CIRCLE,
        owner_id=owner.account,
        mode=2,
        agreement_hash=NO_PROMISE,
        retention=RETENTION,
        opened_on=0,
    )
    MemberRow.objects.bulk_create(
        MemberRow(conversation=row, account_id=side.account, role=_role(at), may_write=True)
        for at, side in enumerate(members)
    )
    _keep_keys(members)
    return SeededCircle(conv, members)


def _keep_keys(members: Sequence[Side]) -> None:
    """Everybody's public keys, and the programme's word for two: the relay looks."""
    from alongside.keys.models import Endorsement, KeyRecord

    nothing = {"rand": bytes(16), "prev": bytes(32), "sig": bytes(64), "prev_sig": b""}
    KeyRecord.objects.bulk_create(
        KeyRecord(
            account_id=side.account,
            gen=0,
            ik=verify_key_of(_seed_of(side.ref)),
            ek=side.ref * 2,
            day=0,
            kr_hash=kr_hash_of(side.ref),
            **nothing,
        )
        for side in members
    )
    today = clock.today()
    Endorsement.objects.bulk_create(
        Endorsement(
            account_id=side.account,
            kr_hash=kr_hash_of(side.ref),
            role=SPECIALIST,
            display_name="Somebody",
            from_day=today - 1,
            to_day=today + 30,
            serial=1,
            sig=bytes(64),
        )
        for side in members[:LEAST_HOSTS]
    )
