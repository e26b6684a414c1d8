"""What a scenario expects of other levels: that they are there, and remember what it recalls."""

from __future__ import annotations

from pathlib import Path

from game.scenario.codes import Findings
from game.scenario.data import data_folder
from game.scenario.format import ScenarioDecl
from game.scenario.kinds import did_you_mean
from game.scenario.nodes import Mapping, Scalar, Sequence, parse_nodes
from game.scenario.source import read_source


def check_links(declared: ScenarioDecl, folder: Path, findings: Findings) -> None:
    """Warns of levels in `recalls` and `form_of` that are neither in `folder` nor shipped."""
    for level, names in declared.recalls:
        path = _path_of(level, folder, findings)
        if path is None:
            continue
        remembered = _remembered(path)
        for name in names:
            if remembered is not None and name.text not in remembered:
                advice = did_you_mean(name.text, sorted(remembered))
                findings.add("M313", name.span, advice, level=level.text, found=name.text)
    if declared.form_of is not None:
        _path_of(declared.form_of, folder, findings)


def _path_of(level: Scalar, folder: Path, findings: Findings) -> Path | None:
    """The level's file; one that is not there is reported."""
    for base in (folder, data_folder("scenarios")):
        path = base / f"{level.text}.yaml"
        if path.is_file():
            return path
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    findings.add("M312", level.span, did_you_mean(level.text, known), found=level.text)
    return None


def _remembered(path: Path) -> set[str] | None:
    """The flags that the level in a file remembers; None where the file cannot be read."""
    unheard = Findings(str(path))
    text = read_source(path, unheard.add)
    node = parse_nodes(text, unheard.add) if text is not None else None
    if not isinstance(node, Mapping):
        return None
    listed = node.items.get("remembers")
    if not isinstance(listed, Sequence):
        return set()
    return {item.text for item in listed.items if isinstance(item, Scalar)}
