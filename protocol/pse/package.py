"""A package: what is told with somebody's consent, signed by them, sealed to its readers.

Its header says who reads what until when, and is signed by the client; the consent and what is
told are two boxes with a key each, so that one can go while the other stays (section 17).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .chance import Chance, system_chance
from .consent import (
    INSIDE,
    KINDS,
    LONGEST_DAYS,
    Content,
    Terms,
    check_content,
    content_hash_of,
    kind_of,
    purpose_hash_of,
    read_content,
    read_terms,
    terms_hash_of,
    write_content,
    write_terms,
)
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .padding import pad, unpad
from .pae import h, kdf, key_of, labelled, sized
from .refusal import BadPackage, NotOpened
from .seal import open_sealed, seal
from .signing import sign, verify
from .wrapping import unwrap, wrap

SUBJECT, DISCLOSER, RECIPIENT = PARTS = (1, 2, 3)
TOLD, CONSENT = BOXES = (1, 2)
_WRAPPED = {TOLD: "package", CONSENT: "consent"}
WRAP = 48 + HASH + 32
KEY = 32
NO_DOOR = bytes(HASH)
NOTHING_BEFORE = bytes(HASH)
LINK_BOX = 73 + 2 * KEY
LINK_VERSION = b"\x01"
LINK = 1 + ID + KEY + 16


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody here who reads it, with exactly these keys."""

    account_id: bytes
    kr_hash: bytes
    part: int


@dataclass(frozen=True, slots=True)
class Package:
    """The header. `n` counts what one person has signed; `prev` is the header before."""

    id: bytes
    conv: bytes
    n: int
    prev: bytes
    kind: int
    readers: tuple[Reader, ...]
    door: bytes
    from_day: int
    until_day: int
    day: int
    purpose_hash: bytes
    terms_hash: bytes
    content_hash: bytes
    sig: bytes = b""

    def of_part(self, part: int) -> Reader | None:
        """The reader with this part."""
        return next((one for one in self.readers if one.part == part), None)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A signed header, its two boxes, and what the readers and a link open them with."""

    package: Package
    told: bytes
    consent: bytes
    wraps: dict[tuple[bytes, int], bytes]
    link_box: bytes = b""
    link: bytes = b""


def package_bytes(home: bytes, package: Package) -> bytes:
    """What the client signs."""
    return labelled(
        "pse1/package",
        sized(home, ID, "home"),
        sized(package.id, ID, "an id"),
        sized(package.conv, ID, "a conversation id"),
        package.n,
        sized(package.prev, HASH, "prev"),
        package.kind,
        readers_bytes(package.readers),
        sized(package.door, HASH, "a door"),
        package.from_day,
        package.until_day,
        package.day,
        sized(package.purpose_hash, HASH, "a purpose's hash"),
        sized(package.terms_hash, HASH, "a consent's hash"),
        sized(package.content_hash, HASH, "what is told"),
    )


def package_hash_of(home: bytes, package: Package) -> bytes:
    """The hash (32 bytes) that boxes, wraps and the next header name."""
    return h("pse1/package-hash", package_bytes(home, package))


def check_package(package: Package) -> Package:
    """Give a header back if its form holds: what a server sees as well. BadPackage else."""
    ids = [one.account_id for one in package.readers]
    if ids != sorted(set(ids)):
        raise BadPackage("readers ascend, and none is there twice")
    parts = sorted(one.part for one in package.readers)
    goes_out = package.door != NO_DOOR
    if parts != ([SUBJECT, DISCLOSER] if goes_out else list(PARTS)):
        raise BadPackage("the client, their specialist, and one person who is told")
    if not package.day <= package.from_day <= package.until_day:
        raise BadPackage("its days are not in order")
    if package.until_day > package.from_day + LONGEST_DAYS or package.kind not in KINDS:
        raise BadPackage("longer than a year, or of no known kind")
    if package.n < 1 or (package.n == 1) != (package.prev == NOTHING_BEFORE):
        raise BadPackage("each follows the one before")
    return package


def verify_package(package: Package, *, home: bytes, client: KeyRecord) -> None:
    """Return if the client of this record signed it, as its first reader; Refused else."""
    mine = check_package(package).of_part(SUBJECT)
    if mine is None or (mine.account_id, mine.kr_hash) != (
        client.account_id,
        kr_hash_of(client),
    ):
        raise BadPackage("signed with other keys than it names")
    verify(client.ik, package_bytes(home, package), package.sig)


def check_follows(packages: Sequence[Package], *, home: bytes) -> None:
    """Return if these are one person's, from the first on, with none missing between."""
    before = NOTHING_BEFORE
    for n, package in enumerate(packages, start=1):
        if (package.n, package.prev) != (n, before):
            raise BadPackage("one of them is missing")
        before = package_hash_of(home, package)


