"""From a file to people in a cohort, on the screen: every step is seen, and no file is a traceback."""

import re
from datetime import date

import pandas as pd
import pytest
from sqlmodel import col, select
from streamlit.testing.v1 import AppTest

from dashboard.database import reading, writing
from dashboard.imports.kinds import KINDS
from dashboard.imports.limits import MEGABYTE
from dashboard.imports.people.choices import APART, SAME
from dashboard.services.imports.applying import CHANGED_SINCE
from models import Cohort, Import, Participant, Person
from tests.factories import STARTS_ON, make_cohort, make_mentee, make_mentor, make_pairing
from tests.imports.workbooks.making import xlsx
from tests.tables import rows
from tests.visits import run, visit

pytestmark = pytest.mark.usefixtures("sqlite_database")

ROSTER = (
    "\ufeffName;E-Mail Adress;Role;Capacity;Shoe size;Skills\r\n"
    "Ana Ruiz;ana@example.org;Mentor;2;38;SQL, Excel\r\n"
    "Ben Ode;ben@example.org;Mentee;;44;SQL\r\n"
    ";;;;;\r\n"
    "Cy Po;nope;Mentee;;41;\r\n"
    "Dia Lee;dia@example.org;Sponsor;;40;\r\n"
).encode()


def upload(data: bytes, name: str = "roster.csv", *, with_cohort: bool = True) -> AppTest:
    if with_cohort:
        with writing("Ana", "Set up") as session:
            make_cohort(session, "Spring")
    app = visit("pages/upload.py")
    app.file_uploader[0].upload(name, data, "text/csv")
    return run(app)


def names() -> list[str]:
    with reading() as session:
        return list(session.exec(select(Person.name).order_by(col(Person.id))))


def said(app: AppTest) -> str:
    return "\n".join(part.value for part in (*app.markdown, *app.caption, *app.success))


def errors(app: AppTest) -> list[str]:
    return [error.value.replace("\\", "") for error in app.error]


def shown(app: AppTest) -> list[str]:
    """The choice of rows: each state with its count."""
    (rows_by_state,) = [group for group in app.button_group if group.label == "Rows"]
    return [str(option) for option in rows_by_state.options]


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [button for button in app.button if button.label == label]
    button.click()
    return run(app)


def mend(app: AppTest, number: int, name: str, text: str) -> AppTest:
    """Write into a cell of a row that is or was in trouble; it is checked at once."""
    (cell,) = [one for one in cells(app, number) if one.label == name]
    cell.set_value(text)
    return run(app)


def cells(app: AppTest, number: int) -> list:
    """The cells of a row that are open to be written into."""
    stamp = app.session_state["upload-draft"].stamp
    return [one for one in app.text_input if str(one.key).startswith(f"upload-cell-{stamp}-{number}-")]


def decide(app: AppTest, number: int, label: str) -> AppTest:
    """Press a button of the row."""
    stamp = app.session_state["upload-draft"].stamp
    (button,) = [one for one in app.button if one.label == label and f"{stamp}-{number}" in str(one.key)]
    button.click()
    return run(app)


def reasons(app: AppTest) -> list[str]:
    """What is said to be wrong, row by row."""
    told = [part.value for part in app.main if part.type in ("markdown", "caption")]
    return [unescaped(words.removeprefix(":material/error: ")) for words in told if ":material/error:" in words]


def grid(app: AppTest) -> pd.DataFrame:
    """The rows that are listed, in the words that are read there."""
    frame = app.table[-1].value
    return frame.assign(**{name: [unescaped(cell) for cell in frame[name]] for name in frame.columns[1:]})


def unescaped(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words).replace("\u2060", "")


def test_without_a_cohort_one_is_named_first():
    app = visit("pages/upload.py")
    assert [header.value for header in app.header] == ["Name your first cohort"]

    app.text_input[0].input("Spring 2027")
    press(app, "Set up the cohort")

    with reading() as session:
        assert list(session.exec(select(Cohort.name))) == ["Spring 2027"]
    assert len(app.file_uploader) == 1
    assert "Into **Spring 2027**" in said(app)


def test_a_cohort_without_a_name_is_refused_in_a_sentence():
    app = visit("pages/upload.py")
    press(app, "Set up the cohort")

    assert len(app.error) == 1
    with reading() as session:
        assert list(session.exec(select(Cohort.name))) == []


