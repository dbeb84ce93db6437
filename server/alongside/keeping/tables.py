"""What a backup holds: each table stands in exactly one of these lists, and a test counts.

KEY_TABLES is the one list of what lets somebody open something. It is backed up apart and
kept for seven days at most, so that an old content archive opens nothing any more
(docs/decisions/0024-backups-in-two-parts.md).
"""

KEY_TABLES = (
    "keys.Slot",
    "keys.WayChange",
    "keys.Bundle",
    "keys.StateIndex",
    "keys.StatePart",
    "keys.DocumentLock",
    "conversations.Wrap",
)
CONTENT_TABLES = (
    "people.Account",
    "people.Role",
    "people.Block",
    "people.DeskUser",
    "people.SecondStep",
    "people.PaperCode",
    "people.AlsoSpecialist",
    "wall.Top",
    "wall.Row",
    "notices.Reach",
    "programme.Programme",
    "programme.Seat",
    "keys.KeyRecord",
    "keys.Endorsement",
    "keys.Revocation",
    "keys.LogLine",
    "keys.LogEdge",
    "keys.Cosignature",
    "keys.Profile",
    "relationships.Relationship",
    "relationships.Pause",
    "relationships.Plan",
    "relationships.WayBack",
    "conversations.Conversation",
    "conversations.Member",
    "conversations.Head",
    "conversations.Place",
    "conversations.Epoch",
    "conversations.Entry",
    "conversations.TakenBack",
    "keys.Document",
    "files.File",
    "files.Piece",
    "matching.Wish",
    "matching.Apart",
    "matching.Proposal",
    "matching.Took",
)
# Open counters, sign-ins and links end by themselves; the rest is made by migrating.
LEFT_OUT = (
    "people.Token",
    "people.Tries",
    "people.OneTimeLink",
    "relationships.Invite",
    "people.Spent",
    "notices.Owed",
    "notices.Outbox",
    "sessions.Session",
    "contenttypes.ContentType",
    "auth.Permission",
    "auth.Group",
    "auth.Group_permissions",
)
