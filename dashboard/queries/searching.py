"""Finding people by a part of their name or e-mail."""

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col

from models import Person, name_key


def words_of(search: str) -> dict[str, str]:
    """Each word of the search by what it is called in a name; a lone apostrophe or accent is called nothing.

    Left out, unless there is nothing else to look for: nothing would be a part of every name.
    """
    keys = {word: name_key(word).strip() for word in search.split()}
    return {word: key for word, key in keys.items() if key} or keys


def finds(search: str, *people: type[Person]) -> ColumnElement[bool]:
    """Every word of the search is a part of the name or e-mail of one of the people, whatever its case
    and its accents: "jose" finds José.

    So "ana ben" finds the pairing of Ana with Ben. A percent sign or an underscore stands for itself.
    """
    found: ColumnElement[bool] = true()
    for word, key in words_of(search).items():
        names = [
            col(person.name_key).contains(key, autoescape=True)
            if key
            else col(person.name).contains(word, autoescape=True)
            for person in people
        ]
        emails = [col(person.email_key).contains(word.casefold(), autoescape=True) for person in people]
        found &= or_(*names, *emails)
    return found
