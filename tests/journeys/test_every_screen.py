"""What holds on every screen in every state: it fits, it can be touched, heard and read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE, OpenPage
from tests.journeys.scenes import SMALL, STRAYS, names, scenes, show, turn_to, violations

# One walk takes minutes: it is made in parts.
PARTS = 3
SMALLEST = {"width": 320, "height": 640}
# What may be printed: slips with words or a code, and accounts that their owner may show.
SLIPS = {"come-in", "link-come-in", "link-came", "renew", "way-words", "waiting", "closed"}
# A story that its narrator gave to be read may be printed by its reader, and the picture of
# one's own people by whoever they are around.
ACCOUNTS = ("wall", "told", "linked", "library-reading", "around")
# Where the way out is pressed; null where it or help is covered, or out of sight.
WAYS_OUT = """() => {
    const middle = (one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
    };
    const is_there = (one) => one?.contains(document.elementFromPoint(...middle(one)));
    const help = [...document.querySelectorAll("button")]
        .find((one) => (one.ariaLabel ?? one.textContent).trim() === "Help now");
    const leave = document.querySelector("room-top .exit");
    return is_there(help) && is_there(leave) ? middle(leave) : null;
}"""
NOT_PRINTED = "Nothing is printed from here. Others could find the paper."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


def sideways(page: Page) -> bool:
    """Whether the page is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    ("size", "scheme"),
    [(SMALLEST, "light"), pytest.param(DESK, "dark", marks=pytest.mark.on_foot)],
)
def test_every_screen_fits_leads_out_and_tells_a_passer_by_nothing(
    address: str, open_page: OpenPage, size: dict[str, int], scheme: str, part: int
) -> None:
    page = open_page(size, color_scheme=scheme, reduced_motion="reduce")
    wrong = {}
    for name in names(page, address)[part::PARTS]:
        turn_to(page, name)
        found = [*violations(page), *page.evaluate(SMALL), *_said_outside(page, name)]
        if sideways(page):
            found.append("scrolls sideways")
        if not _leads_out(page):
            found.append("no way out, or no help")
        if found:
            wrong[name] = found
    assert wrong == {}


def _said_outside(page: Page, name: str) -> list[str]:
    """What the title tells a passer-by, and what paper would tell whoever finds it."""
    paper = on_paper(page)
    may_print = name in SLIPS or name.startswith(ACCOUNTS)
    found = [] if page.title() == "Notes" else [f"the title says {page.title()}"]
    return found if may_print or paper == NOT_PRINTED else [*found, f"prints {paper}"]


def _leads_out(page: Page) -> bool:
    """Whether help and the way out can be pressed where they are, and the latter leads out."""
    exit_at = page.evaluate(WAYS_OUT)
    if exit_at is None:
        return False
    page.mouse.click(*exit_at)
    return bool(page.evaluate("room.deeds.some(([deed]) => deed === 'leave')"))


