"""Attempts to put into a store, with only what a test is about spelt out."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from game.play.journal import Begun, Closed, Mode, Taken

ROOT = Path(__file__).resolve().parents[2]


def begun(player: str = "Ana", team: str = "", scenario: str = "late-cake", **other: object) -> Begun:
    values: dict[str, object] = {
        "attempt_id": uuid.uuid4().hex,
        "content_hash": f"hash of {scenario}",
        "seed": 7,
        "mode": Mode.RANKED,
        "started_at": "2026-03-01T09:00:00+00:00",
    }
    return Begun(player=player, team=team, scenario=scenario, **(values | other))  # type: ignore[arg-type]


def closed(score: str | None = "72.3", outcome: str | None = "satisfaction", **other: object) -> Closed:
    values: dict[str, object] = {
        "void": False,
        "raw": Fraction(13, 2),
        "best": Fraction(99),
        "worst": Fraction(-201, 7),
        "score": None if score is None else Fraction(score),
        "sale": 18,
        "ended_at": "2026-03-01T09:05:00+00:00",
        "meters": {"maya": {"trust": 61, "loyalty": 40, "tension": 5}},
        "flags": ("kept_promise",),
    }
    return Closed(outcome=outcome, **(values | other))  # type: ignore[arg-type]


def taken(count: int) -> list[Taken]:
    return [Taken(index, f"moment-{index}", str(index % 3 + 1), 900 + index) for index in range(count)]


def current(*scenarios: str) -> dict[str, str]:
    return {scenario: f"hash of {scenario}" for scenario in scenarios or ("late-cake",)}


def minutes(start: int = 0) -> Iterator[str]:
    """Times one minute apart."""
    for minute in range(start, 24 * 60):
        yield f"2026-03-01T{minute // 60:02}:{minute % 60:02}:00+00:00"
