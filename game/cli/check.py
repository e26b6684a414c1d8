"""`check`: everything that can be known about scenarios, playbooks and campaigns."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.cli.annotations import annotation
from game.cli.output import print_json
from game.cli.scenarios import show
from game.diagnostics import Diagnostic, Severity, in_order
from game.scenario.campaign import Campaign, load_campaign
from game.scenario.codes import is_unreadable
from game.scenario.data import data_folder
from game.scenario.library import CAMPAIGN_FILE, load_playbook, load_scenario
from game.scenario.model import Scenario
from game.scenario.pictures import Pictures

_PLAYBOOK = re.compile(rb"^(behaviours|principles) *:", re.MULTILINE)
_SCENARIO = re.compile(rb"^moments *:", re.MULTILINE)

Check = Callable[[Path, "Checked"], None]


@dataclass(slots=True)
class Checked:
    """What was found, the text of each file that findings name, and the scenarios that can be played.

    `campaigns` are the campaigns that were read, by their folder; `folders` those that are checked whole.
    """

    findings: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    scenarios: list[Scenario] = field(default_factory=list)
    campaigns: dict[Path, Campaign | None] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    files: int = 0
    pictures: Pictures | None = None

    def add(self, path: Path, findings: Sequence[Diagnostic], source: str | None) -> None:
        """Take in what one file has."""
        self.findings += findings
        if source is not None:
            self.sources.setdefault(str(path), source)


def run(arguments: argparse.Namespace) -> int:
    """Check files and folders: 1 where there are errors, with --strict warnings, 2 for unreadable input."""
    checked = Checked(pictures=_pictures())
    for path in _files(arguments.paths, checked.folders):
        checked.files += 1
        _kind(path)(path, checked)
    _prove(checked)
    findings = in_order(checked.findings)
    if arguments.format == "json":
        print_json({"checked": checked.files, "findings": [finding.as_json() for finding in findings]})
    elif arguments.format == "github":
        print("\n".join([*map(annotation, findings), _summary(checked.files, findings)]))
    else:
        show(findings, checked.sources)
        print(_summary(checked.files, findings))
    return _exit_code(findings, arguments.strict)


def _pictures() -> Pictures | None:
    try:
        return Pictures.in_folder(data_folder("assets"))
    except FileNotFoundError:
        return None


def _files(paths: Sequence[Path], folders: set[Path]) -> Iterator[Path]:
    """The files meant, each once; of folders every .yaml file within. Notes the folders they fill."""
    seen: set[Path] = set()
    for path in paths:
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                if path.is_dir():
                    folders.add(file.parent)
                yield file


def _kind(path: Path) -> Check:
    """How a file is to be checked: by its name and place, else by what stands in it."""
    if path.name == CAMPAIGN_FILE:
        return _campaign
    if path.parent.name == "playbooks":
        return _playbook
    try:
        with path.open("rb") as file:
            head = file.read(1 << 20) if path.is_file() else b""
    except (OSError, ValueError):
        head = b""
    return _playbook if _PLAYBOOK.search(head) and not _SCENARIO.search(head) else _scenario


def _scenario(path: Path, checked: Checked) -> None:
    loaded = load_scenario(path, pictures=checked.pictures, texts=True)
    checked.add(path, loaded.findings, loaded.source)
    checked.sources.update(loaded.sources)
    if loaded.scenario is not None:
        checked.scenarios.append(loaded.scenario)


def _playbook(path: Path, checked: Checked) -> None:
    loaded = load_playbook(path)
    checked.add(path, loaded.findings, loaded.source)


def _campaign(path: Path, checked: Checked) -> None:
    loaded = load_campaign(path)
    checked.add(path, loaded.findings, loaded.source)
    checked.campaigns[path.parent] = loaded.campaign


def _prove(checked: Checked) -> None:
    """Prove what needs more than reading, for every scenario that can be played."""
    if not checked.scenarios:
        return
    from game.analysis.checks import check_level
    from game.analysis.checks.campaign import LevelFigures, check_campaign

    figures: dict[Path, dict[str, LevelFigures]] = {folder: {} for folder in checked.folders}
    for scenario in checked.scenarios:
        level = Path(scenario.path)
        together = figures.get(level.parent)
        findings, found = check_level(scenario, in_campaign=together is not None)
        checked.findings += findings
        if found is not None and together is not None and scenario.form_of is None:
            together[level.stem] = found
    for folder, of_levels in figures.items():
        campaign = checked.campaigns.get(folder)
        if campaign is not None:
            listed = [level.id for level in campaign.levels() if level.id in of_levels]
            checked.findings += check_campaign(str(folder / CAMPAIGN_FILE), [of_levels[id] for id in listed])
        elif of_levels:
            first = folder / f"{next(iter(of_levels))}.yaml"
            checked.findings += check_campaign(str(first), [*of_levels.values()])


def _summary(files: int, findings: Sequence[Diagnostic]) -> str:
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    told = [
        f"{count} {severity.value}{'' if count == 1 else 's'}" for severity, count in counts.items() if count
    ]
    return f"{files} file{'' if files == 1 else 's'} checked: {', '.join(told) or 'nothing found'}"


def _exit_code(findings: Sequence[Diagnostic], strict: bool) -> int:
    if is_unreadable(findings):
        return 2
    counted = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return 1 if any(finding.severity in counted for finding in findings) else 0