def test_before_a_file_there_is_a_template():
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring")
    app = visit("pages/upload.py")

    assert [button.proto.label for button in app.get("download_button")] == [kind.label for kind in KINDS.values()]
    assert app.header == []


def test_what_was_read_and_what_will_change_is_seen_before_anything_does():
    app = upload(ROSTER)

    assert "**roster.csv**: 4 rows, 1 blank. Read as UTF-8 with a mark (Excel), semicolon, header in row 1." in said(
        app
    )
    assert "5 of 6 columns recognized. 1 column left out: Shoe size." in said(app)
    assert shown(app) == ["New 2", "In trouble 2", "Blank 1"]
    assert names() == []


def test_good_rows_go_in_and_the_rest_stays_to_be_mended():
    app = upload(ROSTER)

    press(app, "Add 2 people")

    assert names() == ["Ana Ruiz", "Ben Ode"]
    assert "Done: added 2 people. It can be taken back as a whole." in said(app)
    assert shown(app) == ["In trouble 2", "Unchanged 2", "Blank 1"]
    assert "Nothing to apply: everything that is sound in this file is in your program already." in said(app)
    (returned,) = app.get("download_button")
    assert returned.proto.label == "The 2 rows in trouble, with reasons"


def test_the_day_on_which_they_join_is_the_start_of_an_empty_cohort_until_its_first_pairing():
    app = upload(ROSTER)
    assert [(field.label, field.value) for field in app.date_input] == [("They join on", STARTS_ON)]
    press(app, "Add 2 people")
    assert joined() == [STARTS_ON] * 2

    app = upload(b"Name,Email,Role\nCy Po,cy@example.org,mentee\n", with_cohort=False)
    assert [field.value for field in app.date_input] == [STARTS_ON]
    with writing("Ana", "Paired") as session:
        make_pairing(session, 1, 2)
    app = upload(
        b"Name,Email,Role,Joined on\nCy Po,cy@example.org,mentee,2026-02-01\nDi Wu,di@example.org,mentee,\n",
        with_cohort=False,
    )
    assert [(one.label, one.value) for one in app.date_input] == [("Those without a day join on", date.today())]
    app.date_input[0].set_value(date(2026, 3, 2))
    press(run(app), "Add 2 people")
    assert joined() == [STARTS_ON, STARTS_ON, date(2026, 2, 1), date(2026, 3, 2)]


def joined() -> list[date]:
    with reading() as session:
        return list(session.exec(select(Participant.joined_on).order_by(col(Participant.id))))


SHARED = b"Name,Email,Role\nAna Ruiz,family@example.org,mentor\nLuz Paz,family@example.org,mentee\n"


def answer_all(app: AppTest, label: str, answer: str) -> AppTest:
    """Say the same about all rows that leave this open."""
    (group,) = [group for group in app.button_group if group.label == label]
    group.set_value(answer)
    return run(app)


def test_what_rows_leave_open_is_shown_with_its_usual_answer_and_settled_for_one_or_for_all():
    app = upload(SHARED + b"Pia Roy,family@example.org,mentee\n")
    assert (shown(app), show(app, "open")) == (["New 3", "To confirm 2"], app)
    assert ("family@example.org is the e-mail of Ana Ruiz." in said(app), given(app)) == (True, {3: APART, 4: APART})

    answer_all(app, "All of them: The same address, another name", SAME)
    assert (given(app), "Add 1 person" in [button.label for button in app.button]) == ({3: SAME, 4: SAME}, True)
    answer_all(app, "Row 3: The same address, another name", APART)

    assert (shown(app), given(app)) == (["New 3", "To confirm 2"], {3: APART, 4: SAME})
    press(app, "Add 2 people")
    assert (names(), shown(app)) == (["Ana Ruiz", "Luz Paz"], ["Unchanged 3"])


def given(app: AppTest) -> dict[int, str]:
    """By row what is the answer to what it leaves open."""
    groups = [group for group in app.button_group if group.label.startswith("Row ")]
    return {int(group.label.split(":")[0].removeprefix("Row ")): group.value for group in groups}


