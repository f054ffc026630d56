"""Environment in, typed settings out."""

import os
from functools import lru_cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What may be set from outside, each as ``MENTORBOARD_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="MENTORBOARD_")

    database_url: str = ""
    """A SQLAlchemy URL; empty means a SQLite file in the user's data folder."""


def database_url() -> str:
    """Where the program's data lives, as a SQLAlchemy URL with the driver that we use."""
    url = _asked_for(os.environ.get("MENTORBOARD_DATABASE_URL"))
    if not url:
        return f"sqlite:///{default_file()}"
    for plain in ("postgresql://", "postgres://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url.removeprefix(plain)
    return url


@lru_cache(maxsize=8)
def _asked_for(variable: str | None) -> str:
    """What the settings say as long as the variable stays the same: every question to the database begins here."""
    return Settings().database_url.strip()


def default_file() -> Path:
    """The database file of a program that has not chosen another place; its folder is made when needed."""
    return user_data_path("mentorboard", appauthor=False, ensure_exists=True) / "mentorboard.db"
