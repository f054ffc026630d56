"""Links open the same place, on a server that was started a second ago too, and nothing comes from elsewhere."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.database import writing
from tests.e2e.conftest import rest
from tests.factories import make_cohort, make_pair

pytestmark = pytest.mark.browser


@pytest.fixture
def cohorts(server):
    """Two cohorts; Fall is not the one that opens by itself."""
    with writing("Ana", "Set up") as session:
        fall = make_cohort(session, "Fall")
        spring = make_cohort(session, "Spring")
        make_pair(session, fall, "Ines", "Omar")
    return {"Fall": fall, "Spring": spring}


def opened(page, address):
    """The requests to other hosts that opening the address leads to."""
    strangers = []
    page.on("request", lambda request: strangers.append(request.url) if _is_stranger(request.url) else None)
    page.goto(address)
    rest(page)
    return strangers


def _is_stranger(url):
    return urlsplit(url).scheme.startswith("http") and urlsplit(url).hostname != "127.0.0.1"


def test_a_deep_link_on_a_fresh_server_goes_through_the_frame(server, cohorts, page):
    address = f"{server.url}/history?cohort={cohorts['Fall']}&what=set"
    strangers = opened(page, address)

    expect(page.get_by_role("heading", name="History")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text("Look back")
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name="Cohort")).to_have_value("Fall")
    expect(page.get_by_placeholder("Search what was done")).to_have_value("set")
    assert page.url == address
    assert strangers == []


def test_a_click_right_after_a_deep_link_on_a_fresh_server_counts(server, cohorts, page):
    opened(page, f"{server.url}/history?cohort={cohorts['Spring']}")

    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Cohort").click()
    page.get_by_role("option", name="Fall").click()
    rest(page)

    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name="Cohort")).to_have_value("Fall")
    assert f"cohort={cohorts['Fall']}" in page.url


def test_the_cohort_goes_along_to_the_next_view_and_back(server, cohorts, page):
    opened(page, f"{server.url}/history?cohort={cohorts['Fall']}")

    steps = page.evaluate("history.length")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="People").click()
    expect(page.get_by_role("heading", name="People").first).to_be_visible()
    rest(page)
    assert page.url == f"{server.url}/people?cohort={cohorts['Fall']}"
    assert page.evaluate("history.length") == steps + 1, "one step forward is one step back"

    page.go_back()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    rest(page)
    assert page.url.startswith(f"{server.url}/history?")
    assert f"cohort={cohorts['Fall']}" in page.url


def test_the_first_view_opens_by_its_name_too(server, cohorts, page):
    opened(page, f"{server.url}/overview?cohort={cohorts['Fall']}")

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url == f"{server.url}/?cohort={cohorts['Fall']}"


def test_an_action_is_chosen_and_undone_with_two_clicks(server, cohorts, page):
    opened(page, f"{server.url}/history?action=1")

    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Pairing: Ines with Omar")
    drawer.get_by_role("button", name="Undo this action").dblclick()
    rest(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".st-key-notice")).to_contain_text("Undid: Set up")
    page.locator(".st-key-notice").get_by_role("button", name="Redo").click()
    rest(page)
    expect(page.locator(".st-key-notice")).to_contain_text("Brought back: Set up")
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox", name="Cohort")).to_be_visible()


def test_the_sample_is_loaded_and_removed_from_the_welcome(server, page):
    opened(page, server.url)
    expect(page.get_by_role("heading", name="Welcome to Mentorboard")).to_be_visible()

    page.get_by_role("button", name="Load the sample program").dblclick()
    expect(page.get_by_text("Nobody in it is real")).to_be_visible()
    rest(page)
    page.get_by_role("button", name="Remove the sample").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("This can't be undone.")
    dialog.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("heading", name="Welcome to Mentorboard")).to_be_visible()
    rest(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Nobody in it is real")).to_have_count(0)