def seal_package(
    ik_seed: bytes,
    *,
    home: bytes,
    id: bytes,
    conv: bytes,
    terms: Terms,
    content: Content,
    records: dict[int, KeyRecord],
    before: Package | None = None,
    chance: Chance = system_chance,
) -> Sealed:
    """Sign and seal what is told. `records` are those of the readers, by part."""
    check_content(content, terms)
    written, told = write_terms(terms), write_content(content)
    secret = chance(KEY) if RECIPIENT not in records else b""
    package = _drafted(home, id, conv, terms, records, before, secret)
    package = replace(
        package, terms_hash=terms_hash_of(written), content_hash=content_hash_of(told)
    )
    check_package(package)
    package = replace(package, sig=sign(ik_seed, package_bytes(home, package)))
    of = package_hash_of(home, package)
    keys = {TOLD: chance(KEY), CONSENT: chance(KEY)}
    wraps = {
        (record.account_id, box): wrap(
            record.ek, _context(record, box, of) + key, chance=chance
        )
        for _, record in sorted(records.items())
        for box, key in keys.items()
    }
    boxes = [
        seal(keys[box], _aad(of, box), pad(text), chance=chance)
        for box, text in ((TOLD, told), (CONSENT, written))
    ]
    if not secret:
        return Sealed(package, boxes[0], boxes[1], wraps)
    both = keys[TOLD] + keys[CONSENT]
    link_box = seal(
        _link_key(secret, id), labelled("pse1/package-link", of), both, chance=chance
    )
    link = LINK_VERSION + id + secret + of[:16]
    return Sealed(package, boxes[0], boxes[1], wraps, link_box, link)


def open_key(
    package: Package,
    box: int,
    wrapped: bytes,
    *,
    home: bytes,
    record: KeyRecord,
    ek_seed: bytes,
) -> bytes:
    """The key of one box, out of a reader's wrap; NotOpened for another reader or package."""
    if Reader(record.account_id, kr_hash_of(record), _part(package, record)) not in (
        package.readers
    ):
        raise NotOpened("not one of its readers")
    text = unwrap(ek_seed, wrapped)
    of = package_hash_of(home, package)
    if len(wrapped) != WRAP or text[:HASH] != _context(record, box, of):
        raise NotOpened("a wrap of another package or box")
    return key_of(text[HASH:])


def open_terms(package: Package, box: bytes, key: bytes, *, home: bytes) -> Terms:
    """The consent, if it is the one that was signed; NotOpened or BadPackage else."""
    raw = unpad(open_sealed(key, _aad(package_hash_of(home, package), CONSENT), box))
    if terms_hash_of(raw) != package.terms_hash:
        raise BadPackage("another consent than the one that was signed")
    terms = read_terms(raw)
    _check_agree(package, terms)
    return terms


def open_told(
    package: Package, box: bytes, key: bytes, terms: Terms, *, home: bytes
) -> Content:
    """What is told, if it is exactly what was signed and consented to."""
    raw = unpad(open_sealed(key, _aad(package_hash_of(home, package), TOLD), box))
    if content_hash_of(raw) != package.content_hash:
        raise BadPackage("something else than what was signed")
    content = read_content(raw)
    check_content(content, terms)
    return content


