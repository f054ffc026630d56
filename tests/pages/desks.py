"""What a coordinator does and reads at the pairing desk, without a browser."""

from tests.visits import run


def button(app, label):
    return next(one for one in app.button if one.label == label)


def press(app, label):
    button(app, label).click()
    return run(app)


def said(app):
    """Everything that the page says in Markdown."""
    return " ".join(part.value for part in [*app.markdown, *app.caption, *app.info, *app.title])


def candidates_of(app):
    """The mentors in sight who may be chosen, in order."""
    return [part.value.split("**")[1] for part in app.markdown if "place" in part.value and "left]" in part.value]
