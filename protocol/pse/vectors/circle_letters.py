"""Vectors for letters at a circle's door: each opens for one reader, and as one thing."""

from dataclasses import replace
from typing import Any

from pse.circle_letter import ANSWER, APPEAL, ASK, WHY, Way, Words, seal_letter
from pse.key_record import kr_hash_of
from pse.padding import pad
from pse.pae import h, labelled
from pse.seal import seal
from pse.signing import sign
from pse.strict_json import Json, write
from pse.wrapping import wrap

from .case import Cases, answered, refused
from .change import flip
from .circle_scene import people_of
from .scene import HOME, NOON

CONV = b"a circle's name."
PEOPLE = people_of("letters")


def cases() -> Cases:
    """All of them."""
    return [*_opened(), *_refused(), *_badly_made()]


def _way(sort: int, sender: str, reader: str) -> Way:
    return Way(HOME, CONV, sort, PEOPLE[sender].account_id, PEOPLE[reader].account_id)


def _sealed(way: Way, sender: str, reader: str, words: Words) -> bytes:
    person = people_of(f"letter {way.sort}")[sender]
    record, chance = PEOPLE[reader].record, person.chance
    return seal_letter(way, words, to=record, ik_seed=person.ik_seed, chance=chance)


def _given(way: Way, letter: bytes, sender: str, reader: str) -> dict[str, Any]:
    mine = PEOPLE[reader]
    keys = [{"kr_hash": kr_hash_of(mine.record), "seed": mine.secrets.ek[0]}]
    return {"way": way, "letter": letter, "keys": keys, "sender": PEOPLE[sender].record}


def _opened() -> Cases:
    letters = [
        ("who asks to join", ASK, "ada", "ben", Words("Evenings are long.", "Heron", NOON)),
        ("who asks without a word", ASK, "finn", "cem", Words("", "Badger", NOON)),
        ("why somebody was taken away", WHY, "ben", "ada", Words("\U0001f642" * 900, "", NOON)),
        ("an appeal", APPEAL, "ada", "cem", Words("I did not mean it so.", "", NOON)),
        ("its answer", ANSWER, "cem", "ada", Words("Come back to us.", "", NOON)),
    ]
    found = []
    for name, sort, sender, reader, words in letters:
        way = _way(sort, sender, reader)
        given = _given(way, _sealed(way, sender, reader, words), sender, reader)
        found.append(answered(f"letter: {name}", "letter.open", **given))
    return found


def _refused() -> Cases:
    way = _way(APPEAL, "ada", "cem")
    letter = _sealed(way, "ada", "cem", Words("I did not mean it so.", "", NOON))
    given = _given(way, letter, "ada", "cem")
    other, ben = PEOPLE["ben"].record, PEOPLE["ben"]
    bens = [{"kr_hash": kr_hash_of(other), "seed": ben.secrets.ek[0]}]
    renamed = [{"kr_hash": b"k" * 32, "seed": PEOPLE["cem"].secrets.ek[0]}]
    bad: list[tuple[str, dict[str, Any]]] = [
        ("another house", {"way": replace(way, home=b"h" * 16)}),
        ("another circle", {"way": replace(way, conv=b"c" * 16)}),
        ("as its answer", {"way": replace(way, sort=ANSWER)}),
        ("as an ask", {"way": replace(way, sort=ASK)}),
        ("as a sort of its own", {"way": replace(way, sort=5)}),
        ("as Ben's", {"way": replace(way, from_id=ben.account_id), "sender": other}),
        ("with Ben's keys in Ada's name", {"sender": replace(other, account_id=way.from_id)}),
        ("with another sender's record", {"sender": other}),
        ("to somebody else", {"way": replace(way, to_id=ben.account_id)}),
        ("opened by somebody else", {"keys": bens}),
        ("with keys of another record", {"keys": renamed}),
        ("without a key", {"keys": []}),
        ("a bit of the wrap", {"letter": flip(letter, 40)}),
        ("a bit of the text", {"letter": flip(letter, 1_000)}),
        ("a byte short", {"letter": letter[:-1]}),
        ("a byte more", {"letter": letter + b"0"}),
        ("nothing", {"letter": b""}),
    ]
    return [refused(f"letter: {n}", "letter.open", **{**given, **to}) for n, to in bad]


def _badly_made() -> Cases:
    """What an honest room never writes, sealed and signed all the same."""
    good: dict[str, Json] = {"b": "Hello.", "name": "", "t": "circle-appeal", "ts": NOON}
    bad: list[tuple[str, dict[str, Json]]] = [
        ("a name in an appeal", {**good, "name": "Ada"}),
        ("of another type", {**good, "t": "circle-removed"}),
        ("a field more", {**good, "more": 1}),
        ("a field less", {"b": "Hello.", "t": "circle-appeal", "ts": NOON}),
        ("too many words", {**good, "b": "x" * 2_001}),
        ("words that are a number", {**good, "b": 1}),
    ]
    return [
        refused(f"letter: {name}", "letter.open", **_given(*_by_hand(name, body)))
        for name, body in bad
    ]


def _by_hand(name: str, body: dict[str, Json]) -> tuple[Way, bytes, str, str]:
    way, record = _way(APPEAL, "ada", "cem"), PEOPLE["cem"].record
    ada, raw = people_of(name)["ada"], write(body)
    kr_hash, key = kr_hash_of(record), ada.chance(32)
    fields = (way.home, way.conv, way.sort, way.from_id, way.to_id, kr_hash)
    aad = labelled("pse1/circle-letter", *fields)
    context = h("pse1/circle-letter-context", *fields)
    bound = h("pse1/wrap", "circle-letter", way.to_id, kr_hash, context)
    wrapped = wrap(record.ek, bound + key, chance=ada.chance)
    sig = sign(ada.ik_seed, labelled("pse1/sig", aad, raw))
    box = seal(key, aad, pad(sig + raw), chance=ada.chance)
    return way, wrapped + box, "ada", "cem"
