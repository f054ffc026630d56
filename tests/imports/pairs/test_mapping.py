"""What the columns of a file of pairs are taken for, by their names in the wild and by what is in them."""

import pytest

from dashboard.imports.kinds import KINDS, is_known_anywhere
from dashboard.imports.mapping import map_columns
from dashboard.imports.tables import read_table

MAIL, OTHER_MAIL = "ana@example.org", "ben@example.org"


def meanings(content: str) -> dict[str, str | None]:
    table = read_table(content.encode(), is_known=is_known_anywhere)
    return {column.name: column.field for column in map_columns(table, KINDS["pairs"].kind).columns}


@pytest.mark.parametrize(
    ("header", "row", "fields"),
    [
        ("Mentor Email Address,Mentee Email Address", f"{MAIL},{OTHER_MAIL}", "mentor_email mentee_email"),
        ("Mentee,Mentor", f"{OTHER_MAIL},{MAIL}", "mentee_email mentor_email"),
        ("Mentor,Mentee", "Ana Ruiz,Ben Ode", "mentor mentee"),
        ("Mentor,Mentee", "0042,0043", "mentor_id mentee_id"),
        ("Mentor Employee ID,Mentee Employee ID", "a-1,b-2", "mentor_id mentee_id"),
        ("Name,Email,Assigned Mentor", f"Ben Ode,{OTHER_MAIL},Ana Ruiz", "mentee mentee_email mentor"),
        (
            "Mentor Name,Mentor,Mentee Name,Mentee,Match Date,Match Status,Closure Reason",
            f"Ana,{MAIL},Ben,{OTHER_MAIL},2026-01-05,Closed,No time",
            "mentor mentor_email mentee mentee_email started_on status end_reason",
        ),
        ("Mentor,Mentee,End,Why ended", "Ana,Ben,2026-01-05,moved away", "mentor mentee ended_on end_reason"),
        (
            "Correo del mentor;Correo del mentorado;Fecha de inicio;Fecha de fin;Estado;Motivo",
            f"{MAIL};{OTHER_MAIL};05-02-2026;;activa;",
            "mentor_email mentee_email started_on ended_on status end_reason",
        ),
        (
            "E-Mail des Mentors;E-Mail des Mentees;Beginn;Ende;Begründung",
            f"{MAIL};{OTHER_MAIL};05.02.2026;;Beide segeln",
            "mentor_email mentee_email started_on ended_on rationale",
        ),
        (
            "E-mail du mentor;E-mail du protégé;Début;Statut",
            f"{MAIL};{OTHER_MAIL};05/02/2026;actif",
            "mentor_email mentee_email started_on status",
        ),
        ("导师,学员,开始日期,状态", "王芳,李雷,2026-02-05,进行中", "mentor mentee started_on status"),
        ("Наставник,Подопечный,Начало", "Анна Руис,Бен Оде,2026-02-05", "mentor mentee started_on"),
        ("Mentor email,Mentee email,Score,Phone", f"{MAIL},{OTHER_MAIL},0.9,123", "mentor_email mentee_email - -"),
    ],
)
def test_columns_are_known_by_their_names_in_the_wild(header, row, fields):
    assert [field or "-" for field in meanings(f"{header}\n{row}\n").values()] == fields.split()


def test_a_second_address_of_the_mentee_is_not_taken_for_the_mentors():
    assert meanings(
        f"Mentor,Mentee email address,Mentee work email address\nAna Ruiz,{OTHER_MAIL},b@example.org\n"
    ) == {
        "Mentor": "mentor",
        "Mentee email address": "mentee_email",
        "Mentee work email address": None,
    }