def test_who_is_who_in_one_file_says_nothing_about_the_next():
    app = upload(SHARED)
    answer_all(show(app, "open"), "Row 3: The same address, another name", SAME)
    answer_all(app, "Where the file has a blank cell", "empty")
    press(app, "Add 1 person")

    with reading() as session:
        (kept,) = session.exec(select(Import))
        assert kept.said["options"] == {}

    app = upload(SHARED.replace(b"Ana", b"Eva").replace(b"Luz", b"Isa"), "next.csv", with_cohort=False)
    answers = {group.label: group.value for group in app.button_group}
    assert "Read as last time: roster.csv" in said(app)
    assert (answers["Where the file has a blank cell"], given(show(app, "open"))) == ("leave", {2: APART, 3: APART})


def test_the_role_of_one_file_says_nothing_about_the_next():
    app = upload(b"Name,Email\nAna Ruiz,ana@example.org\n", "first.csv")
    press(answer_all(app, "Everybody in this file is among the", "mentor"), "Add 1 person")

    app = upload(b"Name,Email\nBen Ode,ben@example.org\n", "mentees.csv", with_cohort=False)
    assert "Read as last time: first.csv" in said(app)
    press(app, "Add 1 person")

    with reading() as session:
        assert list(session.exec(select(Participant.role).order_by(col(Participant.id)))) == ["mentor", "mentee"]


def test_skills_by_another_name_are_the_same_when_somebody_says_so():
    app = upload(b"Name,Email,Role,Skills\nAna,a@example.org,mentor,Excel\nBen,b@example.org,mentee,MS Excel; Law\n")
    (offer,) = [one for one in app.expander if one.label.startswith("New skills")]
    assert offer.label == "New skills: 3. 1 looks like another"
    draft = app.session_state["upload-draft"]
    app.session_state[f"upload-skills-{draft.token}"] = True
    run(app)

    press(app, "They are all the same")
    assert [one.label for one in app.expander if one.label.startswith("New skills")] == [
        "New skills: 3. 1 looks like another, 1 accepted"
    ]
    press(app, "Add 2 people")
    assert sorted(row["name"] for row in rows()["skill"]) == ["Excel", "Law"]


def test_what_will_be_stored_about_somebody_new_is_seen_in_the_row():
    app = upload(
        b"Name,Email,Role,Capacity,Skills,Location\n"
        b'Ana Ruiz,ana@example.org,mentor,2,"SQL, Excel",Lima\nBen Ode,ben@example.org,mentee,,Law,\n'
    )

    assert [row[2] for row in grid(app).values.tolist()] == [
        "Role: mentor, 2 places; Skills offered: SQL, Excel; E-mail: ana@example.org; Location: Lima",
        "Role: mentee; Skills sought: Law; E-mail: ben@example.org",
    ]


def test_a_file_whose_rows_are_all_in_trouble_says_what_to_do():
    app = upload(b"Name,Email,Role\nAna Ruiz,ana@example,mentor\n")

    assert shown(app) == ["In trouble 1"]
    assert "No row can go in yet: each is in trouble, for the reason beside it." in said(app)


def test_the_same_file_again_changes_nothing_and_is_said():
    app = upload(ROSTER)
    press(app, "Add 2 people")
    before = rows()

    app = upload(ROSTER, with_cohort=False)

    assert "This very file was uploaded before: “Uploaded roster.csv into Spring: added 2 people”, " in said(app)
    assert shown(app) == ["In trouble 2", "Unchanged 2", "Blank 1"]
    assert [button.label for button in app.button if button.key == "upload-apply"] == []
    assert rows() == before


def test_an_old_file_again_says_that_it_would_set_newer_values_back_and_shows_these_first():
    head = b"Name,Email,Role,Location\n"
    old = head + b"Ana Ruiz,ana@example.org,mentor,Lima\nBen Ode,ben@example.org,mentee,Lyon\nCy,nope,mentee,\n"
    press(upload(old, "old.csv"), "Add 2 people")
    press(upload(head + b"Ana Ruiz,ana@example.org,mentor,Oslo\n", "new.csv", with_cohort=False), "Change 1 person")

    app = upload(old, "old.csv", with_cohort=False)

    (warning,) = [re.sub(r", \d+ \w+ \d{4}, \d\d:\d\d", "", one.value) for one in app.warning]
    assert warning == (
        "This very file was uploaded before: “Uploaded old.csv into Spring: added 2 people”, by Coordinator. What is "
        "in now differs from it for 1 person. Applying it sets that back to what this file says, also where it is "
        "newer: look at what changes first."
    )
    assert "stays as it is" not in said(app)
    assert grid(app)[["Who", "What changes"]].values.tolist() == [["Ana Ruiz", "Location: Oslo → Lima"]]


