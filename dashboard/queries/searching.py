"""Finding people by a part of their name or e-mail."""

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col

from models import Person, name_key


def finds(search: str, *people: type[Person]) -> ColumnElement[bool]:
    """Every word of the search is a part of the name or e-mail of one of the people, whatever its case
    and its accents: "jose" finds José.

    So "ana ben" finds the pairing of Ana with Ben. A percent sign or an underscore stands for itself.
    """
    found: ColumnElement[bool] = true()
    for word in search.split():
        names = [col(person.name_key).contains(name_key(word), autoescape=True) for person in people]
        emails = [col(person.email_key).contains(word.casefold(), autoescape=True) for person in people]
        found &= or_(*names, *emails)
    return found
