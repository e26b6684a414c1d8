"""What the machine tells: where the game keeps things, the time, and chance.

What only some of it needs is imported there: this module is read before the first picture.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from game.records.urls import VARIABLE, default_url

APP_NAME = "moments-of-truth"


def data_folder() -> Path:
    """The user's data folder: the records."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_folder() -> Path:
    """The user's folder of settings."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def cache_folder() -> Path:
    """The user's cache folder: what can be made again."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def records_url(argument: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """Which database: the argument's, else the one MOMENTS_DB names, else a file in the data folder."""
    return argument or environment.get(VARIABLE) or default_url(data_folder())


def utc_now() -> str:
    """The time, UTC in ISO 8601."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="milliseconds")


def new_attempt_id() -> str:
    """The id of a new attempt: 32 hexadecimal digits, never given twice."""
    import uuid

    return uuid.uuid4().hex


def drawn_seed() -> int:
    """A seed for an attempt, drawn by chance."""
    import secrets

    return secrets.randbelow(2**31)
