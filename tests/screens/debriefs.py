"""Shipped levels played by script to a debrief: along the best line, in between, and to a departure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.play.journal import Mode
from game.play.phases import Phase
from game.play.session import Session
from game.rules.standing import available
from game.scenario.model import Action
from game.screens.machine import Place
from tests.screens.conftest import Driver
from tests.screens.shell import Shell, make_shell

MANNERS = ("departure", "middling", "best")
LONGEST = 60


def by_cost(shell: Shell, session: Session) -> list[Action]:
    """What can be done now, the cheapest first."""
    proof = shell.nav.app.proof_of(session).wait()
    assert proof is not None
    standing = session.attempt.standing
    return sorted(available(session.scenario, standing), key=lambda one: proof.cost(standing, one) or 0)


def chooser(shell: Shell, manner: str) -> Callable[[Session], Action]:
    """How someone plays who does well, badly, or now one and then the other."""

    def choose(session: Session) -> Action:
        ranked, done = by_cost(shell, session), len(session.attempt.actions)
        if manner == "best" or done > LONGEST:
            return ranked[0]
        if manner == "departure":
            return ranked[-1]
        return ranked[min(1, len(ranked) - 1) if done % 2 else 0]

    return choose


def play_out(session: Session, choose: Callable[[Session], Action]) -> Session:
    """Play an attempt to its end."""
    if session.phase is Phase.BRIEFING:
        session.start()
    while not session.is_over:
        if session.phase is Phase.CHOOSING:
            session.choose(choose(session))
        elif session.phase is Phase.LISTENING:
            session.listened()
        else:
            session.continue_()
    return session


def show_debrief(driver: Driver, folder: Path, level_id: str, manner: str, mode: Mode = Mode.RANKED) -> Shell:
    """Play a shipped level and show its debrief."""
    shell = make_shell(driver, folder)
    shell.enter()
    level = shell.nav.app.level(level_id)
    assert level is not None
    session = shell.nav.app.begin(level, "Robin", "North", mode, seed=3)
    show_ended(shell, play_out(session, chooser(shell, manner)))
    return shell


def show_ended(shell: Shell, session: Session) -> None:
    """Show the debrief of an attempt that is over."""
    shell.nav.session, shell.nav.debrief = session, shell.nav.app.finish(session)
    shell.show(Place.DEBRIEF)
