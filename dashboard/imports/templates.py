"""Files to fill in, one a kind: our own column names, one invented row, and what may stand where."""

from collections.abc import Mapping

from dashboard.imports.declaring import FileKind
from dashboard.imports.returning import WORKBOOK_MIME, File, template
from dashboard.imports.workbooks.writing import write_workbook
from dashboard.questions import WAVES

SECOND_SHEET = "What may stand where"
DAY = "A date, best like 2026-01-21"
NAME = "First and last name; not needed beside an e-mail address that the program knows"
ADDRESS = "An e-mail address"
SKILLS = "As many as you like, with a semicolon between them"
RATING = "A whole number from 1 to 5"
YES_NO = "yes or no; blank is no"

HINTS: Mapping[str, Mapping[str, str]] = {
    "people": {
        "name": "First and last name",
        "email": f"{ADDRESS}. It tells who is who, so give it or an ID",
        "external_id": "The number or code that your organization gives; leading zeros stay",
        "role": "mentor, mentee or both",
        "status": "active, waitlisted or withdrawn; blank is active",
        "joined_on": f"{DAY}; blank is the day that you choose on the screen",
        "capacity": "For mentors: how many mentees at most, a whole number",
        "skills": f"Offered by a mentor, sought by a mentee, both by somebody who is both; to tell these apart, name "
        f"two columns “Skills offered” and “Skills sought”. {SKILLS}, the most important first",
        "time_zone": "Like America/Lima, or the city",
        "languages": SKILLS,
        "years_experience": "A whole number",
        "manager_email": "The e-mail address of their own manager, who is never paired with them",
    },
    "pairs": {
        "mentor": NAME,
        "mentor_email": ADDRESS,
        "mentee": NAME,
        "mentee_email": ADDRESS,
        "started_on": f"{DAY}; blank is the day that you choose on the screen",
        "ended_on": f"{DAY}; blank where it goes on",
        "status": "active, paused, completed or ended early",
    },
    "meetings": {
        "mentor_email": ADDRESS,
        "mentee_email": f"{ADDRESS}; one of the two is enough where it is clear who is meant",
        "mentor": NAME,
        "mentee": NAME,
        "held_on": DAY,
        "minutes": "A whole number",
        "format": "video, phone, in person, chat or other",
        "missed": f"{YES_NO}: it was held",
        "skills": SKILLS,
    },
    "check_ins": {
        "email": ADDRESS,
        "mentor": "Whom it is about, where the respondent has more than one mentor",
        "name": NAME,
        "role": "mentor or mentee",
        "wave": ", ".join(WAVES.values()),
        "answered_on": DAY,
        "recommend": "A whole number from 0 to 10",
        "would_mentor": "yes or no",
        "confidence": RATING,
        "relationship": RATING,
        "progress": RATING,
        "confidential": f"{YES_NO}. A confidential comment is shown in no list",
    },
}
"""Kind and field -> what may stand there; where there is nothing, any words may."""


def text_template(one: FileKind) -> File:
    """For every program that opens tables."""
    return File(f"{one.key}.csv", "text/csv", lambda: template(one.kind, one.example))


def workbook_template(one: FileKind) -> File:
    """For spreadsheets: every cell is text, so that they leave IDs and dates as they are typed."""
    fields = [field for field in one.kind.fields if field.key in one.example]
    hints = [[field.label, HINTS[one.key].get(field.key, "Any words"), one.example[field.key]] for field in fields]
    sheets = {
        one.label: [[field.label for field in fields], [one.example[field.key] for field in fields]],
        SECOND_SHEET: [["Column", "What may stand there", "For example"], *hints],
    }
    return File(f"{one.key}.xlsx", WORKBOOK_MIME, lambda: write_workbook(sheets))
