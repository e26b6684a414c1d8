"""The header of a conversation: where it takes place, what it counts as, history and pause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.play.journal import Mode
from game.screens.conversation_body import SIDE
from game.screens.icons import IconName
from game.screens.talk import Talk
from game.screens.theme import Token
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Row, Widget

_MODES: dict[Mode, tuple[str, IconName, Token]] = {
    Mode.RANKED: ("Ranked", "trophy", "accent"),
    Mode.PRACTICE: ("Practice", "undo", "good"),
    Mode.UNRANKED: ("Not ranked", "circle", "ink_soft"),
}


@dataclass(frozen=True, slots=True)
class HeadHands:
    """What the header's buttons call."""

    take_back: Callable[[], object]
    history: Callable[[], object]
    pause: Callable[[], object]


def conversation_head(ui: Ui, talk: Talk, do: HeadHands, *, is_unkept: bool) -> Widget:
    """Make the header. `is_unkept`: what is played cannot be written to the records."""
    session = talk.session
    words, icon, colour = _MODES[session.begun.mode]
    compact = ui.compact
    contact = talk.telling.contact
    is_open = not (talk.is_paused or session.is_over)
    title = Column(
        [
            Label(session.scenario.title, "strong", lines=1),
            Label(contact.capitalize(), "caption", colour="ink_soft", lines=1)
            if contact and not compact
            else None,
        ],
        gap=0,
        flex=1,
    )
    back = Button(
        "Take back",
        do.take_back,
        kind="quiet",
        icon="undo",
        icon_only=compact,
        shortcut="b",
        enabled=talk.can_go_back and is_open,
        key="take-back",
    )
    return Row(
        [
            title,
            Label("Not kept", "small", colour="warn", icon="warning", pill=True) if is_unkept else None,
            Label(words, "small", colour=colour, icon=icon, pill=True),
            back if session.is_practice else None,
            Button(
                "History",
                do.history,
                kind="quiet",
                icon="history",
                icon_only=compact,
                shortcut="h",
                enabled=is_open,
                key="open-history",
            ),
            Button(
                "Pause",
                do.pause,
                kind="quiet",
                icon="pause",
                icon_only=compact,
                shortcut="p",
                enabled=is_open,
                key="open-pause",
            ),
        ],
        frame="bar",
        padding=(SIDE, 7),
        gap=10,
    )
