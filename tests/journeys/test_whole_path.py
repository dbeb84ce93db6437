"""The path of one person: thanks, a link, steps, in writing, a specialist's place; all back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.people import meet, sit_down
from tests.journeys.screens import ComeIn, Home, Screen, Wishes
from tests.journeys.spoken import said
from tests.journeys.test_counted import told_by
from tests.journeys.test_passing_on import open_it
from tests.journeys.test_specialist_joins import (
    a_link,
    back_again,
    bring_in,
    endorse_offline,
    join,
)

LINK = re.compile(r"http://\S+#came=[A-Za-z0-9_-]{22}$")
LONG_AGO = """
import django
django.setup()
from alongside.ground import clock
from alongside.relationships.models import Relationship
today = clock.today()
Relationship.objects.filter(agreed_on=today).update(asked_on=today - 200, agreed_on=today - 200)
"""
KEPT = """
import django
django.setup()
from alongside.ripple.models import Counted, Invitation, Step
from alongside.ripple.rules import HAS_BROUGHT, IN_BROUGHT, bit
print([one.done & (bit(HAS_BROUGHT) | bit(IN_BROUGHT)) > 0 for one in Counted.objects.all()])
print(Invitation.objects.count(), Step.objects.count())
"""

STEPS = """
import django
django.setup()
from alongside.certificates.models import Certificate, Issued
from alongside.ripple.models import Step
print([step.role for step in Step.objects.filter(quarter__isnull=False).order_by("role")])
print(Certificate.objects.count(), Issued.objects.count())
"""
# Seven others became specialists here, through two people.
SEVEN = """
import secrets
import django
django.setup()
from alongside.counts.actions import note
from alongside.ground import clock
from alongside.people.models import Account
from alongside.ripple.rules import Role, topic_of
for _ in range(7):
    person = Account.objects.create(ref=secrets.token_bytes(16), closed=True)
    note(topic_of(2, Role.SPECIALIST), person, yes=True, today=clock.today())
"""
# Through how many people each came who is counted; which rows know of both places of Ada's.
TIED = """
import django
django.setup()
from django.apps import apps
from alongside.people.models import Account
from alongside.ripple.models import Counted
print([one.generation for one in Counted.objects.order_by("account_id")])
_, *two = Counted.objects.order_by("account_id").values_list("account_id", flat=True)
for model in apps.get_models():
    people = [f.name for f in model._meta.concrete_fields if f.related_model is Account]
    for row in model.objects.values(*people) if len(people) > 1 else ():
        if set(two) <= set(row.values()):
            print(model.__name__)
