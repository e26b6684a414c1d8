"""The levels as a player sees them: their place in the campaign, whether they are open, what was reached."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.diagnostics import Diagnostic
from game.scenario.library import (
    Campaign,
    LevelEntry,
    Library,
    Loaded,
    find_playbook,
    load_scenario,
    read_entry,
)
from game.scenario.model import Playbook, Scenario


@dataclass(frozen=True, slots=True)
class Level:
    """One level. What is not in the head of its file is read when it is first asked for.

    `chapter` is the title of its chapter in the campaign, "" outside of it; `opens_after` the titles of the
    levels still to be completed before it opens; `best_score` (0-100) and `outcome` what the player reached.
    """

    id: str
    path: Path
    title: str
    number: int
    contact: str
    place: str
    summary: str
    portraits: tuple[str, ...]
    teaches_ids: tuple[str, ...]
    _load: Callable[[], Loaded] = field(repr=False, compare=False)
    chapter: str = ""
    is_open: bool = True
    opens_after: tuple[str, ...] = ()
    best_score: float | None = None
    outcome: str | None = None

    @property
    def loaded(self) -> Loaded:
        """The whole file, read."""
        return self._load()

    @property
    def scenario(self) -> Scenario | None:
        """The compiled scenario; None where the file has errors."""
        return self.loaded.scenario

    @property
    def findings(self) -> list[Diagnostic]:
        """What is wrong with the file."""
        return self.loaded.findings

    @property
    def teaches(self) -> tuple[str, ...]:
        """The titles of the principles it teaches."""
        scenario = self.scenario
        if scenario is None:
            return self.teaches_ids
        return principle_titles(scenario.playbook, scenario.teaches)

    def playbook_source(self) -> str:
        """The text of its playbook, "" where there is none."""
        scenario = self.scenario
        found = find_playbook(scenario.playbook.id, self.path.parent) if scenario is not None else None
        return (found.source or "") if found is not None else ""


def principle_titles(playbook: Playbook, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of principles, by id; an unknown one is given as it is."""
    return tuple(playbook.principles[i].title if i in playbook.principles else i for i in ids)


class Levels:
    """The library's levels in the order of the campaign."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._campaign: Campaign | None = None
        self._is_read = False

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, if the library has one without errors."""
        if not self._is_read:
            self._campaign, _ = self.library.campaign()
            self._is_read = True
        return self._campaign

    @property
    def current(self) -> dict[str, str]:
        """Each playable level's content hash now. Reads every level on first use."""
        loaded = {level_id: self.library.load(level_id).scenario for level_id in self.library.paths()}
        return {level_id: s.content_hash for level_id, s in loaded.items() if s is not None}

    def hash_of(self, level_id: str) -> str | None:
        """The content hash of one level now; None where there is no such level or it has errors."""
        if level_id not in self.library.paths():
            return None
        scenario = self.library.load(level_id).scenario
        return scenario.content_hash if scenario is not None else None

    def seen_by(
        self, bests: Mapping[str, tuple[float, str]], completed: Collection[str] = ()
    ) -> tuple[Level, ...]:
        """All levels for someone with these best scores and outcomes by level.

        `completed` are the levels they completed in any version: an edited level stays done, though its board
        begins afresh.
        """
        entries = {entry.id: entry for entry in self.library.levels()}
        listed = [level.id for level in self.campaign.levels()] if self.campaign is not None else []
        order = [i for i in listed if i in entries] + [i for i in entries if i not in listed]
        return tuple(self._level(entries[i], entries, bests, completed) for i in order)

    def at(self, path: Path) -> Level:
        """The level in a file, of the library or not. A file that cannot be read shows in its findings."""
        for entry in self.library.levels():
            if _same_file(entry.path, path):
                return self._level(entry, {}, {})
        loaded = load_scenario(path)
        return _level(read_entry(path), lambda: loaded)

    def _level(
        self,
        entry: LevelEntry,
        entries: Mapping[str, LevelEntry],
        bests: Mapping[str, tuple[float, str]],
        completed: Collection[str] = (),
    ) -> Level:
        chapter, after = self._place_of(entry.id)
        missing = tuple(i for i in after if i in entries and i not in completed)
        score, outcome = bests.get(entry.id, (None, None))
        return _level(
            entry,
            lambda: self.library.load(entry.id),
            chapter,
            tuple(entries[i].title for i in missing),
            score,
            outcome,
        )

    def _place_of(self, level_id: str) -> tuple[str, tuple[str, ...]]:
        for chapter in self.campaign.chapters if self.campaign is not None else ():
            for level in chapter.levels:
                if level.id == level_id:
                    return chapter.title, level.after
        return "", ()


def _level(
    entry: LevelEntry,
    load: Callable[[], Loaded],
    chapter: str = "",
    opens_after: tuple[str, ...] = (),
    best_score: float | None = None,
    outcome: str | None = None,
) -> Level:
    return Level(
        entry.id,
        entry.path,
        entry.title,
        entry.level,
        entry.contact,
        entry.place,
        entry.summary,
        entry.portraits,
        entry.teaches,
        load,
        chapter,
        not opens_after,
        opens_after,
        best_score,
        outcome,
    )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
