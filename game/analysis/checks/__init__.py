"""What a proof finds wrong with a scenario: one family of findings a module.

Each check is a function `(Subject) -> None` that notes findings; `CHECKS` lists them. They look at every
standing that can be reached from the start, whatever a player may bring from other levels.
"""

from __future__ import annotations

from collections.abc import Callable

from game.analysis.checks import (
    best_line,
    conditions,
    fairness,
    flags,
    flow,
    leaving,
    rounds,
    sales,
    stakes,
    text,
)
from game.analysis.checks.campaign import LevelFigures, level_figures
from game.analysis.checks.subject import Subject, prove_starts
from game.analysis.explored import TooManyStandings
from game.analysis.solve import LIMIT
from game.analysis.strategies import every_mean
from game.diagnostics import Diagnostic
from game.scenario.codes import Findings
from game.scenario.model import Scenario

CHECKS: tuple[Callable[[Subject], None], ...] = (
    flow.check_start,
    flow.check_dead_ends,
    flow.check_reached,
    rounds.check_traps,
    rounds.check_rounds,
    leaving.check_walkouts,
    leaving.check_leavers,
    conditions.check_choices,
    conditions.check_branches,
    conditions.check_confides,
    flags.check_read,
    flags.check_set,
    stakes.check_result,
    stakes.check_moments,
    stakes.check_principles,
    best_line.check_best_lines,
    sales.check_sales,
    fairness.check_strategies,
    fairness.check_players,
    fairness.check_chance,
    text.check_explanations,
)


def check_scenario(scenario: Scenario, limit: int = LIMIT) -> list[Diagnostic]:
    """Everything the proofs find in a scenario that can be played; in no order."""
    return check_level(scenario, limit=limit, in_campaign=False)[0]


def check_level(
    scenario: Scenario, *, limit: int = LIMIT, in_campaign: bool = True
) -> tuple[list[Diagnostic], LevelFigures | None]:
    """The findings of a scenario, and what it adds to its campaign's figures, if those are asked for."""
    findings = Findings(scenario.path)
    try:
        proved = prove_starts(scenario, limit)
    except TooManyStandings as stop:
        stakes.note_too_large(scenario, stop, limit, findings)
        return findings.items, None
    proof = proved[0].proof
    subject = Subject(scenario, proved, findings, every_mean(proof), fairness.passing_by_chance(proof))
    for check in CHECKS:
        check(subject)
    return findings.items, level_figures(subject) if in_campaign else None
