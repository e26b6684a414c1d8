"""Playbooks: read, checked, and bound to the customers of one scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.diagnostics import Diagnostic, has_errors, in_order
from game.scenario.codes import Findings
from game.scenario.condition_parser import MeterTest, Named
from game.scenario.conditions import Constant
from game.scenario.format import (
    BandsDecl,
    BehaviourDecl,
    OutcomesDecl,
    PlaybookDecl,
    PrincipleDecl,
    ScoreDecl,
)
from game.scenario.hashing import plain
from game.scenario.kinds import Parsed
from game.scenario.model import (
    Bands,
    Behaviour,
    Deltas,
    Outcome,
    Playbook,
    Principle,
    Reaction,
    Shown,
    Weights,
)
from game.scenario.nodes import Scalar, parse_nodes
from game.scenario.read import Reader
from game.scenario.rules_of_form import check_always, check_file_name, check_version
from game.scenario.scope import Scope, names_in
from game.scenario.slips import check_cut_texts, note_cut_end


@dataclass(frozen=True, slots=True)
class LoadedPlaybook:
    """A playbook as read. `playbook` is None where it has errors; `declared` is what a scenario binds.

    `canonical` is what goes into the hashes of every scenario judged by it: all of it, and its rules alone.
    """

    playbook: Playbook | None
    declared: PlaybookDecl | None
    findings: list[Diagnostic]
    source: str | None
    path: str
    canonical: tuple[object, object] = (None, None)


def compile_playbook(text: str, path: str) -> LoadedPlaybook:
    """A playbook from its text. Never raises: mistakes are in the findings."""
    findings = Findings(path)
    node = parse_nodes(text, findings.add)
    reader = Reader(findings)
    declared = None
    if node is not None and check_version(node, findings):
        check_cut_texts(text, node, findings)
        declared = reader.record(PlaybookDecl, node)
    if declared is None:
        return LoadedPlaybook(None, None, in_order(findings.items), text, path)
    check_file_name(declared.id, path, findings)
    for parsed in reader.conditions:
        _check_condition(parsed, findings)
    _check(declared, findings)
    playbook = None if has_errors(findings.items) else _compiled(declared)
    if playbook is None:
        note_cut_end(text, findings)
    canonical = (plain(declared, rules_only=False), plain(declared, rules_only=True))
    return LoadedPlaybook(playbook, declared, in_order(findings.items), text, path, canonical)


def _check_condition(parsed: Parsed, findings: Findings) -> None:
    def visit(name: MeterTest | Named) -> None:
        if name.owner:
            word = name.meter if isinstance(name, MeterTest) else name.name
            span = parsed.scalar.part(name.start, name.end)
            advice = f'write "{word}"' if word != "gone" else "a level can ask it, in a choice's `when`"
            findings.add("M801", span, advice, found=f"{name.owner}.{word}")

    names_in(parsed.tree, visit)
    check_always(parsed, findings)


def _check(declared: PlaybookDecl, findings: Findings) -> None:
    """What cannot be seen field by field."""
    principles = [key.text for key, _ in declared.principles]
    behaviours = [key.text for key, _ in declared.behaviours]
    name = declared.id.text if declared.id else ""
    for _, behaviour in declared.behaviours:
        wanted: Scalar | None = behaviour.principle
        if wanted is not None and wanted.text not in principles:
            advice = findings.meant(wanted.text, principles)
            findings.add("M307", wanted.span, advice, playbook=name, found=wanted.text)
        for record in (behaviour, *behaviour.depends):
            for key, _ in record.effects:
                if "." in key.text:
                    bare = key.text.rpartition(".")[2]
                    findings.add("M801", key.span, f'write "{bare}"', found=key.text)
    for _, wanted_behaviours in declared.strategies:
        for scalar in wanted_behaviours:
            if scalar.text not in behaviours:
                advice = findings.meant(scalar.text, behaviours)
                findings.add("M302", scalar.span, advice, playbook=name, found=scalar.text)
    bands = declared.bands
    if bands is not None and not bands.passing <= bands.silver <= bands.gold:
        parts = {"passing": bands.passing, "silver": bands.silver, "gold": bands.gold}
        findings.add("M802", bands.head, **{key: _plain(value) for key, value in parts.items()})


def _plain(value: object) -> str:
    return f"{float(value):g}"  # type: ignore[arg-type]


def _compiled(declared: PlaybookDecl) -> Playbook:
    assert declared.id is not None and declared.score is not None
    principles = {key.text: _principle(key.text, entry) for key, entry in declared.principles}
    behaviours = {key.text: _behaviour(key.text, entry) for key, entry in declared.behaviours}
    strategies = {key.text: tuple(b.text for b in wanted) for key, wanted in declared.strategies}
    bands = declared.bands or BandsDecl()
    return Playbook(
        declared.id.text,
        principles,
        behaviours,
        _weights(declared.score),
        Bands(bands.passing, bands.silver, bands.gold),
        strategies,
        declared.polite_words,
        declared.survey,
        declared.title,
    )


def _principle(id: str, declared: PrincipleDecl) -> Principle:
    return Principle(id, declared.title, declared.teaches, declared.source)


def _behaviour(id: str, declared: BehaviourDecl) -> Behaviour:
    assert declared.principle is not None
    return Behaviour(
        id=id,
        title=declared.title,
        principle=declared.principle.text,
        helps=declared.helps,
        points=declared.points,
        lesson=declared.lesson,
        element=declared.element,
        lean=declared.lean,
    )


def _weights(score: ScoreDecl) -> Weights:
    table = score.outcomes or OutcomesDecl()
    outcomes = {outcome: getattr(table, outcome.value) for outcome in Outcome}
    return Weights(score.points, score.trust, score.loyalty, score.tension, outcomes)


class BoundPlaybook:
    """The behaviours of a playbook in one scenario, each bound once for every customer it is aimed at."""

    def __init__(self, declared: PlaybookDecl, scope: Scope) -> None:
        self.id = declared.id.text if declared.id else ""
        self.behaviours: dict[str, BehaviourDecl] = {key.text: entry for key, entry in declared.behaviours}
        self.principles = [key.text for key, _ in declared.principles]
        # What is wrong in the playbook is reported where it is loaded, not once more for each scenario.
        self.scope = replace(scope, findings=Findings(""))
        self.made: dict[tuple[str, int, bool], Shown] = {}
        self.nothing: Deltas = (0,) * (3 * len(scope.customers))

    def shown(self, id: str, toward: int, misplaced: bool) -> Shown:
        """A behaviour aimed at a customer. Raises: KeyError for one that the playbook does not have."""
        key = (id, toward, misplaced)
        if key not in self.made:
            entry = self.behaviours[id]
            self.made[key] = self._misplaced(id, entry) if misplaced else self._bound(id, entry, toward)
        return self.made[key]

    def _misplaced(self, id: str, entry: BehaviourDecl) -> Shown:
        return Shown(id, (Reaction(None, self.nothing, 0, entry.lesson),))

    def _bound(self, id: str, entry: BehaviourDecl, toward: int) -> Shown:
        reactions = []
        for declared in entry.depends:
            condition = self.scope.condition(declared.when, toward, in_playbook=True)
            known = condition.tree if condition is not None else None
            if isinstance(known, Constant) and not known.value:
                continue
            always = isinstance(known, Constant)
            deltas = self.scope.deltas(declared.effects, toward)
            lesson = declared.lesson or entry.lesson
            reactions.append(Reaction(None if always else condition, deltas, declared.points, lesson))
            if always:
                return Shown(id, tuple(reactions))
        own = Reaction(None, self.scope.deltas(entry.effects, toward), entry.points, entry.lesson)
        return Shown(id, (*reactions, own))
