"""Figures kept between runs: plain JSON in the user's cache folder, one file for each content and start.

A file carries a digest of itself; one that is damaged, of another version or unreadable is made again. What a
board must be able to trust is never taken from here.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from game.analysis.figures import FIGURES_VERSION, Figures, entered, figures_of
from game.analysis.solve import LIMIT
from game.rules.advance import begin
from game.scenario.model import Scenario


def cached_figures(
    scenario: Scenario, folder: Path | None, recalled: Iterable[str] = (), limit: int = LIMIT
) -> Figures:
    """The figures of a scenario, from `folder` if kept there; with no folder they are made afresh."""
    recalled = tuple(recalled)
    if folder is None:
        return figures_of(scenario, recalled, limit)
    path = folder / f"{_name_of(scenario, recalled, limit)}.json"
    kept = _read(path)
    if kept is not None:
        return kept
    figures = figures_of(scenario, recalled, limit)
    _write(path, figures)
    return figures


def _name_of(scenario: Scenario, recalled: tuple[str, ...], limit: int) -> str:
    start, events = begin(scenario, recalled)
    way = sorted(entered(events))
    at = [FIGURES_VERSION, scenario.content_hash, list(start[:5]), str(start.ended), way, limit]
    return hashlib.sha256(json.dumps(at).encode()).hexdigest()[:40]


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _read(path: Path) -> Figures | None:
    try:
        kept = json.loads(path.read_text("utf-8"))
        body = kept["figures"]
        if kept["digest"] == _digest(body):
            figures: dict[str, Any] = json.loads(body)
            return figures
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def _write(path: Path, figures: Figures) -> None:
    """Keep figures; a folder that cannot be written to costs nothing but time."""
    body = json.dumps(figures)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"digest": _digest(body), "figures": body}, file)
        Path(temporary).replace(path)
    except OSError:
        pass
