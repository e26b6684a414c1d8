"""Fairness: can someone win without reading, and does the level tell beginners from the experienced?"""

from __future__ import annotations

from game.analysis.checks.subject import Subject
from game.analysis.strategies import STEM_HIDDEN, mean_scores, player_scores

PASSES = 60  # no strategy has this mean or more on any level
HABIT = 55  # a habit of the playbook stays below
WANTED: dict[str, tuple[float, float]] = {"45/35/20": (0, 60), "60/30/10": (55, 75), "80/15/5": (80, 100)}


def check_strategies(subject: Subject) -> None:
    """No naive strategy comes near passing."""
    scenario = subject.scenario
    span = scenario.moments[scenario.start].span
    careful = player_scores(subject.proof)["60/30/10"]
    for name, mean in mean_scores(subject.proof).items():
        if mean is None:
            continue
        shown = f"{mean:.1f}"
        if name == STEM_HIDDEN:
            limit = min(PASSES, careful if careful is not None else PASSES)
            if mean >= limit:
                subject.findings.add("M603", span, mean=shown, limit=f"{limit:.1f}")
        elif name in scenario.playbook.strategies:
            if mean >= HABIT:
                subject.findings.add("M602", span, found=name, mean=shown, limit=HABIT)
        elif mean >= PASSES:
            subject.findings.add("M601", span, found=name, mean=shown, limit=PASSES)


def check_players(subject: Subject) -> None:
    """Modelled players score in the range that tells them apart."""
    span = subject.scenario.moments[subject.scenario.start].span
    for name, mean in player_scores(subject.proof).items():
        low, high = WANTED[name]
        if mean is not None and not low <= mean <= high:
            wanted = f"from {low:.0f} to {high:.0f}"
            subject.findings.add("M604", span, found=name, mean=f"{mean:.1f}", wanted=wanted)
