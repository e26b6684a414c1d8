"""The debrief: how it ended, what went well, where it turned, and what every single choice cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.play.journal import Mode
from game.play.session import Session, start_of
from game.records.errors import StoreError
from game.rules.scoring import Band
from game.scenario.model import Customer
from game.screens import richtext
from game.screens.common import back_button, header, notice, settings_button, timers_of
from game.screens.debrief_chart import attempt_chart
from game.screens.debrief_highlights import turning_point, went_well
from game.screens.debrief_steps import Doings, every_choice, step_key
from game.screens.debrief_summary import Ranking, is_short, summary
from game.screens.debrief_words import decimal, look_of
from game.screens.machine import Navigator, Place
from game.screens.pygame_import import pygame
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Row, Scroll, Widget
from game.screens.widgets_button import Kind
from game.screens.window import BaseScreen

if TYPE_CHECKING:
    from game.app.levels import Level
    from game.learning.debrief import Debrief

_MOVES = {pygame.K_UP: -1, pygame.K_DOWN: 1}


class DebriefScreen(BaseScreen):
    """A finished attempt, judged. The selected choice is the same in the chart and in the list."""

    def __init__(self, nav: Navigator, **wanted: Any) -> None:
        """Show the attempt that has just ended; `selected` is the index of a choice to begin with."""
        if nav.session is None:
            raise ValueError("there is no attempt to look back on")
        self.nav = nav
        self.session: Session = nav.session
        if nav.debrief is None:
            nav.debrief = nav.app.finish(nav.session)
        self.result: Debrief = nav.debrief
        turning = self.result.turning_point
        first = turning.index if turning is not None else 0 if self.result.steps else None
        self.selected: int | None = wanted.get("selected", first)
        self.customer = 0
        self.line_shown = False
        self.level = self._level()
        self.next = self._next()
        self.ranking = self._ranking()
        self._reveal = self._focus_row = False

    # --- what is known beside the attempt

    def _level(self) -> Level | None:
        """The level that was played: of the library, or the file the game was started with."""
        begun, asked = self.session.begun, self.nav.request.level
        if asked is not None and asked.id == begun.scenario:
            return asked
        return self.nav.app.level(begun.scenario, self.nav.player)

    def _next(self) -> Level | None:
        """The level after this one, if it is open."""
        try:
            levels = self.nav.app.levels(self.nav.player)
        except StoreError:
            return None
        after = [one for one in levels if self.level is not None and one.number > self.level.number]
        mine = any(self.level is not None and one.path == self.level.path for one in levels)
        return (
            next((one for one in after if one.is_open and one.scenario is not None), None) if mine else None
        )

    def _ranking(self) -> Ranking | None:
        begun, app = self.session.begun, self.nav.app
        if self.result.is_void or self.result.outcome is None:
            return None
        if begun.mode is Mode.PRACTICE:
            return Ranking("Practice, not ranked", "speech")
        if begun.mode is not Mode.RANKED:
            return Ranking("Not ranked", "info")
        if app.problem:
            return None  # said in a notice of its own
        if self.result.score is None or not self.result.exact:
            return Ranking("A bound is not ranked", "info")
        try:
            rows = app.store.around(begun.player, app.current, begun.scenario, 0)
        except StoreError:
            return None
        if not rows:
            return None
        score = decimal(self.result.score)
        best = f"{rows[0].score:.1f}"
        if best == score:
            return Ranking(f"Rank {rows[0].rank} on this level's board", "trophy")
        return Ranking(f"Your best here stays {best}: rank {rows[0].rank}", "trophy")

    # --- what is seen

    def build(self, ui: Ui) -> Widget:
        head = header(
            ui,
            "Debrief" if ui.compact else f"Debrief: {richtext.plain(self.session.scenario.title)}",
            back=back_button(ui, "Levels", self._levels),
            actions=[self._board_button(ui), settings_button(self.nav)],
        )
        top: list[Widget | None] = [
            notice(self.nav.app.problem) if self.nav.app.problem else None,
            summary(ui, self.session, self.result, self.ranking),
        ]
        if ui.compact:
            items = [*top, self._ways(ui), *self._told(ui)[:2], self._chart(ui), *self._told(ui)[2:]]
            inner = Column(items, gap=22, padding=(24, 14))
            return Column([head, Scroll(inner, flex=1, key="debrief")], gap=0)
        glance = Scroll(
            Column([*top, self._chart(ui)], gap=8 if is_short(ui) else 14, padding=(4, 4)),
            flex=0.72,
            key="at a glance",
        )
        told = Scroll(Column(self._told(ui), gap=24, padding=(4, 4)), flex=1, key="debrief")
        body = Row([glance, told], cross="stretch", gap=26, padding=(24, 10), flex=1)
        return Column([head, body, self._ways(ui)], gap=0)

    def _told(self, ui: Ui) -> list[Widget | None]:
        doings = Doings(self.select_and_show, self._practise, self._toggle_line)
        return [
            went_well(ui, self.result, self.select_and_show),
            turning_point(self.result, self.select_and_show),
            every_choice(ui, self.session.scenario, self.result, self.selected, self.line_shown, doings)
            if self.result.steps
            else None,
        ]

    def _chart(self, ui: Ui) -> Widget | None:
        if not self.result.steps:
            return None
        customers = self.session.scenario.customers
        chart = attempt_chart(
            self.result,
            customers[self.customer],
            self.selected,
            self.select_and_show,
            flex=0 if ui.compact else 1,
            height=Em(13) if ui.compact else Em(8.2 if is_short(ui) else 9.5),
            autofocus=not ui.compact,
            key="chart",
        )
        return Column(
            [self._whose() if len(customers) > 1 else None, chart], gap=8, flex=0 if ui.compact else 1
        )

    def _whose(self) -> Widget:
        """The names to choose from, where there are several charts."""
        return Row(
            [self._name_button(customer) for customer in self.session.scenario.customers],
            wrap=True,
            gap=8,
        )

    def _name_button(self, customer: Customer) -> Button:
        return Button(
            customer.name,
            lambda: self._show_customer(customer.index),
            selected=customer.index == self.customer,
            style="small",
            key=f"chart of {customer.id}",
        )

    def _board_button(self, ui: Ui) -> Button:
        return Button(
            "Leaderboard",
            self._board,
            kind="quiet",
            icon="trophy",
            icon_only=ui.compact,
            key="board",
        )

    def _ways(self, ui: Ui) -> Widget:
        """Where to go from here; what makes most sense now is the main one."""
        passed = self.result.band not in (None, Band.NONE)
        turning = self.result.turning_point
        main = "on" if passed else "practise" if turning is not None else "again"

        def kind(name: str) -> Kind:
            return "primary" if name == main else "plain"

        practise = (
            Button(
                "Practise the turning point",
                lambda: self._practise(turning.index),
                kind=kind("practise"),
                icon="undo",
                key="practise",
            )
            if turning is not None
            else None
        )
        again = Button(self._again_words(), self._again, kind=kind("again"), icon="play", key="again")
        words = f"Next: {richtext.plain(self.next.title)}" if self.next is not None else "All levels"
        on = Button(words, self._on, kind=kind("on"), icon="right", icon_after=True, key="on")
        if ui.compact:
            ways = [way for way in (practise, again, on) if way is not None]
            ways.sort(key=_is_secondary)
            return Row(ways, wrap=True, gap=10)
        buttons: list[Widget | None] = [practise, again, Column([], flex=1), on]
        return Row(buttons, frame="bar", padding=(28, 10), gap=12)

    def _again_words(self) -> str:
        ranked = (
            self.level is not None
            and start_of(self.session.begun) is None
            and self.nav.app.is_ranked(self.level)
        )
        return "Play again, ranked" if ranked else "Play again"

    # --- what is done

    def select(self, index: int) -> None:
        """Select a choice, in the list and in the chart."""
        if not 0 <= index < len(self.result.steps):
            return
        if index != self.selected:
            self.line_shown = False
        self.selected = index
        step = self.result.steps[index]
        cost = f", {decimal(step.shown_lost)} lost" if step.shown_lost else ""
        self.nav.ui.announce(f"Choice {index + 1}, {look_of(step).word.lower()}{cost}")
        self.nav.ui.rebuild()

    def select_and_show(self, index: int) -> None:
        """Select a choice and bring it into view in the list."""
        self.select(index)
        self._reveal = True

    def _toggle_line(self) -> None:
        self.line_shown = not self.line_shown
        self.nav.ui.rebuild()

    def _show_customer(self, place: int) -> None:
        self.customer = place
        self.nav.ui.rebuild()

    def _practise(self, index: int) -> None:
        nav = self.nav
        nav.play(nav.app.retry_from(self.session, index, timers_of(nav)))

    def _again(self) -> None:
        nav, at = self.nav, start_of(self.session.begun)
        if self.level is None or self.level.scenario is None:
            self._practise(0)  # its file is gone: the version that was played can still be tried
            return
        mode = Mode.RANKED if at is None else self.session.begun.mode
        nav.play(nav.app.begin(self.level, nav.player, nav.team, mode, at=at, timers=timers_of(nav)))

    def _on(self) -> None:
        if self.next is not None:
            self.nav.go(Place.BRIEFING, level=self.next)
        else:
            self._levels()

    def _levels(self) -> None:
        self.nav.go(Place.CAMPAIGN)

    def _board(self) -> None:
        ranked = self.level is not None and self.nav.app.is_ranked(self.level)
        self.nav.look_at(Place.BOARD, level=self.session.begun.scenario if ranked else "")

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self._levels()
            return True
        if event.key in _MOVES and ui.focused is not None and self.selected is not None:
            return self._move(ui.focused.key, _MOVES[event.key])
        return False

    def _move(self, focused: str, by: int) -> bool:
        """Go from the row that has the focus to the next one, selecting it."""
        place = next((s.index for s in self.result.steps if step_key(s.index) == focused), None)
        if place is None or not 0 <= place + by < len(self.result.steps):
            return False
        self.select_and_show(place + by)
        self._focus_row = True
        return True

    def tick(self, dt: float) -> bool:
        """Bring the row that was just selected into view, once it has been built."""
        if not self._reveal or self.selected is None:
            return False
        ui = self.nav.ui
        ui.update()
        row = ui.find(step_key(self.selected))
        if row is not None and self._focus_row:
            ui.focus(row)
        whole = ui.find(f"{step_key(self.selected)} whole")
        if whole is not None:
            ui.reveal(whole)
        self._reveal = self._focus_row = False
        return False


def _is_secondary(way: Button) -> bool:
    return way.kind != "primary"
