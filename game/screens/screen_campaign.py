"""The campaign: the service cycle, a card for every level, and attempts that were cut short."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from game.records.errors import StoreError
from game.screens.common import PAGE_X, header, notice, settings_button, timers_of
from game.screens.levels_shown import is_broken, level_card, locked_reason
from game.screens.machine import Navigator, Place
from game.screens.pygame_import import pygame
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Modal, Row, Scroll, Widget
from game.screens.window import BaseScreen

if TYPE_CHECKING:
    from game.app.levels import Level
    from game.app.wiring import Unfinished

COLUMN = Em(14)  # the least width of a card that stands upright
MOST_UNFINISHED = 3


class CampaignScreen(BaseScreen):
    """Every level of the library, as this player stands with it."""

    def __init__(self, nav: Navigator) -> None:
        self.nav = nav
        self.levels: tuple[Level, ...] = ()
        self.unfinished: tuple[Unfinished, ...] = ()
        self.trouble = ""
        self._read()

    def _read(self) -> None:
        app = self.nav.app
        try:
            self.unfinished = app.unfinished(self.nav.player)[:MOST_UNFINISHED]
            self.levels = app.levels(self.nav.player)
        except StoreError as error:
            self.trouble = str(error)
            self.levels = app.levels()

    def _is_open(self, level: Level) -> bool:
        # Without records nothing can be completed: then nothing waits for it either.
        return level.is_open or bool(self.trouble)

    def _next(self) -> Level | None:
        """The first level that is open, sound and not played yet."""
        if self.unfinished:
            return None
        return next(
            (
                one
                for one in self.levels
                if self._is_open(one) and one.best_score is None and not is_broken(one)
            ),
            None,
        )

    # --- what is seen

    def build(self, ui: Ui) -> Widget:
        head = header(
            ui,
            "The service cycle" if not ui.compact else "Levels",
            note=self._progress(),
            actions=[self._who(ui), self._board(ui), settings_button(self.nav)],
        )
        body = Column(
            [
                notice(f"{self.trouble} Every level is open; results are not kept.")
                if self.trouble
                else None,
                *(self._cut_short(ui, one, index) for index, one in enumerate(self.unfinished)),
                *self._cards(ui),
            ],
            gap=20,
            padding=(PAGE_X, 14),
        )
        return Column([head, Scroll(body, flex=1, key="levels")], gap=0)

    def _progress(self) -> str:
        done = sum(level.best_score is not None for level in self.levels)
        return f"{done} of {len(self.levels)} finished" if done else ""

    def _who(self, ui: Ui) -> Widget:
        name = self.nav.player
        team = f" · {self.nav.team}" if self.nav.team and not ui.compact else ""
        return Button(
            f"{name}{team}",
            lambda: self.nav.go(Place.WHO),
            kind="quiet",
            icon="person",
            icon_only=ui.compact,
            key="who",
        )

    def _board(self, ui: Ui) -> Widget:
        return Button(
            "Leaderboard",
            lambda: self.nav.look_at(Place.BOARD),
            kind="quiet",
            icon="trophy",
            icon_only=ui.compact,
            key="board",
        )

    def _cut_short(self, ui: Ui, one: Unfinished, index: int) -> Widget:
        after = "before the first choice" if not one.actions else f"after {_choices(one.actions)}"
        practice = " in practice" if one.kept.begun.mode.value == "practice" else ""
        words = Column(
            [
                Label(f"You stopped in {one.level_title}{practice}", "strong", rich=False),
                Label(f"It waits {after}, exactly as you left it.", "small", colour="ink_soft"),
            ],
            gap=2,
            flex=0 if ui.compact else 1,
        )
        buttons = Row(
            [
                Button(
                    "Go on",
                    lambda: self._go_on(one),
                    kind="primary" if index == 0 else "plain",
                    icon="play",
                    autofocus=index == 0,
                    key=f"go on {index}",
                ),
                Button("Discard", lambda: self._ask_discard(one), kind="quiet", key=f"discard {index}"),
            ],
            wrap=True,
            gap=10,
        )
        if ui.compact:
            return Column([words, buttons], frame="tint", padding=(18, 14), gap=10)
        return Row([words, buttons], frame="tint", padding=(18, 12), gap=18)

    def _cards(self, ui: Ui) -> list[Widget]:
        across = columns_for(ui, len(self.levels))
        stages = [(title, list(levels)) for title, levels in groupby(self.levels, lambda one: one.chapter)]
        cells = [
            self._cell(level, title if place == 0 else "", number, upright=across > 2)
            for number, (title, levels) in enumerate(stages, 1)
            for place, level in enumerate(levels)
        ]
        rows = [cells[start : start + across] for start in range(0, len(cells), across)]
        return [
            Row([*row, *(Column([], flex=1) for _ in range(across - len(row)))], cross="stretch", gap=18)
            for row in rows
        ]

    def _cell(self, level: Level, stage: str, number: int, *, upright: bool) -> Widget:
        card = level_card(
            level,
            lambda: self._open(level),
            upright=upright,
            is_next=level is self._next(),
            ratio=1.5 if self.unfinished else 1.1,
        )
        caption = f"{number}. {stage}" if stage else " "
        return Column([Label(caption, "small", colour="accent", lines=1, rich=False), card], gap=6, flex=1)

    # --- what is done

    def _open(self, level: Level) -> None:
        if is_broken(level):
            self._say(
                level.title,
                f"Its file has errors, so it cannot be played. `moments check {level.path}` lists them.",
            )
        elif not self._is_open(level):
            self._say(f"{level.title} is still locked", f"{locked_reason(level)}: finish that first, ranked.")
        else:
            self.nav.go(Place.BRIEFING, level=level)

    def _say(self, title: str, words: str) -> None:
        ui = self.nav.ui
        modal: Modal = Modal(
            title,
            [Label(words, rich=False)],
            [Button("All right", lambda: ui.close(modal), kind="primary", autofocus=True)],
        )
        ui.open(modal)

    def _go_on(self, one: Unfinished) -> None:
        self.nav.play(self.nav.app.go_on(one, timers_of(self.nav)))

    def _ask_discard(self, one: Unfinished) -> None:
        ui = self.nav.ui

        def discard() -> None:
            ui.close(modal)
            try:
                self.nav.app.discard(one)
            except StoreError as error:
                self.trouble = str(error)
            self._read()
            ui.rebuild()

        modal: Modal = Modal(
            "Discard this attempt?",
            [
                Label(
                    f"{one.level_title}, {_choices(one.actions)} taken. You cannot go on with it afterwards.",
                    rich=False,
                )
            ],
            [
                Button("Keep it", lambda: ui.close(modal), autofocus=True),
                Button("Discard it", discard, kind="danger"),
            ],
        )
        ui.open(modal)

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.nav.go(Place.TITLE)
            return True
        return False


def columns_for(ui: Ui, count: int) -> int:
    """Give how many cards stand beside one another: 1, 2 or 4, by room and by how many there are."""
    if ui.compact:
        return 1
    room = ui.area.w - 2 * ui.space(PAGE_X)
    return 4 if count > 2 and room >= 4 * ui.length(COLUMN) + 3 * ui.space(18) else 2


def _choices(count: int) -> str:
    return "1 choice" if count == 1 else f"{count} choices"
