"""The live attempt that the window and the terminal share: phases, clock, journal, and what is to be shown.

A front end calls `start`, `listened`, `choose`, `continue_`, … and shows `telling`, `options`, `reaction` and
`coaching`, which are plain data. Every action is in the journal before anything is shown of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.play.attempt import Attempt, Option
from game.play.clock import Clock
from game.play.coaching import Coaching, coaching_of
from game.play.effects import MeterChange, action_changes, arrival_changes
from game.play.journal import Begun, Journal, Mode, Taken
from game.play.lines import Said, mood_of, replies, told_on
from game.play.phases import Phase, Phases, Trigger
from game.play.start import StartAt
from game.rules.advance import ActionUnavailable, advance
from game.rules.standing import Acted, WalkedOut
from game.scenario.model import Action, Mood, Outcome, Scenario


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be taken in on arriving somewhere: texts, and meters the moments themselves moved."""

    lines: tuple[Said, ...]
    changes: tuple[MeterChange, ...]
    contact: str
    place: str


@dataclass(frozen=True, slots=True)
class Reacting:
    """What an action led to at once.

    `said` are the player's own words, empty for silence; `left` names the customers who walked out.
    """

    action: Action
    said: str
    lines: tuple[Said, ...]
    changes: tuple[MeterChange, ...]
    left: tuple[str, ...]
    points: int
    sale: int


class NotAllowed(ValueError):
    """The player asked for something this attempt does not give: going back in a ranked one, say."""


