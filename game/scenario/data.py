"""Where the shipped scenarios and assets are: in a checkout, or inside an installed package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def data_folder(name: str) -> Path:
    """The shipped folder `name` ("scenarios" or "assets"). Raises: FileNotFoundError if it was left out."""
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the program's own folder {name!r} is missing: install it again")
