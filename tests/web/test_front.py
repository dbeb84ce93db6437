"""What anyone may read before they come in."""

import itertools
import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from alongside.people.models import DeskUser
from alongside.programme.actions import close_door
from alongside.web import kept
from alongside.web.crisis import lines_for
from tests.web.reading import Page

PROJECT = Path(__file__).resolve().parents[2]
FRONT = [
    "/",
    "/how-it-works",
    "/what-we-keep",
    "/help-now",
    "/tips",
    "/coming-back",
    "/stories",
]
SIGN_IN = "/desk/sign-in"
# Names of tables and of rights, and groups that nobody uses.
DJANGOS_OWN = {
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
}
STYLES = ["browser/look/look.css", "server/alongside/web/static/web/front.css"]


@pytest.mark.parametrize("url", [*FRONT, SIGN_IN, "/nothing-here"])
def test_help_and_the_way_out_stand_in_the_same_place_on_every_page(anyone, url):
    page = Page(anyone.get(url))
    assert page.links[:5] == ["#text", "/leave", "/", "/help-now", "/leave"]


@pytest.mark.parametrize("url", [*FRONT, SIGN_IN])
def test_a_page_runs_no_script_and_fetches_nothing_from_elsewhere(anyone, url):
    answer = anyone.get(url)
    page = Page(answer)
    assert answer.status_code == 200
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not [tag for tag, _ in page.tags if tag in {"script", "iframe", "img", "object"}]
    loaded = [given["href"] for tag, given in page.tags if tag == "link"]
    assert all(address.startswith("/") for address in loaded)
    assert not [
        name for _, given in page.tags for name in given if name == "style" or name[:2] == "on"
    ]


@pytest.mark.parametrize("url", FRONT)
def test_a_page_has_one_first_heading_and_leaves_no_level_out(anyone, url):
    levels = [int(tag[1]) for tag, _ in Page(anyone.get(url)).tags if tag in {"h1", "h2", "h3"}]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_the_first_page_is_light_enough_for_a_slow_phone(anyone):
    html = len(anyone.get("/").content)
    styles = sum((PROJECT / path).stat().st_size for path in STYLES)
    mark = (PROJECT / "browser/look/icon.svg").stat().st_size
    assert html + styles + mark < 60_000


def test_the_first_page_opens_two_doors(anyone):
    links = Page(anyone.get("/")).links
    assert links[5:7] == ["/app/?lang=en#come-in", "/app/?lang=en#come-back"]


def test_a_closed_door_is_kind_and_shows_who_can_be_called(anyone, desk):
    close_door(by=desk)
    page = Page(anyone.get("/"))
    assert "/app/?lang=en#come-in" not in page.links
    assert "/app/?lang=en#come-back" in page.links
    assert page.links.count("/help-now") == 2
    assert "We are full right now." in page.texts
    assert "/app/?lang=en#come-in" not in Page(anyone.get("/how-it-works")).links


@pytest.mark.django_db
@pytest.mark.parametrize("url", [*FRONT, SIGN_IN])
def test_before_the_programme_is_made_every_page_says_so(url):
    answer = Client().get(url)
    assert answer.status_code == 503
    assert "This house is not ready yet" in answer.content.decode()


def test_nothing_there_is_said_kindly(anyone):
    answer = anyone.get("/nothing-here")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


def test_one_tap_calls_or_texts_someone(anyone):
    links = Page(anyone.get("/help-now")).links
    assert links[5:9] == ["tel:911", "tel:988", "sms:988", "https://988lifeline.org/chat/"]


def test_help_for_another_country_starts_with_its_own_emergency_number(anyone, riverside):
    riverside.country, riverside.help_lines = "GB", lines_for("GB")
    riverside.save()
    links = Page(anyone.get("/help-now")).links
    assert links[5:7] == ["tel:999", "https://findahelpline.com/"]
    assert "tel:988" not in links


def test_a_country_nobody_wrote_down_gets_no_wrong_number():
    assert [line["name"] for line in lines_for("XX")] == ["Find A Helpline"]


def test_each_country_has_one_emergency_number():
    book = json.loads((PROJECT / "server/alongside/web/crisis.json").read_text())
    countries = [country for group in book["emergency"].values() for country in group]
    assert len(countries) == len(set(countries))


def test_the_page_about_keeping_names_every_table_there_is():
    named = [
        table for tables in (*kept.TALKS.values(), *kept.PEOPLE.values()) for table in tables
    ]
    there = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert set(named) == there - DJANGOS_OWN
    assert len(named) == len(set(named))


def test_the_page_about_keeping_names_every_table_of_the_ledger():
    ledger = (PROJECT / "protocol" / "ledger.md").read_text()
    section = ledger.split("## 1.")[1].split("## 2.")[0]
    tables = set(re.findall(r"^\| `(\w+)` \|", section, re.M))
    assert tables > {table for (table,) in kept.TALKS.values()}


def test_what_django_keeps_for_itself_is_empty_of_people(riverside, ada, ben):
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table in DJANGOS_OWN - {"django_content_type", "auth_permission"}:
            assert not model._default_manager.exists(), model


def test_the_page_about_keeping_names_everything_the_ledger_says_could_be_watched():
    ledger = (PROJECT / "protocol" / "ledger.md").read_text()
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", ledger.split("## 7.")[1], re.M)
    found = [
        (name, could.strip() != "-") for name, _, could in rows if not name.startswith("-")
    ]
    assert found == [(row.ledger, row.may_be_watched) for row in kept.ROWS]


def test_the_page_about_keeping_follows_the_settings(anyone, riverside):
    assert "kept for 12 months" in Page(anyone.get("/what-we-keep")).text
    riverside.retention_months, riverside.passes_on = 1, []
    riverside.save()
    text = Page(anyone.get("/what-we-keep")).text
    assert "kept for one month" in text
    assert "12 months" not in text
    assert "A child is being harmed." not in text


def test_leaving_ends_the_sitting_at_the_desk_and_leads_to_a_plain_place(at_desk, riverside):
    answer = at_desk.get("/leave")
    assert answer.status_code == 303
    assert answer.headers["Location"] == riverside.leave_url
    assert answer.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert at_desk.get("/desk/").status_code == 302


def test_leaving_works_before_anything_is_set_up(db):
    assert Client().get("/leave").status_code == 303
    assert not DeskUser.objects.exists()
