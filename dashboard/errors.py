"""What a coordinator can get wrong. The message is shown as it is, so it is a sentence that says what to do."""


class MentorboardError(Exception):
    """The base of every expected failure; anything else is a bug."""


class NotFoundError(MentorboardError):
    """Something that was there is gone, or never was."""


class InvalidError(MentorboardError):
    """A value that cannot be: a blank name, dates in the wrong order, a capacity of 0."""


class RuleError(MentorboardError):
    """A rule of the program forbids it: a full mentor, a separation, a mentee who is paired already."""


class ConflictError(MentorboardError):
    """Somebody else was faster, or something stands in the way of an undo."""


class AlreadyDoneError(MentorboardError):
    """This very form was submitted before; its action stands, and nothing was done twice."""


class DatabaseError(MentorboardError):
    """The database cannot be opened or is not one that this version can use."""
