import pytest

from dashboard.database import reading, writing
from models import Person, name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("José O'Neil", "jose oneil"),
        ("Łukasz Østergård", "lukasz ostergard"),
        ("ÁLVARO Müller", "alvaro muller"),
        ("İpek Straße", "ipek strasse"),
        ("王小明", "王小明"),
        ("Đặng Thị Hà", "dang thi ha"),
    ],
)
def test_name_key_is_what_a_coordinator_would_type(name, key):
    assert name_key(name) == key


def test_a_person_s_key_follows_the_name(database):
    with writing("Ana", "Added José") as session:
        person = Person(name="José")
        session.add(person)
        session.flush()
        person_id = person.id

    with writing("Ana", "Renamed José") as session:
        session.get_one(Person, person_id).name = "Zoë"

    with reading() as session:
        assert session.get_one(Person, person_id).name_key == "zoe"