def read_link(link: bytes) -> tuple[bytes, bytes, bytes]:
    """(id, secret, half a hash of the header) out of a link; NotOpened else."""
    if type(link) is not bytes or len(link) != LINK or link[:1] != LINK_VERSION:
        raise NotOpened("not a link to something told")
    return link[1:17], link[17:49], link[49:]


def door_of(secret: bytes, id: bytes) -> bytes:
    """What whoever has a link shows at the door; its hash stands in the header."""
    return kdf(secret, KEY, "pse1/package-door", sized(id, ID, "an id"))


def is_door(package: Package, shown: bytes) -> bool:
    """Whether this is what opens the door. (A server asks nothing else.)"""
    return package.door == h("pse1/package-knock", sized(shown, KEY, "what is shown"))


def open_link(
    package: Package, link: bytes, link_box: bytes, *, home: bytes
) -> tuple[bytes, bytes]:
    """(key of what is told, key of the consent); NotOpened for another header or link."""
    id, secret, half = read_link(link)
    of = package_hash_of(home, package)
    if package.id != id or of[:16] != half:
        raise NotOpened("another package than the link is for")
    both = open_sealed(_link_key(secret, id), labelled("pse1/package-link", of), link_box)
    return key_of(both[:KEY]), key_of(both[KEY:])


def _drafted(
    home: bytes,
    id: bytes,
    conv: bytes,
    terms: Terms,
    records: dict[int, KeyRecord],
    before: Package | None,
    secret: bytes,
) -> Package:
    readers = [
        Reader(record.account_id, kr_hash_of(record), part) for part, record in records.items()
    ]
    draft = Package(
        id=id,
        conv=conv,
        n=before.n + 1 if before else 1,
        prev=package_hash_of(home, before) if before else NOTHING_BEFORE,
        kind=kind_of(terms),
        readers=tuple(sorted(readers, key=lambda one: one.account_id)),
        door=h("pse1/package-knock", door_of(secret, id)) if secret else NO_DOOR,
        from_day=terms.from_day,
        until_day=terms.until_day,
        day=terms.day,
        purpose_hash=purpose_hash_of(terms),
        terms_hash=bytes(HASH),
        content_hash=bytes(HASH),
    )
    _check_agree(draft, terms)
    return draft


def _check_agree(package: Package, terms: Terms) -> None:
    """Header and consent say the same: kind, days, purpose, who tells, and where it goes."""
    teller = package.of_part(DISCLOSER)
    said = (kind_of(terms), terms.from_day, terms.until_day, terms.day, purpose_hash_of(terms))
    signed = (
        package.kind,
        package.from_day,
        package.until_day,
        package.day,
        package.purpose_hash,
    )
    if said != signed or teller is None or teller.account_id != terms.by_id:
        raise BadPackage("header and consent differ")
    if (terms.to.type == INSIDE) != (package.door == NO_DOOR):
        raise BadPackage("it goes another way than the consent says")


def _part(package: Package, record: KeyRecord) -> int:
    found = [one.part for one in package.readers if one.account_id == record.account_id]
    return found[0] if found else 0


def readers_bytes(readers: Sequence[Reader]) -> bytes:
    """Who reads it, as it is signed."""
    rows = [
        labelled(
            "pse1/package-reader",
            sized(one.account_id, ID, "an account id"),
            sized(one.kr_hash, HASH, "a key record's hash"),
            one.part,
        )
        for one in readers
    ]
    return labelled("pse1/package-readers", *rows)


def _context(record: KeyRecord, box: int, of: bytes) -> bytes:
    return h("pse1/wrap", _WRAPPED[box], record.account_id, kr_hash_of(record), of)


def _aad(of: bytes, box: int) -> bytes:
    return labelled("pse1/package-box", of, box)


def _link_key(secret: bytes, id: bytes) -> bytes:
    return kdf(secret, KEY, "pse1/package-link-key", sized(id, ID, "an id"))
