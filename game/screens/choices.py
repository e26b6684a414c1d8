"""What the player may say: numbered cards, locked ones with the reason, silence last, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play.attempt import Option
from game.play.clock import Clock
from game.scenario.model import Action
from game.screens.pygame_import import pygame
from game.screens.theme import Token
from game.screens.ui import Ui
from game.screens.widgets import Choice, Column, Label, Picture, Widget

SETTLE_S = 0.3
"""For so long after cards appear, Enter, Space and clicks meant for what was there before are let pass."""

SILENCE = "Say nothing."
SILENCE_TOLD = "You say nothing."


class Card(Choice):
    """A choice that cannot be taken by the very key or click that brought it."""

    def __init__(
        self, option: Option, choose: Callable[[Action], object], is_settled: Callable[[], bool], first: bool
    ) -> None:
        """Offer `option`. `is_settled` says if it has stood long enough; the first asks for the focus."""
        action = option.action
        why = f"Locked: {option.locked_reason}" if option.locked_reason else "Locked"
        super().__init__(
            SILENCE if action.is_silence else action.say,
            lambda: choose(action),
            number=option.number,
            locked="" if option.is_open else why,
            key=f"choice-{action.moment}-{action.id}",
            autofocus=first,
        )
        self._is_settled = is_settled

    def on_key(self, event: pygame.Event) -> bool:
        keys = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
        return (event.key in keys and not self._is_settled()) or super().on_key(event)

    def on_press(self, at: tuple[int, int]) -> bool:
        super().on_press(at)
        self.held = self.held and self._is_settled()
        return True


def choice_cards(
    options: Sequence[Option], choose: Callable[[Action], object], is_settled: Callable[[], bool]
) -> list[Widget]:
    """Make a card for each option, in the order displayed; the first open one asks for the focus."""
    first = next((option for option in options if option.is_open), None)
    return [Card(option, choose, is_settled, option is first) for option in options]


class TimerBar:
    """A bar that runs out, with the seconds in words; made anew with each tree, moved by `tick`."""

    def __init__(self, clock: Clock) -> None:
        """Show what is left of `clock`, which has a limit."""
        self.clock = clock
        self._bar = Picture(draw=self._draw, height=8, alt="", key="timer")
        self._words = Label(self._text(), "small", icon="clock", colour=self._colour(), key="timer-words")
        self.widget: Widget = Column([self._words, self._bar], gap=4, frame="flat", padding=(14, 9))
        self._seconds = self._left_s()

    def _left_s(self) -> int:
        return -(-(self.clock.remaining_ms or 0) // 1000)

    def _is_short(self) -> bool:
        return (self.clock.remaining_share or 0) < 1 / 3

    def _colour(self) -> Token:
        return "bad" if self._is_short() else "ink_soft"

    def _text(self) -> str:
        left = self._left_s()
        return (
            f"{left} second{'' if left == 1 else 's'} to answer. After that, saying nothing is your answer."
        )

    def tick(self) -> None:
        """Take note of the time."""
        ui = self._bar.ui
        if ui is None:
            return
        if self._left_s() != self._seconds:
            self._seconds = self._left_s()
            self._words.colour = self._colour()
            self._words.text = self._text()
            if self._seconds in (10, 5):
                ui.announce(f"{self._seconds} seconds left")
            self._bar.invalidate()
        elif not ui.reduced_motion:
            self._bar.invalidate()

    def _draw(self, ui: Ui, surface: pygame.Surface, rect: pygame.Rect) -> None:
        theme, radius = ui.theme, rect.h // 2
        limit = self.clock.limit_ms or 1
        share = self._left_s() * 1000 / limit if ui.reduced_motion else (self.clock.remaining_share or 0)
        ui.paint.panel(surface, rect, radius, theme.sunken, theme.edge, 1)
        filled = pygame.Rect(rect.x, rect.y, round(rect.w * min(1.0, share)), rect.h)
        if filled.w > 0:
            colour = theme.bad if self._is_short() else theme.accent
            ui.paint.rounded(surface, filled, min(radius, filled.w // 2), colour)
