"""Coaching after a choice, in practice: what it showed, why it landed so, what the customer kept back."""

from __future__ import annotations

from game.play.coaching import Coaching, Note
from game.screens.widgets import Column, Label, Row, Widget


def coaching_panel(coaching: Coaching) -> Widget:
    """Make the card that coaches on the latest choice."""
    return Column(
        [
            Label("Coaching", "small", colour="ink_soft", icon="info"),
            *[_note(note) for note in coaching.notes],
            Label(
                "The right thing at the wrong moment",
                "small",
                colour="warn",
                icon="clock",
                pill=True,
                align="start",
            )
            if coaching.misplaced
            else None,
            Label(coaching.text, "body", key="lesson") if coaching.text else None,
            _thought(coaching.thinks) if coaching.thinks else None,
        ],
        frame="card",
        padding=(20, 15),
        gap=9,
        key="coaching",
    )


def _note(note: Note) -> Widget:
    return Column(
        [
            Label(
                note.title,
                "strong",
                colour="good" if note.helps else "bad",
                icon="check" if note.helps else "cross",
                rich=False,
            ),
            Label(
                " · ".join(
                    part for part in ("helps" if note.helps else "does harm", note.principle_title) if part
                ),
                "caption",
                colour="ink_soft",
                rich=False,
            ),
        ],
        gap=0,
    )


def _thought(thinks: str) -> Widget:
    return Row(
        [
            Column(
                [
                    Label("What they kept to themselves", "caption", colour="ink_soft", icon="thought"),
                    Label(thinks, "body"),
                ],
                gap=2,
                flex=1,
            )
        ],
        frame="well",
        padding=(14, 10),
        key="thought",
    )
