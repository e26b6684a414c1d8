"""One attempt at a scenario: the engine's public face, with nothing of screens, clocks or storage.

attempt = Attempt(scenario, seed=7)
while not attempt.is_over:
    print(attempt.text())
    attempt.act(attempt.choices()[0])
print(attempt.outcome, attempt.raw)
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations
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
    None for one that is locked. `where` is the scenario and standing of a locked one, None else.
    """

    action: Action
    number: int | None
    where: tuple[Scenario, Standing] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be taken."""
        return self.number is not None

    @property
    def locked_reason(self) -> str | None:
        """Why it is locked, in plain words; None where it is not."""
        return None if self.where is None else locked_reason(*self.where, self.action)


_WORD = (1 << 64) - 1
_ORDERS = tuple(tuple(permutations(range(size))) for size in range(5))


def _scattered(number: int) -> int:
    """The last step of SplitMix64 (Steele, Lea and Flood 2014): near numbers in, far ones out."""
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _WORD
    return number ^ (number >> 31)


def display_order(moment: Moment, seed: int) -> tuple[Action, ...]:
    """The moment's actions as displayed: choices drawn from the seed or as in the file, silence last.

    Whole-number arithmetic on seed and place, so that it is the same on every machine and version.
    """
    if moment.fixed_order:
        return moment.actions
    choices = moment.choices
    drawn = _scattered((seed * 0x9E3779B97F4A7C15 + moment.index + 1) & _WORD)
    if len(choices) < len(_ORDERS):
        orders = _ORDERS[len(choices)]
        order = [choices[place] for place in orders[drawn % len(orders)]]
    else:
        order = sorted(choices, key=lambda action: _scattered(drawn ^ action.place))
    if moment.silence is not None:
        order.append(moment.silence)
    return tuple(order)


class _Moment:
    """A moment made ready for one attempt: its display order, and what is told where nothing decides it.

    `used` are the bits of the actions that can be taken once; `gates` the conditions, each with a bit of its
    own for "does not hold"; `open_by` what is available by those bits, for as long as nothing was used up.
    """

    __slots__ = ("gates", "open_by", "order", "plans", "text", "used")

    def __init__(self, moment: Moment, seed: int) -> None:
        self.order = display_order(moment, seed)
        self.used = sum(action.bit for action in self.order if not action.repeat)
        gated = [(place, action.when) for place, action in enumerate(self.order)]
        self.gates = [(1 << place, when.test) for place, when in gated if when is not None]
        self.open_by: dict[int, tuple[Action, ...]] = {}
        self.plans: dict[tuple[Action, ...], tuple[list[Option], list[int]]] = {}
        self.text: tuple[str, ...] | None = None
        if not moment.confides and all(line.when is None for line in moment.says):
            told = () if moment.narrates is None else (moment.narrates,)
            self.text = (*told, *(line.text for line in moment.says))

    def not_shut(self, shut: int, taken: int) -> tuple[Action, ...]:
        """The actions whose place has no bit in `shut` and that are not used up."""
        return tuple(
            action
            for place, action in enumerate(self.order)
            if not shut >> place & 1 and (action.repeat or not taken & action.bit)
        )

    def plan(self, open_now: tuple[Action, ...]) -> tuple[list[Option], list[int]]:
        """The options where those are open, and the places of the locked ones among them."""
        plan = self.plans.get(open_now)
        if plan is None:
            options = []
            number = 0
            for action in self.order:
                if action not in open_now:
                    if not action.locked_hidden:
                        options.append(Option(action, None))
                elif action.place == 0:
                    options.append(Option(action, 0))
                else:
                    number += 1
                    options.append(Option(action, number))
            locked = [place for place, option in enumerate(options) if option.number is None]
            plan = self.plans[open_now] = (options, locked)
        return plan


class Attempt:
    """One attempt, from its start to where it stands now.

    Only the actions and the present standing are kept as it goes; what lies between follows from them and is
    worked out when it is asked for. `arrival` holds the events of the start.
    """

    __slots__ = (
        "_before",
        "_events",
        "_latest",
        "_moments",
        "_standings",
        "_start_flags",
        "actions",
        "arrival",
        "at",
        "recalled",
        "scenario",
        "seed",
        "standing",
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
        self.actions: list[Action] = []
        self._start_flags = scenario.flag_mask(start_flags(scenario, self.recalled, at))
        self._standings: list[Standing] = [self.standing]
        self._events: list[list[Event]] = []
        self._before = self.standing
        self._latest: list[Event] | None = None
        self._moments: dict[int, _Moment] = {}

    # --- what can be done ---------------------------------------------------------------------------

    @property
    def moment(self) -> Moment:
        """The moment the attempt is in, or ended in."""
        return self.scenario.moments[self.standing.moment]

    def _known(self, at: int) -> _Moment:
        known = self._moments[at] = _Moment(self.scenario.moments[at], self.seed)
        return known

    def choices(self) -> tuple[Action, ...]:
        """The actions that can be taken now, in the order displayed, silence last; empty once it is over."""
        at, meters, flags, gone, taken, ended = self.standing
        if ended is not None:
            return ()
        known = self._moments.get(at) or self._known(at)
        shut = 0
        for bit, test in known.gates:
            if not test(meters, flags, gone):
                shut |= bit
        if taken & known.used:
            return known.not_shut(shut, taken)
        found = known.open_by.get(shut)
        if found is None:
            found = known.open_by[shut] = known.not_shut(shut, 0)
        return found

    def options(self) -> tuple[Option, ...]:
        """The choices as displayed now, locked ones included, hidden ones left out; empty once it is over."""
        open_now = self.choices()
        if not open_now:
            return ()
        standing = self.standing
        options, locked = self._moments[standing.moment].plan(open_now)
        if locked:
            options = options.copy()
            where = (self.scenario, standing)
            for place in locked:
                options[place] = Option(options[place].action, None, where)
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
        before = self.standing
        self.standing, self._latest = advance(self.scenario, before, action)
        self._before = before
        self.actions.append(action)
        return self._latest

    def commit(self, action: Action, standing: Standing, events: list[Event]) -> None:
        """Take over what `advance` gave for `action` in the present standing."""
        self._before = self.standing
        self._latest = events
        self.standing = standing
        self.actions.append(action)

    def back(self) -> Action | None:
        """Undo the latest action and return it; None at the start."""
        if not self.actions:
            return None
        standings, events = self.standings, self.events
        standings.pop()
        events.pop()
        self.standing = standings[-1]
        self._before = standings[-2] if events else standings[-1]
        self._latest = events[-1] if events else None
        return self.actions.pop()

    @property
    def standings(self) -> list[Standing]:
        """The standing at the start and after every action."""
        self._catch_up()
        return self._standings

    @property
    def events(self) -> list[list[Event]]:
        """What happened at every action."""
        self._catch_up()
        return self._events

    def _catch_up(self) -> None:
        for action in self.actions[len(self._events) :]:
            standing, events = advance(self.scenario, self._standings[-1], action)
            self._standings.append(standing)
            self._events.append(events)

    # --- where it stands ----------------------------------------------------------------------------

    def text(self) -> tuple[str, ...]:
        """What is told and said in the present moment: narration, each line that holds, what is confided."""
        at = self.standing.moment
        text = (self._moments.get(at) or self._known(at)).text
        if text is not None:
            return text
        _, meters, flags, gone, _, _ = self.standing
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
        if place is None or place == len(self.actions):
            if self._latest is not None:
                return list(visits(self.scenario, self._before, self._latest))
        elif place > 0:
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