def test_an_upload_is_taken_back_from_its_result_and_that_is_said_when_it_comes_again():
    app = press(upload(ROSTER), "Add 2 people")
    press(app, "Undo this upload")
    assert (names(), shown(app)) == ([], ["New 2", "In trouble 2", "Blank 1"])

    app = upload(ROSTER, with_cohort=False)

    (told,) = [line for line in said(app).split("\n") if "This very file" in line]
    assert re.sub(r"\d+ \w+ \d{4}, \d\d:\d\d", "NOW", told) == (
        ":material/history: This very file was uploaded before: “Uploaded roster.csv into Spring: added 2 people”, "
        "NOW, by Coordinator. That was taken back NOW by Coordinator, so uploading it again is the way to bring it in."
    )
    assert [button.label for button in app.button if "Undo" in button.label] == []


def test_what_stands_in_the_way_of_an_undo_is_said_before_the_click():
    press(upload(ROSTER), "Add 2 people")
    app = upload(ROSTER, with_cohort=False)
    (undo,) = [button for button in app.button if button.label == "Undo that upload"]
    assert not undo.disabled

    with writing("Ben", "Renamed Ana") as session:
        session.get_one(Person, 1).name = "Ana Paz"
    run(app)

    (undo,) = [button for button in app.button if button.label == "Undo that upload"]
    assert undo.disabled
    assert "can't be undone yet: “Renamed Ana” came later and changed the same data. Undo that first." in said(app)


def test_the_notice_takes_the_whole_upload_back():
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring")
    before = rows()
    app = upload(ROSTER, with_cohort=False)
    press(app, "Add 2 people")

    press(app, "Undo")

    assert rows() == before
    assert shown(app) == ["New 2", "In trouble 2", "Blank 1"]
    assert [banner.value for banner in app.success] == []


def test_changes_are_told_from_old_to_new():
    with writing("Ana", "Set up") as session:
        make_mentor(session, make_cohort(session, "Spring"), "Ana Ruiz", email="ana@example.org", capacity=1)
        make_mentor(session, session.exec(select(Cohort.id)).one(), "Away", email="away@example.org")

    app = upload(b"Name,Email,Role,Capacity\nAna Ruiz,ANA@example.org,mentor,3\n", with_cohort=False)

    assert grid(app).values.tolist() == [[2, "Ana Ruiz", "Capacity: 1 \u2192 3"]]
    assert [box.label for box in app.expander][-1] == "1 person of Spring not in this file: nothing changes for them"
    press(app, "Change 1 person")
    with reading() as session:
        assert list(session.exec(select(Participant.capacity).order_by(col(Participant.id)))) == [3, 1]


def test_a_file_without_roles_asks_for_one():
    app = upload(b"Name,Email\nAna Ruiz,ana@example.org\n")
    assert shown(app) == ["In trouble 1"]

    (role,) = [group for group in app.button_group if group.label == "Everybody in this file is among the"]
    role.set_value("mentee")
    run(app)

    assert shown(app) == ["New 1"]


def test_the_name_of_the_file_hints_at_the_role():
    app = upload(b"Name,Email\nAna Ruiz,ana@example.org\n", "mentors_2026.csv")

    press(app, "Add 1 person")

    with reading() as session:
        assert list(session.exec(select(Participant.role))) == ["mentor"]


def test_a_wrong_column_is_corrected():
    app = upload(b"Name,Email,Other,Role\nAna Ruiz,old@example.org,new@example.org,mentor\n")
    app.session_state[f"upload-columns-{app.session_state['upload-draft'].token}"] = True
    run(app)

    choose(app, "Meaning of Other", "email")
    assert (meaning(app, "Email"), meaning(app, "Other")) == ("-", "email")
    assert 'Could be E-mail, too; for now "Other" is.' in said(app)
    press(app, "Add 1 person")

    with reading() as session:
        assert list(session.exec(select(Person.email))) == ["new@example.org"]


