"""Small screens for tests of the parts: each is the body of a script that AppTest runs."""


def logging_form():
    """A form that adds a cohort, as a page would write it."""
    from datetime import date

    import streamlit as st

    from dashboard.services.cohorts import create_cohort
    from dashboard.ui.acting import act, fresh
    from dashboard.ui.notices import draw

    draw("Form")
    form = fresh("cohort")
    with st.form(form):
        name = st.text_input("Name", key=f"{form}-name")
        saved = st.form_submit_button("Save", key=f"{form}-save")
    if saved and act(
        f"Created {name}",
        create_cohort,
        key="cohort",
        name=name,
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 6, 30),
    ):
        st.rerun()
