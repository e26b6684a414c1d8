"""What the machine tells: where the game keeps things, and the time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
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
    return datetime.now(UTC).isoformat(timespec="milliseconds")
