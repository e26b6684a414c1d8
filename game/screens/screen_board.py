"""The boards: each level and overall, players and teams, with the player's own row in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.errors import StoreError
from game.records.names import fold_name
from game.screens.common import back_button, header, notice
from game.screens.levels_shown import OUTCOME_WORDS
from game.screens.machine import Navigator
from game.screens.pygame_import import pygame
from game.screens.ui import Ui
from game.screens.widgets import (
    Button,
    Column,
    Em,
    Label,
    Picture,
    Row,
    Scroll,
    Select,
    Table,
    TableColumn,
    Widget,
)
from game.screens.window import BaseScreen

if TYPE_CHECKING:
    from game.records.store import BoardRow

TOP = 200
REACH = 5
WHOLE = 10  # up to so many rows a table is as high as its rows, not as the window


class BoardScreen(BaseScreen):
    """One board at a time: `level` is a level's id, "" for all of them."""

    def __init__(self, nav: Navigator, level: str = "", teams: bool = False) -> None:
        self.nav, self.level, self.teams = nav, level, teams
        self.choices = [("", "All levels"), *((one.id, one.title) for one in nav.app.levels())]
        self.player = nav.player or nav.app.settings.last_player
        self.team = nav.team or nav.app.settings.last_team
        self.rows: list[BoardRow | None] = []  # None stands for rows left out
        self.trouble = ""
        self._read()

    def _read(self) -> None:
        store, current, level = None, self.nav.app.current, self.level or None
        self.rows, self.trouble = [], ""
        try:
            store = self.nav.app.store
            if self.teams:
                self.rows = list(store.team_board(current, level, limit=None))
                return
            top = store.board(current, level, limit=TOP) if level else store.overall(current, limit=TOP)
            self.rows = list(top)
            if self.player and self._own() is None:
                own = store.around(self.player, current, level, REACH)
                self.rows += [None, *own] if own else []
        except StoreError as error:
            self.trouble = str(error)

    def _own(self) -> int | None:
        """Where the player's own row is, or their team's."""
        mine = fold_name(self.team if self.teams else self.player)
        for index, row in enumerate(self.rows):
            if mine and row is not None and fold_name(row.team if self.teams else row.player) == mine:
                return index
        return None

    # --- what is seen

    def build(self, ui: Ui) -> Widget:
        head = header(ui, "Leaderboard", back=back_button(ui, "Back", self.nav.back))
        body = self._table(ui) if self.rows else self._nothing(ui)
        return Column(
            [
                head,
                Column(
                    [self._picking(ui), notice(self.trouble) if self.trouble else None, body],
                    gap=16,
                    padding=(28, 16),
                    flex=1,
                ),
            ],
            gap=0,
        )

    def _picking(self, ui: Ui) -> Widget:
        index = next((place for place, (level, _) in enumerate(self.choices) if level == self.level), 0)
        return Row(
            [
                Select(
                    "Level",
                    [title for _, title in self.choices],
                    index,
                    self._pick_level,
                    width=Em(11 if ui.compact else 15),
                ),
                Button(
                    "Players",
                    lambda: self._pick_teams(False),
                    icon=None if ui.compact else "person",
                    selected=not self.teams,
                ),
                Button(
                    "Teams",
                    lambda: self._pick_teams(True),
                    icon=None if ui.compact else "people",
                    selected=self.teams,
                ),
            ],
            wrap=True,
            cross="end",
            gap=12,
        )

    def _table(self, ui: Ui) -> Widget:
        columns = [TableColumn("Rank", Em(3), text_align="right")]
        columns += (
            [TableColumn("Team", Em(7), flex=1)] if self.teams else [TableColumn("Player", Em(6), flex=1)]
        )
        if not self.teams and not ui.compact:
            columns.append(TableColumn("Team", Em(6), flex=1))
        columns.append(TableColumn(self._count_title(), Em(6)))
        columns.append(TableColumn("Score", Em(4), text_align="right"))
        return Table(
            "Teams" if self.teams else "Players",
            columns,
            len(self.rows),
            lambda row, column: self._cell(columns[column].title, row),
            own=self._own(),
            flex=1 if len(self.rows) > WHOLE else 0,
            autofocus=True,
            key=f"board {self.level} {self.teams}",
        )

    def _count_title(self) -> str:
        return "Members" if self.teams else "Outcome" if self.level else "Levels"

    def _cell(self, title: str, index: int) -> str:
        row = self.rows[index]
        if row is None:
            return "…" if title == "Rank" else ""
        match title:
            case "Rank":
                return str(row.rank)
            case "Player":
                return row.player
            case "Team":
                return row.team
            case "Score":
                return f"{row.score:.1f}"
            case "Outcome":
                return OUTCOME_WORDS.get(row.outcome or "", row.outcome or "")
        return str(row.count)

    def _nothing(self, ui: Ui) -> Widget:
        where = "this level" if self.level else "the board"
        words = (
            f"No team has a result on {where} yet." if self.teams else f"Nobody has a result on {where} yet."
        )

        def trophy(ui: Ui, surface: pygame.Surface, rect: pygame.Rect) -> None:
            side = min(rect.size)
            ui.paint.icon(surface, "trophy", (rect.centerx - side // 2, rect.y), side, ui.theme.accent)

        invitation = Column(
            [
                Picture(draw=trophy, height=72, visible=not ui.compact),
                Label(words, "heading", text_align="centre"),
                Label(
                    "Finish a level in ranked mode, and the first line here is yours.",
                    colour="ink_soft",
                    text_align="centre",
                ),
                Row(
                    [Button("Back to play", self.nav.back, kind="primary", icon="play", autofocus=True)],
                    justify="centre",
                ),
            ],
            gap=16,
            justify="centre",
            flex=1,
        )
        return Scroll(invitation, flex=1, key="empty board")

    # --- what is done

    def _pick_level(self, index: int) -> None:
        self.level = self.choices[index][0]
        self._read()
        self.nav.ui.rebuild()

    def _pick_teams(self, teams: bool) -> None:
        self.teams = teams
        self._read()
        self.nav.ui.rebuild()

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.nav.back()
            return True
        return False
