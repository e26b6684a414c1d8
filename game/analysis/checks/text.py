"""Text: does every choice explain itself afterwards?"""

from __future__ import annotations

from game.analysis.checks.subject import Subject


def check_explanations(subject: Subject) -> None:
    """Every action has its own explanation or a behaviour's lesson."""
    for action in subject.scenario.actions:
        if not action.why and not any(r.lesson for shown in action.shows for r in shown.reactions):
            subject.findings.add("M701", action.span, found=subject.name_of(action))