def test_a_field_moves_to_the_column_that_it_is_chosen_for_last_and_both_can_count():
    app = upload(b"Name,Email,Other,Role\nAna Ruiz,old@example.org,,mentor\nBen Ode,,new@example.org,mentee\n")
    app.session_state[f"upload-columns-{app.session_state['upload-draft'].token}"] = True
    run(app)
    choose(app, "Meaning of Other", "email")

    choose(app, "Meaning of Email", "email")
    assert (meaning(app, "Email"), meaning(app, "Other")) == ("email", "-")
    assert 'No longer E-mail: you chose "Email" for it.' in said(app)
    choose(app, "Meaning of Other", "+email")

    assert (meaning(app, "Email"), meaning(app, "Other")) == ("email", "+email")
    assert 'Counts only where "Email" is blank.' in said(app)
    press(app, "Add 2 people")
    with reading() as session:
        assert list(session.exec(select(Person.email))) == ["old@example.org", "new@example.org"]


def meaning(app: AppTest, column: str) -> object:
    (select_box,) = [one for one in app.selectbox if one.label == f"Meaning of {column}"]
    return select_box.value


def choose(app: AppTest, label: str, value: object) -> AppTest:
    (select_box,) = [one for one in app.selectbox if one.label == label]
    select_box.set_value(value)
    return run(app)


def test_another_encoding_is_chosen_and_seen_at_once():
    text = "Name,Email,Role\nL\u00e1szl\u00f3 Erd\u0151s,laszlo@example.org,mentee\n"
    app = upload(text.encode("cp1250"))
    assert "It may as well be Windows-1250 (Central Europe). If names are unreadable, choose another." in said(app)
    assert [frame.value.values.tolist() for frame in app.dataframe][1][:2] == [
        ["Windows-1252 (Western Europe)", "L\u00e1szl\u00f3 Erd\u00f5s,laszlo@example.org,mentee"],
        ["Windows-1250 (Central Europe)", "L\u00e1szl\u00f3 Erd\u0151s,laszlo@example.org,mentee"],
    ]

    choose(app, "Encoding", "cp1250")
    press(app, "Add 1 person")

    assert names() == ["L\u00e1szl\u00f3 Erd\u0151s"]


def test_an_encoding_that_does_not_fit_shows_the_first_rows_all_the_same():
    app = upload("Name,Email,Role\nJosé Ibáñez,jose@example.org,mentee\n".encode("cp1252"))

    choose(app, "Encoding", "utf-8")

    assert errors(app) == [
        "The file is not UTF-8: near line 2 it holds bytes that mean nothing there. "
        "Choose its encoding below, or save it again as UTF-8."
    ]
    assert app.dataframe[0].value.values.tolist() == [
        ["Name", "Email", "Role"],
        ["Jos\ufffd Ib\ufffd\ufffdez", "jose@example.org", "mentee"],
    ]
    choose(app, "Encoding", "")
    press(app, "Add 1 person")
    assert names() == ["José Ibáñez"]


def test_the_ways_to_read_a_file_are_called_the_same_whether_or_not_it_can_be_read():
    """The browser answers by the name, so one that changed would come back as an answer nobody gave."""
    app = upload("Name,Email,Role\nJosé Ibáñez,jose@example.org,mentee\n".encode("cp1252"))
    first = {box.label: box.options for box in app.selectbox if box.label in WAYS_TO_READ}

    choose(app, "Encoding", "utf-8")

    assert {box.label: box.options for box in app.selectbox if box.label in WAYS_TO_READ} == first
    assert {label: options[0] for label, options in first.items()} == dict.fromkeys(WAYS_TO_READ, "Find it")


WAYS_TO_READ = ("Encoding", "Between cells", "Header")


