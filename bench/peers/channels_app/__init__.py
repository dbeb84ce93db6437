"""A minimal chat on Django Channels, as its users build it; ours, and as fast as it is fair.

It does: check a signed pass at the door; store each message in SQLite (WAL, FULL) through the
ORM, in a commit of its own, before anything else; acknowledge it to its sender with its number;
deliver it to everyone in the room through the in-memory layer. It runs under the same uvicorn
with the same settings as ours, without compression, on binary frames.

It does not: look at membership or limits for each message, number lines within a conversation,
chain or sign anything, take a message twice as once, or let a room take up where it was.
"""
