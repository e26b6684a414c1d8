"""Fairness over a campaign: what a single level cannot show, because on one level it may be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.checks.costs import Taken, layers_of, taken_in
from game.analysis.checks.fairness import CUE
from game.analysis.checks.subject import Subject
from game.analysis.explored import Ints, Mask
from game.analysis.solve import Proof
from game.analysis.strategies import CUES, STEM_HIDDEN, plain
from game.diagnostics import Diagnostic, Span
from game.scenario.codes import Findings

LENGTH = 10
"""Percentage points that the longest choice may be the best more or less often than by chance."""


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """What a level adds to the figures of its campaign.

    `means` are the mean scores of the naive strategies, `passed` the share of random plays that pass;
    `longest` and `chance` are, for each moment with a choice, how often the longest is the best, and how
    often any is.
    """

    id: str
    means: dict[str, float]
    passed: float
    longest: tuple[float, ...]
    chance: tuple[float, ...]


def level_figures(subject: Subject) -> LevelFigures | None:
    """The figures of a level; None where it has nothing to score."""
    if subject.chance is None:
        return None
    proof, scenario = subject.main.proof, subject.scenario
    means = {name: mean for name, mean in subject.means[0].items() if mean is not None}
    met = [rates for moment in scenario.moments if (rates := _longest_in(proof, moment.index)) is not None]
    longest, chance = tuple(rate for rate, _ in met), tuple(rate for _, rate in met)
    return LevelFigures(scenario.id, means, subject.chance[0], longest, chance)


def _longest_in(proof: Proof, moment: int) -> tuple[float, float] | None:
    """How often the longest choice of a moment is best and how often any is, by its standings."""
    hits, chances = [], []
    for layer in layers_of(proof, moment):
        every = taken_in(proof, layer)
        open_ = np.array([taken.open for taken in every]).reshape(len(every), layer.count)
        several = open_.sum(axis=0) > 1
        if several.any():
            hit, chance = _rates(every, open_, several)
            hits.append(hit)
            chances.append(chance)
    if not hits:
        return None
    return float(np.concatenate(hits).mean()), float(np.concatenate(chances).mean())


def _rates(every: list[Taken], open_: Mask, several: Mask) -> tuple[Ints, Ints]:
    """For each standing in which several choices are open; equals share."""
    open_ = open_[:, several]
    worth = np.where(open_, np.array([taken.worth for taken in every])[:, several], -(1 << 62))
    lengths = np.where(open_, np.array([[len(plain(taken.action.say))] for taken in every]), -1)
    best = open_ & (worth == worth.max(axis=0))
    longest = open_ & (lengths == lengths.max(axis=0))
    return (best & longest).sum(axis=0) / longest.sum(axis=0), best.sum(axis=0) / open_.sum(axis=0)


# --- findings -------------------------------------------------------------------------------------------


def check_campaign(path: str, found: Sequence[LevelFigures]) -> list[Diagnostic]:
    """What the levels of a campaign show together. `path` is the file that findings are noted at."""
    findings = Findings(path)
    if len(found) > 1:
        _check_cues(found, findings)
        _check_length(found, findings)
        _note_figures(found, findings)
    return findings.items


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _over(found: Sequence[LevelFigures], name: str) -> float:
    return _mean([figures.means[name] for figures in found])


def _check_cues(found: Sequence[LevelFigures], findings: Findings) -> None:
    at_random = _over(found, "random")
    for name in CUES:
        mean = _over(found, name)
        if mean - at_random > CUE:
            by_gain = sorted(found, key=lambda f: f.means["random"] - f.means[name])
            most = ", ".join(f"{f.id} ({f.means[name]:.1f})" for f in by_gain[:3])
            shown = {"mean": f"{mean:.1f}", "random": f"{at_random:.1f}", "limit": CUE, "levels": len(found)}
            findings.add("M607", Span.point(), help=f"it helps most on: {most}", found=name, **shown)


def _length_rates(found: Sequence[LevelFigures]) -> tuple[float, float]:
    """How often the longest choice is the best, and any is, in per cent of the moments of all levels."""
    longest = [rate for figures in found for rate in figures.longest]
    chance = [rate for figures in found for rate in figures.chance]
    return (100 * _mean(longest), 100 * _mean(chance)) if longest else (0.0, 0.0)


def _check_length(found: Sequence[LevelFigures], findings: Findings) -> None:
    share, chance = _length_rates(found)
    if abs(share - chance) > LENGTH:
        parts = {"share": f"{share:.0f}", "chance": f"{chance:.0f}", "limit": LENGTH, "levels": len(found)}
        findings.add("M608", Span.point(), help=None, **parts)


def _note_figures(found: Sequence[LevelFigures], findings: Findings) -> None:
    habits = [
        n for n in found[0].means if n not in CUES and n != STEM_HIDDEN and all(n in f.means for f in found)
    ]
    share, chance = _length_rates(found)
    parts = {
        "levels": len(found),
        "random": f"{_over(found, 'random'):.1f}",
        "passes": f"{100 * _mean([f.passed for f in found]):.1f}",
        "cues": _listed(found, [name for name in CUES if name != "random"]),
        "habits": _listed(found, habits) or "none",
        "hidden": f"{_over(found, STEM_HIDDEN):.1f}",
        "share": f"{share:.0f}",
        "chance": f"{chance:.0f}",
    }
    findings.add("M609", Span.point(), help=None, **parts)


def _listed(found: Sequence[LevelFigures], names: Sequence[str]) -> str:
    return ", ".join(f"{name} {_over(found, name):.1f}" for name in names)
