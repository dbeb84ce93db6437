"""The desk's lists: found by index, a page at a time, whole as a file, and without a client."""

import csv
import io
import re

import pytest
from django.db import connection

from alongside.ground import clock
from alongside.people.models import Account
from alongside.programme.actions import switch_on_language
from alongside.programme.queries import programme, read_once
from alongside.relationships import desk as relationships
from alongside.relationships.models import Agreement, Asked, Relationship, State
from alongside.wall.actions import Kind
from alongside.wall.models import Untold
from alongside.web.desk.as_file import AT_ONCE, as_file, plain
from alongside.web.desk.waits import spans
from bench.crowd import crowd
from bench.desk import MAY_BE_READ, QUESTIONS, SMALL, pages
from bench.plans import questions_of, statements_of
from tests.web.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = clock.today()
NEXT = re.compile(r'href="([^"]*after=[^"]*)"')


@pytest.fixture
def many(desk):
    return crowd(240, wishes=60)


def rows_of(answer):
    """The rows of a file, without its first line."""
    return list(csv.reader(io.StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))[1:]


def numbers_on(page):
    return [
        int(number) for number in re.findall(r'<th scope="row"><a [^>]*>(\d+)</a></th>', page)
    ]


def walked(client, url):
    """Every page of a list, one after the other, as somebody reads them."""
    while url:
        page = client.get(url).content.decode()
        yield page
        further = NEXT.search(page)
        url = further and further[1].replace("&amp;", "&")


def test_no_page_asks_much_or_reads_a_table_from_end_to_end(many, at_desk):
    if connection.vendor == "postgresql":
        # So few rows are read whole gladly; here we ask whether there is another way.
        connection.cursor().execute("SET LOCAL enable_seqscan = off")
    for name, url in pages(many).items():
        # The first look of a day also writes down whom it is to tell.
        for look in ("first", "second"):
            assert statements_of(lambda url=url: at_desk.get(url)) <= QUESTIONS, (name, look)
        asked = questions_of(lambda url=url: at_desk.get(url))
        read = set().union(*(one.read_whole for one in asked)) - SMALL
        assert not read - MAY_BE_READ.get(name, set()), name


def test_a_table_read_from_end_to_end_would_be_seen(many):
    (one,) = questions_of(lambda: list(Relationship.objects.filter(client_day=1)))
    assert one.read_whole == {"relationships_relationship"}


def test_page_by_page_dora_meets_every_relationship_once_the_oldest_first(many, at_desk):
    for standing, states in relationships.STANDINGS.items():
        read = [
            number
            for page in walked(at_desk, f"/desk/relationships?is={standing}")
            for number in numbers_on(page)
        ]
        kept = [one for one in many.relationships if one.state in states]
        assert read == [one.pk for one in sorted(kept, key=lambda one: (one.asked_on, one.pk))]

        filed = rows_of(at_desk.get(f"/desk/relationships/as-file?is={standing}"))
        assert [int(number) for number, *_ in filed] == read


def test_filters_keep_those_of_one_specialist_who_began_long_enough_ago(many, at_desk):
    seat = many.relationships[0].specialist_id
    url = f"/desk/relationships?is=together&days=90&with={seat}"
    wanted = {
        one.pk
        for one in many.relationships
        if (one.specialist_id, one.state) == (seat, State.ACTIVE) and one.asked_on <= TODAY - 90
    }
    assert set(numbers_on(at_desk.get(url).content.decode())) == wanted


def test_a_changed_promise_that_waits_for_a_yes_stands_beside_its_number(many, at_desk):
    one = next(one for one in many.relationships if one.state == State.ACTIVE)
    paper = {"promise": [], "agreement_hash": bytes(32), "state": Asked.OFFERED}
    Agreement.objects.create(relationship=one, version=2, shown_on=TODAY - 3, **paper)

    text = Page(at_desk.get("/desk/relationships?is=together")).text
    assert text.count("for 3 days") == 1
    assert "One pair is asked about a changed promise." in text
    assert "has said yes" not in text
    filed = rows_of(at_desk.get("/desk/relationships/as-file?is=together"))
    assert [row[0] for row in filed if row[4]] == [str(one.pk)]


def test_specialists_are_listed_a_page_at_a_time_by_room(at_desk, many):
    seen = [
        name
        for only in ("room", "full", "paused")
        for page in walked(at_desk, f"/desk/specialists?only={only}")
        for name in re.findall(r"<h2>(Person \d+)</h2>", page)
    ]
    filed = rows_of(at_desk.get("/desk/specialists/as-file"))
    assert {name for name, *_ in filed} == set(seen)
    on_break = [name for name, *_, rest, _, _ in filed if rest == "yes"]
    assert len(seen) == len(filed) + sum(name in on_break for name in seen) - len(on_break)


