"""One file or text to a compiled scenario with everything that is wrong with it. Nothing here raises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from game.diagnostics import Diagnostic, Span, has_errors, in_order
from game.scenario.codes import Findings
from game.scenario.compile import compile_scenario, playbook_id
from game.scenario.data import data_folder
from game.scenario.format import ScenarioDecl
from game.scenario.links import check_links
from game.scenario.model import Scenario
from game.scenario.nodes import Node, parse_nodes, without_gc
from game.scenario.pictures import Pictures, check_pictures
from game.scenario.playbook import LoadedPlaybook, compile_playbook
from game.scenario.read import Reader
from game.scenario.rules_of_form import (
    check_always,
    check_file_name,
    check_scenario,
    check_version,
    is_too_large,
)
from game.scenario.slips import check_cut_texts, note_cut_end
from game.scenario.source import clean, read_source

FindPlaybook = Callable[[str], LoadedPlaybook | None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario, or None, with all findings in order of position.

    `sources` maps each path that findings name to its text, for rendering; `source` is the scenario's own,
    None where it could not be read.
    """

    scenario: Scenario | None
    findings: list[Diagnostic]
    source: str | None
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def load_scenario(path: Path, *, pictures: Pictures | None = None, texts: bool = False) -> Loaded:
    """The scenario in a file, judged by the playbook beside it or else the shipped one of that id.

    With `pictures`, missing ones are warned of; with `texts`, those that are long, hard or cannot be drawn.
    """
    findings = Findings(str(path))
    text = read_source(path, findings.add)
    if text is None:
        return Loaded(None, in_order(findings.items), None)
    with without_gc():
        return _load(text, findings, lambda id: find_playbook(id, path.parent), pictures, path.parent, texts)


def compile_text(
    text: str,
    *,
    name: str,
    playbook_text: str | None = None,
    pictures: Pictures | None = None,
    texts: bool = False,
) -> Loaded:
    """The scenario in `text`. `name` stands for its path in messages; the rest is as in `load_scenario`.

    Without `playbook_text` the playbook is the shipped one of the id that the scenario names.
    """
    findings = Findings(name)
    cleaned = clean(text, findings.add)
    if cleaned is None:
        return Loaded(None, in_order(findings.items), text, {name: text})
    find: FindPlaybook = find_playbook
    if playbook_text is not None:
        given = compile_playbook(playbook_text, "playbook")

        def find(id: str) -> LoadedPlaybook | None:
            return given

    with without_gc():
        return _load(cleaned, findings, find, pictures, texts=texts)


def load_playbook(path: Path) -> LoadedPlaybook:
    """The playbook in a file; read again only when the file has changed."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return _load_playbook(path)
    return _load_playbook_version(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=32)
def _load_playbook_version(path: Path, mtime_ns: int, size: int) -> LoadedPlaybook:
    return _load_playbook(path)


def _load_playbook(path: Path) -> LoadedPlaybook:
    findings = Findings(str(path))
    text = read_source(path, findings.add)
    if text is None:
        return LoadedPlaybook(None, None, findings.items, None, str(path))
    return compile_playbook(text, str(path))


def find_playbook(id: str, folder: Path | None = None) -> LoadedPlaybook | None:
    """The playbook of this id: `playbooks/ID.yaml` in `folder`, else among the shipped ones."""
    for base in (folder, data_folder("scenarios")):
        if base is not None:
            path = base / "playbooks" / f"{id}.yaml"
            if path.is_file():
                return load_playbook(path)
    return None


def _load(
    text: str,
    findings: Findings,
    find: FindPlaybook,
    pictures: Pictures | None = None,
    folder: Path | None = None,
    texts: bool = False,
) -> Loaded:
    """All steps from text to scenario; `folder` is where the levels it names are looked for."""
    path = findings.path
    sources = {path: text}
    node = parse_nodes(text, findings.add)
    if node is None or not check_version(node, findings):
        return Loaded(None, in_order(findings.items), text, sources)
    check_cut_texts(text, node, findings)
    reader = Reader(findings)
    declared = reader.record(ScenarioDecl, node)
    if declared is None:
        return Loaded(None, in_order(findings.items), text, sources)
    check_file_name(declared.id, path, findings)
    if is_too_large(declared, findings):
        return Loaded(None, in_order(findings.items), text, sources)
    check_scenario(declared, findings)
    for parsed in reader.conditions:
        check_always(parsed, findings)
    if folder is not None:
        check_links(declared, folder, findings)
    if pictures is not None:
        check_pictures(declared, pictures, findings)
    playbook = _playbook_for(declared, find, findings, sources)
    if texts:
        _check_texts(node, declared, playbook, findings)
    scenario = compile_scenario(declared, playbook, reader, path)
    if scenario is None:
        note_cut_end(text, findings)
    return Loaded(scenario, in_order(findings.items), text, sources)


def _check_texts(node: Node, declared: ScenarioDecl, playbook: LoadedPlaybook, findings: Findings) -> None:
    from game.scenario.texts import check_conversation, check_look  # play does without

    check_look(node, findings)
    polite = playbook.playbook.polite_words if playbook.playbook is not None else ()
    check_conversation(declared, polite, findings)


def _playbook_for(
    declared: ScenarioDecl, find: FindPlaybook, findings: Findings, sources: dict[str, str]
) -> LoadedPlaybook:
    """The scenario's playbook; where it cannot be used that is reported, and an empty one stands in."""
    id = playbook_id(declared)
    span = declared.playbook.span if declared.playbook is not None else Span.point()
    loaded = find(id)
    if loaded is None:
        findings.add("M308", span, found=id)
        return LoadedPlaybook(None, None, [], None, "")
    if has_errors(loaded.findings):
        errors = [finding for finding in loaded.findings if has_errors([finding])]
        findings.add("M309", span, found=id, count=len(errors))
        findings.items += errors
        if loaded.source is not None:
            sources[loaded.path] = loaded.source
    return loaded
