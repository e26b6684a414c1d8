"""The bill: every choice with what it cost, adding up to what the score lacks; the selected one in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.learning.better import LineStep
from game.learning.debrief import Debrief, Step
from game.scenario.model import METERS, Scenario
from game.screens.debrief_words import (
    MINUS,
    OUTCOME_LOOKS,
    decimal,
    heard_words,
    is_mistimed,
    look_of,
    loss_words,
    own_words,
    quoted,
    sum_words,
)
from game.screens.icons import IconName
from game.screens.theme import Token
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Row, Widget

_METER_LOOKS: dict[str, tuple[IconName, Token]] = {
    "trust": ("shield", "trust"),
    "loyalty": ("heart", "loyalty"),
    "tension": ("bolt", "tension"),
}


_NARROW = Em(62)  # a window narrower than this has judgement and loss below one another


@dataclass(frozen=True, slots=True)
class Doings:
    """What can be done with a choice of the list, by its index."""

    pick: Callable[[int], object]
    practise: Callable[[int], object]
    show_line: Callable[[], object]


def step_key(index: int) -> str:
    """Name the row of a choice."""
    return f"choice {index}"


def every_choice(
    ui: Ui, scenario: Scenario, result: Debrief, selected: int | None, line_shown: bool, doings: Doings
) -> Widget:
    """Make the list of choices with the sum below it; `line_shown`: the better line is written out."""
    rows = [
        _whole(ui, scenario, step, doings, line_shown) if step.index == selected else _row(ui, step, doings)
        for step in result.steps
    ]
    return Column([_heading(result), *rows, _sum(result)], gap=8)


def _heading(result: Debrief) -> Widget:
    words = "Every point the score lacks was lost at one of these."
    if result.score is None:
        words = "What you said, and what it showed."
    elif result.score == 100:
        words = "Not one of them cost you anything."
    return Column([Label("Every choice", "heading"), Label(words, "small", colour="ink_soft")], gap=2)


# --- a row


def _row(ui: Ui, step: Step, doings: Doings, *, chosen: bool = False) -> Button:
    look = look_of(step)
    lost = f", {decimal(step.shown_lost)} lost" if step.shown_lost else ""
    pill = None
    if step.label is not None:
        pill = Label(look.word, "small", colour=look.colour, icon=look.icon, pill=True)
    loss = Label(loss_words(step), "strong", text_align="right", width=Em(2.8), key=f"loss {step.index}")
    said = Label(own_words(step.action), rich=False, flex=1)
    number = Label(f"{step.index + 1}", "strong", colour="ink_soft", width=Em(1.3))
    to = Label(heard_words(step.heard), "small", colour="ink_soft", lines=0 if chosen else 1, rich=False)
    if ui.compact:
        inner: Widget = Column([Row([number, pill, Column([], flex=1), loss], gap=8), to, said], gap=4)
    else:
        words = Column([to, said], gap=1, flex=1)
        narrow = ui.area.w < ui.length(_NARROW)
        judged = [Column([pill, loss], cross="end", gap=4)] if narrow else [Row([pill], width=Em(6)), loss]
        inner = Row([number, words, *judged], gap=10)
    return Button(
        f"Choice {step.index + 1}, {look.word.lower()}{lost}: {own_words(step.action)}",
        lambda: doings.pick(step.index),
        content=inner,
        selected=chosen,
        key=step_key(step.index),
    )


def _sum(result: Debrief) -> Widget | None:
    if result.score is None:
        return None
    written = sum_words(result)
    lost = 100 - result.score
    total = Row(
        [
            Label("Lost in all", "strong", flex=1),
            Label(
                f"{MINUS}{decimal(lost)}" if lost else "0", "strong", text_align="right", key="lost in all"
            ),
        ],
        padding=(14, 0),
    )
    if not written:
        words = "These are bounds, not exact figures: they need not add up to the score."
        return Column([total, Label(words, "small", colour="ink_soft", icon="info")], gap=4)
    return Column(
        [total, Row([Label(written, "strong", key="sum", flex=1, text_align="right")], padding=(14, 0))],
        frame="well",
        padding=(0, 10),
        gap=2,
    )


# --- the selected choice


def _whole(ui: Ui, scenario: Scenario, step: Step, doings: Doings, line_shown: bool) -> Widget:
    coaching = step.coaching
    details = Column(
        [
            _thinks(scenario, step),
            _showed(step),
            Label(coaching.text) if coaching.text else None,
            _moved(scenario, step),
            _better(step, doings, line_shown),
            Row(
                [
                    Button(
                        f"Practise from choice {step.index + 1}",
                        lambda: doings.practise(step.index),
                        icon="undo",
                        key=f"practise {step.index}",
                    )
                ],
                wrap=True,
            ),
        ],
        padding=(18, 14),
        gap=12,
    )
    return Column(
        [_row(ui, step, doings, chosen=True), details],
        frame="flat",
        gap=0,
        key=f"{step_key(step.index)} whole",
    )


def _thinks(scenario: Scenario, step: Step) -> Widget | None:
    if not step.coaching.thinks:
        return None
    speaker = scenario.moments[step.action.moment].speaker
    name = next((one.name for one in scenario.customers if one.id == speaker), "They")
    return Column(
        [
            Label(f"{name} kept this back", "caption", colour="ink_soft", icon="thought", rich=False),
            Label(quoted(step.coaching.thinks), "small", rich=False),
        ],
        gap=2,
    )


def _showed(step: Step) -> Widget | None:
    notes = step.coaching.notes
    if not notes:
        return None
    pills: list[Widget | None] = [
        Label(
            note.title,
            "small",
            colour="good" if note.helps else "bad",
            icon="check" if note.helps else "cross",
            pill=True,
            rich=False,
        )
        for note in notes
    ]
    if is_mistimed(step):
        pills.append(Label("Right thing, wrong moment", "small", colour="warn", icon="clock", pill=True))
    return Row([Label("It showed", "small", colour="ink_soft"), *pills], wrap=True, gap=8)


def _moved(scenario: Scenario, step: Step) -> Widget | None:
    """What the meters did until the next choice."""
    several = len(scenario.customers) > 1
    chips: list[Widget] = []
    for place, (before, after) in enumerate(zip(step.before.meters, step.after.meters, strict=True)):
        if after == before:
            continue
        meter = METERS[place % 3]
        icon, colour = _METER_LOOKS[meter]
        sign = "+" if after > before else MINUS
        who = f"{scenario.customers[place // 3].name}: " if several else ""
        words = f"{who}{meter.capitalize()} {sign}{abs(after - before)}"
        chips.append(Label(words, "small", colour=colour, icon=icon, rich=False))
    return Row(chips, wrap=True, gap=18) if chips else None


def _better(step: Step, doings: Doings, line_shown: bool) -> Widget | None:
    if not step.better_line:
        return (
            None
            if step.label is None
            else Label("Nothing better was open to you here.", "small", icon="check")
        )
    first, *rest = step.better_line
    answers = [heard_words(said, 160) for said in first.replies]
    why = step.better_coaching.text if step.better_coaching is not None else ""
    lines: list[Widget] = [
        Label("Better here", "small", colour="good", icon="star"),
        Label(own_words(first.action), "strong", rich=False),
        *(Label(answer, "small", icon="speech", rich=False) for answer in answers),
    ]
    if why:
        lines.append(Label(why, "small", colour="ink_soft"))
    lines.append(_where_to(step, len(rest), doings, line_shown))
    if line_shown:
        lines += [_line_step(one) for one in rest]
    return Column(lines, frame="flat", padding=(16, 12), gap=8)


def _where_to(step: Step, more: int, doings: Doings, line_shown: bool) -> Widget:
    end = None
    if step.better_outcome is not None:
        look = OUTCOME_LOOKS[step.better_outcome]
        colour: Token = look.colour
        end = Label(look.word, "small", colour=colour, icon=look.icon, pill=True)
    words = "Hide the way there" if line_shown else f"Show the way there: {more} more"
    toggle = Button(
        words,
        doings.show_line,
        kind="quiet",
        style="small",
        icon="up" if line_shown else "down",
        key="better line",
    )
    return Row(
        [Label("Leads to", "small", colour="ink_soft"), end, toggle if more else None], wrap=True, gap=10
    )


def _line_step(one: LineStep) -> Widget:
    said = heard_words(one.heard, 80)
    return Column(
        [
            Label(said, "small", colour="ink_soft", rich=False) if said else None,
            Label(f"You: {own_words(one.action)}", "small", icon="right", rich=False),
        ],
        gap=1,
    )


__all__ = ["Doings", "every_choice", "step_key"]
