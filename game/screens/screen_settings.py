"""Settings: text size, theme, motion and timers, each with its effect shown at once; kept for each player."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, cast

from game.app.settings import LEAST_SCALE, MOST_SCALE, Timers
from game.screens.common import back_button, header, preferences_of, show_preferences, timers_of
from game.screens.machine import Navigator
from game.screens.pygame_import import pygame
from game.screens.theme import ThemeName
from game.screens.ui import Ui
from game.screens.widgets import Button, Choice, Column, Label, Meter, Row, Scroll, Slider, Toggle, Widget
from game.screens.window import BaseScreen

THEME_WORDS: dict[ThemeName, str] = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
TIMER_NAMES = {Timers.ON: "On", Timers.LONG: "Twice as long", Timers.OFF: "Off"}
TIMER_EFFECTS = {
    Timers.ON: "A timed moment of 25 seconds gives you 25 seconds.",
    Timers.LONG: "A timed moment of 25 seconds gives you 50 seconds.",
    Timers.OFF: "A timed moment waits as long as you need. You can still choose to say nothing.",
}
SCALE_STEP = 10
SAMPLE = "I've been waiting for a quarter of an hour. Could _somebody_ tell me what is going on?"
ANSWER = "That is a long wait. Let me find out, and I'll come back to you myself."


class SettingsScreen(BaseScreen):
    """The preferences of whoever plays."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav
        self._tension = 70

    def _keep(self, **changes: Any) -> None:
        nav = self.nav
        player = nav.player or nav.app.settings.last_player
        nav.app.settings.keep(player, replace(preferences_of(nav), **changes))
        show_preferences(nav)
        nav.ui.rebuild()

    def _keep_timers(self, timers: Timers) -> None:
        # What the command line asked for holds until the player chooses otherwise.
        self.nav.request = replace(self.nav.request, timers=None)
        self._keep(timers=timers)

    # --- what is seen

    def build(self, ui: Ui) -> Widget:
        head = header(ui, "Settings", back=back_button(ui, "Back", self.nav.back))
        controls = Column(
            [self._size(), self._themes(), self._timers(), self._motion(), self._whose()],
            frame="flat",
            padding=22,
            gap=24,
        )
        if ui.compact:
            both = Column([controls, self._sample()], gap=18, padding=(28, 14))
            return Column([head, Scroll(both, flex=1, key="settings page")], gap=0)
        body = Row(
            [
                Scroll(Column([controls]), flex=1, key="controls"),
                Scroll(Column([self._sample()]), flex=1, key="sample"),
            ],
            gap=24,
            padding=(28, 16),
            cross="stretch",
            flex=1,
        )
        return Column([head, body], gap=0)

    def _size(self) -> Widget:
        return Slider(
            "Text size",
            preferences_of(self.nav).text_scale,
            low=LEAST_SCALE,
            high=MOST_SCALE,
            step=SCALE_STEP,
            show=lambda value: f"{value:.0f} %",
            on_settled=self._resize,
            autofocus=True,
        )

    def _resize(self, scale: float) -> None:
        self._keep(text_scale=min(max(round(scale), LEAST_SCALE), MOST_SCALE))

    def _themes(self) -> Widget:
        chosen = preferences_of(self.nav).theme
        return _group(
            "Colours",
            [
                Button(
                    words,
                    partial(self._keep, theme=name),
                    selected=name == chosen,
                    icon="check" if name == chosen else None,
                )
                for name, words in THEME_WORDS.items()
            ],
        )

    def _motion(self) -> Widget:
        reduced = preferences_of(self.nav).reduced_motion
        words = "Meters jump to their new value." if reduced else "Meters move to their new value."
        return Column(
            [
                Toggle("Reduced motion", reduced, lambda on: self._keep(reduced_motion=on)),
                Label(words, "small", colour="ink_soft"),
            ],
            gap=2,
        )

    def _timers(self) -> Widget:
        chosen = timers_of(self.nav)
        buttons = [
            Button(
                words,
                partial(self._keep_timers, value),
                selected=value is chosen,
                icon="check" if value is chosen else None,
                key=f"timers {value}",
            )
            for value, words in TIMER_NAMES.items()
        ]
        return Column(
            [_group("Timers", buttons), Label(TIMER_EFFECTS[chosen], "small", colour="ink_soft")],
            gap=8,
        )

    def _whose(self) -> Widget:
        player = self.nav.player or self.nav.app.settings.last_player
        words = f"Kept for {player}." if player else "Kept for whoever plays first."
        return Label(words, "small", colour="ink_soft", icon="person", rich=False)

    def _sample(self) -> Widget:
        return Column(
            [
                Label("How it looks", "strong"),
                Column(
                    [Label("A customer", "strong", colour="accent"), Label(SAMPLE, "lead")],
                    frame="bubble",
                    tail="bottom",
                    tail_at=0.1,
                    padding=18,
                    gap=4,
                ),
                Column([], height=6),
                Choice(ANSWER, self._answer, number=1, note="Press it to see the meter move."),
                Meter(
                    "Tension",
                    self._tension,
                    colour="tension",
                    icon="bolt",
                    low_is_good=True,
                    key="sample meter",
                ),
            ],
            frame="flat",
            padding=22,
            gap=16,
        )

    def _answer(self) -> None:
        self._tension = 40 if self._tension == 70 else 70
        self.nav.ui.rebuild()

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.nav.back()
            return True
        return False


def _group(title: str, buttons: list[Button]) -> Widget:
    return Column(
        [
            Label(title, "strong"),
            Row(cast("list[Widget | None]", buttons), wrap=True, gap=10),
        ],
        gap=8,
    )
