"""The campaign: chapters of the service cycle, their levels in order, and what unlocks what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.diagnostics import Diagnostic, in_order
from game.scenario.codes import Findings
from game.scenario.format import CampaignDecl, CampaignLevelDecl, ChapterDecl
from game.scenario.nodes import Scalar, parse_nodes
from game.scenario.read import Reader
from game.scenario.rules_of_form import check_version
from game.scenario.source import clean, read_source


@dataclass(frozen=True, slots=True)
class CampaignLevel:
    """A level by its id, and the levels that must be completed before it opens."""

    id: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stage of the service cycle."""

    id: str
    title: str
    contact: str
    levels: tuple[CampaignLevel, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """Chapters in the order of the service cycle."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]

    def levels(self) -> tuple[CampaignLevel, ...]:
        """All levels, in order."""
        return tuple(level for chapter in self.chapters for level in chapter.levels)

    def is_open(self, id: str, completed: Iterable[str]) -> bool:
        """Whether a level may be played, given the ids that were completed. One not listed is always open."""
        done = set(completed)
        return all(done.issuperset(level.after) for level in self.levels() if level.id == id)


@dataclass(frozen=True, slots=True)
class LoadedCampaign:
    """A campaign, or None, with all findings."""

    campaign: Campaign | None
    findings: list[Diagnostic]
    source: str | None


def load_campaign(path: Path) -> LoadedCampaign:
    """The campaign in a file. With it are named the levels that have no file beside it."""
    findings = Findings(str(path))
    text = read_source(path, findings.add)
    if text is None:
        return LoadedCampaign(None, findings.items, None)
    beside = {file.stem for file in path.parent.glob("*.yaml")} - {path.stem}
    return _load(text, findings, beside)


def compile_campaign(text: str, *, name: str, levels: Iterable[str] | None = None) -> LoadedCampaign:
    """The campaign in `text`; `levels` are the ids that have a file, None to leave that open."""
    findings = Findings(name)
    cleaned = clean(text, findings.add)
    if cleaned is None:
        return LoadedCampaign(None, findings.items, text)
    return _load(cleaned, findings, None if levels is None else set(levels))


def _load(text: str, findings: Findings, known: set[str] | None) -> LoadedCampaign:
    node = parse_nodes(text, findings.add)
    declared = None
    if node is not None and check_version(node, findings):
        declared = Reader(findings).record(CampaignDecl, node)
    if declared is None:
        return LoadedCampaign(None, in_order(findings.items), text)
    _check(declared, known, findings)
    campaign = None
    if not findings.has_errors and declared.id is not None:
        chapters = tuple(_chapter(chapter) for chapter in declared.chapters)
        campaign = Campaign(declared.id.text, declared.title, chapters)
    return LoadedCampaign(campaign, in_order(findings.items), text)


def _chapter(declared: ChapterDecl) -> Chapter:
    levels = tuple(_level(level) for level in declared.levels)
    return Chapter(_text(declared.id), declared.title, declared.contact, levels)


def _level(declared: CampaignLevelDecl) -> CampaignLevel:
    return CampaignLevel(_text(declared.id), tuple(scalar.text for scalar in declared.after))


def _text(scalar: Scalar | None) -> str:
    return scalar.text if scalar is not None else ""


def _check(declared: CampaignDecl, known: set[str] | None, findings: Findings) -> None:
    levels = [level for chapter in declared.chapters for level in chapter.levels if level.id is not None]
    _check_twice("chapter", [chapter.id for chapter in declared.chapters], findings)
    _check_twice("level", [level.id for level in levels], findings)
    after = {_text(level.id): [scalar.text for scalar in level.after] for level in levels}
    closed = _never_open(after)
    for level in levels:
        assert level.id is not None
        for scalar in level.after:
            if scalar.text not in after:
                findings.add("M902", scalar.span, findings.meant(scalar.text, after), found=scalar.text)
        if known is not None and level.id.text not in known:
            advice = findings.meant(level.id.text, known)
            findings.add("M904", level.id.span, advice, found=level.id.text)
        if level.id.text in closed:
            findings.add("M903", level.id.span, found=level.id.text)


def _check_twice(what: str, ids: list[Scalar | None], findings: Findings) -> None:
    first: dict[str, Scalar] = {}
    for id in ids:
        if id is None:
            continue
        if id.text in first:
            findings.add("M901", id.span, what=what, found=id.text, line=first[id.text].span.line)
        first.setdefault(id.text, id)


def _never_open(after: dict[str, list[str]]) -> set[str]:
    """The levels that stay closed whatever is completed: those on a circle, and those behind it."""
    waiting = {id: {name for name in names if name in after} for id, names in after.items()}
    behind: dict[str, list[str]] = {}
    for id, names in waiting.items():
        for name in names:
            behind.setdefault(name, []).append(id)
    opening = [id for id, names in waiting.items() if not names]
    for opened in opening:
        for id in behind.get(opened, ()):
            waiting[id].discard(opened)
            if not waiting[id]:
                opening.append(id)
    return after.keys() - set(opening)
