"""Everything said so far, to read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play.lines import Kind, Said
from game.play.session import Reacting, Telling
from game.screens.choices import SILENCE_TOLD
from game.screens.meters_panel import signed
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Modal, Row, Scroll, Widget


def history_panel(told: Sequence[Telling | Reacting], close: Callable[[], object]) -> Modal:
    """Make the dialog; `close` is called however it is left."""
    rows: list[Widget] = []
    for part in told:
        if isinstance(part, Reacting):
            rows.append(_own(part))
        rows += [_line(said) for said in part.lines]
    if not rows:
        rows.append(Label("Nothing has been said yet.", colour="ink_soft"))
    return Modal(
        "What was said",
        [Column(rows, gap=11)],
        [Button("Close", close, kind="primary", autofocus=True, key="close-history")],
        on_dismiss=close,
        card_width=Em(40),
        key="history",
    )


def show_end(ui: Ui, modal: Modal) -> None:
    """Scroll the dialog to its end: the latest is what is looked for."""
    for widget in modal.walk():
        if isinstance(widget, Scroll):
            widget.scroll_to(1 << 20)


def _line(said: Said) -> Widget:
    if said.kind is Kind.NARRATION:
        return Label(said.text, "small", colour="ink_soft")
    mood = f", {said.mood.value}" if said.mood is not None else ""
    confided = ", in confidence" if said.kind is Kind.CONFIDED else ""
    return Column(
        [
            Row(
                [
                    Label(said.name, "small", colour="accent", rich=False),
                    Label((mood + confided).removeprefix(", "), "caption", colour="ink_soft"),
                ],
                gap=8,
                wrap=True,
            ),
            Label(said.text),
        ],
        gap=0,
    )


def _own(reaction: Reacting) -> Widget:
    several = len({change.customer for change in reaction.changes}) > 1
    moved = ", ".join(
        (f"{change.name}: " if several else "") + f"{change.meter} {signed(change.delta)}"
        for change in reaction.changes
    )
    return Column(
        [
            Label("You", "caption", colour="ink_soft"),
            Label(SILENCE_TOLD if reaction.action.is_silence else reaction.said),
            Label(moved[:1].upper() + moved[1:], "caption", colour="ink_soft", rich=False) if moved else None,
        ],
        frame="tint",
        padding=(14, 8),
        gap=1,
    )
