"""What comes before the bill: what was done well, and the choice that cost most."""

from __future__ import annotations

from collections.abc import Callable

from game.learning.debrief import Debrief, Step
from game.screens.debrief_words import (
    OUTCOME_LOOKS,
    decimal,
    heard_words,
    look_of,
    own_words,
    shown_words,
)
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Row, Widget

MOST_PRAISED = 3

Pick = Callable[[int], object]


def went_well(ui: Ui, result: Debrief, pick: Pick) -> Widget | None:
    """Make the card of what was done well; of a complete attempt there is always something true to say."""
    praised = result.went_well[:MOST_PRAISED]
    if result.outcome is None and not praised:
        return None
    lines: list[Widget] = [_praise(ui, step, pick) for step in praised]
    if not lines:
        lines = [_kind_words(ui, result, pick)]
    head = Column([Label("What went well", "heading")], padding=(14, 0))
    return Column([head, *lines], frame="flat", padding=(4, 12), gap=0)


def _praise(ui: Ui, step: Step, pick: Pick) -> Widget:
    look = look_of(step)
    pill = Label(look.word, "small", colour=look.colour, icon=look.icon, pill=True)
    return Button(
        f"{shown_words(step)}, choice {step.index + 1}",
        lambda: pick(step.index),
        kind="quiet",
        content=Row(
            [
                Label("", "strong", icon="check", colour="good"),
                Column(
                    [
                        Label(shown_words(step), "strong", rich=False),
                        Label(own_words(step.action), "small", colour="ink_soft", rich=False),
                    ],
                    gap=1,
                    flex=1,
                ),
                pill if not ui.compact else None,
            ],
            gap=8,
            cross="start",
        ),
        key=f"praise {step.index}",
    )


def _kind_words(ui: Ui, result: Debrief, pick: Pick) -> Widget:
    """Where nothing was best: the choice that came nearest, or that finishing counts as well."""
    helping = [step for step in result.steps if step.coaching.helping and step.lost is not None]
    nearest = min(helping, key=lambda step: (step.lost or 0, step.index), default=None)
    if nearest is not None:
        return _praise(ui, nearest, pick)
    words = "You stayed to the end and are looking back at it: that is where getting better begins."
    return Column([Label(words, colour="ink_soft")], padding=(14, 6))


def turning_point(result: Debrief, pick: Pick) -> Widget | None:
    """Make the card of the choice that cost most, with what could have been said instead."""
    step = result.turning_point
    if result.outcome is None:
        return None
    if step is None:
        return None if any(one.lost is None for one in result.steps) else _flawless()
    better = step.better
    return Column(
        [
            Label("The turning point", "heading"),
            Label(_cost_words(result, step), "small", colour="ink_soft"),
            Label(heard_words(step.heard), "small", icon="speech", rich=False) if step.heard else None,
            Label(f"You: {own_words(step.action)}", icon=look_of(step).icon, rich=False),
            Label(f"Better: {own_words(better)}", "strong", colour="good", icon="star", rich=False)
            if better is not None
            else None,
            _leads_to(result),
            Row(
                [
                    Button("Look closer", lambda: pick(step.index), icon="down"),
                ],
                wrap=True,
                gap=10,
            ),
        ],
        frame="tint",
        padding=(18, 14),
        gap=8,
    )


def _cost_words(result: Debrief, step: Step) -> str:
    lost = step.shown_lost
    if lost is None or result.score is None:
        return f"Choice {step.index + 1} cost most."
    whole = 100 - result.score
    cost = f"all {decimal(whole)}" if lost == whole else f"{decimal(lost)} of the {decimal(whole)}"
    return f"Choice {step.index + 1} cost {cost} points missing."


def _leads_to(result: Debrief) -> Widget | None:
    if result.better_outcome is None:
        return None
    look = OUTCOME_LOOKS[result.better_outcome]
    words = f"From there, {look.word.lower()} was still open."
    if result.better_outcome is result.outcome:
        words = f"It would still have been {look.word.lower()}, and a better one."
    return Label(words, "small", icon=look.icon)


def _flawless() -> Widget:
    return Column(
        [
            Label("No turning point", "heading"),
            Label("Every choice was a best one. There was no better line to find.", icon="star"),
        ],
        frame="tint",
        padding=(18, 14),
        gap=8,
    )
