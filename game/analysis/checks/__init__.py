"""What a proof finds wrong with a scenario: one family of findings a module.

Each check is a function `(Subject) -> None` that notes findings; `CHECKS` lists them.
"""

from __future__ import annotations

from collections.abc import Callable

from game.analysis.checks import fairness, flow, score, text
from game.analysis.checks.subject import Subject
from game.analysis.explored import TooManyStandings
from game.analysis.solve import LIMIT, solve
from game.diagnostics import Diagnostic
from game.scenario.codes import Findings
from game.scenario.model import Scenario

CHECKS: tuple[Callable[[Subject], None], ...] = (
    flow.check_start,
    flow.check_dead_ends,
    flow.check_reached,
    flow.check_walkouts,
    score.check_stakes,
    fairness.check_strategies,
    fairness.check_players,
    text.check_explanations,
)


def check_scenario(scenario: Scenario, limit: int = LIMIT) -> list[Diagnostic]:
    """Everything the proofs find in a scenario that can be played; in no order."""
    findings = Findings(scenario.path)
    try:
        subject = Subject(scenario, solve(scenario, limit=limit), findings)
    except TooManyStandings as stop:
        score.note_too_large(scenario, stop, limit, findings)
        return findings.items
    for check in CHECKS:
        check(subject)
    return findings.items
