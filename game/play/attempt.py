"""One attempt at a scenario: the engine's public face, with nothing of screens, clocks or storage.

attempt = Attempt(scenario, seed=7)
while not attempt.is_over:
    print(attempt.text())
    attempt.act(attempt.choices()[0])
print(attempt.outcome, attempt.raw)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from game.play.lines import Visit, first_visits, told_on, visits
from game.play.reasons import locked_reason
from game.play.start import StartAt, start_flags, start_standing
from game.rules.advance import advance
from game.rules.scoring import raw_of
from game.rules.standing import VOID, Acted, Event, Standing, outcome
from game.scenario.model import METERS, Action, Moment, Outcome, Scenario


class Option(NamedTuple):
    """A choice as it is displayed.

    `number` is what the player presses: 1, 2, … for the available ones in the order displayed, 0 for silence,
    None for one that is locked; then `locked_reason` says why in plain words.
    """

    action: Action
    number: int | None
    locked_reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be taken."""
        return self.number is not None


def display_order(moment: Moment, seed: int) -> tuple[Action, ...]:
    """The moment's actions as displayed: choices drawn from the seed or as in the file, silence last.

    Drawn by sorting SHA-256 of seed, moment and choice, so that it is the same on every machine and version.
    """
    if moment.fixed_order:
        return moment.actions

    def key(action: Action) -> bytes:
        return hashlib.sha256(f"{seed}|{moment.id}|{action.id}".encode()).digest()

    silence = (moment.silence,) if moment.silence is not None else ()
    return (*sorted(moment.choices, key=key), *silence)


