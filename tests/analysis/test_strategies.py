"""Expected scores are exact: they agree with walking every standing by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.analysis.solve import solve
from game.analysis.strategies import mean_scores, player_scores, ranked_chances, strategies_of
from game.rules.advance import advance, begin
from game.rules.scoring import raw_of
from game.rules.standing import Acted, Standing, available
from game.scenario.model import Action, Scenario
from tests.random_scenarios import random_scenario


def expected_score(scenario: Scenario, chances: object, best: Fraction, worst: Fraction) -> Fraction:
    """The mean score, standing by standing, without merging any; for scenarios without rounds."""

    def walk(standing: Standing, points: int) -> Fraction:
        if standing.ended is not None:
            raw = raw_of(scenario, standing, points)
            return Fraction(0) if raw is None else 100 * (raw - worst) / (best - worst)
        total = Fraction(0)
        for action, chance in chances(standing):  # type: ignore[operator]
            if chance:
                after, events = advance(scenario, standing, action)
                assert isinstance(events[0], Acted)
                total += chance * walk(after, points + events[0].points)
        return total

    return walk(begin(scenario)[0], 0)


@pytest.mark.parametrize("seed", range(30))
def test_naive_strategies_by_hand(seed: int) -> None:
    scenario = random_scenario(seed, moments=9)
    proof = solve(scenario)
    if proof.best is None or proof.worst is None or proof.best == proof.worst:
        pytest.skip("nothing to score")
    means = mean_scores(proof)
    for strategy in strategies_of(scenario):

        def chances(
            standing: Standing, liking: tuple[int, ...] = strategy.preference
        ) -> list[tuple[Action, Fraction]]:
            choices = [a for a in available(scenario, standing) if not a.is_silence]
            top = max(liking[a.index] for a in choices)
            liked = [a for a in choices if liking[a.index] == top]
            return [(a, Fraction(1, len(liked))) for a in liked]

        by_hand = expected_score(scenario, chances, proof.best, proof.worst)
        assert means[strategy.name] == pytest.approx(float(by_hand), abs=1e-6)


@pytest.mark.parametrize("seed", range(30))
def test_modelled_players_by_hand(seed: int) -> None:
    scenario = random_scenario(seed, moments=8)
    proof = solve(scenario)
    if proof.best is None or proof.worst is None or proof.best == proof.worst:
        pytest.skip("nothing to score")

    def chances(standing: Standing) -> list[tuple[Action, Fraction]]:
        choices = [a for a in available(scenario, standing) if not a.is_silence]
        never = Fraction(10**9)
        costs = {a: c if (c := proof.cost(standing, a)) is not None else never for a in choices}
        ranked = sorted(choices, key=lambda a: costs[a])
        share = [Fraction(c).limit_denominator(1000) for c in ranked_chances(len(ranked), (0.6, 0.3, 0.1))]
        return [
            (
                a,
                sum((s for s, b in zip(share, ranked, strict=True) if costs[b] == costs[a]), Fraction(0))
                / sum(costs[b] == costs[a] for b in ranked),
            )
            for a in ranked
        ]

    by_hand = expected_score(scenario, chances, proof.best, proof.worst)
    assert player_scores(proof)["60/30/10"] == pytest.approx(float(by_hand), abs=1e-6)


def test_an_endless_round_scores_nothing() -> None:
    for seed in range(40):
        scenario = random_scenario(seed, loops=True, moments=7)
        proof = solve(scenario)
        for mean in (*mean_scores(proof).values(), *player_scores(proof).values()):
            assert mean is None or -1e-6 <= mean <= 100 + 1e-6
