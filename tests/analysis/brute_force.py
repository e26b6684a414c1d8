"""A solver written apart from the real one: plain dictionaries over `advance`, nothing merged or left out."""

from __future__ import annotations

from fractions import Fraction

from game.rules.advance import advance
from game.rules.scoring import raw_of
from game.rules.standing import Acted, Standing, available
from game.scenario.model import Action, Outcome, Scenario

Edge = tuple[Action, Fraction, Standing]


class TooLarge(Exception):
    """More standings than this solver wants to visit."""


def graph_of(scenario: Scenario, start: Standing, limit: int = 4000) -> dict[Standing, list[Edge]]:
    """Every standing reachable from the start with its actions, what each earns, and where it leads."""
    graph: dict[Standing, list[Edge]] = {}
    waiting = [start]
    while waiting:
        standing = waiting.pop()
        if standing in graph:
            continue
        graph[standing] = []
        if len(graph) > limit:
            raise TooLarge
        for action in available(scenario, standing):
            after, events = advance(scenario, standing, action)
            acted = events[0]
            assert isinstance(acted, Acted)
            earned = scenario.playbook.weights.points * acted.points
            graph[standing].append((action, earned, after))
            waiting.append(after)
    return graph


def values_of(
    scenario: Scenario, graph: dict[Standing, list[Edge]], *, best: bool
) -> dict[Standing, Fraction | None]:
    """The best or worst raw result reachable from each standing, None where no ending is."""
    pick = max if best else min
    values = {s: raw_of(scenario, s, 0) if isinstance(s.ended, Outcome) else None for s in graph}
    moving = True
    while moving:
        moving = False
        for standing, edges in graph.items():
            if standing.ended is not None:
                continue
            reached = [earned + v for _, earned, after in edges if (v := values[after]) is not None]
            now = pick(reached) if reached else None
            if now != values[standing]:
                values[standing] = now
                moving = True
    return values


def every_attempt(scenario: Scenario, start: Standing, limit: int = 20000) -> list[Fraction]:
    """The raw result of every complete attempt, one by one; for scenarios without rounds."""
    results: list[Fraction] = []
    waiting = [(start, 0)]
    visited = 0
    while waiting:
        standing, points = waiting.pop()
        visited += 1
        if visited > limit:
            raise TooLarge
        raw = raw_of(scenario, standing, points)
        if raw is not None:
            results.append(raw)
        for action in available(scenario, standing):
            after, events = advance(scenario, standing, action)
            acted = events[0]
            assert isinstance(acted, Acted)
            waiting.append((after, points + acted.points))
    return results
