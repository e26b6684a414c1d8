"""The terminal player: reads a line only where there is a choice.

A number (as displayed; 0 is silence) or the id of a choice takes it. `history`, `meters`, `back` (in
practice) and `quit` are understood; anything else asks again. At the end of the input what was done
stays saved.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TextIO

from game.learning.debrief import Debrief
from game.play.phases import Phase
from game.play.reasons import locked_reason
from game.play.session import NotAllowed, Session
from game.rules.standing import is_open
from game.scenario.model import Action
from game.text import words

LONGEST_LINE = 10_000


class Left(Enum):
    """How the player came out of an attempt."""

    FINISHED = auto()
    QUIT = auto()
    INPUT_ENDED = auto()


class _Leave(Exception):
    """The player leaves before the end."""

    def __init__(self, how: Left) -> None:
        self.how = how


class Terminal:
    """Lines out and lines in. `width` wraps what is written; None leaves lines whole."""

    def __init__(self, stdin: TextIO, stdout: TextIO, width: int | None = None) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._width = width

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, wrapped where there is a width."""
        for line in lines:
            if self._width is not None:
                indent = " " * (len(line) - len(line.lstrip()))
                line = textwrap.fill(line, self._width, subsequent_indent=indent) if line else line
            self._stdout.write(line + "\n")
        self._stdout.flush()

    def ask(self, prompt: str) -> str | None:
        """A line from the player, trimmed; None at the end of the input."""
        self._stdout.write(prompt)
        self._stdout.flush()
        line = self._stdin.readline(LONGEST_LINE)
        if not line:
            self._stdout.write("\n")
            return None
        return line.strip()


class Player:
    """Plays one attempt in a terminal."""

    def __init__(self, session: Session, terminal: Terminal, finish: Callable[[Session], Debrief]) -> None:
        """`finish` judges and keeps an attempt that is over."""
        self._session = session
        self._terminal = terminal
        self._finish = finish

    def play(self) -> Left:
        """Play to the end, or until the player or the input leaves."""
        session, say = self._session, self._terminal.say
        say(words.briefing(session))
        session.start()
        try:
            while not session.is_over:
                self._phase()
        except _Leave as leave:
            return leave.how
        say(["", *words.debrief(session, self._finish(session))])
        return Left.FINISHED

    def _phase(self) -> None:
        session, say = self._session, self._terminal.say
        match session.phase:
            case Phase.LISTENING:
                say(["", *words.telling(session.telling)])
                session.listened()
            case Phase.CHOOSING:
                self._choose()
            case Phase.REACTING:
                if session.reaction is not None:
                    say(["", *words.reacting(session.reaction)])
                session.continue_()
            case Phase.COACHING:
                if session.coaching is not None:
                    say(words.coaching(session.coaching))
                session.continue_()
            case _:  # pragma: no cover
                raise AssertionError(session.phase)

    def _choose(self) -> None:
        session, terminal = self._session, self._terminal
        terminal.say(["", *map(words.option, session.options)])
        while session.phase is Phase.CHOOSING:
            answer = terminal.ask("Your choice: ")
            if answer is None:
                raise _Leave(Left.INPUT_ENDED)
            self._answer(answer)

    def _answer(self, answer: str) -> None:
        match answer.lower():
            case "quit":
                raise _Leave(Left.QUIT)
            case "history":
                self._terminal.say(words.history(self._session))
            case "meters":
                self._terminal.say(words.meters(self._session.attempt))
            case "back":
                self._back()
            case _:
                self._take(answer)

    def _back(self) -> None:
        try:
            self._session.back()
        except NotAllowed as error:
            self._terminal.say([f"Not now: {error}."])

    def _take(self, answer: str) -> None:
        session = self._session
        action = self._meant(answer)
        if action is None:
            self._terminal.say([self._help()])
        elif not is_open(action, session.attempt.standing):
            reason = locked_reason(session.scenario, session.attempt.standing, action)
            self._terminal.say([f"That is locked: {reason}."])
        else:
            session.choose(action)

    def _meant(self, answer: str) -> Action | None:
        """The action with that number as displayed, else with that id among those displayed."""
        options = self._session.options
        if answer.isascii() and answer.isdigit():
            number = int(answer) if len(answer) < 10 else -1
            return next((o.action for o in options if o.number == number), None)
        return next((o.action for o in options if o.action.id == answer), None)

    def _help(self) -> str:
        numbers = [option.number for option in self._session.options if option.number]
        ways = [f"a number from 1 to {len(numbers)}" if len(numbers) > 1 else "1"]
        if any(option.number == 0 for option in self._session.options):
            ways.append("0 to say nothing")
        ways += ["history", "meters"] + (["back"] if self._session.is_practice else []) + ["quit"]
        return f"Please give {', '.join(ways[:-1])} or {ways[-1]}."
