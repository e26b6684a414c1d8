"""The figures of a scenario: what `analyse` reports, as plain data ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from game.analysis.bounds import bound
from game.analysis.explored import TooManyStandings
from game.analysis.paths import witness
from game.analysis.solve import LIMIT, Proof, solve
from game.analysis.strategies import PLAYERS, every_mean, strategies_of
from game.rules.advance import begin
from game.rules.scoring import number
from game.rules.standing import Entered, Event, Standing
from game.scenario.model import Outcome, Scenario

FIGURES_VERSION = 2

Figures = Mapping[str, Any]
"""Keys: scenario, content_hash, exact, standings, best, worst, pass, endings, moments, choices, strategies,
players, and, where the figures are bounds, drivers: the moments with the most standings."""


def figures_of(scenario: Scenario, recalled: Iterable[str] = (), limit: int = LIMIT) -> Figures:
    """All figures from the start with the flags `recalled`; bounds alone beyond `limit` standings."""
    start, events = begin(scenario, recalled)
    try:
        return proved(solve(scenario, start, limit), entered(events))
    except TooManyStandings as stop:
        return _bounded(scenario, start, stop)


def passing(scenario: Scenario, best: Fraction | None, worst: Fraction | None) -> Fraction | None:
    """The lowest raw result that passes."""
    if best is None or worst is None:
        return None
    return worst + scenario.playbook.bands.passing * (best - worst) / 100


def entered(events: Iterable[Event]) -> set[int]:
    """The moments that were entered, those passed on the way among them."""
    return {event.moment for event in events if isinstance(event, Entered)}


def proved(proof: Proof, arrived: set[int]) -> Figures:
    """The figures that a proof holds; `arrived` are the moments entered on the way to its start."""
    scenario = proof.scenario
    lines = {outcome: witness(proof.explored, outcome) for outcome in Outcome}
    naive, players = every_mean(proof)
    reached = proof.explored.passed | arrived
    return {
        "scenario": scenario.id,
        "content_hash": scenario.content_hash,
        "exact": True,
        "standings": proof.standings,
        "best": number(proof.best),
        "worst": number(proof.worst),
        "pass": number(passing(scenario, proof.best, proof.worst)),
        "endings": {o.value: {"reachable": line is not None, "witness": line} for o, line in lines.items()},
        "moments": {m.id: {"reachable": m.index in reached} for m in scenario.moments},
        "choices": _choices(proof),
        "strategies": {name: {"mean_score": mean} for name, mean in naive.items()},
        "players": {name: {"mean_score": mean} for name, mean in players.items()},
    }


def _choices(proof: Proof) -> dict[str, dict[str, Any]]:
    spans = cost_spans(proof)
    scenario = proof.scenario
    found: dict[str, dict[str, Any]] = {}
    for action in scenario.actions:
        if not action.is_silence:
            low, high = spans.get(action.index, (None, None))
            found[f"{scenario.moments[action.moment].id}/{action.id}"] = {
                "available": action.index in spans,
                "min_cost": number(low),
                "max_cost": number(high),
            }
    return found


def cost_spans(proof: Proof) -> dict[int, tuple[Fraction | None, Fraction | None]]:
    """For each action that can be taken its least and greatest cost, None where it has none."""
    spans: dict[int, tuple[int, int] | None] = {}
    for key, layer in proof.explored.layers.items():
        for edges in layer.edges:
            index = edges.action.index
            have = spans.setdefault(index, None)
            if edges.to is None or not len(edges.source):
                continue
            before = proof.best_of[key][edges.source]
            after = proof.best_of[edges.to][edges.target]
            costs = (before - edges.reward - after)[proof.is_defined(after)]
            if len(costs):
                low, high = int(costs.min()), int(costs.max())
                spans[index] = (low, high) if have is None else (min(low, have[0]), max(high, have[1]))
    exact = proof.scale.exact
    return {i: (None, None) if s is None else (exact(s[0]), exact(s[1])) for i, s in spans.items()}


def _bounded(scenario: Scenario, start: Standing, stop: TooManyStandings) -> Figures:
    bounds = bound(scenario, start)
    names = [s.name for s in strategies_of(scenario)]
    return {
        "scenario": scenario.id,
        "content_hash": scenario.content_hash,
        "exact": False,
        "standings": sum(stop.by_moment.values()),
        "best": number(bounds.most),
        "worst": number(bounds.least),
        "pass": number(passing(scenario, bounds.most, bounds.least)),
        "endings": {o.value: {"reachable": None, "witness": None} for o in Outcome},
        "moments": {m.id: {"reachable": None} for m in scenario.moments},
        "choices": {
            f"{scenario.moments[a.moment].id}/{a.id}": {"available": None, "min_cost": None, "max_cost": None}
            for a in scenario.actions
            if not a.is_silence
        },
        "strategies": {name: {"mean_score": None} for name in names},
        "players": {name: {"mean_score": None} for name in PLAYERS},
        "drivers": dict(list(stop.by_moment.items())[:5]),
    }
