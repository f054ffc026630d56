"""Which kind of file it is, is told by what only that kind has."""

import pytest

from dashboard.imports.kinds import is_known_anywhere, likelier, likeliest
from dashboard.imports.tables import read_table


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Name,Email,Role\nAna Ruiz,ana@example.org,mentor\n", "people"),
        ("Timestamp,Email Address,Full name\n1/21/2026 8:07:00,ana@example.org,Ana Ruiz\n", "people"),
        ("Timestamp,Email,Name,Status\n1/21/2026 8:07:00,ana@example.org,Ana Ruiz,active\n", "people"),
        ("Name,Email,Birth date\nAna Ruiz,ana@example.org,1980-01-02\n", "people"),
        ("Name,Email,Start date,Department\nAna Ruiz,ana@example.org,2020-01-02,Law\n", "people"),
        (
            "Timestamp,Email,Your name,Would you like to be a mentor or a mentee?,Which skills do you bring?,"
            "What do you hope to get out of the program?\n"
            "1/21/2026 8:07:00,ana@example.org,Ana Ruiz,Mentor,SQL; Law,To meet people from other places in the firm\n",
            "people",
        ),
        ("Mentor Email,Mentee Email\nana@example.org,ben@example.org\n", "pairs"),
        (
            "Mentor,Mentee,Start date,End date,Status,Meetings\nAna Ruiz,Ben Ode,2026-01-05,2026-03-05,completed,4\n",
            "pairs",
        ),
        ("Mentor,Mentee,Date,Minutes\nAna Ruiz,Ben Ode,2026-01-05,45\n", "meetings"),
        ("Mentor,Mentee,Jan-26,Feb-26\nAna Ruiz,Ben Ode,1,2\n", "meetings"),
        ("Timestamp,Email,How long did you meet?\n1/21/2026 8:07:00,ana@example.org,45\n", "meetings"),
        ("Timestamp,Email,How confident are you?\n1/21/2026 8:07:00,ana@example.org,4\n", "check_ins"),
        ("Mentor,Mentee,Date,Progress,Comment\nAna Ruiz,Ben Ode,2026-01-05,4,Good\n", "check_ins"),
        (
            "Timestamp,Email,How did your last meeting go? (1-5),What did you talk about?\n"
            "1/21/2026 8:07:00,ben@example.org,4,Our goals\n",
            "check_ins",
        ),
        ("Who,When,Minutes\nBen Ode,2026-03-03,45\n", "meetings"),
        ("Timestamp,Email,Is your mentor a good fit?\n1/21/2026 8:07:00,ben@example.org,Yes\n", "check_ins"),
    ],
)
def test_a_file_is_taken_for_what_it_is(content, kind):
    assert likeliest("export.csv", read_table(content.encode(), is_known=is_known_anywhere)) == kind


def test_the_name_of_a_file_counts_where_its_columns_leave_it_open():
    table = read_table(b"Mentor,Mentee,Date\nAna Ruiz,Ben Ode,2026-01-05\n", is_known=is_known_anywhere)

    assert likeliest("meeting log.csv", table) == "meetings"


@pytest.mark.parametrize(
    ("content", "read_as", "better"),
    [
        ("Name,Email,Role\nAna Ruiz,ana@example.org,mentor\n", "meetings", "people"),
        ("Mentor,Mentee,Date,Progress\nAna Ruiz,Ben Ode,2026-01-05,4\n", "meetings", "check_ins"),
        ("Mentor,Mentee,Date,Minutes\nAna Ruiz,Ben Ode,2026-01-05,45\n", "check_ins", "meetings"),
        ("Mentor,Mentee,Date,Minutes\nAna Ruiz,Ben Ode,2026-01-05,45\n", "meetings", None),
        ("This,That\nx,y\n", "meetings", None),
    ],
)
def test_a_kind_that_a_file_is_likelier_of_is_told(content, read_as, better):
    found = likelier(read_as, "export.csv", read_table(content.encode(), is_known=is_known_anywhere))

    assert (found and found.key) == better
