"""Attack 26 for letters at a circle's door, and for what went out by a link."""

from datetime import timedelta

import pytest
from django.apps import apps

from alongside.ground import clock
from alongside.ground.identifiers import to_text
from alongside.keeping import backup
from alongside.keeping.archive import reading
from pse.circle_letter import APPEAL, ASK, WHY, Way, Words, open_letter, seal_letter
from pse.key_record import kr_hash_of
from pse.package import open_link
from pse.refusal import Refused
from tests.cast import HOME
from tests.circles.conftest import circle, held, lea, with_ada
from tests.consent.telling import tell, telling
from tests.keeping.test_attack_26 import rows

__all__ = ["circle", "held", "lea", "with_ada"]

pytestmark = pytest.mark.both_databases
SAYS = "I would like to sit with you."
SENT = 1_700_000_000_000


def everything(*archives):
    """Every value of every table in some archives, as somebody would try each that is bytes."""
    for path, part in archives:
        with reading(path, part=part) as archive:
            labels = list(archive.manifest.tables)
        for label in labels:
            for row in rows(path, part, apps.get_model(label)):
                for field in row._meta.concrete_fields:
                    value = getattr(row, field.attname)
                    if isinstance(value, bytes):
                        yield value


def readable(found, read):
    """What can be read of all that was found."""
    said = []
    for value in found:
        try:
            said.append(read(value))
        except Refused:
            continue
    return said


class Letter:
    """One letter, and its reader with all their keys."""

    def __init__(self, circle, sort, *, by, to):
        self.by, self.to = by, to
        self.way = Way(
            HOME, bytes(circle.row.conv), sort, by.record.account_id, to.record.account_id
        )

    def sealed(self):
        name = "Wren" if self.way.sort == ASK else ""
        words = Words(SAYS, name, SENT)
        return to_text(
            seal_letter(self.way, words, to=self.to.record, ik_seed=self.by.person.ik_seed)
        )

    def read(self, value):
        seeds = {kr_hash_of(self.to.record): self.to.person.secrets.ek[0]}
        return open_letter(self.way, value, ek_seeds=seeds, sender=self.by.record).b


def archives(made, later):
    """The old content with the keys of its day, and with today's."""
    content = (made.content, "content")
    return (
        [content, (made.keys, "keys")],
        [content, (later.content, "content"), (later.keys, "keys")],
    )


def backed_up(folder, days=0):
    return backup.back_up(folder, now=clock.now() + timedelta(days=days))


def test_a_letter_to_a_host_that_was_answered_is_opened_by_nothing_that_stays(
    circle, ben, lea, ada, tmp_path
):
    letter = Letter(circle, ASK, by=ada, to=ben)
    others = Letter(circle, ASK, by=ada, to=lea)
    papers = [
        {"to": to_text(one.to.account.ref), "box": one.sealed()} for one in (letter, others)
    ]
    assert ada.room.post(f"{circle.path}/ask", {"letters": papers}).status_code == 200
    made = backed_up(tmp_path / "then")
    assert circle.does(ben, "let-in", ada).status_code == 204
    later = backed_up(tmp_path / "later", days=1)

    then, now = archives(made, later)
    for one in (letter, others):
        assert readable(everything(*then), one.read) == [SAYS]
        assert readable(everything(*now), one.read) == []


def test_why_somebody_was_taken_away_and_their_appeal_are_opened_by_nothing_that_stays(
    with_ada, ben, lea, ada, tmp_path
):
    why = Letter(with_ada, WHY, by=ben, to=ada)
    appeal = Letter(with_ada, APPEAL, by=ada, to=lea)
    assert with_ada.does(ben, "remove", ada, {"box": why.sealed()}).status_code == 204
    number = ada.room.get("/api/removals").json()["removals"][0]["id"]
    papers = {"to": to_text(lea.account.ref), "box": appeal.sealed()}
    assert ada.room.post(f"/api/removals/{number}/appeal", papers).status_code in (200, 204)
    made = backed_up(tmp_path / "then")
    words, _ = ada.made.locks
    ada.room.post("/api/close-place", {"auth": to_text(words.auth)})
    later = backed_up(tmp_path / "later", days=1)

    then, now = archives(made, later)
    for one in (why, appeal):
        assert readable(everything(*then), one.read) == [SAYS]
        assert readable(everything(*now), one.read) == []


def test_what_went_out_by_a_link_is_opened_by_nothing_that_stays_once_it_ended(
    ada, ben, talking, tmp_path
):
    told = telling(ada, ben, talking.conv)
    assert tell(ada, told).status_code == 201
    made = backed_up(tmp_path / "then")
    assert ada.room.post(f"/api/told/{told.ref}/withdraw").status_code in (200, 204)
    later = backed_up(tmp_path / "later", days=1)

    def read(value):
        return open_link(told.sealed.package, told.sealed.link, value, home=HOME)

    then, now = archives(made, later)
    assert len(readable(everything(*then), read)) == 1
    assert readable(everything(*now), read) == []
