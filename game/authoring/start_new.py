"""A new scenario's file: small, commented, playable at once."""

from __future__ import annotations

import os
import re
from importlib.resources import files
from pathlib import Path

from game.scenario.data import data_folder

SCHEMA = Path("schema") / "scenario.schema.json"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_RESERVED = {"campaign"}
# Windows keeps these names for devices, whatever comes after them.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class CannotStart(Exception):
    """There can be no new scenario of this name or in this place; the message says why."""


def start_new(id: str, folder: Path) -> Path:
    """Write the starter scenario as `folder`/`id`.yaml and return its path.

    Raises: CannotStart for an id that a scenario cannot have, a folder that is none and a file that is there
    already; OSError where it cannot be written.
    """
    require_id(id)
    if not folder.is_dir():
        raise CannotStart(f"{folder}: there is no such folder")
    path = folder / f"{id}.yaml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter(id, path))
    except FileExistsError:
        raise CannotStart(f"{path} is there already; it was left as it is") from None
    return path


def require_id(id: str) -> None:
    """Raises: CannotStart for an id that no scenario can have."""
    if not _ID.fullmatch(id) or id in _RESERVED | _DEVICES:
        raise CannotStart(
            f'"{id}" cannot be the id of a scenario: small letters, digits, - and _, beginning with a letter '
            f"or digit, such as late-cake{_instead(id)}"
        )


def starter(id: str, path: Path) -> str:
    """The text of a new scenario that is to lie at `path`."""
    template = files("game.authoring").joinpath("starter.yaml").read_text(encoding="utf-8")
    return template.format(id=id, title=_title(id), path=path.name, schema=schema_seen_from(path.parent))


def _title(id: str) -> str:
    """A title to begin with."""
    return " ".join(word.capitalize() for word in re.split(r"[-_]+", id) if word)


def schema_seen_from(folder: Path) -> str:
    """Where the schema lies, as an editor needs it."""
    schema = (data_folder("assets") / SCHEMA).resolve()
    try:
        return Path(os.path.relpath(schema, folder.resolve())).as_posix()
    except ValueError:  # another drive
        return schema.as_uri()


def usual_folder() -> Path:
    """Where scenarios are written: the folder `scenarios` where there is one, else where the user is."""
    scenarios = Path("scenarios")
    return scenarios if scenarios.is_dir() else Path()


def _instead(id: str) -> str:
    meant = re.sub(r"[^a-z0-9_]+", "-", id.lower()).strip("-_")
    usable = meant and meant != id and meant not in _RESERVED | _DEVICES
    return f'; "{meant}" would do' if usable else ""
