"""The debrief: losses that add up, labels, the better line, and what is said without a proof."""

import random
from fractions import Fraction

import pytest

from game.analysis.solve import solve
from game.learning.debrief import debrief
from game.play.attempt import Attempt
from game.play.replay import replay_attempt
from game.play.transcript import Transcript
from game.rules.scoring import Band, Label
from game.scenario.model import Outcome, Scenario
from tests.play.conftest import scenario_named
from tests.random_scenarios import random_scenario


@pytest.fixture(scope="module")
def kettle() -> Scenario:
    return scenario_named("broken-kettle")


def played(scenario: Scenario, *choices: str) -> Attempt:
    return replay_attempt(scenario, Transcript(scenario.id, choices))


def test_every_lost_point_has_an_address(kettle: Scenario) -> None:
    result = debrief(played(kettle, "mend", "mend", "1"), solve(kettle))
    assert (result.score, result.band) == (Fraction(518, 10), Band.NONE)
    assert [step.label for step in result.steps] == [Label.GOOD, Label.BLUNDER, Label.RECOVERY]
    assert sum(step.shown_lost or 0 for step in result.steps) == 100 - result.score
    turning = result.turning_point
    assert turning is not None and turning.moment == "talk"
    assert turning.better is not None and turning.better.id == "hear"
    assert result.better_outcome is Outcome.PARTNERSHIP


@pytest.mark.parametrize("seed", range(40))
def test_shown_losses_add_up(seed: int) -> None:
    scenario = random_scenario(seed, loops=seed % 2 == 0, customers=1 + seed % 2)
    draw = random.Random(seed)
    attempt = Attempt(scenario, seed=seed)
    while not attempt.is_over and len(attempt.actions) < 60:
        attempt.act(draw.choice(attempt.choices()))
    result = debrief(attempt, solve(scenario))
    if result.score is None or any(step.lost is None for step in result.steps):
        return
    assert result.best is not None and result.raw is not None
    assert sum(step.cost or 0 for step in result.steps) == result.best - result.raw
    if result.best != result.worst:
        assert sum(step.shown_lost or 0 for step in result.steps) == 100 - result.score


def test_the_better_line_is_worth_what_it_promises(kettle: Scenario) -> None:
    attempt = played(kettle, "mend", "mend", "1")
    proof = solve(kettle)
    result = debrief(attempt, proof)
    assert result.turning_point is not None
    better = played(kettle, "mend", *(step.action.id for step in result.better_line))
    assert better.raw is not None and better.raw == Fraction(293 - 6)
    assert better.outcome is result.better_outcome


def test_the_best_line_has_nothing_better(kettle: Scenario) -> None:
    proof = solve(kettle)
    line = [action.id for action in proof.best_line(Attempt(kettle).standing)]
    result = debrief(played(kettle, *line), proof)
    assert (result.score, result.band, result.turning_point) == (100, Band.GOLD, None)
    assert all(step.label is Label.BEST and step.better is None for step in result.steps)


def test_without_a_proof_what_happened_is_still_told(kettle: Scenario) -> None:
    result = debrief(played(kettle, "hear", "mend", "1"), None)
    assert result.outcome is Outcome.PARTNERSHIP and result.score is None and not result.exact
    assert result.steps[0].coaching.text == "They had been waiting to be heard."
    assert len(result.series) == 4


def test_an_unfinished_attempt_has_costs_and_no_score(kettle: Scenario) -> None:
    result = debrief(played(kettle, "shrug"), solve(kettle))
    assert result.score is None and result.outcome is None
    assert result.steps[0].cost == 32
