"""What was told and said, as it stands beside the stage: bubbles, narration, the player's own words."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.lines import Kind, Said
from game.play.session import Reacting
from game.screens.choices import SILENCE_TOLD
from game.screens.theme import TextStyle
from game.screens.widgets import Column, Label, Row, Widget


def newest_line(said: Said, *, large: bool, tail_at: float, key: str = "newest") -> Widget:
    """Make the line that was just said: a bubble with its tail to the speaker, or a card of narration.

    `tail_at` is how far down the tail sits, 0 to 1.
    """
    style: TextStyle = "lead" if large else "body"
    if said.kind is Kind.NARRATION:
        return Column([Label(said.text, style)], frame="flat", padding=(20, 14), key=key)
    return Column(
        [_who(said), Label(said.text, style)],
        frame="bubble",
        tail="left",
        tail_at=tail_at,
        padding=(20, 13),
        gap=3,
        key=key,
    )


def _who(said: Said) -> Widget:
    mood = said.mood.value if said.mood is not None else ""
    confided = said.kind is Kind.CONFIDED
    return Row(
        [
            Label(said.name, "strong", colour="accent", rich=False),
            Label(mood, "small", colour="ink_soft") if mood else None,
            Label("in confidence", "caption", colour="accent", icon="heart", pill=True) if confided else None,
        ],
        gap=9,
        wrap=True,
    )


def earlier_lines(lines: Sequence[Said]) -> Widget | None:
    """Make what was said just before, quieter; None where nothing was."""
    if not lines:
        return None
    rows: list[Widget] = []
    for said in lines:
        words = said.text if said.kind is Kind.NARRATION else f"{said.name}: {said.text}"
        rows.append(Label(words, "small", colour="ink_soft"))
    return Column(rows, frame="flat", padding=(16, 10), gap=6, key="earlier")


def own_words(reaction: Reacting) -> Widget:
    """Make what the player said or did."""
    silent = reaction.action.is_silence
    return Column(
        [
            Label("You", "caption", colour="ink_soft"),
            Label(SILENCE_TOLD if silent else reaction.said, "body", colour="ink_soft" if silent else "ink"),
        ],
        frame="tint",
        padding=(18, 10),
        gap=1,
        key="own-words",
    )


def aftermath(reaction: Reacting) -> Widget | None:
    """Make the notes on what else an action led to: a sale, somebody leaving."""
    notes: list[Widget] = []
    if reaction.sale:
        notes.append(Label(f"Sold for {reaction.sale}", "small", colour="good", icon="plus", pill=True))
    notes += [
        Label(f"{name} walks out", "small", colour="bad", icon="door", pill=True, rich=False)
        for name in reaction.left
    ]
    return Row(notes, wrap=True, gap=8) if notes else None
