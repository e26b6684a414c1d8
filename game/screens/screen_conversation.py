"""The conversation: the place and the person, what is said, what may be answered, and how it moves them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.play.phases import Phase
from game.scenario.model import Action
from game.screens.choices import SETTLE_S, TimerBar
from game.screens.common import timers_of
from game.screens.conversation_body import Body, Hands
from game.screens.conversation_head import HeadHands, conversation_head
from game.screens.history_panel import history_panel, show_end
from game.screens.machine import Navigator, Place
from game.screens.pause_panel import pause_panel
from game.screens.pygame_import import pygame
from game.screens.talk import Talk
from game.screens.ui import Ui
from game.screens.widgets import Column, Modal, Scroll, Widget
from game.screens.window import BaseScreen

_GO_ON_KEYS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


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
        head = conversation_head(
            ui,
            self.talk,
            HeadHands(self.take_back, self.open_history, self.pause),
            is_unkept=self.nav.app.problem is not None,
        )
        body = Body(ui, self.talk, Hands(self.go_on, self._click, self.choose, self._is_settled))
        whole = Column([head, body.build(ui.area.h - head.content_height(ui, ui.area.w))], gap=0)
        self._timer = body.timer
        return whole

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
