"""Finding people by a part of their name or e-mail."""

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col

from models import Person


def finds(search: str, *people: type[Person]) -> ColumnElement[bool]:
    """Every word of the search is a part of the name or e-mail of one of the people, whatever its case.

    So "ana ben" finds the pairing of Ana with Ben. A percent sign or an underscore stands for itself.
    """
    found: ColumnElement[bool] = true()
    for word in search.split():
        places = [column for person in people for column in (col(person.name), col(person.email))]
        found &= or_(*(place.icontains(word, autoescape=True) for place in places))
    return found