def test_every_state_stands_in_exactly_one_list():
    listed = [state for states in relationships.STANDINGS.values() for state in states]
    assert sorted(listed) == sorted(State)


def test_no_list_and_no_file_says_who_a_client_is_or_whose_no_it_was(many, at_desk):
    urls = [*pages(many).values(), "/desk/relationships/as-file?is=nothing"]
    html = "".join(at_desk.get(url).getvalue().decode() for url in urls)

    clients = Account.objects.filter(username__startswith="comes-")
    assert clients.count() == 240
    assert "comes-" not in html
    for word in ("declined", "withdrawn", "lapsed", "client"):
        assert word not in Page(at_desk.get("/desk/relationships?is=nothing")).text.lower()


def test_a_relationship_that_is_not_there_is_like_any_missing_page(at_desk, asked):
    assert at_desk.get(f"/desk/relationships/{asked.pk}").status_code == 200
    assert at_desk.get(f"/desk/relationships/{asked.pk + 1}").status_code == 404


def test_odd_addresses_show_the_beginning(many, at_desk):
    for odd in ("is=all", "after=x", "after=1", "days=-1", "with=%27", f"with={9**12}"):
        assert at_desk.get(f"/desk/relationships?{odd}").status_code == 200
    assert at_desk.get("/desk/specialists?after=x&only=everyone").status_code == 200


def test_empty_lists_say_so(at_desk):
    for url in ("/desk/relationships", "/desk/specialists?only=full", "/desk/matches"):
        assert "Nobody is in this list now." in Page(at_desk.get(url)).text
    assert "too few yet to say" in Page(at_desk.get("/desk/how-long")).text


def test_a_file_has_a_name_that_says_nothing_and_is_read_in_every_language(at_desk, many, desk):
    switch_on_language("es", reviewer="Luz", by=desk, today=TODAY)
    for url in ("/desk/relationships", "/desk/specialists", "/desk/matches"):
        answer = at_desk.get(f"{url}/as-file")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="list.csv"'
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.getvalue().startswith(b"\xef\xbb\xbf")
    first = at_desk.get("/es/desk/relationships/as-file").getvalue().decode().split("\r\n")[0]
    assert "Días desde que empezó" in first


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1", "\u00a0@x"]
)
def test_a_name_that_looks_like_a_sum_stays_a_name(name):
    assert plain(name) == f"'{name}"
    assert rows_of(as_file(["Name"], [[name, 3]])) == [[f"'{name}", "3"]]


def test_a_name_of_every_day_and_a_number_stay_as_they_are():
    assert [plain(cell) for cell in ("José-María", "", -3)] == ["José-María", "", -3]


def test_waits_are_counted_in_spans_of_whole_days():
    assert [one.people for one in spans([0, 1, 2, 3, 6, 7, 99], (0, 2, 6))] == [1, 2, 2, 2]


def test_a_page_that_only_reads_asks_for_the_programme_once(at_desk, riverside):
    asked = [one.sql for one in questions_of(lambda: at_desk.get("/desk/languages"))]
    assert sum("programme_programme" in sql for sql in asked) == 1
    assert len(asked) == 3


def test_a_change_is_seen_by_the_very_next_page(at_desk, riverside):
    with read_once():
        assert programme().name
    riverside.name = "Elsewhere"
    riverside.save()
    assert programme().name == "Elsewhere"


def test_a_file_of_any_length_is_held_a_piece_at_a_time():
    """Rows are asked for only as the file is read, so that a long one needs no more memory."""
    asked = []

    def rows():
        for number in range(5 * AT_ONCE):
            asked.append(number)
            yield [number]

    pieces = iter(as_file(["Number"], rows()))
    next(pieces)
    assert asked == []
    next(pieces)
    assert len(asked) == AT_ONCE
    assert sum(piece.count(b"\r\n") for piece in pieces) == 4 * AT_ONCE


def test_who_was_sent_in_a_file_was_written_down_before(many, at_desk):
    """A file that is cut off is owed to everyone whose row was already on its way."""
    pieces = iter(at_desk.get("/desk/relationships/as-file?is=together"))
    next(pieces)
    assert not Untold.objects.exists()
    sent = {int(number) for number, *_ in csv.reader(io.StringIO(next(pieces).decode()))}
    told = set(
        Untold.objects.filter(kind=Kind.STAFF_TOOK_LIST).values_list("account", flat=True)
    )
    assert sent
    for one in Relationship.objects.filter(pk__in=sent):
        assert {one.client_id, one.specialist_id} <= told
