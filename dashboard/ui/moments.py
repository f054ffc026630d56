"""Moments as the reader's own clock shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from dashboard.words import day


def zone() -> ZoneInfo:
    """The reader's own time zone, as their browser tells it."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def moment(at: datetime) -> str:
    """The day and the minute."""
    here = at.astimezone(zone())
    return f"{day(here.date())}, {here:%H:%M}"
