"""Button and Choice: things to press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from game.screens import richtext
from game.screens.icons import IconName
from game.screens.pygame_import import pygame
from game.screens.theme import BOLD_STYLES, LINE_SPACING, RADIUS_M, Colour, TextStyle, Token
from game.screens.widgets_base import Action, Common, Widget

if TYPE_CHECKING:
    from game.screens.ui import Ui

Kind = Literal["plain", "primary", "quiet", "danger"]
FOCUS_WIDTH = 3


class Pressable(Widget):
    """What a button and a choice share: focus, hover, press by mouse, Enter or Space."""

    role = "button"
    can_focus = True

    def __init__(self, on_press: Action | None, shortcut: str = "", **common: Unpack[Common]) -> None:
        """Call `on_press` when pressed; `shortcut` is a key's name ("1", "h") that presses it."""
        super().__init__(**common)
        self.action = on_press
        self.shortcut = shortcut
        self.hovered = False
        self.held = False

    def adopt(self, old: Widget) -> None:
        if isinstance(old, Pressable):
            self.hovered, self.held = old.hovered, old.held

    def press(self) -> None:
        """Do what it is for, if it can be done now."""
        if self.enabled and self.action is not None:
            self.action()

    def on_key(self, event: pygame.Event) -> bool:
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self.press()
            return True
        return False

    def takes_mouse(self) -> bool:
        return self.visible

    def on_press(self, at: tuple[int, int]) -> bool:
        self.held = self.enabled
        self.invalidate()
        return True

    def on_release(self, at: tuple[int, int], inside: bool) -> None:
        pressed = self.held and inside
        self.held = False
        self.invalidate()
        if pressed:
            self.press()

    def on_hover(self, at: tuple[int, int] | None) -> None:
        if self.hovered != (at is not None):
            self.hovered = at is not None
            self.invalidate()

    def draw_ring(self, ui: Ui, surface: pygame.Surface, radius: int) -> None:
        """Draw the focus around it, while it has it and the keyboard is in use."""
        if self.has_focus and ui.shows_focus:
            ui.paint.ring(surface, self.rect, radius, ui.theme.focus, ui.px(FOCUS_WIDTH), ui.px(2))


