"""The phases of a live attempt: a machine on `transitions`, with its table as data.

Moments are never phases: they are data that the rules walk. One machine serves every attempt; what differs is
the `Phases` object it moves. A trigger that the table does not allow raises `transitions.MachineError`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache

from transitions import EventData, Machine, MachineError

__all__ = ["TABLE", "MachineError", "Phase", "Phases", "Trigger"]


class Phase(StrEnum):
    """What the attempt is waiting for."""

    BRIEFING = "briefing"  # the player to begin
    LISTENING = "listening"  # what is told and said to be taken in
    CHOOSING = "choosing"  # an action
    REACTING = "reacting"  # the answer to be taken in
    COACHING = "coaching"  # the coaching to be read; in practice
    PAUSED = "paused"  # the player to come back
    ENDED = "ended"  # nothing more: complete
    VOID = "void"  # nothing more: came to a dead end


class Trigger(StrEnum):
    """What moves an attempt from phase to phase."""

    START = "start"
    LISTENED = "listened"
    CHOOSE = "choose"
    COACH = "coach"
    CONTINUE = "continue"
    FINISH = "finish"
    FAIL = "fail"
    BACK = "back"
    PAUSE = "pause"
    RESUME = "resume"


_LIVE = (Phase.LISTENING, Phase.CHOOSING, Phase.REACTING, Phase.COACHING)

TABLE: tuple[tuple[Trigger, tuple[Phase, ...], Phase], ...] = (
    (Trigger.START, (Phase.BRIEFING,), Phase.LISTENING),
    (Trigger.LISTENED, (Phase.LISTENING,), Phase.CHOOSING),
    (Trigger.CHOOSE, (Phase.CHOOSING,), Phase.REACTING),
    (Trigger.COACH, (Phase.REACTING,), Phase.COACHING),
    (Trigger.CONTINUE, (Phase.REACTING, Phase.COACHING), Phase.LISTENING),
    (Trigger.FINISH, (Phase.LISTENING, Phase.REACTING, Phase.COACHING), Phase.ENDED),
    (Trigger.FAIL, (Phase.LISTENING, Phase.REACTING, Phase.COACHING), Phase.VOID),
    (Trigger.BACK, _LIVE, Phase.LISTENING),
    (Trigger.PAUSE, _LIVE, Phase.PAUSED),
)
"""Trigger, phases it may come in, phase it leads to. `resume` leads from paused to where the pause began."""


def _came_from(phase: Phase) -> Callable[[EventData], bool]:
    def was(event: EventData) -> bool:
        return isinstance(event.model, Phases) and event.model.paused_in is phase

    return was


@cache
def _machine() -> Machine:
    machine = Machine(
        model=None,
        states=Phase,
        initial=Phase.BRIEFING,
        model_attribute="phase",
        auto_transitions=False,
        send_event=True,
    )
    for trigger, sources, dest in TABLE:
        machine.add_transition(trigger.value, list(sources), dest)
    for phase in _LIVE:
        machine.add_transition(Trigger.RESUME.value, Phase.PAUSED, phase, conditions=_came_from(phase))
    return machine


class Phases:
    """The phase one attempt is in. Its callbacks do nothing: results are computed before a trigger."""

    __slots__ = ("paused_in", "phase")

    def __init__(self) -> None:
        """Begin in the briefing."""
        self.phase = Phase.BRIEFING
        self.paused_in: Phase | None = None

    def fire(self, trigger: Trigger) -> None:
        """Move on. Raises: MachineError where the table does not allow it, and then nothing has changed."""
        was = self.phase
        _machine().events[trigger.value].trigger(self)
        if trigger is Trigger.PAUSE:
            self.paused_in = was
        elif trigger is Trigger.RESUME:
            self.paused_in = None

    def allows(self, trigger: Trigger) -> bool:
        """Whether the trigger may come in the present phase."""
        if trigger is Trigger.RESUME:
            return self.phase is Phase.PAUSED
        return any(trigger is known and self.phase in sources for known, sources, _ in TABLE)

    def require(self, trigger: Trigger) -> None:
        """Raises: MachineError unless the trigger may come in the present phase."""
        if not self.allows(trigger):
            raise MachineError(f"{trigger.value!r} cannot come while {self.phase.value}")
