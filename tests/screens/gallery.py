"""Every widget on one screen: looked at by people, and laid out by tests at every size."""

from __future__ import annotations

from game.screens.ui import Ui
from game.screens.widgets import (
    Button,
    Choice,
    Column,
    Em,
    Label,
    Meter,
    Picture,
    Row,
    Scroll,
    Select,
    Slider,
    Table,
    TableColumn,
    TextField,
    Toggle,
    Widget,
)
from game.screens.window import BaseScreen

SAYS = "My daughter's party starts in two hours and there is no cake. You _promised_ it would be here."
CHOICES = (
    "Two hours is tight. I'm staying with this until you have a cake in your hands.",
    "Orders can be up to two hours late. It's in our terms.",
    "I could put together a nut-free tier while you wait.",
)


class Gallery(BaseScreen):
    """A screen with all there is."""

    def __init__(self) -> None:
        self.pressed: list[str] = []

    def build(self, ui: Ui) -> Widget:
        first, second = self._controls(), self._talk()
        body: Widget
        if ui.compact:
            body = Scroll(Column([second, first], gap=20), flex=1, key="all")
        else:
            body = Row(
                [Scroll(first, flex=2, key="controls"), Scroll(second, flex=3, key="talk")],
                flex=1,
                cross="stretch",
                gap=20,
            )
        return Column([self._head(), Column([body], padding=(24, 8), flex=1)], gap=8)

    def _head(self) -> Widget:
        return Row(
            [
                Label("Moments of Truth", "title", flex=1),
                Button("Help", lambda: self.pressed.append("help"), icon="info", kind="quiet"),
                Button("Menu", lambda: self.pressed.append("menu"), icon="menu", icon_only=True),
            ],
            frame="bar",
            padding=(24, 10),
        )

    def _controls(self) -> Widget:
        return Column(
            [
                Label("Who is playing?", "heading"),
                TextField("Your name", "", placeholder="Type a name", suggestions=["Maya", "Martin", "Iris"]),
                Select("Team", ["North counter", "South counter", "Night shift"], 1),
                Slider("Text size", 100, low=100, high=200, step=10, show=lambda value: f"{value:.0f} %"),
                Toggle("Reduced motion", False),
                Toggle("Timers", True),
                Row(
                    [
                        Button("Start", lambda: self.pressed.append("start"), kind="primary", icon="play"),
                        Button("Back", kind="plain", icon="left"),
                        Button("Forget me", kind="danger"),
                        Button("Not now", enabled=False),
                        Button("Chosen", selected=True),
                    ],
                    wrap=True,
                ),
                Row(
                    [
                        Label("best", "small", colour="good", icon="star", pill=True),
                        Label("slip", "small", colour="warn", icon="minus", pill=True),
                        Label("blunder", "small", colour="bad", icon="cross", pill=True),
                        Label("neutral", "small", pill=True),
                    ],
                    wrap=True,
                    gap=8,
                ),
                Table(
                    "Board",
                    [
                        TableColumn("Rank", Em(2.4), text_align="right"),
                        TableColumn("Player", Em(6), flex=1),
                        TableColumn("Score", Em(4), text_align="right"),
                    ],
                    10_000,
                    lambda row, column: (str(row + 1), f"Player {row + 1}", f"{100 - row / 100:.1f}")[column],
                    own=4,
                    height=Em(11),
                ),
            ],
            gap=14,
        )

    def _talk(self) -> Widget:
        meters = Row(
            [
                Meter("Trust", 40, colour="trust", icon="shield", flex=1),
                Meter("Loyalty", 55, colour="loyalty", icon="heart", flex=1),
                Meter("Tension", 70, colour="tension", icon="bolt", low_is_good=True, flex=1),
            ],
            frame="flat",
            padding=14,
            gap=22,
            wrap=True,
        )
        speech = Row(
            [
                Picture("portraits/none.svg", alt="Maya", width=130, height=160),
                Column(
                    [Label("Maya Okafor", "strong", colour="accent"), Label(SAYS, "lead")],
                    frame="bubble",
                    padding=18,
                    gap=4,
                    flex=1,
                ),
            ],
            gap=26,
        )
        choices = [
            Choice(text, lambda text=text: self.pressed.append(text), number=index + 1)
            for index, text in enumerate(CHOICES[:2])
        ]
        return Column(
            [
                meters,
                speech,
                *choices,
                Choice(CHOICES[2], locked="You do not know enough about Maya yet."),
                Label(
                    "What this showed: _acknowledge the feeling_ before the fix.", "body", colour="ink_soft"
                ),
            ],
            gap=12,
        )
