"""Score: is anything at stake, and is what is said of it exact?"""

from __future__ import annotations

from game.analysis.checks.subject import Subject
from game.analysis.explored import TooManyStandings
from game.scenario.codes import Findings
from game.scenario.model import Scenario


def check_stakes(subject: Subject) -> None:
    """Some complete attempt is better than another."""
    proof = subject.proof
    if proof.best is not None and proof.best == proof.worst:
        subject.findings.add("M501", subject.scenario.moments[subject.scenario.start].span)


def note_too_large(scenario: Scenario, stop: TooManyStandings, limit: int, findings: Findings) -> None:
    """Say that figures are bounds, and what makes the scenario large."""
    most = ", ".join(f"{name} ({count:,})" for name, count in list(stop.by_moment.items())[:3])
    span = scenario.moments[scenario.start].span
    findings.add("M502", span, limit=f"{limit:,}", found=most)
