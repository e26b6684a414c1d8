"""One attempt in the terminal, from the choice of a level to what is said on leaving."""

from __future__ import annotations

import getpass
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from game.app.levels import Level
from game.app.requests import Unfinished
from game.app.settings import Timers
from game.app.wiring import Game, PlayRequest
from game.learning.debrief import Debrief
from game.play.journal import Mode
from game.play.session import Session
from game.play.transcript import Transcript
from game.records.errors import BadName, StoreError
from game.text.player import Left, Player, Terminal

WIDEST = 100


def play_in_terminal(
    game: Game, request: PlayRequest, *, is_resuming: bool = False, transcript: Path | None = None
) -> int:
    """Play one attempt and return the exit code. Time limits do not run here: silence is a choice."""
    terminal = Terminal(sys.stdin, sys.stdout, _width())
    if game.settings.notice:
        terminal.say([game.settings.notice])
    try:
        player, team = _enter(game, request)
        if not request.player:
            terminal.say([f"Playing as {player}; --player NAME plays as somebody else."])
        session = _session(game, request, player, team, terminal, is_resuming)
    except (BadName, StoreError) as error:
        sys.stderr.write(f"moments: {error}\n")
        return 2
    if session is None:
        return 1 if is_resuming else 0
    return _play(game, session, terminal, transcript)


def _width() -> int | None:
    """Where to wrap lines: at the terminal's width, and not at all in a pipe."""
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None


def _enter(game: Game, request: PlayRequest) -> tuple[str, str]:
    """Who plays: who was named, else who played last, else who is logged in. Raises: BadName, StoreError."""
    name = request.player or game.settings.last_player or _login()
    found = game.enter(name, request.team)
    return found.name, found.team


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or a platform without the notion
        return "player"


# --- which attempt ----------------------------------------------------------------------------------


def _session(
    game: Game, request: PlayRequest, player: str, team: str, terminal: Terminal, is_resuming: bool
) -> Session | None:
    """The attempt to play; None, once it is said why, where there is none."""
    if is_resuming:
        cut_short = _cut_short(game, player, request.level)
        if cut_short is None:
            terminal.say(["There is no attempt to go on with."])
            return None
        return game.go_on(cut_short, Timers.OFF)
    level = request.level or _choose_level(game, player, terminal)
    if level is None:
        return None
    cut_short = _cut_short(game, player, level)
    if cut_short is not None and cut_short.actions:
        told = f"An attempt of yours was cut short here after {_choices(cut_short.actions)}."
        terminal.say([f"{told} --resume goes on with it; this is a new one."])
    session = game.begin(
        level, player, team, request.mode, seed=request.seed, at=request.at, timers=Timers.OFF
    )
    if request.mode is Mode.RANKED and request.at is None and not game.is_ranked(level):
        terminal.say(["This level is not one of the game's own: it cannot be ranked."])
    return session


def _cut_short(game: Game, player: str, level: Level | None) -> Unfinished | None:
    """The latest attempt to go on with; one left before its first choice only where there is no other."""
    unfinished = game.unfinished(player, level.id if level is not None else None)
    return max(unfinished, key=lambda one: one.actions > 0, default=None)


def _choices(count: int) -> str:
    return "1 choice" if count == 1 else f"{count} choices"


def _choose_level(game: Game, player: str, terminal: Terminal) -> Level | None:
    """The level the player picks; None at the end of the input or on quitting."""
    levels = [level for level in game.levels(player) if level.is_open and level.scenario is not None]
    if not levels:
        terminal.say(["There is no level to play."])
        return None
    terminal.say(["Levels", *(f"{place}. {_level(level)}" for place, level in enumerate(levels, 1))])
    while True:
        answer = terminal.ask("Your choice: ")
        if answer is None or answer.lower() == "quit":
            return None
        for place, level in enumerate(levels, 1):
            if answer in (str(place), level.id):
                return level
        terminal.say([f"Please give a number from 1 to {len(levels)} or quit."])


def _level(level: Level) -> str:
    best = f" Best so far: {level.best_score:.1f}." if level.best_score is not None else ""
    return f"{level.title}: {level.summary}{best}"


# --- playing and leaving ----------------------------------------------------------------------------


def _play(game: Game, session: Session, terminal: Terminal, transcript: Path | None) -> int:
    results: list[Debrief] = []

    def finish(over: Session) -> Debrief:
        results.append(game.finish(over))
        return results[0]

    try:
        left = Player(session, terminal, finish).play()
    finally:
        if transcript is not None:
            transcript.write_text(Transcript.of(session.attempt).dump(), encoding="utf-8")
    if game.problem:
        terminal.say([game.problem])
    if left is Left.FINISHED:
        terminal.say(_standing_on_board(game, session))
    elif not game.problem:
        terminal.say(["Saved. --resume goes on here."])
    return 0


def _standing_on_board(game: Game, session: Session) -> Iterator[str]:
    begun = session.begun
    if begun.mode is not Mode.RANKED or session.outcome is None or game.problem:
        return
    try:
        rows = game.store.around(begun.player, game.current, begun.scenario, reach=0)
    except StoreError:
        return
    for row in rows:
        yield f"On the board: rank {row.rank}, with a best of {row.score:.1f}."
