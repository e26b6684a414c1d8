"""Coaching after a choice, in practice: what it showed, why it landed so, what the customer kept back."""

from __future__ import annotations

from game.play.coaching import Coaching, Note
from game.screens.icons import IconName
from game.screens.theme import Token
from game.screens.widgets import Column, Label, Row, Widget


def coaching_panel(coaching: Coaching, *, roomy: bool = True) -> Widget:
    """Make the card that coaches on the latest choice; `roomy` where there is no lack of height."""
    return Column(
        [
            Label("Coaching", "small", colour="ink_soft", icon="info"),
            *[_note(note, coaching.misplaced) for note in coaching.notes],
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
        padding=(20, 15 if roomy else 10),
        gap=9 if roomy else 5,
        key="coaching",
    )


def _note(note: Note, misplaced: bool) -> Widget:
    effect, icon, colour = _judged(note, misplaced)
    below = " · ".join(part for part in (effect, note.principle_title) if part)
    return Column(
        [
            Label(note.title, "strong", colour=colour, icon=icon, rich=False),
            Label(below, "caption", colour="ink_soft", rich=False) if below else None,
        ],
        gap=0,
    )


def _judged(note: Note, misplaced: bool) -> tuple[str, IconName, Token]:
    if misplaced:
        # What would have been right elsewhere counted for nothing here: no tick beside it.
        return "", "speech", "ink"
    return ("helps", "check", "good") if note.helps else ("does harm", "cross", "bad")


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