# The same screens are read for the same strays from right to left: test_turned_round.py.
@pytest.mark.on_foot
def test_no_text_on_any_screen_comes_from_outside_the_catalogues(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    strays = {}
    for name in names(page, address, lang="pseudo"):
        turn_to(page, name)
        found = page.evaluate(STRAYS)
        if found:
            strays[name] = found
    assert strays == {}, strays


def test_help_opens_and_closes_without_losing_the_place(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "talk")
    page.get_by_role("textbox").fill("half a thought")
    page.get_by_role("button", name="Help now").click()
    expect(page.get_by_role("dialog", name="Help now")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_value("half a thought")


# A deed at the end of a long form is refused; what is seen where its sentence stands?
REFUSED = """async () => {
    const screen = document.querySelector("main > :last-child");
    scrollTo(0, document.body.scrollHeight);
    await screen.attempt(() => Promise.reject(Object.assign(new Error(), { code: "offline" })));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const said = document.querySelector(".wrong");
    const { x, y, width, height } = said.getBoundingClientRect();
    return said.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@pytest.mark.parametrize("size", [SMALLEST, DESK])
def test_what_went_wrong_stands_in_sight_and_not_under_the_bar(
    address: str, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(size)
    for scene in ("concern", "measure-new", "library-tell"):
        show(page, address, scene)
        assert page.evaluate(REFUSED), scene


# What stands between the bar and a circle's own head, once hardly anything was said in it.
GAP = """() => {
    document.querySelector("[role=log]").replaceChildren();
    const bar = document.querySelector("room-bar").getBoundingClientRect();
    return document.querySelector(".who").getBoundingClientRect().top - bar.bottom;
}"""


def test_a_circle_that_has_just_begun_stands_right_below_the_bar(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "circle-talk")
    assert page.evaluate(GAP) == 0


def on_paper(page: Page) -> str:
    """What a printer would get of the screen as it stands."""
    page.emulate_media(media="print")
    text = str(page.evaluate("document.body.innerText"))
    page.emulate_media(media="screen")
    return " ".join(text.split())


def test_what_was_told_prints_with_whose_it_is_and_for_how_long(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(DESK)
    show(page, address, "told")
    expect(page.locator(".sheet .card").first).to_be_visible()
    period = "Riverside Peers. The last 6 years, up to February 26, 2026."
    expect(page.get_by_text(period)).to_be_hidden()
    paper = on_paper(page)
    assert period in paper
    assert "Ben may tell Dr. Okoro" in paper
    for unprinted in ("Show the last", "Print", "Lock now", "Help now"):
        assert unprinted not in paper


def test_the_spare_code_prints_as_a_plain_slip(address: str, open_page: OpenPage) -> None:
    page = open_page(DESK)
    show(page, address, "waiting")
    expect(page.locator(".words.code")).to_be_visible()
    code = "7K2M 9QXC 4TVB 01ZH EWRS MN5P YD"
    assert on_paper(page) == f"river-otter-4827 {code}"
    page.get_by_text("Print it instead").click()
    page.get_by_label("Say on the slip what it is for").check(force=True)
    assert on_paper(page) == (
        f"river-otter-4827 My spare code. It opens my place if the five words are lost. {code}"
    )
    page.get_by_role("button", name="Hide the code").click()
    assert on_paper(page) == NOT_PRINTED


def test_a_code_to_give_away_prints_as_a_plain_slip(address: str, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    show(page, address, "way-code")
    page.get_by_label("Who is it for?").fill("my sister")
    page.get_by_label("Your spare code").fill("7K2M 9QXC 4TVB 01ZH EWRS MN5P YD")
    page.get_by_role("button", name="Make the code").click()
    code = page.locator(".words.code")
    expect(code).to_be_visible()
    assert violations(page) == []
    plain = f"ben-maple-1204 {' '.join(code.inner_text().split())}"
    assert on_paper(page) == plain
    page.get_by_text("Print it instead").click()
    page.get_by_label("Say on the slip what it is for").check(force=True)
    assert "A spare code." in on_paper(page)


@pytest.mark.parametrize("scene", ["come-in", "renew"])
def test_the_five_words_print_as_a_plain_slip(
    address: str, open_page: OpenPage, scene: str
) -> None:
    page = open_page(PHONE)
    show(page, address, scene)
    expect(page.locator("ol.words.numbered li")).to_have_count(5)
    assert on_paper(page) == "river-otter-4827 lantern maple cousin velvet harbour"


def test_writing_it_down_comes_before_printing(address: str, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    for scene, written in (("waiting", "I wrote it down"), ("come-in", "I wrote them down")):
        show(page, address, scene)
        by_hand = page.get_by_role("button", name=written).bounding_box()
        printed = page.get_by_text("Print it instead").bounding_box()
        assert by_hand is not None
        assert printed is not None
        assert by_hand["y"] < printed["y"]
        expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()


@pytest.mark.parametrize("scene", ["talk", "come-in", "not-safe", "covered"])
def test_by_keyboard_the_second_stop_leaves_from_wherever_somebody_is(
    address: str, open_page: OpenPage, scene: str
) -> None:
    page = open_page(SMALLEST)
    show(page, address, scene)
    page.locator("a.skip").focus()
    page.keyboard.press("Tab")
    leave = page.locator("button.skip")
    expect(leave).to_be_focused()
    expect(leave).to_be_in_viewport()
    expect(leave).to_have_text("Leave this page")
    page.keyboard.press("Enter")
    assert page.evaluate("room.deeds.some(([deed]) => deed === 'leave')")