def test_another_sheet_of_a_workbook_is_chosen():
    header = ["Name", "Email", "Role"]
    sheets = {
        "Notes": [["Please fill in the next sheet"]],
        "Mentors": [header, ["Ana Ruiz", "ana@example.org", "mentor"], ["Ben Ode", "ben@example.org", "mentor"]],
        "Mentees": [header, ["Cy Po", "cy@example.org", "mentee"]],
    }
    app = upload(xlsx(sheets), "people.xlsx")
    assert "**people.xlsx**: 2 rows. Read as workbook, sheet Mentors, header in row 1." in said(app)
    assert [box.options for box in app.selectbox if box.label == "Sheet"] == [
        ["Mentors (3 rows)", "Mentees (2 rows)", "Notes (1 row)"]
    ]

    choose(app, "Sheet", "Mentees")
    press(app, "Add 1 person")

    assert names() == ["Cy Po"]


def test_the_name_of_a_sheet_tells_the_role_of_its_rows():
    sheets = {
        "Mentors": [["Name", "Email"], ["Ana Ruiz", "ana@example.org"], ["Ben Ode", "ben@example.org"]],
        "Mentees 2026": [["Name", "Email"], ["Cy Po", "cy@example.org"]],
    }
    app = upload(xlsx(sheets), "mentors and mentees.xlsx")
    assert role_of_all(app) == "mentor"

    choose(app, "Sheet", "Mentees 2026")
    assert role_of_all(app) == "mentee"
    press(app, "Add 1 person")

    with reading() as session:
        assert list(session.exec(select(Participant.role))) == ["mentee"]


def role_of_all(app: AppTest) -> object:
    (group,) = [group for group in app.button_group if group.label == "Everybody in this file is among the"]
    return group.value


def test_a_sheet_without_rows_leaves_the_others_to_choose():
    header = ["Name", "Email", "Role"]
    app = upload(xlsx({"Mentors": [header], "Other": [["x"], ["Cy Po"]]}), "people.xlsx")
    assert errors(app) == ["The file holds no rows below the header in row 1. Add the rows and upload it again."]

    choose(app, "Sheet", "Other")

    assert "**people.xlsx**: 1 row. Read as workbook, sheet Other, header in row 1." in said(app)


def test_another_header_row_is_chosen():
    app = upload(b"Name,Email,Role\nNom,Courriel,Role\nAna Ruiz,ana@example.org,mentor\n")
    assert shown(app) == ["New 1", "In trouble 1"]

    choose(app, "Header", 2)

    assert shown(app) == ["New 1"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "roster.csv is empty: it holds 0 bytes. Export it again and upload the new file."),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(500),
            "roster.csv is a picture, not a table. Save the sheet as .xlsx or CSV and upload that.",
        ),
        (
            b"a" * (26 * MEGABYTE),
            "roster.csv has 26 MB; a file may have 25 MB. Split it and upload the parts.",
        ),
        (b"\n\n,,\n", "roster.csv holds no rows, only blank ones. Save the sheet as .xlsx or CSV and upload that."),
        (
            b"Name,Email\nAna\x00,ana@example.org\n",
            "The file is damaged, or not text: it holds characters that no text has. "
            "Choose its encoding below, or save it again as UTF-8.",
        ),
        (
            b"Role,Team\nmentor,Law\n",
            "No column tells who people are. Say which one holds their e-mail addresses, "
            "or the IDs that your organization gives them. "
            "If none does, add such a column to the file and upload it again.",
        ),
        (
            b'Name,Email\n"Ana,ana@example.org\nBen,ben@example.org\n',
            "A quotation mark in row 2 is opened and never closed. Close it or delete it.",
        ),
    ],
)
def test_a_bad_file_is_a_sentence_and_changes_nothing(data, sentence):
    app = upload(data)

    assert errors(app) == [sentence]
    assert names() == []


def test_a_cohort_that_is_not_there_is_said_and_the_newest_is_taken():
    with writing("Ana", "Set up") as session:
        make_cohort(session, "Spring")

    app = visit("pages/upload.py", cohort=999)

    assert ["There is no cohort 999" in warning.value for warning in app.warning] == [True]
    assert "Into **Spring**" in said(app)


def test_what_changed_in_the_meantime_is_reviewed_again_before_it_is_applied():
    app = upload(ROSTER)
    with writing("Ben", "Meanwhile") as session:
        make_mentor(session, session.exec(select(Cohort.id)).one(), "Ana Ruiz", email="ana@example.org", capacity=2)

    run(app)

    assert shown(app) == ["New 1", "Changed 1", "In trouble 2", "Blank 1"]
    press(app, "Add 1 person, change 1")
    assert names() == ["Ana Ruiz", "Ben Ode"]


