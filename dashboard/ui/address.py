"""What the URL names: one thing by its number, kept there so that a link opens the same place."""

import streamlit as st


def named(parameter: str) -> int | None:
    """The number that the URL gives for ``parameter``; -1, which is nobody's, for something that is no number."""
    said = st.query_params.get(parameter)
    if said is None:
        return None
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 18 else -1


def name(parameter: str, number: int | None) -> None:
    """Put the number into the URL from the next run on, or take the parameter out. Made for ``on_click=``."""
    if number is None:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = str(number)
