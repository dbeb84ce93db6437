"""Attack 26, the part about backups: what was shredded stays shut, whatever was kept of it."""

from datetime import timedelta

import pytest

from alongside.conversations.actions import forget_expired
from alongside.conversations.models import Entry, Epoch, Wrap
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keeping import backup, shelf
from alongside.keeping.archive import reading
from alongside.keeping.rows import row_of
from alongside.keys.models import Slot
from pse import frames
from pse.entry import NO_FC
from pse.entry import Entry as SealedEntry
from tests.keeping.conftest import SAID
from tests.keeping.guest import texts

LONG_AFTER = 31 + 12 * 31 + 1
pytestmark = pytest.mark.both_databases


def rows(path, part, model):
    """The rows of one table as they stand in an archive."""
    with reading(path, part=part) as archive:
        table = archive.manifest.tables[model._meta.label]
        lines = list(archive.lines(model._meta.label))
    return [row_of(model, table.columns, line) for line in lines]


def opened(talk, member, content, keys):
    """What a member with all their keys can read out of two archives."""
    wraps = [
        one.wrap for one in rows(keys, "keys", Wrap) if one.account_id == member.account.pk
    ]
    (header,) = rows(content, "content", Epoch)
    conversation = talk.read_by(member, wrap=wraps[0] if wraps else b"")
    found = []
    for row in rows(content, "content", Entry):
        if row.kind != 1:
            sealed = SealedEntry(
                row.kind,
                talk.begun.conv,
                row.epoch,
                header.eh_hash,
                row.sender,
                row.msg_id,
                row.sseq,
                row.seen_n,
                row.seen_h,
                row.fc or NO_FC,
                row.box,
            )
            found += conversation.take(frames.Stored(row.n, sealed))
    return texts(found)


def test_after_forgetting_the_old_content_and_todays_keys_open_nothing(
    talk, made, ada, ben, tmp_path
):
    assert opened(talk, ada, made.content, made.keys) == SAID
    assert opened(talk, ben, made.content, made.keys) == SAID

    forget_expired(today=clock.today() + LONG_AFTER)
    later = backup.back_up(tmp_path / "later", now=clock.now() + timedelta(days=LONG_AFTER))

    assert opened(talk, ada, made.content, later.keys) == [None, None, None]
    assert opened(talk, ben, made.content, later.keys) == [None, None, None]
    assert not [
        row for row in rows(later.content, "content", Entry) if row.box and row.kind > 1
    ]


def test_a_closed_place_is_in_no_key_archive_made_afterwards(made, ada, tmp_path):
    assert [one for one in rows(made.keys, "keys", Slot) if one.account_id == ada.account.pk]

    words, _ = ada.made.locks
    ada.room.post("/api/close-place", {"auth": to_text(words.auth)})
    later = backup.back_up(tmp_path / "later", now=clock.now())

    assert not [
        one for one in rows(later.keys, "keys", Slot) if one.account_id == ada.account.pk
    ]
    assert not [
        one for one in rows(later.keys, "keys", Wrap) if one.account_id == ada.account.pk
    ]


def test_a_key_archive_is_gone_after_seven_days_and_the_content_is_not(made, tmp_path):
    folder = tmp_path / "backups"

    assert shelf.destroy_old_keys(folder, now=clock.now() + timedelta(days=6)) == 0
    assert made.keys.exists()

    assert shelf.destroy_old_keys(folder, now=clock.now() + timedelta(days=7)) == 1
    assert not made.keys.exists()
    assert made.content.exists()


def test_the_next_backup_destroys_the_old_keys_by_itself(made, tmp_path):
    later = backup.back_up(tmp_path / "backups", now=clock.now() + timedelta(days=7))

    assert later.destroyed == 1
    assert not made.keys.exists()
    assert later.keys.exists()


def test_a_key_archive_is_written_over_before_it_is_let_go(made, tmp_path):
    kept = tmp_path / "another name for the same bytes"
    kept.hardlink_to(made.keys)
    before = kept.read_bytes()

    shelf.destroy(made.keys)

    after = kept.read_bytes()
    assert len(after) == len(before)
    assert before[:64] not in after
    assert not after.startswith(b"PK")
