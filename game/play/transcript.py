"""An attempt written down: JSON, format 1.

    {"format": 1, "scenario": "late-cake", "actions": ["stay", "2", "silence"],
     "content_hash": "…", "seed": 7, "recalled": ["kept_promise"],
     "start": {"moment": "settles", "meters": {"maya": {"trust": 60}}, "flags": ["knows_allergy"]}}

`format`, `scenario` and `actions` are required. An action is the id of a choice, its 1-based place in the
file as text where it has none, or "silence".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.play.attempt import Attempt
from game.play.start import StartAt

FORMAT = 1
LIMIT_BYTES = 16 * 1024 * 1024


class TranscriptError(ValueError):
    """A transcript that cannot be read; the message says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """An attempt written down. `content_hash` and `seed` are None where they were not noted."""

    scenario: str
    actions: tuple[str, ...]
    content_hash: str | None = None
    seed: int | None = None
    recalled: tuple[str, ...] = ()
    start: StartAt | None = None

    @classmethod
    def of(cls, attempt: Attempt) -> Transcript:
        """The transcript of an attempt, finished or not."""
        scenario = attempt.scenario
        actions = tuple(attempt.transcript())
        return cls(scenario.id, actions, scenario.content_hash, attempt.seed, attempt.recalled, attempt.at)

    def as_json(self) -> dict[str, object]:
        """The transcript as plain data."""
        data: dict[str, object] = {"format": FORMAT, "scenario": self.scenario, "actions": list(self.actions)}
        if self.content_hash is not None:
            data["content_hash"] = self.content_hash
        if self.seed is not None:
            data["seed"] = self.seed
        if self.recalled:
            data["recalled"] = list(self.recalled)
        if self.start is not None:
            meters = {customer: dict(values) for customer, values in self.start.meters.items()}
            data["start"] = {"moment": self.start.moment, "meters": meters, "flags": list(self.start.flags)}
        return data

    def dump(self) -> str:
        """The transcript as text for a file."""
        return json.dumps(self.as_json(), indent=2, ensure_ascii=False) + "\n"


def load_transcript(path: Path) -> Transcript:
    """Read a transcript from a file. Raises: TranscriptError, with a message for the user."""
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise TranscriptError(f"{path}: larger than {LIMIT_BYTES // 1024 // 1024} MiB")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TranscriptError(f"{path}: not UTF-8 text") from None
    except OSError as error:
        raise TranscriptError(f"{path}: {error.strerror or error}") from None
    try:
        return parse_transcript(text)
    except TranscriptError as error:
        raise TranscriptError(f"{path}: {error}") from None


def parse_transcript(text: str) -> Transcript:
    """Read a transcript from text. Raises: TranscriptError, with a message for the user."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise TranscriptError(f"not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except (RecursionError, ValueError):
        raise TranscriptError("not JSON that can be read: nested too deeply or a number too long") from None
    if not isinstance(data, dict):
        raise TranscriptError(f"expected an object with format, scenario and actions, found {_kind(data)}")
    _check_format(data.get("format"), "format" in data)
    return Transcript(
        scenario=_text(data, "scenario"),
        actions=_texts(data, "actions", required=True),
        content_hash=_text(data, "content_hash") if data.get("content_hash") is not None else None,
        seed=_whole(data["seed"], "seed") if data.get("seed") is not None else None,
        recalled=_texts(data, "recalled"),
        start=_start(data.get("start")),
    )


def _check_format(found: object, given: bool) -> None:
    if not given:
        raise TranscriptError('"format" is missing; this program reads format 1')
    if found != FORMAT or isinstance(found, bool):
        raise TranscriptError(f"format is {json.dumps(found)}; this program reads format {FORMAT}")


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _text(data: Mapping[str, object], key: str) -> str:
    if key not in data:
        raise TranscriptError(f'"{key}" is missing')
    value = data[key]
    if not isinstance(value, str) or not value:
        raise TranscriptError(f'"{key}" must be text, found {_kind(value)}')
    return value


def _texts(data: Mapping[str, object], key: str, required: bool = False) -> tuple[str, ...]:
    value = data.get(key)
    if value is None and not required:
        return ()
    if key not in data:
        raise TranscriptError(f'"{key}" is missing')
    if not isinstance(value, list):
        raise TranscriptError(f'"{key}" must be a list of texts, found {_kind(value)}')
    for place, item in enumerate(value):
        if not isinstance(item, str):
            shown = json.dumps(item)[:40]
            raise TranscriptError(f"{key}[{place}] must be text, found {_kind(item)} ({shown})")
    return tuple(value)


def _whole(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TranscriptError(f'"{name}" must be a whole number, found {_kind(value)}')
    return value


def _start(value: object) -> StartAt | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise TranscriptError(f'"start" must be an object, found {_kind(value)}')
    moment = _text(value, "moment") if value.get("moment") is not None else None
    meters = value.get("meters") or {}
    if not isinstance(meters, dict) or not all(isinstance(m, dict) for m in meters.values()):
        raise TranscriptError('"start.meters" must map customers to their meters')
    read = {
        customer: {meter: _whole(number, f"start.meters.{customer}.{meter}") for meter, number in m.items()}
        for customer, m in meters.items()
    }
    return StartAt(moment, read, _texts(value, "flags"))
