"""Which screen follows which: a `transitions` machine over the screens, and the navigator that shows them.

The machine's places are the screens, never anything a file names. `go` leads on to another screen; `look_at`
opens one over the present screen, which is kept as it is, and `back` returns to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from game.screens.ui import Ui
from game.screens.window import Screen, Window

if TYPE_CHECKING:
    from transitions import Machine

    from game.app.wiring import Game, PlayRequest
    from game.learning.debrief import Debrief
    from game.play.session import Session


class Place(StrEnum):
    """The screens of the game."""

    TITLE = "title"
    WHO = "who"
    CAMPAIGN = "campaign"
    BRIEFING = "briefing"
    CONVERSATION = "conversation"
    DEBRIEF = "debrief"
    BOARD = "board"
    SETTINGS = "settings"


LEADS_TO: Mapping[Place, tuple[Place, ...]] = {
    Place.TITLE: (Place.WHO, Place.CAMPAIGN, Place.BRIEFING),
    Place.WHO: (Place.TITLE, Place.CAMPAIGN, Place.BRIEFING),
    Place.CAMPAIGN: (Place.TITLE, Place.WHO, Place.BRIEFING, Place.CONVERSATION),
    Place.BRIEFING: (Place.CAMPAIGN, Place.CONVERSATION, Place.TITLE),
    Place.CONVERSATION: (Place.CAMPAIGN, Place.DEBRIEF, Place.TITLE),
    Place.DEBRIEF: (Place.CAMPAIGN, Place.BRIEFING, Place.CONVERSATION, Place.TITLE),
    Place.BOARD: (),
    Place.SETTINGS: (),
}
"""Where `go` may lead from each screen; any other way raises `MachineError`."""

OVERLAYS: Mapping[Place, tuple[Place, ...]] = {
    Place.BOARD: (Place.TITLE, Place.CAMPAIGN, Place.DEBRIEF),
    Place.SETTINGS: (
        Place.TITLE,
        Place.WHO,
        Place.CAMPAIGN,
        Place.BRIEFING,
        Place.CONVERSATION,
        Place.DEBRIEF,
    ),
}
"""The screens `look_at` may open, and from where."""

MakeScreen = Callable[..., Screen]


class Navigator:
    """What every screen is given: the game, the window, who plays, and the way to other screens.

    `session` is the live attempt and `debrief` the latest judged one; the screens that make them set them.
    """

    def __init__(
        self, app: Game, window: Window, screens: Mapping[Place, MakeScreen], request: PlayRequest
    ) -> None:
        """Take what every screen works with; nothing is shown yet. `request` came from the command line."""
        self.app, self.window, self.request = app, window, request
        self.place = Place.TITLE
        self.player = ""
        self.team = ""
        self.session: Session | None = None
        self.debrief: Debrief | None = None
        self._screens = screens
        self._kept: list[tuple[Place, Screen]] = []

    @property
    def ui(self) -> Ui:
        """The widget tree on show and its focus."""
        return self.window.ui

    def begin(self) -> None:
        """Show the first screen: the title, or what the request asks for."""
        level = self.request.level
        if level is None:
            self.start(Place.TITLE)
        elif self.player:
            self.start(Place.BRIEFING, level=level)
        else:
            self.start(Place.WHO, level=level)

    def play(self, session: Session) -> None:
        """Lead on to the conversation of an attempt, begun here if it was not yet. Raises: MachineError."""
        from game.play.phases import Phase

        self.session, self.debrief = session, None
        if session.phase is Phase.BRIEFING:
            session.start()
        self.go(Place.CONVERSATION)

    def start(self, place: Place = Place.TITLE, **wanted: Any) -> None:
        """Show a first screen."""
        self.place = place
        self.window.show(self._screens[place](self, **wanted))

    def go(self, place: Place | str, **wanted: Any) -> None:
        """Lead on to a screen, made anew with `wanted`. Raises: MachineError where no way leads there."""
        place = Place(place)
        self._trigger(_go(place))
        self.window.show(self._screens[place](self, **wanted))

    def look_at(self, place: Place | str, **wanted: Any) -> None:
        """Open a screen over the present one, which is kept. Raises: MachineError."""
        place, here, screen = Place(place), self.place, self.window.screen
        self._trigger(_look_at(place))
        if screen is not None:
            self._kept.append((here, screen))
        self.window.show(self._screens[place](self, **wanted), keep=True)

    def back(self) -> None:
        """Return from a screen opened by `look_at` to the one below. Raises: MachineError."""
        if not self._kept:
            raise _error("there is no screen below this one")
        below, screen = self._kept[-1]
        self._trigger(_back_to(below))
        self._kept.pop()
        self.window.show(screen)

    def quit(self) -> None:
        """Leave the game."""
        self.window.quit()

    def _trigger(self, name: str) -> None:
        events = _machine().events
        if name not in events:
            raise _error(f"no way from {self.place}: {name}")
        events[name].trigger(self)


def _error(message: str) -> Exception:
    from transitions import MachineError

    return MachineError(message)


@cache
def _machine() -> Machine:
    # Imported for the first change of screens: the first frame needs no machine yet.
    from transitions import Machine

    machine = Machine(
        model=None, states=Place, initial=Place.TITLE, model_attribute="place", auto_transitions=False
    )
    for source, targets in LEADS_TO.items():
        for target in targets:
            machine.add_transition(_go(target), source, target)
    for overlay, sources in OVERLAYS.items():
        for source in sources:
            machine.add_transition(_look_at(overlay), source, overlay)
            machine.add_transition(_back_to(source), overlay, source)
    return machine


def _go(place: Place) -> str:
    return f"go_to_{place.value}"


def _look_at(place: Place) -> str:
    return f"look_at_{place.value}"


def _back_to(place: Place) -> str:
    return f"back_to_{place.value}"
