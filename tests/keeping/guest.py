"""Somebody's own room, in Python: it comes back to a served house and reads, checking all."""

import json

from websockets.sync.client import connect

from pse import frames
from pse.account import words_lock
from pse.as_json import read_key_record
from pse.base64url import from_text, to_text
from pse.chain import chain_start
from pse.person import come_back
from pse.promise import read_promise
from pse.talking import conversation_of
from pse.wire import decode, encode


def come_in(served, member):
    """Open a place with its five words: the person, and their token."""
    config = json.loads(served.ask("/config.json").content)
    home, username = from_text(config["home"]), member.username
    lock = words_lock(member.made.words, home=home, username=username)
    answer = call(served, "/api/sign-in", {"username": username, "auth": to_text(lock.auth)})
    return come_back(lock, answer, home=home, username=username), answer["token"]


def read_all(served, member, *, today):
    """Come back and read every line of one's only conversation."""
    person, token = come_in(served, member)
    (relation,) = call(served, "/api/relationships", token=token)["relationships"]
    (conv,) = relation["conversations"]
    other = [read_key_record(one) for one in relation["other"]["key_records"]]
    conversation = conversation_of(
        person,
        conv=from_text(conv["conv"]),
        rand=from_text(conv["rand"]),
        sentences=read_promise(relation["promise"]),
        people={other[0].account_id: other, person.account_id: person.records},
        today=today,
    )
    ticket = from_text(call(served, "/api/ticket", {}, token=token)["ticket"])
    return texts(take_all(served, conversation, ticket))


def take_all(served, conversation, ticket):
    """Follow a conversation from its beginning to its head."""
    lines = []
    address = f"ws://127.0.0.1:{served.port}/wire"
    with connect(address, origin=served.origin, subprotocols=["pse1"], proxy=None) as wire:
        wire.send(encode(frames.Open(1, ticket)))
        wire.send(encode(frames.Follow(conversation.headers.conv, 0)))
        while True:
            frame = decode(wire.recv(timeout=10))
            if not isinstance(frame, frames.Opened):
                lines += conversation.take(frame)
            if isinstance(frame, frames.Upto):
                return lines


def begun(member, frame, *, sentences, people, today, rand, wrap=None):
    """A reader's conversation with its header and hello taken; the wrap may be withheld."""
    header = frame.header
    conversation = conversation_of(
        member.person,
        conv=header.conv,
        rand=rand,
        sentences=sentences,
        people={one.account.ref: [one.record] for one in people},
        today=today,
    )
    own = frame.wraps[member.account.ref] if wrap is None else wrap
    conversation.take(frames.Head(header.conv, 1, header, frame.eh_sig, own))
    conversation.take(frames.Base(header.conv, 0, chain_start(header.conv)))
    return conversation


def texts(lines):
    """What was said."""
    return [getattr(line.body, "b", None) for line in lines]


def call(served, path, papers=None, *, token=None):
    """Call the API as a room does."""
    headers = {"X-Alongside": "1", "Content-Type": "application/json"}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    body = None if papers is None else json.dumps(papers).encode()
    answer = served.ask(
        path, method="GET" if body is None else "POST", body=body, headers=headers
    )
    assert answer.status < 300, answer.content
    return json.loads(answer.content)