"""
BACK = re.compile(said("ripple.back", step="STEP").pattern.replace("STEP", ".+"))


@pytest.mark.on_foot
def test_ada_thanks_ben_gives_a_link_is_told_of_nobody_who_came_and_takes_all_of_it_back(
    own_house, open_page, picture
):
    ada, ben, newcomer = open_page(PHONE), open_page(DESK), open_page(PHONE)
    meet(ada, ben, own_house)
    screen = open_it(ada)
    # Thanks need no six months; a link does.
    expect(ada.get_by_role("button", name=said("came.make"))).to_have_count(0)
    ada.get_by_label(said("thanks.words", name="Ben")).fill("Thank you for that Tuesday.")
    screen.press(said("thanks.send"))
    expect(ben.get_by_text("Thank you for that Tuesday.").first).to_be_visible(timeout=20_000)
    picture(ben, "thanks-in-the-talk")

    told_by(own_house, LONG_AGO)
    open_it(ada)
    screen.press(said("ripple.count-do"))
    expect(ada.get_by_role("main").get_by_text(said("ripple.counted"))).to_be_visible()
    screen.press(said("came.make"))
    link = ada.get_by_text(LINK).inner_text().strip()
    picture(ada, "a-link-to-give")

    coming = ComeIn(newcomer)
    newcomer.goto(link)
    expect(newcomer.get_by_text(said("came.link"))).to_be_visible(timeout=20_000)
    assert newcomer.evaluate("location.hash") == ""
    picture(newcomer, "come-by-a-link-of-somebody")
    newcomer.get_by_label(said("came.count", whole=False)).check()
    coming.go_on()
    Wishes(newcomer).there()
    for _ in range(20):
        if told_by(own_house, KEPT).startswith("[True]"):
            break
    assert told_by(own_house, KEPT).splitlines() == ["[True]", "1 0"]
    # Ada sees the same as before.
    open_it(ada)
    expect(ada.get_by_text(said("came.open-until", whole=False)).first).to_be_visible()
    expect(ada.get_by_text(said("came.same"))).to_be_visible()

    screen.press(said("ripple.ask"))
    expect(ada.get_by_role("button", name=said("ripple.ask-back"))).to_be_visible()
    screen.press(said("ripple.ask-back"))
    screen.press(said("came.take-back", at="1"))
    screen.press(said("came.take-back-yes"))
    expect(ada.get_by_text(said("came.same"))).to_have_count(0)
    screen.press(said("ripple.count-stop"))
    expect(ada.get_by_role("button", name=said("ripple.count-do"))).to_be_visible()
    assert told_by(own_house, KEPT).splitlines()[1] == "0 0"

    screen.press(said("around.open"))
    screen.heading(said("around.title"))
    expect(ada.locator(".around svg")).to_be_visible()
    expect(ada.locator(".sheet").get_by_text("Ben")).to_be_visible()
    picture(ada, "the-people-around-ada")


def take_next(ada, ben, role):
    """Ada asks for the step that comes next, and Ben says yes: nothing less takes it."""
    screen = open_it(ada)
    # What to think about stands before the question, each time.
    for question in range(1, 5):
        expect(ada.get_by_text(said(f"ripple.ready.{question}"))).to_be_visible()
    expect(ada.get_by_role("heading", name=said("ripple.next", whole=False))).to_contain_text(
        said(f"ripple.step.{role}", whole=False)
    )
    screen.press(said("ripple.ask"))
    expect(ada.get_by_role("button", name=said("ripple.ask-back"))).to_be_visible()
    of_ben = open_it(ben)
    of_ben.press(said("ripple.yes-to", whole=False))
    expect(ben.get_by_text(said("ripple.asked-none"))).to_be_visible()


def be_counted(page, through=None):
    """Somebody lets themselves be counted; a specialist says how support came to them."""
    screen = open_it(page)
    if through is not None:
        page.get_by_role("radio", name=said(f"ripple.through.{through}")).check(force=True)
    screen.press(said("ripple.count-do"))
    expect(page.get_by_role("main").get_by_text(said("ripple.counted"))).to_be_visible()


def become_a_specialist(page, dora, house, folder):
    """By the programme's link, with a place of one's own that the programme stands behind."""
    go_to(dora, "New specialists")
    asked = join(page, house, a_link(dora), folder, lambda *_: None)
    bring_in(dora, endorse_offline(house, *asked))
    page.reload()
    back_again(page, house)
    Home(page).there()


@pytest.mark.on_foot
def test_ada_walks_the_whole_path_to_a_specialists_place_and_takes_back_each_step(
    own_house, open_page, picture, tmp_path
):
    ada, ben, dora, anyone = (open_page(size) for size in (PHONE, DESK, DESK, PHONE))
    meet(ada, ben, own_house)
    be_counted(ben, through=1)
    told_by(own_house, LONG_AGO)
    # On a bad day there is no way to it, and nothing asks for a step.
    screen = Screen(ada)
    ada.locator("room-top .brand").click()
    screen.press(said("bad.door"))
    screen.heading(said("bad.title"))
    ada.locator("room-bar").get_by_role("button", name=said("top.place")).click()
    expect(ada.get_by_role("button", name=said("notebook.title"))).to_be_visible()
    expect(ada.get_by_role("button", name=said("ripple.title"))).to_have_count(0)
    ada.locator("room-top .brand").click()
    screen.press(said("bad.door"))
    screen.press(said("bad.over"))
    for role in (1, 2, 3):
        take_next(ada, ben, role)
    screen = open_it(ada)
    expect(ada.get_by_text(said("ripple.all"))).to_be_visible()
    assert told_by(own_house, STEPS).splitlines()[0] == "[1, 2, 3]"
    # Each says what it is good for now; this house has no circles yet.
    expect(ada.get_by_text(said("ripple.now.nowhere"))).to_have_count(2)
    expect(ada.get_by_text(said("ripple.now.3"))).to_be_visible()
    picture(ada, "every-step-taken")
    be_counted(ada)

    # The programme makes certificates from now on.
    sit_down(dora, own_house)
    dora.goto(f"{own_house.origin}/desk/certificates")
    dora.get_by_role("button", name=said("desk.papers.begin.do")).click()

    screen.press(said("papers.open"))
    screen.heading(said("papers.title"))
    ada.get_by_role("radio", name=said("papers.step.3")).check(force=True)
    ada.get_by_label(said("papers.known")).fill("The spring course")
    screen.press(said("papers.ask"))
    expect(ada.get_by_text(said("papers.state.0"))).to_be_visible()
    picture(ada, "certificate-asked")

    dora.reload()
    dora.get_by_label(said("desk.papers.hours")).fill("24")
    dora.get_by_label(said("desk.credentials.done-on")).fill("2026-05-02")
    picture(dora, "certificates-desk")
    dora.get_by_role("button", name=said("desk.papers.yes")).click()
    expect(dora.get_by_text("The spring course")).to_be_visible()

    open_it(ada)
    screen.press(said("papers.open"))
    screen.press(said("papers.make-of", whole=False))
    ada.get_by_label(said("papers.name")).fill("Ada of the river")
    ada.get_by_role("checkbox", name=said("papers.tick.hours", hours="24")).check(force=True)
    picture(ada, "certificate-choosing")
    screen.press(said("papers.do"))
    with ada.expect_download() as waiting:
        screen.press(said("papers.save"))
    file = waiting.value.path()
    picture(ada, "certificate-made")

    anyone.goto(f"{own_house.origin}/certificates")
    anyone.get_by_label(said("check.paper.file")).set_input_files(file)
    anyone.get_by_role("button", name=said("check.paper.do")).click()
    expect(anyone.get_by_role("heading", name=said("check.paper.holds"))).to_be_visible()
    expect(anyone.get_by_text("Ada of the river")).to_be_visible()
    picture(anyone, "certificate-checked")

    screen.press(said("papers.enough"))
    screen.press(said("papers.back", whole=False))
    screen.press(said("papers.back-yes"))
    expect(ada.get_by_role("heading", name=said("papers.mine"))).to_have_count(0)
    anyone.get_by_label(said("check.paper.file")).set_input_files(file)
    anyone.get_by_role("button", name=said("check.paper.do")).click()
    expect(anyone.get_by_role("heading", name=said("check.paper.back"))).to_be_visible()

    # Ada becomes a specialist: another place, and no row of the house knows whose both are.
    again = open_page(PHONE)
    become_a_specialist(again, dora, own_house, tmp_path)
    told_by(own_house, SEVEN)
    be_counted(again, through=2)
    picture(again, "a-specialist-who-was-supported-here")
    assert told_by(own_house, TIED) == "[1, 2, 2]"
    dora.goto(f"{own_house.origin}/desk/ripple")
    row = dora.get_by_role("row", name="through two people")
    expect(row).to_contain_text("at least 8")

    # Each step is taken back by itself, the last one first; nobody is asked.
    for left in (2, 1, 0):
        open_it(ada)
        ada.get_by_role("button", name=BACK).last.click()
        expect(ada.get_by_role("button", name=BACK)).to_have_count(left)
    assert told_by(own_house, STEPS).splitlines() == ["[]", "0 0"]
