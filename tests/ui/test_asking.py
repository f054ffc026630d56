"""Answers are kept while nobody writes, and are never what they were before."""

import subprocess
import sys
import threading
import time

import pandas as pd
import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.queries.knowing import known
from dashboard.ui.asking import LARGE, ask
from models import Cohort
from tests.factories import make_cohort

asked = []


@pytest.fixture(autouse=True)
def nothing_asked():
    asked.clear()


def names(session, *, part=""):
    asked.append(part)
    return [name for name in session.exec(select(Cohort.name).order_by(Cohort.id)) if part in name]


def names_frame(session):
    return pd.DataFrame({"name": names(session)})


def large(session, *, part):
    asked.append(part)
    return bytearray(LARGE + 1)


def words_frame(session):
    return pd.DataFrame({"name": names(session), "words": [["a", "b"] for _ in names(session)]})


def cohort(name):
    with writing("Ana", f"Made {name}") as session:
        make_cohort(session, name)


def test_an_answer_is_kept_until_somebody_writes(database):
    cohort("Spring")
    assert [ask(names), ask(names)] == [["Spring"], ["Spring"]]
    assert len(asked) == 1

    cohort("Fall")
    assert [ask(names), ask(names)] == [["Spring", "Fall"], ["Spring", "Fall"]]
    assert len(asked) == 2


def shouted(session):
    return [name.upper() for name in known(session, names, part="r")]


def test_what_answers_are_made_from_is_kept_too(database):
    cohort("Spring")
    cohort("Fall")

    assert (ask(shouted), ask(names, part="r")) == (["SPRING"], ["Spring"])
    assert asked == ["r"]
    with reading() as session:
        assert shouted(session) == ["SPRING"], "asked without anybody who keeps answers"


def test_what_is_large_is_kept_too_but_few_of_it(sqlite_database):
    cohort("Spring")
    first = ask(large, part="1")

    assert len(first) > LARGE
    assert ask(large, part="1") == first
    assert asked == ["1"]

    for part in "234":
        ask(large, part=part)
    assert ask(names, part="Spring") == ["Spring"]
    ask(large, part="4")
    ask(large, part="1")
    assert asked == [*"1234", "Spring", "1"]


def test_an_answer_does_not_outlive_the_write_of_another_process(sqlite_database):
    cohort("Spring")
    assert ask(names) == ["Spring"]

    other = "from tests.ui.test_asking import cohort; cohort('Fall')"
    subprocess.run([sys.executable, "-c", other], check=True)

    assert ask(names) == ["Spring", "Fall"]


def test_other_arguments_are_another_question(sqlite_database):
    cohort("Spring")

    assert [ask(names, part="Spr"), ask(names, part="x"), ask(names, part="Spr")] == [["Spring"], [], ["Spring"]]
    assert asked == ["Spr", "x"]


def test_one_and_true_are_different_arguments(sqlite_database):
    def kind_of(session, *, value):
        return type(value).__name__

    assert [ask(kind_of, value=1), ask(kind_of, value=True), ask(kind_of, value=1.0)] == ["int", "bool", "float"]


@pytest.mark.parametrize("query", [names, names_frame, words_frame])
def test_what_a_page_does_to_its_answer_reaches_nobody_else(sqlite_database, query):
    cohort("Spring")
    mine = ask(query)
    if isinstance(mine, list):
        mine.append("spoiled")
    else:
        mine.loc[0, "name"] = "spoiled"
        mine["more"] = 1
        if "words" in mine:
            mine.loc[0, "words"].append("spoiled")

    again = ask(query)

    if isinstance(again, list):
        assert again == ["Spring"]
    else:
        assert list(again["name"]) == ["Spring"]
        assert "more" not in again
        assert "words" not in again or list(again["words"]) == [["a", "b"]]


def test_another_database_is_another_program(sqlite_database, tmp_path, monkeypatch):
    cohort("Spring")
    assert ask(names) == ["Spring"]

    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    cohort("Elsewhere")

    assert ask(names) == ["Elsewhere"]


def test_many_who_ask_the_same_at_once_make_one_question(sqlite_database):
    def slow(session):
        asked.append("slow")
        time.sleep(0.1)
        return len(asked)

    answers = []
    threads = [threading.Thread(target=lambda: answers.append(ask(slow))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [1] * 8


def test_a_question_that_failed_is_asked_again(sqlite_database):
    def fails_once(session):
        asked.append("x")
        if len(asked) == 1:
            raise ValueError("broken")
        return "fine"

    with pytest.raises(ValueError, match="broken"):
        ask(fails_once)

    assert ask(fails_once) == "fine"


def test_a_kept_answer_costs_well_under_a_millisecond(sqlite_database):
    cohort("Spring")
    ask(names_frame)

    began = time.perf_counter()
    for _ in range(200):
        ask(names_frame)

    assert (time.perf_counter() - began) / 200 < 0.002  # measured at 0.3 ms; a busy machine is given room
