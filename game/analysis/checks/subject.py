"""What a check is given: a scenario, its proofs, and where to note findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from game.analysis.explored import Edges, Explored
from game.analysis.layers import LayerKey
from game.analysis.paths import Ways
from game.analysis.solve import Proof, solve
from game.diagnostics import Span
from game.rules.advance import begin
from game.rules.standing import Entered
from game.scenario.codes import Findings
from game.scenario.model import Action, Scenario

Means: TypeAlias = tuple[dict[str, float | None], dict[str, float | None]]

Chance: TypeAlias = tuple[float, str] | None

MAX_STARTS = 12
"""Starts that are proved for one scenario: with no flag recalled, with all, and with each alone."""


@dataclass(frozen=True, slots=True)
class Proved:
    """A proof from the start with some flags recalled, and the moments entered on the way to that start."""

    proof: Proof
    recalled: tuple[str, ...]
    arrivals: tuple[Entered, ...]
    ways: Ways
    by_action: dict[int, list[tuple[LayerKey, Edges]]]

    @property
    def explored(self) -> Explored:
        """The standings of the proof."""
        return self.proof.explored

    def edges(self) -> Iterator[tuple[LayerKey, Edges]]:
        """Every bundle of edges that holds any, with the layer it leaves."""
        for bundles in self.by_action.values():
            yield from bundles

    def way_to_moment(self, moment: int) -> list[str] | None:
        """The shortest way to a choice in a moment; None where nothing is ever chosen there."""
        return self.ways.nearest(key for key in self.explored.layers if key[0] == moment)


@dataclass(frozen=True, slots=True)
class Subject:
    """A scenario under check. The first of its proofs is that with nothing recalled.

    `means` are the mean scores of the naive strategies and of the modelled players by that proof, `chance`
    is the share of random plays that pass and how it is known, None where nothing can be scored.
    """

    scenario: Scenario
    proved: tuple[Proved, ...]
    findings: Findings
    means: Means
    chance: Chance
    noted: set[tuple[str, Span, object]] = field(default_factory=set)

    @property
    def main(self) -> Proved:
        """The proof for a player who brings nothing from other levels."""
        return self.proved[0]

    @property
    def start_span(self) -> Span:
        """Where the first moment stands, for what concerns the level as a whole."""
        return self.scenario.moments[self.scenario.start].span

    def name_of(self, action: Action) -> str:
        """An action as `moment/choice`."""
        return f"{self.scenario.moments[action.moment].id}/{action.id}"

    def note(self, code: str, span: Span | None, /, **parts: object) -> None:
        """Note a finding, once a place."""
        if self._is_new(code, span, parts):
            self.findings.add(code, span or self.start_span, help=None, **parts)

    def show(
        self, code: str, span: Span | None, by: Proved, way: Sequence[str] | None, /, **parts: object
    ) -> None:
        """Note a finding, once a place, with the choices that show it where there are any."""
        if way is None:
            self.note(code, span, **parts)
        elif self._is_new(code, span, parts):
            help = f"shown with recalled: {', '.join(by.recalled)}" if by.recalled else None
            self.findings.add_shown(code, span or self.start_span, way, help=help, **parts)

    def show_at(self, code: str, span: Span | None, moment: int, /, **parts: object) -> None:
        """Note a finding, shown by the shortest way to a choice in a moment, if one is ever made there."""
        for proved in self.proved:
            way = proved.way_to_moment(moment)
            if way is not None:
                self.show(code, span, proved, way, **parts)
                return
        self.note(code, span, **parts)

    def through(self, action: Action) -> tuple[Proved, list[str]] | None:
        """The shortest way that ends with an action, and by which proof; None if it is never taken."""
        found: tuple[Proved, list[str]] | None = None
        for proved in self.proved:
            for key, edges in proved.by_action.get(action.index, ()):
                way = proved.ways.through(key, edges)
                if found is None or len(way) < len(found[1]):
                    found = (proved, way)
        return found

    def _is_new(self, code: str, span: Span | None, parts: Mapping[str, object]) -> bool:
        key = (code, span or self.start_span, parts.get("found"))
        if key in self.noted:
            return False
        self.noted.add(key)
        return True


def prove_starts(scenario: Scenario, limit: int) -> tuple[Proved, ...]:
    """The proofs from every start that is told apart. Raises: TooManyStandings beyond `limit`."""
    found = []
    seen = set()
    for recalled in _combinations(scenario):
        start, events = begin(scenario, recalled)
        if start not in seen:
            seen.add(start)
            proof = solve(scenario, start, limit)
            arrivals = tuple(event for event in events if isinstance(event, Entered))
            found.append(Proved(proof, recalled, arrivals, Ways(proof.explored), _by_action(proof.explored)))
    return tuple(found)


def _by_action(explored: Explored) -> dict[int, list[tuple[LayerKey, Edges]]]:
    found: dict[int, list[tuple[LayerKey, Edges]]] = {}
    for key, layer in explored.layers.items():
        for edges in layer.edges:
            if len(edges.source):
                found.setdefault(edges.action.index, []).append((key, edges))
    return found


def _combinations(scenario: Scenario) -> list[tuple[str, ...]]:
    """None of the flags that can be recalled, all of them, and each alone, as far as `MAX_STARTS` goes."""
    names = tuple(dict.fromkeys(name for flags in scenario.recalls.values() for name in flags))
    alone = [(name,) for name in names] if len(names) > 1 else []
    return [(), *([names] if names else []), *alone][:MAX_STARTS]
