"""The pause: going on, the settings, or leaving with the place kept."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.widgets import Button, Column, Em, Label, Modal

Do = Callable[[], object]


def pause_panel(go_on: Do, settings: Do, leave: Do, *, problem: str | None = None) -> Modal:
    """Make the dialog. `problem` says that what is played is not being kept, and why."""
    kept = (
        f"{problem} If you leave now, you cannot go on from here later."
        if problem
        else "The clock stands still. If you leave, your place is kept: you can go on from here another time."
    )
    return Modal(
        "Paused",
        [
            Label(
                kept,
                rich=False,
                colour="warn" if problem else "ink_soft",
                icon="warning" if problem else None,
            ),
            Column(
                [
                    Button("Go on", go_on, kind="primary", icon="play", autofocus=True, key="resume"),
                    Button("Settings", settings, icon="gear", key="pause-settings"),
                    Button("Leave for now", leave, icon="door", key="leave"),
                ],
                gap=10,
            ),
        ],
        on_dismiss=go_on,
        card_width=Em(22),
        key="pause",
    )
