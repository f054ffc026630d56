"""A download of what a cohort has of one kind, as a file that may be uploaded again."""

import re

import streamlit as st

from dashboard.imports.exporting import export
from dashboard.imports.kinds import KINDS
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.asking import ask


def download(kind: str, cohort: CohortChoice) -> None:
    """A button; the file is made when it is clicked. ``kind`` is a key of ``KINDS``."""
    one = KINDS[kind]
    exported = one.exported
    assert exported is not None, f"no file of {kind} goes out"
    st.download_button(
        "Download as a file",
        lambda: export(one.kind, ask(exported, cohort_id=cohort.id)),
        f"{_slug(cohort.name)}-{kind}.csv",
        "text/csv",
        key=f"download-{kind}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help="Uploaded again unchanged, it changes nothing.",
    )


def in_and_out(kind: str, cohort: CohortChoice) -> None:
    """Both ways of files of a kind: what there is as a download, and where one is uploaded."""
    with st.container(horizontal=True, vertical_alignment="center"):
        download(kind, cohort)
        st.page_link(
            "pages/upload.py", label="Upload a file", icon=":material/upload:", query_params={"cohort": str(cohort.id)}
        )


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.casefold())) or "cohort"
