"""Modal: a dialog above the screen that holds the focus until it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from game.screens.pygame_import import pygame
from game.screens.widgets_base import Action, Common, Em, Length, Widget
from game.screens.widgets_box import Column, Row
from game.screens.widgets_button import Button
from game.screens.widgets_scroll import Scroll
from game.screens.widgets_text import Label

if TYPE_CHECKING:
    from game.screens.ui import Ui


class Modal(Widget):
    """A card in the middle of the window. Show it with `ui.open(modal)`, end it with `ui.close(modal)`."""

    role = "dialog"

    def __init__(
        self,
        title: str,
        body: Sequence[Widget | None] = (),
        actions: Sequence[Button] = (),
        *,
        on_dismiss: Action | None = None,
        can_dismiss: bool = True,
        card_width: Length | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Ask something: `body` scrolls if it is long, `actions` stand below it (closing is up to them).

        Escape and a click beside the card close it, then call `on_dismiss`, unless `can_dismiss` is False.
        """
        super().__init__(**common)
        self.title, self.on_dismiss, self.can_dismiss = title, on_dismiss, can_dismiss
        self.card_width: Length = Em(30) if card_width is None else card_width
        self._body = Column(list(body), gap=12)
        self.card = Column(
            [
                Label(title, "heading"),
                Scroll(self._body, flex=1) if body else None,
                Row(list(actions), wrap=True, justify="end", gap=10) if actions else None,
            ],
            frame="card",
            padding=24,
            gap=14,
        )

    def name(self) -> str:
        return self.title

    def children(self) -> tuple[Widget, ...]:
        return (self.card,)

    def dismiss(self) -> None:
        """Close it without an answer, if that is allowed."""
        if self.can_dismiss and self.ui is not None:
            self.ui.close(self)
            if self.on_dismiss is not None:
                self.on_dismiss()

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        self.rect = rect
        width = min(ui.length(self.card_width), rect.w - 2 * ui.px(24))
        height = min(self.card.content_height(ui, width), rect.h - 2 * ui.px(20))
        card = pygame.Rect(0, 0, width, height)
        card.center = rect.center
        self.card.place(ui, card)

    def takes_mouse(self) -> bool:
        return True

    def on_press(self, at: tuple[int, int]) -> bool:
        if not self.card.rect.collidepoint(at):
            self.dismiss()
        return False
