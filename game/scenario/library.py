"""The library: folders of scenarios with their playbooks and campaign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.diagnostics import Diagnostic
from game.scenario.campaign import Campaign, load_campaign
from game.scenario.codes import Findings
from game.scenario.data import data_folder
from game.scenario.format import ScenarioDecl
from game.scenario.load import Loaded, compile_text, find_playbook, load_playbook, load_scenario
from game.scenario.nodes import parse_nodes
from game.scenario.pictures import Pictures
from game.scenario.playbook import LoadedPlaybook
from game.scenario.read import Reader
from game.scenario.source import read_source

__all__ = [
    "Campaign",
    "LevelEntry",
    "Library",
    "Loaded",
    "LoadedPlaybook",
    "compile_text",
    "find_playbook",
    "load_campaign",
    "load_playbook",
    "load_scenario",
]

CAMPAIGN_FILE = "campaign.yaml"
_MOMENTS = re.compile(r"^moments *:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """What a list of levels shows, read from the head of a file; `title` is the id where that fails."""

    id: str
    path: Path
    title: str
    level: int = 1
    contact: str = ""
    place: str = ""
    summary: str = ""
    teaches: tuple[str, ...] = ()
    portraits: tuple[str, ...] = ()
    form_of: str | None = None


class Library:
    """The scenarios in `folders`, the first folder that has an id being the one that counts."""

    def __init__(self, folders: Iterable[Path] | None = None, pictures: Pictures | None = None) -> None:
        self.folders = tuple(folders) if folders is not None else (data_folder("scenarios"),)
        self.pictures = pictures
        self._loaded: dict[str, tuple[object, Loaded]] = {}
        self._entries: dict[Path, tuple[object, LevelEntry]] = {}

    def paths(self) -> dict[str, Path]:
        """Every scenario's file by its id, in alphabetical order within each folder."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.glob("*.yaml")):
                if path.name != CAMPAIGN_FILE:
                    found.setdefault(path.stem, path)
        return found

    def levels(self) -> list[LevelEntry]:
        """All levels in the order of the campaign, as their heads tell; the rest of a file is not read."""
        entries = [self._entry(path) for path in self.paths().values()]
        return sorted(entries, key=lambda entry: (entry.level, entry.id))

    def load(self, id: str) -> Loaded:
        """The scenario of this id, read again only when its file has changed. Raises: KeyError."""
        path = self.paths()[id]
        version = _version(path)
        held = self._loaded.get(id)
        if held is None or held[0] != version:
            held = (version, load_scenario(path, pictures=self.pictures))
            self._loaded[id] = held
        return held[1]

    def campaign(self) -> tuple[Campaign | None, list[Diagnostic]]:
        """The first folder's campaign, if any has one, with its findings."""
        for folder in self.folders:
            path = folder / CAMPAIGN_FILE
            if path.is_file():
                loaded = load_campaign(path)
                return loaded.campaign, loaded.findings
        return None, []

    def playbook(self, id: str) -> LoadedPlaybook | None:
        """The playbook of this id from these folders, else among the shipped ones."""
        for folder in self.folders:
            found = find_playbook(id, folder)
            if found is not None:
                return found
        return None

    def _entry(self, path: Path) -> LevelEntry:
        version = _version(path)
        held = self._entries.get(path)
        if held is None or held[0] != version:
            held = (version, read_entry(path))
            self._entries[path] = held
        return held[1]


def _version(path: Path) -> object:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size


def read_entry(path: Path) -> LevelEntry:
    """A level's entry from the part of its file before the moments. Mistakes are left to `load_scenario`."""
    findings = Findings(str(path))
    text = read_source(path, findings.add)
    if text is None:
        return LevelEntry(path.stem, path, path.stem)
    moments = _MOMENTS.search(text)
    node = parse_nodes(text[: moments.start()] if moments else text, findings.add)
    declared = Reader(findings).record(ScenarioDecl, node) if node is not None else None
    if declared is None:
        return LevelEntry(path.stem, path, path.stem)
    return LevelEntry(
        id=path.stem,
        path=path,
        title=declared.title or path.stem,
        level=declared.level,
        contact=declared.contact,
        place=declared.place,
        summary=declared.summary,
        teaches=tuple(scalar.text for scalar in declared.teaches),
        portraits=tuple(customer.portrait or key.text for key, customer in declared.customers),
        form_of=declared.form_of.text if declared.form_of is not None else None,
    )
