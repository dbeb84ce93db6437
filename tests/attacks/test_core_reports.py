"""Attack 19: a false report, one nobody can check, one read by whom it is about."""

from dataclasses import replace

import pytest

from pse.chain import h_aad
from pse.entry import aad_of
from pse.pae import labelled
from pse.refusal import BadReport, Malformed, NotOpened, Refused
from pse.report import PERSON, open_report
from pse.report_line import check_place, check_writer, read_line, write_line
from pse.signing import sign
from pse.vectors.reports import (
    OTHER_ID,
    PEOPLE,
    given_to,
    said,
    sealed,
    taken_back,
    words_about,
)


@pytest.fixture
def line():
    return said("finn", 5, "You will regret this.")


def opened(made, reader="lea", **change):
    given = {**given_to(reader, made), **change}
    return open_report(
        given["cover"],
        given["boxes"],
        given["wrap"],
        me=given["me"],
        ek_seeds={row["kr_hash"]: row["seed"] for row in given["keys"]},
        reporter=given["reporter"],
        people={records[0].account_id: records for records in given["people"]},
    )


def test_two_officers_read_the_same_chosen_lines_and_nothing_else(line):
    made = sealed(words_about("finn"), [line])
    first, second = opened(made, "cem"), opened(made, "lea")
    assert first == second
    assert [(one.n, one.body) for one in first.lines] == [(5, line.body)]


def test_words_that_finn_never_wrote_are_not_reported_as_his(line):
    forged = replace(line, body=line.body.replace(b"regret", b"suffer"))
    with pytest.raises(NotOpened):
        opened(sealed(words_about("finn"), [forged]))


def test_another_franking_key_proves_nothing(line):
    with pytest.raises(NotOpened):
        opened(sealed(words_about("finn"), [replace(line, fk=b"k" * 32)]))


def test_a_line_is_nobody_elses(line):
    bens = replace(line, entry=replace(line.entry, sender=PEOPLE["ben"].account_id))
    with pytest.raises(NotOpened):
        opened(sealed(words_about("ben"), [bens]))


def test_a_line_that_ada_signed_herself_is_not_finns(line):
    ada = PEOPLE["ada"]
    sig = sign(ada.ik_seed, labelled("pse1/sig", aad_of(line.entry), line.body))
    forged = replace(line, ik=ada.record.ik, sig=sig)
    assert read_line(write_line(forged)) == forged
    with pytest.raises(NotOpened, match="not its sender's"):
        opened(sealed(words_about("finn"), [forged]))


@pytest.mark.parametrize("size", [0, 39, 104, 183, 184, 311])
def test_a_truncated_context_is_no_line(line, size):
    with pytest.raises(Malformed):
        read_line(write_line(line)[:size])


@pytest.mark.parametrize("at", range(0, 312, 8))
def test_every_part_of_a_lines_context_is_proven(line, at):
    raw = bytearray(write_line(line))
    raw[at] ^= 1
    if at < 8:  # the number is the server's: the log says what stood there
        changed = read_line(bytes(raw))
        other = said("finn", changed.n, "Something else.")
        with pytest.raises(NotOpened):
            check_place(changed, h_aad(aad_of(other.entry)))
        return
    with pytest.raises(Refused):
        read_line(bytes(raw))


def test_a_report_is_not_handed_in_again_under_another_id(line):
    made = sealed(words_about("finn"), [line])
    with pytest.raises(NotOpened):
        opened(made, cover=replace(made.cover, id=OTHER_ID))


def test_an_officer_cannot_put_other_words_in_adas_mouth(line):
    made, other = (
        sealed(words_about("finn"), [line]),
        sealed(words_about("finn", b="No."), [line]),
    )
    with pytest.raises(NotOpened):
        opened(made, boxes=[other.boxes[0], made.boxes[1]])


def test_nothing_goes_to_one_officer_only(line):
    with pytest.raises(BadReport):
        sealed(words_about("finn"), [line], "cem")


@pytest.mark.parametrize("subject", ["cem", "lea"])
def test_an_officer_never_reads_a_concern_about_themselves(subject):
    with pytest.raises(BadReport, match="never to whom it is about"):
        sealed(words_about(subject, about=PERSON), [])


def test_an_officer_who_wrote_one_of_the_lines_does_not_read_them(line):
    with pytest.raises(BadReport, match="never to whom it is about"):
        sealed(words_about("finn"), [line, said("cem", 6, "Calm down.")])


def test_who_reports_does_not_read_as_an_officer():
    with pytest.raises(BadReport, match="their own report"):
        sealed(words_about("finn", about=PERSON), [], "ada", "cem")


def test_what_was_changed_or_taken_back_comes_with_its_line_alone(line):
    edit = said("finn", 6, "A joke.", kind="edit", to=line.entry.msg_id)
    gone = taken_back("finn", 7, line)
    assert len(opened(sealed(words_about("finn"), [line, edit, gone])).lines) == 3
    for alone in (edit, gone):
        with pytest.raises(BadReport, match="not there"):
            sealed(words_about("finn"), [alone])


def test_a_writer_is_known_by_a_key_they_published(line):
    finn = PEOPLE["finn"].record
    check_writer(line, {finn.account_id: [finn]})
    for known in ({}, {finn.account_id: [PEOPLE["ben"].record]}):
        with pytest.raises(NotOpened):
            check_writer(line, known)


def test_the_log_says_whether_a_line_stood_there(line):
    check_place(line, h_aad(aad_of(line.entry)))
    with pytest.raises(NotOpened):
        check_place(line, b"x" * 32)
