"""Attack 27: what people write beside their talks, to officers, to Gale or to nobody."""

import shutil
import sqlite3
import zipfile
from contextlib import closing

import pytest

from tests.attacks.beside_the_talk import TYPED, take_care, tell_in_a_circle
from tests.attacks.left_behind import walk
from tests.attacks.sweep import hits_below
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.circling import LINE as LISTED

pytestmark = [pytest.mark.timeout(900), pytest.mark.proof]


@pytest.fixture(scope="module")
def walked(playwright, tmp_path_factory):
    """A hard week: a concern and its measure, supervision, a note for a payer, a circle."""
    saved = tmp_path_factory.mktemp("saved")

    def way(house, pages):
        take_care(house, pages, saved)
        tell_in_a_circle(house, pages["ben"], pages["marisol"])
        return TYPED

    return walk(
        playwright,
        tmp_path_factory.mktemp("beside"),
        way,
        keeping={"ada": PHONE, "ben": DESK},
        others=dict.fromkeys(("desk", "gale", "eve", "dora", "marisol"), DESK),
    )


def test_nothing_written_to_officers_a_supporter_or_oneself_stands_in_the_open(walked, figure):
    found, files = walked.hits()
    figure(beside_markers=len(walked.markers), beside_files=files, beside_hits=len(found))
    assert found == []


def test_the_search_saw_each_place_in_which_it_looked(walked):
    """What is public has to be found: else the search would be blind."""
    name, words = walked.house.words_of("Ben")
    public = {
        "house/data/alongside.sqlite3": LISTED,
        "house/said": words,
        "running": LISTED,
        "backup": LISTED,
        "mail": "You have something new",
        "push": "aes128gcm",
        "capture-ada": "Riverside Peers",
        "capture-ben": name,
        "capture-desk": "Riverside Peers",
        "capture-gale": "Gale",
        "capture-eve": "Riverside Peers",
        "capture-dora": "Riverside Peers",
        "capture-marisol": LISTED,
    }
    unseen = {place: it for place, it in public.items() if not walked.is_seen(place, it)}
    assert unseen == {}
    # What SQLite writes first, and folds into the database later, was there to be read.
    assert (walked.folder / "running" / "alongside.sqlite3-wal").stat().st_size > 0


def test_the_search_would_have_found_each_of_them(walked, tmp_path):
    """Planted in the very books and in their backup, every one of them is seen."""
    books = shutil.copy(walked.folder / "running" / "alongside.sqlite3", tmp_path)
    with closing(sqlite3.connect(books)) as db, db:
        db.execute("CREATE TABLE planted (words TEXT)")
        db.executemany("INSERT INTO planted VALUES (?)", [(one,) for one in TYPED.values()])
    with zipfile.ZipFile(tmp_path / "backup.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tables/planted.jsonl", "\n".join(TYPED.values()))
    found, _ = hits_below(tmp_path, list(TYPED.values()))
    for place in ("alongside.sqlite3", "backup.zip"):
        assert {hit.marker for hit in found if hit.place == place} == set(TYPED.values())
