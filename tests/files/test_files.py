"""Files go with lines: members alone reach them, and they go when the line goes."""

import pytest

from alongside.conversations.actions import close_place, forget_expired, forget_taken_back
from alongside.conversations.models import Conversation, Entry, Mode
from alongside.files import rules
from alongside.files.models import File, Piece
from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.timers.actions import run_due
from pse.chance import repeatable_chance
from pse.file import OTHER, PIECE, SEALED_PIECE, open_file, seal_file
from tests.conversations.test_forgetting import lines
from tests.conversations.test_taking_back import take_back, written

pytestmark = pytest.mark.both_databases
TODAY = clock.today()
FILE_ID = b"a file of Ada's."
LETTER = b"Marker in the letter. " * 9_000


@pytest.fixture
def sealed():
    """What Ada's room makes of a letter: four pieces."""
    chance = repeatable_chance("letter")
    return seal_file(FILE_ID, LETTER, type=OTHER, name="letter.txt", chance=chance)


def address(relationship, *more, file_id=FILE_ID):
    return "/".join(["/api/files", to_text(relationship.conv), to_text(file_id), *more])


def begin(member, relationship, pieces=4, file_id=FILE_ID):
    return member.room.post(address(relationship, file_id=file_id), {"pieces": pieces})


def put(member, relationship, i, piece, file_id=FILE_ID):
    return member.room.put(address(relationship, str(i), file_id=file_id), piece)


def get(member, relationship, i, file_id=FILE_ID):
    return member.room.get(address(relationship, str(i), file_id=file_id))


def send(member, relationship, sealed):
    """A file that is whole, without the line that names it."""
    assert begin(member, relationship).status_code == 200
    for i, piece in enumerate(sealed[1]):
        assert put(member, relationship, i, piece).status_code == 204


def name_it(member, relationship):
    """A line whose id is the file's."""
    lines(1, relationship.conv, member.account.ref)
    entry = written(relationship.conv)[-1]
    Entry.objects.filter(pk=entry.pk).update(msg_id=FILE_ID)