class Button(Pressable):
    """A button with text, an icon, or whole content of its own (a card to press)."""

    def __init__(
        self,
        text: str,
        on_press: Action | None = None,
        *,
        kind: Kind = "plain",
        icon: IconName | None = None,
        icon_only: bool = False,
        icon_after: bool = False,
        selected: bool = False,
        style: TextStyle = "body",
        content: Widget | None = None,
        shortcut: str = "",
        **common: Unpack[Common],
    ) -> None:
        """Show `text` (also its name when only the icon or `content` is shown).

        `kind`: primary (the one main action), plain, quiet (no outline), danger. `selected` marks the chosen
        one of several, as in tabs. `content` is drawn inside in place of the text.
        """
        super().__init__(on_press, shortcut, **common)
        self.text, self.kind, self.icon, self.icon_only = text, kind, icon, icon_only
        self.icon_after, self.selected, self.style, self.content = icon_after, selected, style, content

    def name(self) -> str:
        return richtext.plain(self.text)

    def describe(self) -> str:
        parts = [
            self.name(),
            self.role,
            "selected" if self.selected else "",
            "" if self.enabled else "unavailable",
        ]
        return ", ".join(part for part in parts if part)

    def children(self) -> tuple[Widget, ...]:
        return () if self.content is None else (self.content,)

    def _pads(self, ui: Ui) -> tuple[int, int]:
        if self.content is not None:
            return ui.space(14), ui.space(14)
        if self.icon_only:
            return ui.space(9), ui.space(9)
        return ui.space(18), ui.space(9)

    def _icon_px(self, ui: Ui) -> int:
        return round(ui.text_px(self.style) * 1.15) if self.icon else 0

    def _lead(self, ui: Ui) -> int:
        if not self.icon:
            return 0
        return self._icon_px(ui) + (0 if self.icon_only else ui.space(8))

    def _bold(self) -> bool:
        return self.kind == "primary" or self.style in BOLD_STYLES

    def content_width(self, ui: Ui) -> int:
        extra = self._lead(ui) + 2 * self._pads(ui)[0]
        if self.content is not None:
            return self.content.across_item(ui).basis + extra
        if self.icon_only:
            return extra
        return ui.paint.text_width(self.text, ui.text_px(self.style), self._bold()) + extra + 1

    def content_minimum(self, ui: Ui) -> int:
        extra = self._lead(ui) + 2 * self._pads(ui)[0]
        if self.content is not None:
            return self.content.across_item(ui).minimum + extra
        if self.icon_only:
            return extra
        return ui.paint.longest_word(self.text, ui.text_px(self.style), self._bold()) + extra + 1

    def content_height(self, ui: Ui, width: int) -> int:
        pad_x, pad_y = self._pads(ui)
        if self.content is not None:
            return self.content.down_item(ui, width - 2 * pad_x).basis + 2 * pad_y
        size = ui.text_px(self.style)
        if self.icon_only:
            return self._icon_px(ui) + 2 * pad_y
        block = ui.paint.block(
            self.text, size, self._bold(), max(1, width - 2 * pad_x - self._lead(ui)), False
        )
        return len(block.lines) * ui.paint.line_height(size, LINE_SPACING) + 2 * pad_y

    def place(self, ui: Ui, rect: pygame.Rect) -> None:
        self.rect = rect
        if self.content is not None:
            pad_x, pad_y = self._pads(ui)
            self.content.place(ui, rect.inflate(-2 * pad_x, -2 * pad_y))

    def _colours(self, ui: Ui) -> tuple[Colour | None, Colour, Colour]:
        """Give (fill or none, outline, text)."""
        theme = ui.theme
        ink: Token = "ink" if self.enabled else "ink_soft"
        if not self.enabled:
            return (None if self.kind == "quiet" else theme.sunken), theme.line, theme.ink_soft
        active = self.hovered or self.held
        if self.kind == "primary":
            fill = _mixed(theme.accent, theme.ink, 0.16 if active else 0)
            return fill, fill, theme.on_accent
        if self.selected:
            return theme.accent_soft, theme.accent, theme.ink
        if self.kind == "quiet":
            return (theme.sunken if active else None), theme.sunken, theme.colour(ink)
        text = theme.bad if self.kind == "danger" else theme.ink
        return (
            (theme.accent_soft if active else theme.raised),
            theme.bad if self.kind == "danger" else theme.edge,
            text,
        )

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        fill, edge, ink = self._colours(ui)
        radius = ui.px(RADIUS_M)
        if fill is not None:
            if self.content is not None:
                ui.paint.shadow(surface, self.rect, radius, ui.px(8), ui.theme)
            width = ui.border * (2 if self.selected else 1)
            ui.paint.panel(surface, self.rect, radius, fill, edge, width)
        self.draw_ring(ui, surface, radius)
        if self.content is not None:
            super().draw(ui, surface)
        else:
            self._draw_face(ui, surface, ink)

    def _draw_face(self, ui: Ui, surface: pygame.Surface, ink: Colour) -> None:
        size, side, lead = ui.text_px(self.style), self._icon_px(ui), self._lead(ui)
        pad_x, _ = self._pads(ui)
        room = max(1, self.rect.w - 2 * pad_x - lead)
        block = None if self.icon_only else ui.paint.block(self.text, size, self._bold(), room, False)
        wide = lead + (block.width if block else 0)
        x = self.rect.centerx - wide // 2
        if self.icon:
            at = (x + wide - side if self.icon_after else x, self.rect.centery - side // 2)
            ui.paint.icon(surface, self.icon, at, side, ink)
        if block is not None:
            high = len(block.lines) * ui.paint.line_height(size, LINE_SPACING)
            left = x if self.icon_after else x + lead
            ui.paint.text(
                surface,
                self.text,
                (left, self.rect.centery - high // 2),
                size,
                ink,
                bold=self._bold(),
                width=block.width + 1 if len(block.lines) > 1 else None,
                align="centre" if len(block.lines) > 1 else "left",
            )


class Choice(Pressable):
    """A card with something the player may say or do; numbered, or greyed with the reason it is locked."""

    role = "choice"

    def __init__(
        self,
        text: str,
        on_press: Action | None = None,
        *,
        number: int | None = None,
        locked: str = "",
        note: str = "",
        icon: IconName | None = None,
        **common: Unpack[Common],
    ) -> None:
        """Show `text` on a card; the key `number` (0 to 9) presses it.

        `locked` is the reason why it cannot be taken: the card is greyed and does nothing. `note` is a small
        line below the text.
        """
        shortcut = str(number) if number is not None and 0 <= number <= 9 and not locked else ""
        super().__init__(on_press, shortcut, **common)
        self.text, self.number, self.locked, self.note, self.icon = text, number, locked, note, icon

    def name(self) -> str:
        return richtext.plain(self.text)

    def describe(self) -> str:
        if self.locked:
            return f"{self.name()}, locked: {self.locked}"
        number = f"{self.number}: " if self.number is not None else ""
        return f"{number}{self.name()}" + (f", {self.note}" if self.note else "")

    def press(self) -> None:
        if self.locked:
            if self.ui is not None:
                self.ui.announce(self.describe())
        else:
            super().press()

    def _below(self) -> str:
        return self.locked or self.note

    def _metrics(self, ui: Ui) -> tuple[int, int, int]:
        """Give (horizontal padding, vertical padding, width of the number's column)."""
        badge = round(ui.text_px("body") * 1.5)
        return ui.space(14), ui.space(11), badge + ui.space(12)

    def content_width(self, ui: Ui) -> int:
        pad, _, lead = self._metrics(ui)
        return ui.paint.block(self.text, ui.text_px("body"), False, 1 << 20).width + lead + 2 * pad + 1

    def content_minimum(self, ui: Ui) -> int:
        pad, _, lead = self._metrics(ui)
        return ui.paint.longest_word(self.text, ui.text_px("body"), False) + lead + 2 * pad + 1

    def _parts(self, ui: Ui, width: int) -> tuple[int, int, int]:
        """Give (text width, text height, height of the line below) in pixels."""
        pad, _, lead = self._metrics(ui)
        room = max(1, width - lead - 2 * pad)
        text = ui.paint.block(self.text, ui.text_px("body"), False, room)
        high = len(text.lines) * ui.paint.line_height(ui.text_px("body"), LINE_SPACING)
        if not self._below():
            return room, high, 0
        below = ui.paint.block(self._below(), ui.text_px("small"), False, room)
        return room, high, len(below.lines) * ui.paint.line_height(ui.text_px("small"), LINE_SPACING)

    def content_height(self, ui: Ui, width: int) -> int:
        _, high, below = self._parts(ui, width)
        badge = round(ui.text_px("body") * 1.5)
        return max(high + below, badge) + 2 * self._metrics(ui)[1]

    def draw(self, ui: Ui, surface: pygame.Surface) -> None:
        theme, paint, rect, radius = ui.theme, ui.paint, self.rect, ui.px(RADIUS_M)
        usable = self.enabled and not self.locked
        active = usable and (self.hovered or self.held or (self.has_focus and ui.shows_focus))
        fill = theme.accent_soft if active else theme.raised if usable else theme.sunken
        if usable:
            paint.shadow(surface, rect, radius, ui.px(7), theme)
        paint.panel(surface, rect, radius, fill, theme.edge if usable else theme.line, ui.border)
        self.draw_ring(ui, surface, radius)
        pad, _, lead = self._metrics(ui)
        room, high, below = self._parts(ui, rect.w)
        top = rect.centery - (high + below) // 2
        self._draw_badge(ui, surface, top, usable)
        ink = theme.ink if usable else theme.ink_soft
        at = (rect.x + pad + lead, top)
        paint.text(surface, self.text, at, ui.text_px("body"), ink, width=room, rich=True)
        if below:
            at = (at[0], top + high)
            paint.text(surface, self._below(), at, ui.text_px("small"), theme.ink_soft, width=room, rich=True)

    def _draw_badge(self, ui: Ui, surface: pygame.Surface, top: int, usable: bool) -> None:
        theme, size = ui.theme, ui.text_px("body")
        side = round(size * 1.5)
        step = ui.paint.line_height(size, LINE_SPACING)
        box = pygame.Rect(self.rect.x + self._metrics(ui)[0], top + (step - side) // 2, side, side)
        icon: IconName | None = "lock" if self.locked else self.icon
        if icon is not None or self.number is None:
            small = round(side * 0.66)
            at = box.x + (side - small) // 2, box.y + (side - small) // 2
            ui.paint.icon(surface, icon or "speech", at, small, theme.ink_soft)
            return
        ui.paint.panel(surface, box, ui.px(6), theme.card, theme.edge if usable else theme.line, ui.border)
        text, small_px = str(self.number), ui.text_px("small")
        wide = ui.paint.text_width(text, small_px, True)
        high = ui.paint.line_height(small_px, LINE_SPACING)
        at = box.centerx - wide // 2, box.centery - high // 2
        ui.paint.text(surface, text, at, small_px, theme.ink if usable else theme.ink_soft, bold=True)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours, `share` of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
