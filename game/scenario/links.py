"""What a scenario expects of other levels: that they are there, and remember what it recalls."""

from __future__ import annotations

from pathlib import Path

from game.scenario.codes import Findings
from game.scenario.data import data_folder
from game.scenario.format import ScenarioDecl
from game.scenario.nodes import Mapping, Scalar, Sequence, parse_nodes
from game.scenario.source import read_source


def check_links(declared: ScenarioDecl, folder: Path, findings: Findings) -> None:
    """Warns of levels in `recalls` and `form_of` that are neither in `folder` nor shipped."""
    named = [level for level, _ in declared.recalls]
    if declared.form_of is not None:
        named.append(declared.form_of)
    if not named:
        return
    levels = {path.stem: path for base in (data_folder("scenarios"), folder) for path in base.glob("*.yaml")}
    for level in named:
        if level.text not in levels:
            findings.add("M312", level.span, findings.meant(level.text, levels), found=level.text)
    for level, names in declared.recalls:
        remembered = _remembered(levels[level.text]) if level.text in levels else None
        for name in names:
            if remembered is not None and name.text not in remembered:
                advice = findings.meant(name.text, remembered)
                findings.add("M313", name.span, advice, level=level.text, found=name.text)


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
