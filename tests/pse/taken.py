"""An export of Ada's, made by the reference: what a room would hand her."""

import hashlib
import json
import zipfile

from pse import account, export, frames, wire
from pse.as_json import endorsement_json, key_record_json
from pse.base64url import to_text
from pse.endorsement import SPECIALIST, Endorsement, sign_endorsement
from pse.export import BOX, MANIFEST, Cover, cover_bytes, joined, seal_papers
from pse.ids import HASH
from pse.key_log import KEYS, WHO, KeyLog, Leaf
from pse.key_record import kr_hash_of
from pse.note import sign_checkpoint
from pse.promise import promise_json
from pse.signing import verify_key_of
from pse.talking import say_yes, turn, write_line
from pse.vectors.scene import DAY, HOME, LOG_SEED, NOON, ROSTER_SEED, WORDS, asked

SALT = bytes(range(16, 32))
WORDS_OF_IT = WORDS["ben"]
LINES = 6
# Who is who, as Ada and Ben read it; what is taken along holds only its signature.
LIST = KeyLog(Leaf(KEYS, bytes([n]) * WHO, bytes([n]) * HASH) for n in range(1, 8))


def talked():
    """Ada and Ben have talked over two epochs; the ledger holds it."""
    scene = asked(chance_name="taken along", log=LIST.at(3))
    rooms = [
        scene.room(person, log=LIST).read(scene.ledger) for person in (scene.ada, scene.ben)
    ]
    for number in range(LINES):
        room = rooms[number % 2]
        if number == 3:
            sent = turn(room.person, room.conversation, records=scene.records, day=DAY + 31)
        else:
            text = f"line {number} <i>"
            sent = write_line(room.person, room.conversation, text, ts=NOON + number)
        scene.ledger.store(sent)
        for reader in rooms:
            reader.take(scene.ledger)
    return scene, rooms[0].conversation


def papers_of(scene, conversation):
    """Everything that opens and proves Ada's talk."""
    ada, ben, begun = scene.ada, scene.ben, scene.begun
    yes = say_yes(ben, conv=begun.conv, sentences=scene.sentences, day=DAY)
    endorsement = Endorsement(
        ben.account_id, kr_hash_of(ben.record), SPECIALIST, "Ben", DAY - 1, DAY + 60, 1
    )
    known = conversation.headers
    epochs = [known.numbered(number) for number in range(known.newest.header.epoch + 1)]
    return {
        "account_id": to_text(ada.account_id),
        "checkpoint": sign_checkpoint(LOG_SEED, HOME, LIST.at()),
        "day": DAY + 40,
        "documents": [],
        "home": to_text(HOME),
        "key_records": [key_record_json(record) for record in ada.records],
        "log": to_text(verify_key_of(LOG_SEED)),
        "notes": {
            "drafts": [{"conv": to_text(begun.conv), "text": "begun"}],
            "name": "Ada",
            "people": [{"conv": to_text(begun.conv), "name": "B.", "note": "likes rivers"}],
        },
        "own": {"endorsement": None, "profile": None},
        "relationships": [
            {
                "id": 7,
                "mine": "client",
                "other": {
                    "account_id": to_text(ben.account_id),
                    "key_records": [key_record_json(record) for record in ben.records],
                    "endorsement": endorsement_json(
                        sign_endorsement(ROSTER_SEED, HOME, endorsement)
                    ),
                },
                "promise": promise_json(scene.sentences),
                "client_sig": begun.payload["sig"],
                "client_day": begun.payload["day"],
                "specialist_sig": yes["sig"],
                "specialist_day": yes["day"],
                "conversations": [
                    {
                        "conv": to_text(begun.conv),
                        "rand": to_text(begun.rand),
                        "continues": None,
                    }
                ],
            }
        ],
        "roster": to_text(verify_key_of(ROSTER_SEED)),
        "talks": [
            {
                "conv": to_text(begun.conv),
                "file": "talks/1.frames",
                "relationship": 7,
                "name": "Ben",
                "n": conversation.walk.n,
                "h": to_text(conversation.walk.h),
                "keys": [
                    {"epoch": one.header.epoch, "key": to_text(one.epoch_key)} for one in epochs
                ],
                "stopped": None,
            }
        ],
        "username": ada.username,
    }


def frames_of(scene):
    """What the wire brought, without the last word of the relay."""
    answer = scene.ledger.follow(scene.ada.account_id)
    kept = (frame for frame in answer if not isinstance(frame, frames.Upto))
    return [wire.encode(frame) for frame in kept]


def files_of(papers, packed, *, more=None):
    """The files of an export, sealed under its words."""
    files = {"READ-ME.txt": b"how to open it", "talks/1.frames": joined(iter(packed))}
    files |= more or {}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    cover = Cover(HOME, SALT)
    text = json.dumps({**papers, "files": hashes}).encode()
    return files | {
        MANIFEST: cover_bytes(cover),
        BOX: seal_papers(cover, WORDS_OF_IT, text),
    }


def written(path, files, *, how=zipfile.ZIP_STORED):
    """Put files into one zip."""
    with zipfile.ZipFile(path, "w", how) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def stretch_once(monkeypatch):
    """The same words are stretched once: each of many changes is tried in its own file."""
    known = {}

    def stretch(phrase, salt):
        key = (phrase, salt)
        known[key] = known.get(key) or account.stretch(*key)
        return known[key]

    monkeypatch.setattr(export, "stretch", stretch)
