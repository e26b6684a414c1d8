"""Fairness: can someone win without reading, and does the level tell beginners from the experienced?"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from random import Random

from game.analysis.checks.subject import Chance, Subject
from game.analysis.forward import chance_of, comes_round
from game.analysis.simulate import simulate
from game.analysis.solve import Proof
from game.analysis.strategies import CUES, STEM_HIDDEN

PASSES = 60  # no strategy has this mean or more on any level
HABIT = 55  # a habit of the playbook stays below
CUE = 10  # points by which a cue may beat random
BY_CHANCE = Fraction(5, 100)  # plays at random that may pass
PLAYS, SEED = 2000, 1  # where chances are too many to follow
WANTED: dict[str, tuple[float, float]] = {"45/35/20": (0, 60), "60/30/10": (55, 75), "80/15/5": (80, 100)}


def check_strategies(subject: Subject) -> None:
    """No naive strategy comes near passing, and none that follows a cue does much better than chance."""
    playbook, span = subject.scenario.playbook, subject.start_span
    naive, players = subject.means
    careful = players["60/30/10"]
    at_random = naive["random"]
    for name, mean in naive.items():
        if mean is None or at_random is None:
            continue
        shown = f"{mean:.1f}"
        if name == STEM_HIDDEN:
            limit = min(PASSES, careful if careful is not None else PASSES)
            if mean >= limit:
                subject.note("M603", span, mean=shown, limit=f"{limit:.1f}")
        elif name in playbook.strategies:
            if mean >= HABIT:
                subject.note("M602", span, found=name, mean=shown, limit=HABIT)
        elif mean >= PASSES:
            subject.note("M601", span, found=name, mean=shown, limit=PASSES)
        elif name in CUES and mean - at_random > CUE:
            subject.note("M606", span, found=name, mean=shown, random=f"{at_random:.1f}", limit=CUE)


def check_players(subject: Subject) -> None:
    """Modelled players score in the range that tells them apart."""
    for name, mean in subject.means[1].items():
        low, high = WANTED[name]
        if mean is not None and not low <= mean <= high:
            wanted = f"from {low:.0f} to {high:.0f}"
            subject.note("M604", subject.start_span, found=name, mean=f"{mean:.1f}", wanted=wanted)


def check_chance(subject: Subject) -> None:
    """Choosing at random seldom passes."""
    if subject.chance is not None and subject.chance[0] > BY_CHANCE:
        share, how = subject.chance
        subject.note("M605", subject.start_span, share=f"{100 * share:.1f}", how=how, limit=5)


def passing_by_chance(proof: Proof) -> Chance:
    """The share of random plays that pass, and how that is known; None where nothing can be scored."""
    if (
        proof.best is None
        or proof.worst is None
        or proof.best == proof.worst
        or proof.start.ended is not None
    ):
        return None
    if not comes_round(proof.explored):
        share = chance_of(proof, _least_to_pass(proof.scenario.playbook.bands.passing, proof))
        if share is not None:
            return share, "exactly"
    scores = simulate(proof, "random", PLAYS, Random(SEED))
    passing = proof.scenario.playbook.bands.passing
    return sum(score >= passing for score in scores) / PLAYS, f"in {PLAYS} plays, seed {SEED}"


def _least_to_pass(passing: Fraction, proof: Proof) -> int:
    """The least raw result, in units, whose score, rounded half up to one decimal, passes."""
    assert proof.best is not None and proof.worst is not None
    rounded_up = Fraction(ceil(passing * 10), 10) - Fraction(1, 20)
    return ceil((proof.worst + rounded_up * (proof.best - proof.worst) / 100) * proof.scale.unit)
