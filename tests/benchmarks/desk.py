"""How long a coordinator at the pairing desk waits for a click, in a real browser, until the answer is painted."""

import re
from collections.abc import Callable
from functools import cache, partial
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.crowd import crowds
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved
from tests.benchmarks.serving import a_browser, ready, served
from tests.e2e.conftest import AT_REST
from tests.visits import HOME

SIDE, LARGE = 300, 2_000
PATIENCE = 120_000
EMPTY = """import streamlit as st

st.session_state["times"] = st.session_state.get("times", 0) + 1
st.button("Again")
st.write(st.session_state["times"])
"""
# From the click itself until the script has come to its end and the browser has painted what it said.
CLICKED = f"""async target => {{
  const rest = {AT_REST}, frame = () => new Promise(requestAnimationFrame);
  const app = document.querySelector('[data-testid="stApp"]');
  let heard = false;
  new MutationObserver(() => {{ heard = true; }}).observe(app, {{subtree: true, childList: true, characterData: true}});
  const begun = performance.now();
  target.click();
  while (!heard || app.dataset.testScriptState !== 'notRunning') await frame();
  while (!rest()) await frame();
  await frame(); await frame();
  return performance.now() - begun;
}}"""


@cache
def _measured(setting: Setting) -> dict[str, Reading]:
    """Every reading by its name. One program and one server are made for all of them, and only once a run."""
    small, large = min(SIDE, setting.people // 20), min(LARGE, setting.people // 10)
    with served(HOME, crowds(setting, small, large)) as desk, served(_empty(setting)) as nothing, a_browser() as tabs:
        again = partial(_clicked, _tab(tabs, ready(nothing)), "button:has-text('Again')")
        readings = {}
        for cohort, (name, side, more) in enumerate((("desk", small, 4), ("desk.crowd", large, 1)), start=1):
            page = _tab(tabs, f"{ready(desk)}/pairings?cohort={cohort}")
            rounds = setting.few_rounds * more
            readings |= {f"{name}.{what}": one for what, one in _clicks(page, again, rounds, side).items()}
            page.close()
    return readings


def _clicks(page: Page, again: Callable[[], float], rounds: int, side: int) -> dict[str, Reading]:
    """Both kinds of clicks at the desk of a cohort, each in turns with the empty page."""
    note, turns = f"at {side:,} x {side:,}", count()
    chosen = interleaved(rounds, lambda: _choose(page, next(turns)), again, note)
    _start_a_plan(page)
    drafted = interleaved(rounds, lambda: _draft(page), again, note)
    assert f"{rounds} of" in page.locator(".st-key-plan-bar").inner_text()
    return {"choose": chosen, "draft": drafted}


def _empty(setting: Setting) -> Path:
    file = setting.folder / "empty.py"
    file.write_text(EMPTY)
    return file


def _choose(page: Page, turn: int) -> float:
    """Choose the next of those who wait, and insist that their candidates and what each would cost are there."""
    before = page.locator(".st-key-card-mentee strong").inner_text()
    taken = _clicked(page, f"[role=radiogroup] label >> nth={1 + turn % 8}")
    assert page.locator(".st-key-card-mentee strong").inner_text() != before
    rows = page.locator("[class*=st-key-candidate-]")
    costs = re.compile("best for all|costs |could ")
    assert rows.count() == rows.filter(has_text=costs).count() > 0
    return taken


def _start_a_plan(page: Page) -> None:
    page.click("button:has-text('Start a plan')")
    page.click("button:has-text('Start it')")
    page.wait_for_selector(".st-key-plan-bar")
    page.wait_for_function(AT_REST)


def _draft(page: Page) -> float:
    """Draft the first candidate of whoever comes next until the next ones are painted."""
    return _clicked(page, "[class*=st-key-candidate-] button >> nth=0")


def _clicked(page: Page, target: str) -> float:
    page.wait_for_timeout(150)  # whatever the last answer left to do
    return float(page.locator(target).first.evaluate(CLICKED))


def _tab(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.wait_for_selector("button")
    page.wait_for_function(AT_REST)
    return page


WHAT = {
    "choose": "a click on another mentee until the candidates and their costs are painted",
    "draft": "a click on a candidate until the draft is kept and the next candidates and the gauge are painted",
}
for _name, _size, _aims in (
    ("desk", f"at {SIDE} x {SIDE} the aim is under 500 ms", {"choose": 8, "draft": 12}),
    ("desk.crowd", f"at {LARGE:,} x {LARGE:,} it has to stay usable", {"choose": 40, "draft": 80}),
):
    for _act, _what in WHAT.items():
        declare(
            Benchmark(
                name=f"{_name}.{_act}",
                what=f"{_what}; {_size}",
                unit="ms",
                floor="a rerun of an empty page in the same browser",
                aim=_aims[_act],
                measure=lambda setting, name=f"{_name}.{_act}": _measured(setting)[name],
            )
        )
