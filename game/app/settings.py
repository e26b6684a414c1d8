"""What a player prefers, and who played last: a JSON file that survives damage.

A file that cannot be understood is kept aside under another name; the defaults are used and `notice` says so.
A single value that makes no sense is passed over alone.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

FORMAT = 1
THEMES = ("light", "dark", "contrast")
LEAST_SCALE, MOST_SCALE = 100, 200


class Timers(StrEnum):
    """How much time a timed moment gives."""

    ON = "on"
    LONG = "long"
    OFF = "off"

    @property
    def stretch(self) -> float | None:
        """What a timer is multiplied by; None switches it off."""
        return {Timers.ON: 1.0, Timers.LONG: 2.0, Timers.OFF: None}[self]


@dataclass(frozen=True, slots=True)
class Preferences:
    """One player's preferences. `text_scale` is in per cent, 100-200; `theme` one of `THEMES`."""

    text_scale: int = 100
    theme: str = "light"
    reduced_motion: bool = False
    timers: Timers = Timers.ON


def _read_preferences(data: object) -> Preferences:
    """The preferences in `data`; whatever makes no sense there is left at its default."""
    if not isinstance(data, dict):
        return Preferences()
    good: dict[str, Any] = {}
    scale = data.get("text_scale")
    if isinstance(scale, int) and not isinstance(scale, bool):
        good["text_scale"] = min(MOST_SCALE, max(LEAST_SCALE, scale))
    if data.get("theme") in THEMES:
        good["theme"] = data["theme"]
    if isinstance(data.get("reduced_motion"), bool):
        good["reduced_motion"] = data["reduced_motion"]
    if data.get("timers") in set(Timers):
        good["timers"] = Timers(data["timers"])
    return Preferences(**good)


class SettingsFile:
    """The settings of everyone who plays on this account. Changes are written at once, all or nothing."""

    def __init__(self, path: Path) -> None:
        """Read `path`; where there is no file the defaults hold and none is made until something changes."""
        self.path = path
        self.notice: str | None = None
        self.last_player = ""
        self.last_team = ""
        self._players: dict[str, Preferences] = {}
        self._read()

    def of(self, player: str) -> Preferences:
        """The preferences of a player; of whoever played last, for a new name."""
        return self._players.get(player) or self._players.get(self.last_player) or Preferences()

    def keep(self, player: str, preferences: Preferences) -> None:
        """Keep a player's preferences. A file that cannot be written is noted in `notice`."""
        self._players[player] = preferences
        self._write()

    def played(self, player: str, team: str) -> None:
        """Note who plays now."""
        if (player, team) != (self.last_player, self.last_team):
            self.last_player, self.last_team = player, team
            self._write()

    def _read(self) -> None:
        try:
            data = json.loads(self.path.read_bytes())
            if not isinstance(data, dict) or data.get("format") != FORMAT:
                raise ValueError("not a settings file of format 1")
        except FileNotFoundError:
            return
        except OSError as error:
            self.notice = f"The settings cannot be read ({error.strerror}): the defaults are used."
            return
        except (ValueError, RecursionError):
            self._set_aside()
            return
        self.last_player = data["last_player"] if isinstance(data.get("last_player"), str) else ""
        self.last_team = data["last_team"] if isinstance(data.get("last_team"), str) else ""
        players = data.get("players")
        if isinstance(players, dict):
            self._players = {name: _read_preferences(values) for name, values in players.items()}

    def _set_aside(self) -> None:
        aside = self.path.with_name(self.path.name + ".damaged")
        try:
            self.path.replace(aside)
            self.notice = f"The settings were damaged: the defaults are used, and the old file is {aside}."
        except OSError:
            self.notice = f"The settings in {self.path} are damaged: the defaults are used."

    def _write(self) -> None:
        data = {
            "format": FORMAT,
            "last_player": self.last_player,
            "last_team": self.last_team,
            "players": {name: asdict(preferences) for name, preferences in self._players.items()},
        }
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            beside.replace(self.path)
        except OSError as error:
            self.notice = f"The settings cannot be written: {error.strerror or error}."