def on_the_shelf(settings):
    return sorted(path for path in (settings.DATA / "files").rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    """A data folder of its own, so that what lies there can be counted."""
    settings.DATA = tmp_path


def test_ben_opens_what_ada_sent_and_the_shelf_shows_no_word(
    talking, ada, ben, sealed, settings
):
    send(ada, talking, sealed)

    pieces = [get(ben, talking, i).content for i in range(4)]
    assert open_file(FILE_ID, sealed[0], pieces) == LETTER
    lying = on_the_shelf(settings)
    assert len(lying) == 4
    folders = {path.parent for path in lying} | {settings.DATA / "files"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in [*lying, *folders])
    assert all(b"Marker" not in path.read_bytes() for path in lying)
    assert all(b"letter".decode() not in str(path.name) for path in lying)


def test_no_browser_shows_a_piece_as_anything(talking, ada, sealed):
    send(ada, talking, sealed)

    headers = get(ada, talking, 0).headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == "attachment"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_after_a_cut_ada_learns_which_pieces_are_here_and_sends_only_the_rest(
    talking, ada, ben, sealed
):
    begin(ada, talking)
    for i in (0, 2):
        put(ada, talking, i, sealed[1][i])

    assert begin(ada, talking).json() == {"here": [0, 2]}
    assert get(ben, talking, 1).status_code == 404
    for i in (1, 3):
        put(ada, talking, i, sealed[1][i])
    assert begin(ada, talking).json() == {"here": [0, 1, 2, 3]}


def test_a_piece_that_is_here_is_not_written_over(talking, ada, ben, sealed):
    send(ada, talking, sealed)

    assert put(ada, talking, 0, bytes(SEALED_PIECE)).status_code == 204
    assert get(ben, talking, 0).content == sealed[1][0]


def test_strangers_and_the_wrong_people_find_nothing(talking, ada, ben, finn, cem, sealed):
    send(ada, talking, sealed)

    for other in (finn, cem):
        answers = [begin(other, talking), put(other, talking, 0, sealed[1][0])]
        answers += [get(other, talking, 0), get(other, talking, 0, b"x" * 16)]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
    assert put(ben, talking, 0, sealed[1][0]).status_code == 404
    assert begin(ben, talking).status_code == 404


def test_nobody_sends_files_before_the_yes_or_after_the_end(asked, ada, sealed):
    assert begin(ada, asked).status_code == 404
    for mode in (Mode.PAUSED, Mode.CLOSED, Mode.GONE):
        Conversation.objects.update(mode=mode)
        assert begin(ada, asked).status_code == 404


@pytest.mark.parametrize("raw", [b"", b"a", bytes(SEALED_PIECE - 1), bytes(SEALED_PIECE + 1)])
def test_only_whole_sealed_pieces_are_taken(talking, ada, raw):
    begin(ada, talking)

    assert put(ada, talking, 0, raw).status_code == 400
    assert Piece.objects.count() == 0


def test_odd_sizes_and_places_are_refused(talking, ada, sealed):
    assert {begin(ada, talking, pieces).status_code for pieces in (0, 2, 65, 2**40)} == {400}
    begin(ada, talking)
    assert put(ada, talking, 4, sealed[1][0]).status_code == 400
    assert put(ada, talking, -1, sealed[1][0]).status_code == 404
    assert begin(ada, talking, 16).json()["error"]["code"] == "file-moved"


def test_each_limit_is_one_plain_sentence(talking, ada, ben, monkeypatch):
    monkeypatch.setattr(rules, "MOST_A_DAY", 5)
    assert begin(ada, talking).status_code == 200
    refused = begin(ada, talking, file_id=b"f" * 16)
    assert refused.status_code == 422
    assert refused.json()["error"] == {
        "code": "files-today",
        "words": "That is all that fits in one day. You can send more tomorrow.",
    }
    assert begin(ben, talking, file_id=b"b" * 16).status_code == 200
    monkeypatch.setattr(rules, "MOST_IN_ALL", 5)
    File.objects.update(begun_on=TODAY - 1)
    assert begin(ada, talking, file_id=b"f" * 16).json()["error"]["code"] == "files-full"


def test_a_file_that_no_line_names_goes_after_two_days(talking, ada, sealed, settings):
    send(ada, talking, sealed)

    run_due(now=clock.now())
    assert len(on_the_shelf(settings)) == 4
    travel_days(3)
    assert (File.objects.count(), on_the_shelf(settings)) == (0, [])


def test_a_file_stays_as_long_as_its_line_and_goes_with_its_epoch(
    talking, ada, ben, sealed, settings
):
    send(ada, talking, sealed)
    name_it(ada, talking)

    travel_days(300)
    assert get(ben, talking, 0).status_code == 200
    assert forget_expired(today=TODAY + 31 + 12 * 31 + 1) > 0
    travel_days(31 + 12 * 31 + 1)
    assert (File.objects.count(), Piece.objects.count(), on_the_shelf(settings)) == (0, 0, [])


def test_taking_a_line_back_takes_its_file_with_it(talking, ada, sealed, settings):
    send(ada, talking, sealed)
    name_it(ada, talking)
    take_back(ada, talking.conv, [written(talking.conv)[-1]])

    travel_days(14)
    assert len(on_the_shelf(settings)) == 4
    assert forget_taken_back(today=TODAY + 15) == 1
    travel_days(15)
    assert on_the_shelf(settings) == []


def test_closing_both_places_leaves_no_piece(talking, ada, ben, sealed, settings):
    send(ada, talking, sealed)
    name_it(ada, talking)
    for member in (ada, ben):
        auth = member.made.locks[0].auth
        close_place(member.account, auth=auth, address="here", now=clock.now())

    travel_days(0)
    assert (File.objects.count(), on_the_shelf(settings)) == (0, [])


def test_a_deletion_that_was_cut_off_goes_on(talking, ada, sealed, settings):
    send(ada, talking, sealed)
    on_the_shelf(settings)[0].unlink()

    travel_days(3)
    assert (File.objects.count(), on_the_shelf(settings)) == (0, [])


def test_pieces_sent_twice_at_once_are_kept_once(talking, ada, sealed):
    begin(ada, talking)
    answers = [put(ada, talking, 0, sealed[1][0]) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]
    assert Piece.objects.count() == 1


def test_the_largest_file_is_a_little_under_four_mebibytes():
    assert rules.SIZES[-1] * PIECE == 4 * 1024 * 1024


def travel_days(days):
    """What the timers do so many days from now, about files."""
    from alongside.files.actions import let_go_of_files

    let_go_of_files(today=TODAY + days)
