"""The conversation: the place and the person, what is said, what may be answered, and how it moves them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.play.journal import Mode
from game.play.phases import Phase
from game.scenario.model import Action
from game.screens.choices import SETTLE_S, TimerBar, choice_cards
from game.screens.coaching_panel import coaching_panel
from game.screens.common import timers_of
from game.screens.history_panel import history_panel, show_end
from game.screens.icons import IconName
from game.screens.machine import Navigator, Place
from game.screens.meters_panel import meters_panel, meters_strip, why_list
from game.screens.pause_panel import pause_panel
from game.screens.pygame_import import pygame
from game.screens.speech import aftermath, earlier_lines, newest_line, own_words
from game.screens.stage import Stage, head_and_shoulders
from game.screens.talk import Talk
from game.screens.theme import Token
from game.screens.ui import Ui
from game.screens.widgets import Button, Column, Em, Label, Modal, Row, Scroll, Widget
from game.screens.widgets_scroll import INSET
from game.screens.window import BaseScreen

_MODES: dict[Mode, tuple[str, IconName, Token]] = {
    Mode.RANKED: ("Ranked", "trophy", "accent"),
    Mode.PRACTICE: ("Practice", "undo", "good"),
    Mode.UNRANKED: ("Not ranked", "circle", "ink_soft"),
}
_GO_ON_KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
BESIDE_MOUTH, BESIDE_HEAD = 0.85, 0.3  # where a bubble's tail sits, 0 to 1 down its side
TAIL_ROOM = 22  # what a bubble's tail needs to the left of it, in design pixels
SIDE, EDGE, EDGE_SMALL = 26, 20, 8  # padding of the body in design pixels: at the sides, above and below


class ConversationScreen(BaseScreen):
    """Plays the attempt in `nav.session` to its end, then leads to the debrief."""

    def __init__(self, nav: Navigator, **wanted: Any) -> None:
        """Take the attempt from `nav.session`; it may be new, or one that is gone on with."""
        assert nav.session is not None, "a conversation needs an attempt"
        self.nav = nav
        self.session = nav.session
        self.talk = Talk(nav.session)
        self._stood_s = 0.0  # how long what is shown has stood
        self._timer: TimerBar | None = None
        self._modal: Modal | None = None
        self._to_reveal = True
        self._is_waiting = False  # for the proof, after the end
        self._said_last = ""

    # --- building

    def build(self, ui: Ui) -> Widget:
        self._timer = None
        head = self._head(ui)
        high = ui.area.h - head.content_height(ui, ui.area.w)
        body = self._compact(ui, high) if ui.compact else self._wide(ui, high)
        return Column([head, body], gap=0)

    def _head(self, ui: Ui) -> Widget:
        words, icon, colour = _MODES[self.session.begun.mode]
        talk, compact = self.talk, ui.compact
        contact = talk.telling.contact
        is_open = not (talk.is_paused or self.session.is_over)
        title = Column(
            [
                Label(self.session.scenario.title, "strong", lines=1),
                Label(contact.capitalize(), "caption", colour="ink_soft", lines=1)
                if contact and not compact
                else None,
            ],
            gap=0,
            flex=1,
        )
        back = Button(
            "Take back",
            self.take_back,
            kind="quiet",
            icon="undo",
            icon_only=compact,
            shortcut="b",
            enabled=talk.can_go_back and is_open,
            key="take-back",
        )
        return Row(
            [
                title,
                Label("Not kept", "small", colour="warn", icon="warning", pill=True)
                if self.nav.app.problem
                else None,
                Label(words, "small", colour=colour, icon=icon, pill=True),
                back if self.session.is_practice else None,
                Button(
                    "History",
                    self.open_history,
                    kind="quiet",
                    icon="history",
                    icon_only=compact,
                    shortcut="h",
                    enabled=is_open,
                    key="open-history",
                ),
                Button(
                    "Pause",
                    self.pause,
                    kind="quiet",
                    icon="pause",
                    icon_only=compact,
                    shortcut="p",
                    enabled=is_open,
                    key="open-pause",
                ),
            ],
            frame="bar",
            padding=(SIDE, 7),
            gap=10,
        )

    # --- two columns

    def _wide(self, ui: Ui, high: int) -> Widget:
        talk = self.talk
        is_small = ui.area.h < 640
        margin = EDGE_SMALL if is_small else EDGE
        side, edge, gap = ui.space(SIDE), ui.space(margin), ui.space(18)
        left = ui.length(Em(12.5))
        right = min(round(ui.area.w * (0.48 if is_small else 0.46)), ui.length(Em(36)))
        room = side + left + gap, ui.area.w - side - right
        stage = Stage(talk.telling.place, talk.person, room, self._click)
        if talk.is_paused:
            return Row([], backdrop=stage, flex=1)
        items = self._words(ui, right, high - 2 * edge - 2 * ui.px(INSET))
        return Row(
            [
                self._meters(left / ui.factor),
                Column([], flex=1),
                Scroll(items, width=right / ui.factor, key="talk"),
            ],
            backdrop=stage,
            padding=(SIDE, margin),
            gap=0,
            cross="stretch",
            flex=1,
        )

    def _meters(self, width: float) -> Widget:
        talk, scenario = self.talk, self.session.scenario
        panel = meters_panel(
            scenario.customers, talk.meters, talk.changes, speaking=talk.person.id, gone=talk.gone
        )
        return Column(
            [Scroll(panel, key="meters")],
            frame="card",
            padding=(15, 8),
            width=width,
            align="start",
            key="meters-card",
        )

    def _words(self, ui: Ui, width: int, high: int) -> Widget:
        """Give what is said and may be answered, as large as there is room for."""
        inner = width - ui.px(TAIL_ROOM)
        for large, earlier, gap in (
            (True, True, 12),
            (True, False, 12),
            (False, False, 12),
            (False, False, 7),
        ):
            column = Column(
                [
                    Column([], flex=2),
                    *self._said(large=large, earlier=earlier),
                    Column([], flex=1),
                    *self._answers(),
                ],
                gap=gap,
                flex=1,
            )
            if column.content_height(ui, inner) <= high:
                break
        return Row([Column([], width=TAIL_ROOM), column], gap=0, cross="stretch")

    # --- one column

    def _compact(self, ui: Ui, high: int) -> Widget:
        talk = self.talk
        stage = Stage(talk.telling.place, None, (0, ui.area.w), self._click)
        if talk.is_paused:
            return Row([], backdrop=stage, flex=1)
        for earlier in (True, False):
            column = self._column(ui, earlier)
            if column.content_height(ui, ui.area.w) + 2 * ui.px(INSET) <= high:
                break
        return Row([Scroll(column, flex=1, key="talk")], backdrop=stage, cross="stretch", flex=1)

    def _column(self, ui: Ui, earlier: bool) -> Widget:
        talk, customers = self.talk, self.session.scenario.customers
        strip = meters_strip(customers, talk.meters, speaking=talk.person.id, gone=talk.gone)
        items = [
            Column([strip], frame="flat", padding=(16, 9)),
            *self._with_head(self._said(large=False, earlier=earlier)),
            why_list(customers, talk.changes),
            *self._answers(),
        ]
        return Column(items, padding=(SIDE, 6), gap=12)

    def _with_head(self, said: list[Widget | None]) -> list[Widget]:
        """Put the speaker's head beside the newest line; where nobody spoke, beside what comes first."""
        shown = [widget for widget in said if widget is not None]
        index = next((index for index, widget in enumerate(shown) if widget.key == "newest"), 0)
        head = head_and_shoulders(self.talk.telling.place, self.talk.person, 104, 124)
        if not shown:
            return [head]
        shown[index].flex = 1
        shown[index] = Row([head, shown[index]], gap=24, cross="centre")
        return shown

    # --- what is said and answered

    def _said(self, *, large: bool, earlier: bool) -> list[Widget | None]:
        talk = self.talk
        lines = talk.lines
        before = earlier_lines(lines[:-1]) if earlier or talk.phase is Phase.LISTENING else None
        tail_at = BESIDE_HEAD if self.nav.ui.compact else BESIDE_MOUTH
        newest = newest_line(lines[-1], large=large, tail_at=tail_at) if lines else None
        if talk.phase is Phase.COACHING:
            reaction, coaching = self.session.reaction, self.session.coaching
            return [
                own_words(reaction) if reaction is not None else None,
                coaching_panel(coaching, roomy=large) if coaching is not None else None,
            ]
        if talk.phase is Phase.REACTING:
            reaction = self.session.reaction
            assert reaction is not None
            return [own_words(reaction), before, newest, aftermath(reaction)]
        return [before, newest]

    def _answers(self) -> list[Widget | None]:
        talk, session = self.talk, self.session
        if talk.phase is Phase.CHOOSING:
            timer: Widget | None = None
            if session.clock.limit_ms is not None:
                self._timer = TimerBar(session.clock)
                timer = self._timer.widget
            return [timer, *choice_cards(session.options, self.choose, self._is_settled)]
        if session.is_over:
            return [self._waiting()]
        return [self._go_on_row()]

    def _go_on_row(self) -> Widget:
        talk = self.talk
        ahead = talk.timer_ahead_s
        note = None
        if ahead is not None:
            note = Label(f"You will have {ahead} seconds", "small", icon="clock", colour="warn", pill=True)
        words = "Answer" if ahead is not None else "See how it went" if talk.is_last_word else "Go on"
        return Row(
            [
                note,
                Button(
                    words,
                    self.go_on,
                    kind="primary",
                    icon="right",
                    icon_after=True,
                    autofocus=True,
                    key="go-on",
                ),
            ],
            justify="end",
            wrap=True,
            gap=12,
        )

    def _waiting(self) -> Widget:
        return Row(
            [
                Label(
                    "Working out what every choice was worth …",
                    "body",
                    icon="clock",
                    colour="ink_soft",
                    flex=1,
                )
            ],
            frame="flat",
            padding=(18, 14),
            key="waiting",
        )

    # --- what the player does

    def go_on(self) -> None:
        """Have the next line, the choices, the next moment, or the end."""
        self.talk.go_on()
        self._changed()

    def choose(self, action: Action) -> None:
        """Take an action."""
        if self.talk.phase is Phase.CHOOSING and not self.talk.is_paused:
            self.talk.choose(action)
            self._changed()

    def take_back(self) -> None:
        """Undo the latest action, in practice."""
        if self.talk.can_go_back and not self.talk.is_paused:
            self.talk.back()
            self._changed()

    def _click(self) -> None:
        if self._waits_for_go_on():
            self.go_on()

    def _waits_for_go_on(self) -> bool:
        return self.session.phase in (Phase.LISTENING, Phase.REACTING, Phase.COACHING)

    def _is_settled(self) -> bool:
        return self._stood_s >= SETTLE_S

    def on_key(self, ui: Ui, event: pygame.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.pause()
            return True
        if event.key in _GO_ON_KEYS and self._waits_for_go_on():
            self.go_on()
            return True
        return False

    # --- pausing

    def pause(self) -> None:
        """Cover the conversation and ask what to do."""
        if not self.session.is_over and not self.talk.is_paused:
            self.talk.pause()
            self._open(pause_panel(self.resume, self._settings, self.leave, problem=self.nav.app.problem))

    def open_history(self) -> None:
        """Cover the conversation with everything said so far."""
        if self.session.is_over or self.talk.is_paused:
            return
        told = self.talk.heard()
        self.talk.pause()
        modal = history_panel(told, self.resume)
        self._open(modal)
        show_end(self.nav.ui, modal)

    def _open(self, modal: Modal) -> None:
        self._modal = modal
        self.nav.ui.open(modal)
        self.nav.ui.rebuild()

    def resume(self) -> None:
        """Go on where the conversation was covered."""
        modal, self._modal = self._modal, None
        if modal is not None:
            self.nav.ui.close(modal)
        if self.talk.is_paused:
            self.talk.stretch_timers(timers_of(self.nav).stretch)
            self.talk.resume()
        self._changed(said=False)

    def _settings(self) -> None:
        self.nav.look_at(Place.SETTINGS)

    def leave(self) -> None:
        """Go back to the campaign; the attempt is in the records as far as it was played."""
        self._modal = None
        self.nav.session = None
        self.nav.go(Place.CAMPAIGN)

    # --- time

    def tick(self, dt: float) -> bool:
        self._stood_s += dt
        if self.talk.is_paused:
            self._cover_again()
            return False
        if self._to_reveal:
            self._reveal()
        if self.session.is_over:
            return self._finish()
        if self.talk.tick(round(dt * 1000)):
            self._changed()
        if self._timer is not None:
            self._timer.tick()
            return not self.nav.ui.reduced_motion
        return False

    def _cover_again(self) -> None:
        """Open the pause again after another screen was looked at meanwhile."""
        ui = self.nav.ui
        if not ui.layers:
            self._open(pause_panel(self.resume, self._settings, self.leave, problem=self.nav.app.problem))

    def _finish(self) -> bool:
        """Lead to the debrief once the proof is there; the first frame of waiting is drawn before that."""
        if not self._is_waiting:
            self._is_waiting = True
            return True
        if self.nav.app.proof_ready(self.session):
            self.nav.debrief = self.nav.app.finish(self.session)
            self.nav.go(Place.DEBRIEF)
        return False

    # --- after a change

    def _changed(self, *, said: bool = True) -> None:
        self._stood_s = 0.0
        self._to_reveal = True
        ui = self.nav.ui
        ui.rebuild()
        if said:
            self._announce(ui)

    def _announce(self, ui: Ui) -> None:
        lines = self.talk.lines
        if not lines or self.talk.phase is Phase.COACHING:
            return
        said = lines[-1]
        words = f"{said.name}: {said.text}" if said.name else said.text
        if words != self._said_last:
            self._said_last = words
            ui.announce(words)

    def _reveal(self) -> None:
        """Bring the newest text into view, and with it the first answer where both fit."""
        self._to_reveal = False
        ui = self.nav.ui
        ui.update()
        root = ui.root
        if root is None or ui.layers:
            return
        newest = _found(root, lambda widget: widget.key in ("newest", "coaching"))
        scroll = _found(root, lambda widget: widget.key == "talk")
        if newest is None or not isinstance(scroll, Scroll):
            return
        scroll.scroll_to(scroll.offset + newest.rect.top - scroll.rect.top - ui.space(8))
        waiting = _found(root, lambda widget: widget.key == "waiting")
        if waiting is not None:
            scroll.bring_into_view(waiting.rect)


def _found(root: Widget, is_it: Callable[[Widget], bool]) -> Widget | None:
    return next((widget for widget in root.walk() if is_it(widget)), None)
