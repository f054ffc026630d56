"""The parts of a screen: what they show, and what they show when there is nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.states import LOOKS, state_markdown, state_text
from models import PairingStatus
from tests.visits import run


def screen_of(script, **state):
    app = AppTest.from_function(script, default_timeout=30)
    for key, value in state.items():
        app.session_state[key] = value
    return run(app)


def test_every_state_has_a_word_a_shape_and_a_color():
    told = [(look.word, look.icon) for look in LOOKS.values()]

    assert len(set(told)) == len(told)
    assert all(look.mark and look.color for look in LOOKS.values())
    assert {"on_track", "check_in", "too_early", "no_data", "paused", *PairingStatus} <= set(LOOKS)


def test_a_state_is_told_in_markdown_and_in_plain_text():
    assert state_markdown("check_in") == ":orange[:material/priority_high: Check in]"
    assert state_text("check_in") == "▲ Check in"
    assert state_text("something_new") == "· Something new"


def test_a_headline_without_data_says_so_and_never_zero():
    def numbers():
        from dashboard.ui.parts import Headline, headlines

        headlines(
            [
                Headline("Confidence", None, change="+1", definition="Mean answer."),
                Headline(
                    "Paired", "82 %", change="+4", definition="Share.", numerator="41 of them", denominator="50", n="50"
                ),
                Headline("Early endings", "0", change="0", better="down"),
            ]
        )

    app = screen_of(numbers)

    assert [(metric.label, metric.value, metric.delta) for metric in app.metric] == [
        ("Confidence", "No data", ""),
        ("Paired", "82 %", "+4"),
        ("Early endings", "0", "0"),
    ]
    assert [metric.proto.help for metric in app.metric] == [
        "Mean answer.",
        "Share.\n\nCounted: 41 of them\n\nOut of: 50\n\nn: 50",
        "",
    ]


def test_an_empty_place_says_what_it_is():
    def empty():
        from dashboard.ui.parts import empty_state

        empty_state(":material/groups:", "Nobody *here*", "Add somebody.")

    app = screen_of(empty)

    assert [heading.value for heading in app.header] == ["Nobody \\*here\\*"]
    assert [words.value for words in app.markdown] == [":material/groups:", "Add somebody."]


def paged():
    import streamlit as st

    from dashboard.ui.parts import pages

    total = st.session_state["total"]
    st.session_state["slice"] = tuple(pages(total, key="page", noun="people"))


@pytest.mark.parametrize(
    ("total", "asked", "slice_", "words"),
    [
        (0, None, (0, 50), []),
        (50, None, (0, 50), []),
        (120, None, (0, 50), ["1-50 of 120 people"]),
        (120, "3", (100, 50), ["101-120 of 120 people"]),
        (120, "99", (0, 50), ["1-50 of 120 people"]),
        (120, "x", (0, 50), ["1-50 of 120 people"]),
        (12000, "2", (50, 50), ["51-100 of 12,000 people"]),
    ],
)
def test_a_long_list_comes_in_pages(total, asked, slice_, words):
    app = AppTest.from_function(paged, default_timeout=30)
    app.session_state["total"] = total
    if asked:
        app.query_params["page"] = asked
    run(app)

    assert app.session_state["slice"] == slice_
    assert [caption.value for caption in app.caption] == words


def test_a_list_that_became_shorter_is_not_left_on_a_page_that_is_gone():
    app = AppTest.from_function(paged, default_timeout=30)
    app.session_state["total"] = 500
    app.query_params["page"] = "9"
    run(app)
    assert app.session_state["slice"] == (400, 50)

    app.session_state["total"] = 120
    run(app)

    assert app.session_state["slice"] in {(0, 50), (100, 50)}


def asking_first():
    from functools import partial

    import streamlit as st

    from dashboard.ui.dialogs import confirm, open_dialog

    def done(key):
        st.session_state["done"] = key
        return key == "a"

    for key in ("a", "b"):
        st.button(f"Remove {key}", key=key, on_click=open_dialog, args=(key,))
        confirm(key, f"Remove {key}?", "It goes.", yes="Remove it", do=partial(done, key))


def pressed(app, key):
    app.button(key).click()
    return run(app)


def keys(app):
    return [button.key for button in app.button]


def test_a_dialog_asks_before_it_does():
    app = screen_of(asking_first)
    assert keys(app) == ["a", "b"]

    pressed(app, "a")
    assert keys(app) == ["a", "a-no", "a-yes", "b"] or set(keys(app)) == {"a", "b", "a-no", "a-yes"}
    assert "done" not in app.session_state

    pressed(app, "a-yes")
    assert app.session_state["done"] == "a"
    assert keys(app) == ["a", "b"]


def test_a_dialog_can_be_left():
    app = pressed(pressed(screen_of(asking_first), "a"), "a-no")

    assert "done" not in app.session_state
    assert keys(app) == ["a", "b"]


def test_a_dialog_stays_when_it_was_refused():
    app = pressed(pressed(screen_of(asking_first), "b"), "b-yes")

    assert app.session_state["done"] == "b"
    assert set(keys(app)) == {"a", "b", "b-no", "b-yes"}


def test_a_dialog_that_was_left_open_on_another_view_is_closed():
    def screen():
        import streamlit as st

        from dashboard.ui.dialogs import any_open, close_elsewhere, open_dialog

        st.button("Open", key="open", on_click=open_dialog, args=("x",))
        close_elsewhere(st.session_state["view"])
        st.session_state["open-now"] = any_open()

    app = pressed(screen_of(screen, view="People"), "open")
    assert app.session_state["open-now"]

    app.session_state["view"] = "Cohorts"
    run(app)
    assert not app.session_state["open-now"]