class Attempt:
    """One attempt, from its start to where it stands now.

    `standings[0]` is the start; `standings[i + 1]` and `events[i]` are what `actions[i]` led to. `arrival`
    holds the events of the start.
    """

    __slots__ = (
        "_orders",
        "_plain",
        "_start_flags",
        "actions",
        "arrival",
        "at",
        "events",
        "recalled",
        "scenario",
        "seed",
        "standing",
        "standings",
    )

    def __init__(
        self, scenario: Scenario, *, seed: int = 0, recalled: Iterable[str] = (), at: StartAt | None = None
    ) -> None:
        """Begin at the scenario's start, or at `at`. Raises: StartError if `at` does not fit the scenario."""
        self.scenario = scenario
        self.seed = seed
        self.recalled = tuple(recalled)
        self.at = at
        self.standing, self.arrival = start_standing(scenario, self.recalled, at)
        self._start_flags = scenario.flag_mask(start_flags(scenario, self.recalled, at))
        self.standings: list[Standing] = [self.standing]
        self.actions: list[Action] = []
        self.events: list[list[Event]] = []
        self._orders: dict[int, tuple[Action, ...]] = {}
        self._plain: dict[tuple[int, int], tuple[Option, ...]] = {}

    # --- what can be done ---------------------------------------------------------------------------

    @property
    def moment(self) -> Moment:
        """The moment the attempt is in, or ended in."""
        return self.scenario.moments[self.standing.moment]

    def _order(self, moment: int) -> tuple[Action, ...]:
        order = self._orders.get(moment)
        if order is None:
            order = self._orders[moment] = display_order(self.scenario.moments[moment], self.seed)
        return order

    def choices(self) -> list[Action]:
        """The actions that can be taken now, in the order displayed, silence last; empty once it is over."""
        at, meters, flags, gone, taken, ended = self.standing
        if ended is not None:
            return []
        found = []
        for action in self._orders.get(at) or self._order(at):
            if taken & action.bit and not action.repeat:
                continue
            when = action.when
            if when is None or when.test(meters, flags, gone):
                found.append(action)
        return found

    def options(self) -> tuple[Option, ...]:
        """The choices as displayed now, locked ones included, hidden ones left out; empty once it is over."""
        standing = self.standing
        if standing.ended is not None:
            return ()
        open_now = self.choices()
        order = self._orders[standing.moment]
        if len(open_now) == len(order):
            key = (standing.moment, 0)
            plain = self._plain.get(key)
            if plain is None:
                plain = self._plain[key] = self._numbered(order, open_now)
            return plain
        return self._numbered(order, open_now)

    def _numbered(self, order: tuple[Action, ...], open_now: list[Action]) -> tuple[Option, ...]:
        options = []
        number = 0
        for action in order:
            if action not in open_now:
                if not action.locked_hidden:
                    options.append(Option(action, None, locked_reason(self.scenario, self.standing, action)))
            elif action.place == 0:
                options.append(Option(action, 0))
            else:
                number += 1
                options.append(Option(action, number))
        return tuple(options)

    def find(self, choice: str) -> Action | None:
        """The action of this moment with that id ("silence" for silence), available or not."""
        for action in self.moment.actions:
            if action.id == choice:
                return action
        return None

    # --- moving on ----------------------------------------------------------------------------------

    def act(self, action: Action) -> list[Event]:
        """Take an action and return what happened. Raises: ActionUnavailable; then nothing has changed."""
        standing, events = advance(self.scenario, self.standing, action)
        self.commit(action, standing, events)
        return events

    def commit(self, action: Action, standing: Standing, events: list[Event]) -> None:
        """Take over what `advance` gave for `action` in the present standing."""
        self.standing = standing
        self.standings.append(standing)
        self.actions.append(action)
        self.events.append(events)

    def back(self) -> Action | None:
        """Undo the latest action and return it; None at the start."""
        if not self.actions:
            return None
        self.standings.pop()
        self.events.pop()
        self.standing = self.standings[-1]
        return self.actions.pop()

    # --- where it stands ----------------------------------------------------------------------------

    def text(self) -> tuple[str, ...]:
        """What is told and said in the present moment: narration, each line that holds, what is confided."""
        at, meters, flags, gone, _, _ = self.standing
        moment = self.scenario.moments[at]
        if moment.confides:
            return tuple(said.text for said in told_on(self.scenario, self.visits()[-1]))
        said = [] if moment.narrates is None else [moment.narrates]
        for line in moment.says:
            when = line.when
            if when is None or when.test(meters, flags, gone):
                said.append(line.text)
        return tuple(said)

    def visits(self, place: int | None = None) -> list[Visit]:
        """The moments reached by the first `place` actions' last, or at the start; None means all so far.

        The last of them is the present one. Empty where a customer walked out and no moment was entered.
        """
        if place is None:
            place = len(self.actions)
        if place > 0:
            return list(visits(self.scenario, self.standings[place - 1], self.events[place - 1]))
        return list(first_visits(self.scenario, self._start_flags, self.arrival))

    def transcript(self) -> list[str]:
        """The ids of the actions taken."""
        return [action.id for action in self.actions]

    @property
    def is_over(self) -> bool:
        """Whether the attempt is complete or void."""
        return self.standing.ended is not None

    @property
    def is_void(self) -> bool:
        """Whether it came to a dead end."""
        return self.standing.ended == VOID

    @property
    def outcome(self) -> Outcome | None:
        """How a complete attempt ended; None while it is live and where it is void."""
        return outcome(self.standing)

    @property
    def points(self) -> int:
        """The points earned so far."""
        return sum(acted.points for acted in self.acted())

    @property
    def sale(self) -> int:
        """What was sold so far, in whole currency units."""
        return sum(acted.sale for acted in self.acted())

    def acted(self) -> list[Acted]:
        """The actions taken with what each earned, in order."""
        return [events[0] for events in self.events if isinstance(events[0], Acted)]

    @property
    def raw(self) -> Fraction | None:
        """The raw result; None while the attempt is live and where it is void."""
        return raw_of(self.scenario, self.standing, self.points)

    def meters(self) -> dict[str, dict[str, int]]:
        """The meters now: customer to meter to 0-100."""
        now = self.standing.meters
        return {
            customer.id: {meter: now[3 * customer.index + place] for place, meter in enumerate(METERS)}
            for customer in self.scenario.customers
        }