class Session:
    """A live attempt. Its phase says which calls are welcome; others raise `MachineError`."""

    def __init__(
        self,
        scenario: Scenario,
        begun: Begun,
        *,
        journal: Journal | None = None,
        timers: float | None = 1.0,
        taken: Sequence[Taken] = (),
        is_kept: bool = False,
    ) -> None:
        """A new attempt, or, with the actions `taken` before, one that goes on where it was left.

        `is_kept`: the journal holds it already, with those actions. `timers` stretches every timer; None
        switches them off, and silence then only comes by `say_nothing`. Raises: StartError, or
        ActionUnavailable where `taken` does not fit the scenario.
        """
        self.begun = begun
        self.scenario = scenario
        self.timers = timers
        self.attempt = Attempt(scenario, seed=begun.seed, recalled=begun.recalled, at=start_of(begun))
        self.clock = Clock()
        self.dwells: list[int] = []
        self.is_resumed = bool(taken)
        self._journal = journal
        self._phases = Phases()
        self._is_kept = is_kept
        self._taken_before = tuple(taken)
        for entry in taken:
            action = self.attempt.find(entry.choice)
            if action is None:
                raise ActionUnavailable(f'"{entry.choice}" is not in moment "{self.attempt.moment.id}"')
            self.attempt.act(action)
            self.dwells.append(entry.dwell_ms)

    # --- what is to be shown ------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """What the attempt is waiting for."""
        return self._phases.phase

    @property
    def is_practice(self) -> bool:
        """Whether coaching comes at once and the player may go back."""
        return self.begun.mode is Mode.PRACTICE

    @property
    def is_over(self) -> bool:
        """Whether the phase is ended or void."""
        return self.phase in (Phase.ENDED, Phase.VOID)

    @property
    def outcome(self) -> Outcome | None:
        """How the attempt ended; None while it is live and where it is void."""
        return self.attempt.outcome

    @property
    def options(self) -> tuple[Option, ...]:
        """The choices as displayed, locked ones included; see `Option`."""
        return self.attempt.options()

    @property
    def telling(self) -> Telling:
        """What is to be taken in at the present moment, moments passed on the way included."""
        return self._telling_at(len(self.attempt.actions))

    def _telling_at(self, place: int) -> Telling:
        visits = self.attempt.visits(place)
        lines = tuple(said for visit in visits for said in told_on(self.scenario, visit))
        moment = self.scenario.moments[self.attempt.standings[place].moment]
        return Telling(
            lines,
            arrival_changes(self.scenario, visits),
            moment.contact or self.scenario.contact,
            moment.place or self.scenario.place,
        )

    @property
    def reaction(self) -> Reacting | None:
        """What the latest action led to; None before the first."""
        if not self.attempt.actions:
            return None
        return self._reaction_at(len(self.attempt.actions) - 1)

    def _reaction_at(self, place: int) -> Reacting:
        before, events = self.attempt.standings[place], self.attempt.events[place]
        acted = events[0]
        assert isinstance(acted, Acted)
        left = [self.scenario.customers[e.customer].name for e in events if isinstance(e, WalkedOut)]
        return Reacting(
            acted.action,
            acted.action.say,
            tuple(replies(self.scenario, before, acted)),
            action_changes(self.scenario, before, acted),
            tuple(left),
            acted.points,
            acted.sale,
        )

    def history(self) -> list[Telling | Reacting]:
        """Everything told and answered so far, in order."""
        told: list[Telling | Reacting] = [self._telling_at(0)]
        for place in range(len(self.attempt.actions)):
            told.append(self._reaction_at(place))
            # What the latest action led to is not told yet while the answer to it stands.
            if place < len(self.attempt.actions) - 1 or self.phase not in (Phase.REACTING, Phase.COACHING):
                told.append(self._telling_at(place + 1))
        return told

    @property
    def coaching(self) -> Coaching | None:
        """What is to be learnt from the latest action; None before the first."""
        if not self.attempt.actions:
            return None
        return coaching_of(self.scenario, self.attempt.standings[-2], self.attempt.actions[-1])

    @property
    def speaker(self) -> str:
        """The id of whom the present moment belongs to."""
        return self.attempt.moment.speaker

    @property
    def mood(self) -> Mood:
        """The mood of the present moment's speaker."""
        visits = self.attempt.visits()
        if visits:
            return mood_of(visits[-1].moment, visits[-1].meters, visits[-1].flags, visits[-1].gone)
        standing = self.attempt.standing
        return mood_of(self.attempt.moment, standing.meters, standing.flags, standing.gone)

    # --- what the player does -----------------------------------------------------------------------

    def start(self) -> None:
        """Leave the briefing; an attempt that the journal does not hold yet is entered in it."""
        self._phases.require(Trigger.START)
        if self._journal is not None and not self._is_kept:
            self._journal.begin(self.begun)
            for entry in self._taken_before:
                self._journal.act(self.begun.attempt_id, entry)
        self._is_kept = True
        self._phases.fire(Trigger.START)

    def listened(self) -> None:
        """What was told has been taken in: choose now, or, at an ending, be done."""
        self._move_on(Trigger.LISTENED)
        if self.phase is Phase.CHOOSING:
            self.clock = Clock.of(self.attempt.moment.seconds, self.timers)

    def choose(self, choice: Action | str | int) -> None:
        """Take an action: itself, its id, or its number as displayed.

        Raises: ActionUnavailable for one that is not open here, and then nothing has changed.
        """
        self._phases.require(Trigger.CHOOSE)
        action = self._meant(choice)
        standing, events = advance(self.scenario, self.attempt.standing, action)
        dwell_ms = self.clock.elapsed_ms
        if self._journal is not None:
            entry = Taken(len(self.attempt.actions), self.attempt.moment.id, action.id, dwell_ms)
            self._journal.act(self.begun.attempt_id, entry)
        self._phases.fire(Trigger.CHOOSE)
        self.attempt.commit(action, standing, events)
        self.dwells.append(dwell_ms)

    def say_nothing(self) -> None:
        """Take the silence of this moment. Raises: ActionUnavailable where there is none."""
        self.choose(0)

    def continue_(self) -> None:
        """Go on from a reaction, in practice to its coaching first, or from the coaching."""
        if self.phase is Phase.REACTING and self.is_practice:
            self._phases.fire(Trigger.COACH)
        elif self.attempt.is_over and not self.attempt.visits():
            self._finish(Trigger.CONTINUE)
        else:
            self._phases.fire(Trigger.CONTINUE)

    def pause(self) -> None:
        """Stop the clock and cover the conversation."""
        self._phases.fire(Trigger.PAUSE)

    def resume(self) -> None:
        """Go on after a pause, in the phase it began in."""
        self._phases.fire(Trigger.RESUME)

    def back(self) -> None:
        """Undo the latest action, in practice. Raises: NotAllowed elsewhere and at the start."""
        self._phases.require(Trigger.BACK)
        if not self.is_practice:
            raise NotAllowed("going back is for practice")
        if not self.attempt.actions:
            raise NotAllowed("there is nothing to go back to")
        if self._journal is not None:
            self._journal.back(self.begun.attempt_id, len(self.attempt.actions) - 1)
        self._phases.fire(Trigger.BACK)
        self.attempt.back()
        self.dwells.pop()

    def tick(self, dt_ms: int) -> bool:
        """Let time pass while the player chooses. True where the time ran out and silence was taken."""
        if self.phase is not Phase.CHOOSING or not self.clock.tick(dt_ms):
            return False
        self.say_nothing()
        return True

    # --- within -------------------------------------------------------------------------------------

    def _meant(self, choice: Action | str | int) -> Action:
        if isinstance(choice, Action):
            return choice
        if isinstance(choice, str):
            action = self.attempt.find(choice)
        else:
            action = next((o.action for o in self.options if o.number == choice), None)
        if action is None:
            raise ActionUnavailable(f"there is no choice {choice} here")
        return action

    def _move_on(self, trigger: Trigger) -> None:
        self._phases.require(trigger)
        if self.attempt.is_over:
            self._finish(trigger)
        else:
            self._phases.fire(trigger)

    def _finish(self, trigger: Trigger) -> None:
        self._phases.require(trigger)
        self._phases.fire(Trigger.FAIL if self.attempt.is_void else Trigger.FINISH)


def start_of(begun: Begun) -> StartAt | None:
    """Where an attempt began, if not at the scenario's own start."""
    if begun.moment is None and begun.meters is None and begun.flags is None:
        return None
    return StartAt(begun.moment, begun.meters or {}, begun.flags or ())
