"""The solver agrees with a plain enumeration, and what it says about costs adds up."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from game.analysis.explored import locate
from game.analysis.paths import Ways, witness
from game.analysis.solve import solve
from game.rules.advance import advance, begin
from game.rules.scoring import raw_of
from game.rules.standing import Acted, available
from game.scenario.model import Outcome, Scenario
from tests.analysis.brute_force import TooLarge, every_attempt, graph_of, values_of
from tests.random_scenarios import random_scenario

KINDS = {
    "one customer": {"customers": 1, "moments": 10, "flags": 2},
    "loops": {"customers": 1, "moments": 7, "flags": 2, "loops": True},
    "two customers": {"customers": 2, "moments": 9, "flags": 1},
    "three with loops": {"customers": 3, "moments": 7, "flags": 1, "loops": True},
}
SEEDS = range(25)


def every_kind(seeds: range = SEEDS) -> list[object]:
    return [
        pytest.param(seed, options, id=f"{kind}-{seed}") for kind, options in KINDS.items() for seed in seeds
    ]


def made(seed: int, options: dict[str, int]) -> Scenario:
    return random_scenario(seed, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("seed", "options"), every_kind())
def test_values_and_costs_agree_with_plain_dictionaries(seed: int, options: dict[str, int]) -> None:
    scenario = made(seed, options)
    start = begin(scenario)[0]
    try:
        graph = graph_of(scenario, start)
    except TooLarge:
        pytest.skip("too large for the plain solver")
    best, worst = values_of(scenario, graph, best=True), values_of(scenario, graph, best=False)
    proof = solve(scenario)
    assert (proof.best, proof.worst) == (best[start], worst[start])
    for standing, edges in graph.items():
        assert proof.value(standing) == best[standing]
        assert proof.least(standing) == worst[standing]
        for action, earned, after in edges:
            before, then = best[standing], best[after]
            expected = None if before is None or then is None else before - then - earned
            assert proof.cost(standing, action) == expected
            assert expected is None or expected >= 0


@pytest.mark.parametrize(("seed", "options"), every_kind())
def test_reachability_agrees_with_plain_dictionaries(seed: int, options: dict[str, int]) -> None:
    scenario = made(seed, options)
    start = begin(scenario)[0]
    try:
        graph = graph_of(scenario, start)
    except TooLarge:
        pytest.skip("too large for the plain solver")
    proof = solve(scenario)
    open_ = {action.index for edges in graph.values() for action, _, _ in edges}
    found = {e.action.index for layer in proof.explored.layers.values() for e in layer.edges if len(e.source)}
    assert found == open_
    for outcome in Outcome:
        line = witness(proof.explored, outcome)
        assert (line is not None) == any(s.ended is outcome for s in graph)
        if line is not None:
            assert ended_by(scenario, line) is outcome


def ended_by(scenario: Scenario, line: list[str]) -> object:
    standing = begin(scenario)[0]
    for name in line:
        action = next(a for a in available(scenario, standing) if a.id == name)
        standing = advance(scenario, standing, action)[0]
    return standing.ended


@pytest.mark.parametrize("seed", SEEDS)
def test_best_and_worst_are_those_of_every_attempt_played_out(seed: int) -> None:
    scenario = random_scenario(seed, moments=9)
    try:
        results = every_attempt(scenario, begin(scenario)[0])
    except TooLarge:
        pytest.skip("too many attempts")
    proof = solve(scenario)
    assert proof.best == max(results, default=None)
    assert proof.worst == min(results, default=None)


@pytest.mark.parametrize(("seed", "options"), every_kind(range(8)))
def test_costs_of_any_attempt_add_up_to_what_it_lost(seed: int, options: dict[str, int]) -> None:
    scenario = made(seed, options)
    proof = solve(scenario)
    rnd = random.Random(seed)
    for _ in range(20):
        standing, points, costs = begin(scenario)[0], 0, Fraction(0)
        for _ in range(60):
            if standing.ended is not None:
                break
            action = rnd.choice(available(scenario, standing))
            cost = proof.cost(standing, action)
            costs += cost if cost is not None else 0
            standing, events = advance(scenario, standing, action)
            assert isinstance(events[0], Acted)
            points += events[0].points
        raw = raw_of(scenario, standing, points)
        if raw is not None:
            assert proof.best is not None
            assert costs == proof.best - raw


@pytest.mark.parametrize(("seed", "options"), every_kind(range(8)))
def test_the_best_line_costs_nothing_and_ends(seed: int, options: dict[str, int]) -> None:
    scenario = made(seed, options)
    proof = solve(scenario)
    standing = begin(scenario)[0]
    if proof.best is None:
        assert proof.best_line(standing) == []
        return
    for action in proof.best_line(standing):
        assert proof.cost(standing, action) == 0
        standing = advance(scenario, standing, action)[0]
    assert isinstance(standing.ended, Outcome)


@pytest.mark.parametrize(("seed", "options"), every_kind(range(6)))
def test_the_way_to_a_standing_leads_there(seed: int, options: dict[str, int]) -> None:
    scenario = made(seed, options)
    explored = solve(scenario).explored
    for key, layer in explored.layers.items():
        if layer.count and key[0] >= 0 and scenario.moments[key[0]].ends is None:
            standing = begin(scenario)[0]
            for name in Ways(explored).to(key, 0):
                action = next(a for a in available(scenario, standing) if a.id == name)
                standing = advance(scenario, standing, action)[0]
            assert locate(explored, standing)[:2] == (key, 0)
