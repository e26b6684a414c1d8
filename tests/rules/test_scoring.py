"""The score: exact, rounded once, and every loss adds up."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.scoring import Band, Label, band_of, label_of, lost_of, raw_of, score_of, shown_losses
from tests.rules.small import TWO, play, scenario


def test_raw_weighs_points_meters_and_outcome() -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, shows: [fix], then: good}]}")
    standing, _ = play(where, "1")
    # 3 points of weight 3, trust 60, loyalty 50 twice, tension 50 against, partnership 100
    assert raw_of(where, standing, 3) == 9 + 60 + 100 - 50 + 100


def test_customers_count_by_their_influence_exactly() -> None:
    where = scenario("a: {speaker: ann, says: Hm., choices: [{say: x, then: good}]}", customers=TWO)
    standing, _ = play(where, "1")
    ann, bob = 50 + 100 - 50, 40 + 80 - 40
    assert raw_of(where, standing, 0) == F(ann + 3 * bob, 4) + 100


def test_a_live_attempt_has_no_raw_result() -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, then: good}]}")
    assert raw_of(where, play(where)[0], 5) is None


@pytest.mark.parametrize(
    ("raw", "best", "worst", "score"),
    [(10, 10, 0, "100"), (0, 10, 0, "0"), (1, 3, 0, "33.3"), (F(1, 2000), 1, 0, "0.1"), (F(149, 300), 1, 0, "49.7"),
     (F(1, 4000), 1, 0, "0"), (5, 5, 5, "100"), (F(-15, 2), 0, -10, "25")],
    ids=["best", "worst", "third", "half a tenth goes up", "plain", "less goes down", "best is worst", "negative"],
)  # fmt: skip
def test_the_score_is_rounded_half_up_to_one_decimal(raw: F, best: F, worst: F, score: str) -> None:
    assert score_of(F(raw), F(best), F(worst)) == F(score)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12), st.integers(1, 977))
def test_shown_losses_add_up_to_what_the_score_lacks(costs: list[int], spare: int) -> None:
    worst, best = F(0), F(sum(costs) + spare, 7)
    losses = [lost_of(F(c, 7), best, worst) for c in costs]
    score = score_of(best - F(sum(costs), 7), best, worst)
    shown = shown_losses(losses, score)
    assert sum(shown) == 100 - score
    assert all(abs(s - exact) < F(1, 5) for s, exact in zip(shown, losses, strict=True))
    assert all(s >= 0 for s in shown)


@pytest.mark.parametrize(
    ("lost", "label"),
    [("0", Label.BEST), ("1.9", Label.GOOD), ("2", Label.SLIP), ("7.9", Label.SLIP), ("8", Label.MISTAKE),
     ("19.9", Label.MISTAKE), ("20", Label.BLUNDER)],
)  # fmt: skip
def test_labels(lost: str, label: Label) -> None:
    assert label_of(F(lost)) is label


@pytest.mark.parametrize(
    ("lost", "before", "helps", "label"),
    [(0, 8, True, Label.RECOVERY), (0, F(79, 10), True, Label.BEST), (0, 8, False, Label.BEST), (1, 8, True, Label.GOOD)],
    ids=["recovery", "too little was lost", "no helping behaviour", "not the best action"],
)  # fmt: skip
def test_a_recovery_is_a_best_helping_action_after_a_loss(
    lost: F, before: F, helps: bool, label: Label
) -> None:
    assert label_of(F(lost), F(before), helps) is label


@pytest.mark.parametrize(
    ("score", "band"),
    [("90", Band.GOLD), ("89.9", Band.SILVER), ("75", Band.SILVER), ("60", Band.PASS), ("59.9", Band.NONE)],
)
def test_bands_use_the_rounded_score(score: str, band: Band) -> None:
    where = scenario("a: {says: Hm., choices: [{say: x, then: good}]}")
    assert band_of(F(score), where.playbook.bands) is band
