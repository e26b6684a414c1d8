"""Bounds for a scenario too large to be solved: certain, but not exact.

Every condition is taken to hold or not as it suits, so every branch is open. An upper bound then adds, on the
way to an ending, the most points that can be earned and the most its meters can be worth; a lower bound
likewise. Where play can come round, each action of the round counts once, since points count once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.analysis.layers import LayerKey, build, outcome_of
from game.rules.scoring import RawScale
from game.rules.standing import Standing
from game.scenario.model import Action, Scenario


@dataclass(frozen=True, slots=True)
class Bounds:
    """No complete attempt is better than `most` or worse than `least`."""

    most: Fraction
    least: Fraction


def bound(scenario: Scenario, start: Standing) -> Bounds:
    """Bounds on the raw result of every complete attempt from a live standing."""
    scale = RawScale.of(scenario)
    return Bounds(
        scale.exact(_extreme(scenario, start, scale, 1)), scale.exact(_extreme(scenario, start, scale, -1))
    )


def _extreme(scenario: Scenario, start: Standing, scale: RawScale, sign: int) -> int:
    graph = build(scenario, (start.moment, start.gone))
    at_end = sum(100 * max(0, sign * weight) for weight in scale.meters)
    reach: dict[LayerKey, int | None] = {}
    for component in reversed(graph.components):
        inside = set(component)
        found: list[int] = []
        earned = 0
        for key in component:
            ended = outcome_of(scenario, key)
            if ended is not None:
                found.append(sign * scale.outcomes[ended] + at_end)
                continue
            gains = [max(0, _points(a, sign)) for a in scenario.moments[key[0]].actions]
            earned += scale.points * (sum(gains) if len(component) > 1 else max(gains, default=0))
            found += [v for to in graph.edges[key] if to not in inside and (v := reach[to]) is not None]
        for key in component:
            reach[key] = max(found) + earned if found else None
    return sign * (reach[graph.start] or 0)


def _points(action: Action, sign: int) -> int:
    """The most points an action can earn, or with `sign` -1 the most it can lose."""
    if action.totals is not None:
        return sign * action.points
    return sum(max(sign * r.points for r in shown.reactions) for shown in action.shows)