def test_only_what_was_seen_is_applied():
    app = upload(ROSTER)
    with writing("Ben", "Meanwhile, in another tab") as session:
        make_mentor(session, session.exec(select(Cohort.id)).one(), "Ana Ruiz", email="ana@example.org", capacity=1)

    press(app, "Add 2 people")

    assert (names(), errors(app)) == (["Ana Ruiz"], [CHANGED_SINCE])
    assert shown(app) == ["New 1", "Changed 1", "In trouble 2", "Blank 1"]
    press(app, "Add 1 person, change 1")
    assert (names(), errors(app)) == (["Ana Ruiz", "Ben Ode"], [])


def test_what_changed_elsewhere_and_is_no_matter_of_the_file_holds_nobody_up():
    app = upload(ROSTER)
    with writing("Ben", "Meanwhile, in another tab") as session:
        make_mentor(session, session.exec(select(Cohort.id)).one(), "Zoe Roy", email="zoe@example.org")

    press(app, "Add 2 people")

    assert (names(), errors(app)) == (["Zoe Roy", "Ana Ruiz", "Ben Ode"], [])


def test_names_that_look_like_markup_stay_names():
    app = upload(b"Name,Email,Role\n**Bob** :smile: <b>,bob@example.org,mentor\n")

    assert app.table[-1].value["Who"].tolist() == ["\\*\\*Bob\\*\\* :\u2060smile: \\<b\\>"]
    assert grid(app).values.tolist() == [[2, "**Bob** :smile: <b>", "Role: mentor, 1 place; E-mail: bob@example.org"]]


def test_a_long_file_is_paged():
    people = "".join(f"P{number},p{number}@example.org,mentee\n" for number in range(120))
    app = upload(f"Name,Email,Role\n{people}".encode())

    assert len(grid(app)) == 50
    assert "1-50 of 120 rows" in said(app)
    (search,) = [one for one in app.text_input if one.label == "Find a row"]
    search.set_value("p119")
    assert grid(run(app))["Who"].tolist() == ["P119"]
    (search,) = [one for one in app.text_input if one.label == "Find a row"]
    search.set_value("nobody")
    assert "No row like that. Try fewer letters." in said(run(app))


def show(app: AppTest, state: str) -> AppTest:
    (rows_by_state,) = [group for group in app.button_group if group.label == "Rows"]
    rows_by_state.set_value(state)
    return run(app)


def test_a_file_that_ends_pairings_says_so_in_a_warning_on_its_button_and_in_its_first_rows():
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentor(session, cohort_id, "Cy Po", email="cy@example.org")
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org")
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_pairing(session, ana, ben)
    data = b"Email,Status,Location\ncy@example.org,active,Rome\nana@example.org,left,\nben@example.org,left,\n"

    app = upload(data, with_cohort=False)

    assert [warning.value for warning in app.warning] == [
        "1 pairing will end today, by 2 rows that withdraw somebody who is paired. Among the changed rows these come "
        "first."
    ]
    assert grid(app)["Who"].tolist() == ["Ana Ruiz", "Ben Ode", "Cy Po"]
    app = press(app, "Change 3 people, end 1 pairing")
    assert "Done: changed 3 people, ended 1 pairing." in said(app)


def test_how_many_fields_blank_cells_would_empty_is_said_before_anything_is():
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session, "Spring")
        make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", job_title="Nurse", location="Lima")
        make_mentor(session, cohort_id, "Ben Ode", email="ben@example.org", location="Lyon")
    file = b"Name,Email,Role,Job title,Location\nAna Ruiz,ana@example.org,mentor,,\nBen Ode,ben@example.org,mentor,,\n"
    app = upload(file, with_cohort=False)
    assert ([warning.value for warning in app.warning], shown(app)) == ([], ["Unchanged 2"])

    answer_all(app, "Where the file has a blank cell", "empty")

    assert [warning.value for warning in app.warning] == [
        "3 fields will be emptied, in 2 rows: what is there now goes, because the cell is blank. "
        "Look for “→ nothing” among the changed rows."
    ]
    assert grid(app)["What changes"].tolist() == [
        "Job title: Nurse → nothing; Location: Lima → nothing",
        "Location: Lyon → nothing",
    ]
