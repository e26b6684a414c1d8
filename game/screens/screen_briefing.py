"""The briefing: where the player will stand, whom they meet, what it teaches, and whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.settings import Timers
from game.play.journal import Mode
from game.screens.common import back_button, header, notice, settings_button, timers_of
from game.screens.icons import IconName
from game.screens.levels_shown import capital, level_scene
from game.screens.machine import Navigator, Place
from game.screens.pygame_import import pygame
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Label, Row, Scroll, Widget
from game.screens.window import BaseScreen

if TYPE_CHECKING:
    from game.app.levels import Level

RANKED_WORDS = "Counts for the leaderboard and opens the next level. No hints on the way."
PRACTICE_WORDS = "Coaching after every choice, and you may take it back. Not ranked."
TIMER_WORDS = {
    Timers.ON: "Some moments are timed: wait too long, and silence is your answer.",
    Timers.LONG: "Some moments are timed. You have twice the usual time.",
    Timers.OFF: "Some moments are timed for others. Your timers are off: take the time you need.",
}


class BriefingScreen(BaseScreen):
    """One level before it begins."""

    def __init__(self, nav: Navigator, level: Level) -> None:
        self.nav = nav
        self.level = self._known(level)
        request = nav.request
        self.at = request.at if request.level is not None and request.level.id == level.id else None
        self.mode = request.mode if self.at is None else Mode.PRACTICE
        self.trouble = ""

    def _known(self, level: Level) -> Level:
        """The same level with what the player reached on it, where it belongs to the library."""
        known = self.nav.app.level(level.id, self.nav.player)
        return known if known is not None and known.path == level.path else level

    # --- what is seen

    def build(self, ui: Ui) -> Widget:
        head = header(
            ui,
            self.level.chapter or self.level.title,
            back=back_button(ui, "Levels", self._back),
            actions=[settings_button(self.nav)],
        )
        start = Button(
            "Start the conversation",
            self._start,
            kind="primary",
            icon="play",
            style="lead",
            autofocus=True,
            key="start",
        )
        if ui.compact:
            thumb = level_scene(self.level, mood=self._mood(), ratio=1.15, flex=0.4)
            top = Row([thumb, Column(self._heading(), gap=8, flex=1)], gap=20, cross="start")
            words = Column([top, *self._matter(), *self._ways(ui)], gap=18, padding=(28, 12))
            return Column(
                [head, Scroll(words, flex=1, key="briefing"), Row([start], padding=(28, 14))], gap=0
            )
        is_low = ui.factor < 1
        words = Column(
            [*self._heading(), *self._matter(), *self._ways(ui)], gap=14 if is_low else 20, padding=(4, 0)
        )
        picture = level_scene(self.level, mood=self._mood(), corners=20, flex=1)
        told = Column(
            [Scroll(words, key="briefing"), Row([start], padding=(4, 4))],
            gap=8 if is_low else 18,
            flex=1.15,
            justify="centre",
        )
        body = Row([picture, told], cross="stretch", gap=32, padding=(28, 12 if is_low else 22), flex=1)
        return Column([head, body], gap=0)

    def _heading(self) -> list[Widget | None]:
        level = self.level
        names = ", ".join(person.name for person in level.scenario.customers) if level.scenario else ""
        where = " · ".join(part for part in (capital(level.contact), names) if part)
        return [
            Column(
                [
                    Label(where, "small", colour="accent", rich=False) if where else None,
                    Label(level.title, "title", rich=False),
                ],
                gap=4,
            ),
            Label(level.summary, "lead") if level.summary else None,
        ]

    def _matter(self) -> list[Widget | None]:
        if not self.level.teaches:
            return []
        titles = [Label(title, "strong", icon="flag") for title in self.level.teaches]
        return [Column([Label("You will practise", "small", colour="ink_soft"), *titles], gap=6)]

    def _ways(self, ui: Ui) -> list[Widget | None]:
        ranked = self._way(Mode.RANKED, "Ranked", "trophy", RANKED_WORDS)
        practice = self._way(Mode.PRACTICE, "Practice", "speech", PRACTICE_WORDS)
        timed = self._timed()
        return [
            Row([ranked, practice], gap=14, cross="stretch")
            if not ui.compact
            else Column([ranked, practice], gap=12),
            Label(timed, "small", colour="ink_soft", icon="clock") if timed else None,
            Label(self._from_within(), "small", colour="ink_soft", icon="info", rich=False)
            if self.at
            else None,
            notice(self.trouble) if self.trouble else None,
        ]

    def _way(self, mode: Mode, title: str, icon: IconName, words: str) -> Widget:
        chosen = self.mode is mode
        open_way = mode is Mode.PRACTICE or self.at is None
        return Button(
            title,
            lambda: self._choose(mode),
            content=Column(
                [
                    Row(
                        [
                            Label(title, "strong", icon=icon, flex=1),
                            Label("Chosen", "caption", colour="accent", icon="check") if chosen else None,
                        ]
                    ),
                    Label(words, "small", colour="ink_soft"),
                ],
                gap=4,
            ),
            selected=chosen,
            enabled=open_way,
            flex=1,
        )

    def _timed(self) -> str:
        scenario = self.level.scenario
        timed = scenario is not None and any(moment.seconds for moment in scenario.moments)
        return TIMER_WORDS[timers_of(self.nav)] if timed else ""

    def _from_within(self) -> str:
        return "You begin inside the conversation, as asked for: this attempt is not ranked."

    def _mood(self) -> str:
        scenario = self.level.scenario
        moods = scenario.moments[scenario.start].moods if scenario is not None else ()
        plain = [rule.mood.value for rule in moods if rule.when is None]
        return plain[-1] if plain else "calm"

    # --- what is done

    def _choose(self, mode: Mode) -> None:
        self.mode = mode
        self.nav.ui.announce(f"{mode.value} chosen")
        self.nav.ui.rebuild()

    def _start(self) -> None:
        nav = self.nav
        session = nav.app.begin(
            self.level,
            nav.player,
            nav.team,
            self.mode,
            seed=nav.request.seed,
            at=self.at,
            timers=timers_of(nav),
        )
        nav.play(session)

    def _back(self) -> None:
        self.nav.go(Place.CAMPAIGN)

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self._back()
            return True
        return False
