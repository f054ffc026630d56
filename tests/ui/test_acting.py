"""One click is one action; what was refused is a sentence; what was done can be undone."""

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from dashboard.database import reading, writing
from dashboard.errors import RuleError
from dashboard.ui import acting
from dashboard.ui import book as books
from dashboard.ui.book import BOOK, Book, Done, Notice, the_book
from models import Action, Cohort
from tests.factories import make_cohort
from tests.ui.scripts import logging_form
from tests.visits import run


@pytest.fixture
def form(sqlite_database):
    return run(AppTest.from_function(logging_form, default_timeout=30))


def submit(form, name):
    form.text_input[0].set_value(name)
    form.button(_save(form)).click()
    return run(form)


def _save(form):
    return next(button.key for button in form.button if button.label == "Save")


def stored():
    with reading() as session:
        return list(session.exec(select(Cohort.name))), list(session.exec(select(Action.summary)))


def test_an_action_is_told_and_the_form_is_empty_again(form):
    submit(form, "Spring")

    assert stored() == (["Spring"], ["Created Spring"])
    assert [words.value for words in form.markdown] == [":material/check: Created Spring"]
    assert form.text_input[0].value == ""


def test_the_notice_undoes_and_brings_back(form):
    submit(form, "Spring")
    form.button("notice-undo").click()
    run(form)

    assert stored() == ([], ["Created Spring", "Undid: Created Spring"])
    assert form.button("notice-undo").label == "Redo"

    form.button("notice-undo").click()
    run(form)

    assert stored()[0] == ["Spring"]
    assert form.button("notice-undo").label == "Undo"


def test_the_notice_can_be_closed(form):
    submit(form, "Spring")
    form.button("notice-close").click()
    run(form)

    assert list(form.markdown) == []


def test_what_was_refused_says_why_and_keeps_what_was_typed(form):
    with writing("Ana", "Made it") as session:
        make_cohort(session, "Spring")

    submit(form, "Spring")

    assert len(form.error) == 1
    assert "Spring" in form.error[0].value
    assert form.text_input[0].value == "Spring"
    assert stored() == (["Spring"], ["Made it"])


def test_after_a_refusal_the_corrected_form_is_saved(form):
    submit(form, "")
    submit(form, "Spring")

    assert stored() == (["Spring"], ["Created Spring"])


def outside(monkeypatch):
    """A session state for calls outside of a running script."""
    state = {}
    monkeypatch.setattr(acting.st, "session_state", state)
    return state


def test_a_double_click_is_one_action(sqlite_database, monkeypatch):
    outside(monkeypatch)

    first = acting.act("Made it", make_cohort, key="cohort", name="Spring")
    second = acting.act("Made it", make_cohort, key="cohort", name="Spring")

    assert first == second == Done(1)
    assert stored() == (["Spring"], ["Made it"])


def test_the_same_again_later_is_another_action(sqlite_database, monkeypatch):
    outside(monkeypatch)
    monkeypatch.setattr(books, "REPEAT_SECONDS", 0)

    acting.act("Made one", make_cohort, key="cohort")
    acting.act("Made one", make_cohort, key="cohort")

    assert stored()[1] == ["Made one", "Made one"]


def test_a_click_whose_answer_was_lost_is_not_done_again(sqlite_database, monkeypatch):
    state = outside(monkeypatch)
    # The commit happened; what should have followed it did not.
    state[BOOK] = Book(tokens={"cohort": "spent"})
    content = acting._fingerprint({"name": "Spring"})
    with writing("Coordinator", "Made it", token=f"spent-{content[:16]}") as session:
        make_cohort(session, "Spring")

    assert acting.act("Made it", make_cohort, key="cohort", name="Spring") == Done()
    assert stored() == (["Spring"], ["Made it"])

    assert acting.act("Made it", make_cohort, key="cohort", name="Fall") == Done(2)


def test_nothing_that_follows_the_commit_touches_the_session(sqlite_database, monkeypatch):
    """A rerun may end the script at any touch of the session or the screen; what follows a commit must not be lost."""

    class Interrupted(BaseException):
        pass

    class Touchy(dict):
        committed = False

        def setdefault(self, *given):
            if self.committed:
                raise Interrupted
            return super().setdefault(*given)

        __getitem__ = get = __setitem__ = pop = None

    state = Touchy()
    monkeypatch.setattr(acting.st, "session_state", state)

    def commits(session):
        state.committed = True
        return make_cohort(session, "Spring")

    assert acting.act("Made it", commits, key="cohort") == Done(1)
    book = dict.__getitem__(state, BOOK)
    assert (book.tokens, book.notice.words) == ({}, "Made it")


def test_an_action_that_changed_nothing_says_so(sqlite_database, monkeypatch):
    outside(monkeypatch)

    acting.act("Saved", lambda session: None, key="save")

    notice = the_book().notice
    assert (notice.words, notice.action_id) == ("Nothing to change: everything was like this already.", None)
    assert stored() == ([], [])


def test_the_words_may_be_made_better_inside(sqlite_database, monkeypatch):
    outside(monkeypatch)

    def many(session):
        make_cohort(session, "Spring")
        session.info["summary"] = "Added 1 cohort"

    acting.act("Added cohorts", many, key="many")

    assert the_book().notice.words == "Added 1 cohort"


def test_a_reason_is_plain_words(sqlite_database, monkeypatch):
    def screen():
        from dashboard.errors import RuleError
        from dashboard.ui.acting import act

        def refuse(session):
            raise RuleError("**Ana** has no :red[place] left.")

        act("Never", refuse, key="never")

    app = run(AppTest.from_function(screen, default_timeout=30))

    assert [error.value for error in app.error] == ["\\*\\*Ana\\*\\* has no :\u2060red\\[place\\] left."]
    assert RuleError


def test_a_database_that_does_not_answer_is_a_sentence(sqlite_database):
    def screen():
        from sqlalchemy.exc import OperationalError

        from dashboard.ui.acting import act

        def unplugged(session):
            raise OperationalError("SELECT 1", {}, Exception("gone"))

        act("Never", unplugged, key="never")

    app = run(AppTest.from_function(screen, default_timeout=30))

    assert [error.value for error in app.error] == [acting.UNANSWERED]


def test_a_notice_is_about_the_view_it_was_told_on(monkeypatch):
    from dashboard.ui import notices

    book = Book(notice=Notice("Made it"))
    outside(monkeypatch)[BOOK] = book

    assert notices._current("Cohorts") is not None
    assert notices._current("Cohorts") is not None
    assert notices._current("People") is None
    assert book.notice is None
