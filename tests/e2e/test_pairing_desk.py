"""A coordinator pairs a cohort of twelve by hand at the desk, in a real browser."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.services.people import separate
from models import Action, Pairing, Participant
from tests.e2e.conftest import Server, rest
from tests.e2e.coordinator import press
from tests.factories import make_cohort, make_mentee, make_mentor

pytestmark = pytest.mark.browser

TODAY = date.today()
SKILLS = ("SQL", "hiring", "writing", "negotiation")
MENTORS = ("Ben Ode", "Cleo Park", "Dan Moss", "Edda Lund", "Finn Berg", "Gita Rao")
MENTEES = (
    "Ana Ruiz",
    "Bo Li",
    "Chi Ito",
    "Dee Lam",
    "Eva Sol",
    "Fay Roy",
    "Gus Diaz",
    "Hana Kim",
    "Ivo Nagy",
    "Jun Sato",
    "Kai Vega",
    "Lea Pons",
)


def test_a_coordinator_pairs_a_cohort_of_twelve_by_hand(page: Page, server: Server):
    set_up()
    page.goto(f"{server.url}/pairings?cohort=1")
    rest(page)

    start_a_plan(page)
    draft(page, "Chi Ito", "Ben Ode")
    draft(page, "Dee Lam", "Ben Ode")
    follow_the_relaxation(page)
    fill_in_and_swap(page)
    publish_and_take_back(page)


def set_up() -> None:
    """Six mentors with two places each; nobody may take Ana Ruiz."""
    with writing("Test", "Set up") as session:
        cohort = make_cohort(
            session, "Spring", starts_on=TODAY - timedelta(days=10), ends_on=TODAY + timedelta(days=200)
        )
        mentors = [
            make_mentor(session, cohort, name, capacity=2, skills=(SKILLS[at % 4], SKILLS[(at + 1) % 4]))
            for at, name in enumerate(MENTORS)
        ]
        mentees = [make_mentee(session, cohort, name, skills=(SKILLS[at % 4],)) for at, name in enumerate(MENTEES)]
        ana = session.get_one(Participant, mentees[0]).person_id
        for mentor in mentors:
            separate(session, person_id=ana, other_id=session.get_one(Participant, mentor).person_id)


def start_a_plan(page: Page) -> None:
    press(page, "Start a plan")
    press(page, "Start it")
    expect(page.get_by_text("0 of 12 drafted · the best plan places 11")).to_be_visible()


def draft(page: Page, mentee: str, mentor: str) -> None:
    """Choose a mentee, look at what each choice costs, and draft."""
    page.get_by_role("radiogroup").get_by_text(mentee, exact=True).click()
    rest(page)
    row = page.locator("[class*=st-key-candidate-]").filter(has_text=mentor)
    expect(row).to_contain_text(re.compile("best for all|costs |could "))
    row.get_by_role("button").click()
    rest(page)
    expect(page.get_by_text(f"Drafted {mentee} with {mentor}")).to_be_visible()


def follow_the_relaxation(page: Page) -> None:
    """Ana can't be placed: the view says why, and its first suggestion places her."""
    page.get_by_role("tab", name="Why not?").click()
    rest(page)
    expect(page.get_by_text("The best plan places 9 of 10 who wait.")).to_be_visible()
    expect(page.locator("[class*=st-key-stuck-]").filter(has_text="Ana Ruiz")).to_contain_text("6 kept apart")
    press(page, "Allow them")
    page.get_by_role("dialog").get_by_role("button", name="Allow them").click()
    rest(page)
    expect(page.get_by_role("heading", name="Everybody can be placed")).to_be_visible()


def fill_in_and_swap(page: Page) -> None:
    """One draft is unlocked, the rest is filled in around what stays locked, and two exchange their mentors."""
    page.get_by_role("tab", name="Plan", exact=True).click()
    rest(page)
    tick(page, "Dee Lam with Ben Ode")
    press(page, "Unlock")
    press(page, "Fill in the rest")
    expect(page.get_by_text("12 people placed, total fit")).to_be_visible()
    assert len(drafts()) == 12
    assert [who for who, (_, locked) in drafts().items() if locked] == ["Chi Ito"]
    (first, one), (second, other) = next(
        (these, those)
        for these in drafts().items()
        for those in drafts().items()
        if "Ana Ruiz" not in (these[0], those[0]) and these[1][0] != those[1][0]
    )
    tick(page, f"{first} with {one[0]}")
    tick(page, f"{second} with {other[0]}")
    press(page, "Swap the two")
    assert (drafts()[first][0], drafts()[second][0]) == (other[0], one[0])


def tick(page: Page, words: str) -> None:
    """Choose a draft with the keyboard."""
    page.get_by_test_id("stMultiSelect").get_by_role("combobox").fill(words)
    page.get_by_role("option", name=words).click()
    page.keyboard.press("Escape")
    rest(page)


def publish_and_take_back(page: Page) -> None:
    press(page, "Publish")
    page.get_by_role("dialog").get_by_role("button", name="Publish it").click()
    rest(page)
    expect(page.get_by_text("Published Plan A: 12 pairings")).to_be_visible()
    assert statuses() == {"active": 12}
    press(page, "Undo")
    assert statuses() == {"draft": 12}
    with reading() as session:
        newest = session.exec(select(Action.summary).order_by(col(Action.id).desc())).first()
        assert newest == "Undid: Published Plan A: 12 pairings"


def drafts() -> dict[str, tuple[str, bool]]:
    """Mentee -> mentor and whether it is locked."""
    names = dict(enumerate((*MENTORS, *MENTEES), start=1))
    with reading() as session:
        rows = session.exec(select(Pairing).where(Pairing.status == "draft").order_by(col(Pairing.mentee_id)))
        return {names[row.mentee_id]: (names[row.mentor_id], row.is_locked) for row in rows}


def statuses() -> dict[str, int]:
    with reading() as session:
        rows = session.exec(select(Pairing.status)).all()
    return {status: rows.count(status) for status in set(rows)}
