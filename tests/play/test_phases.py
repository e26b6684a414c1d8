"""The table of phases: what may come, where it leads, and that nothing else may come."""

import pytest
from transitions import MachineError

from game.play.phases import TABLE, Phase, Phases, Trigger

ALLOWED = {(source, trigger): dest for trigger, sources, dest in TABLE for source in sources}
LIVE = (Phase.LISTENING, Phase.CHOOSING, Phase.REACTING, Phase.COACHING)


def in_phase(phase: Phase) -> Phases:
    phases = Phases()
    phases.phase = phase
    phases.paused_in = Phase.CHOOSING if phase is Phase.PAUSED else None
    return phases


@pytest.mark.parametrize(("source", "trigger"), ALLOWED, ids=lambda value: value.value)
def test_what_may_come_leads_where_the_table_says(source: Phase, trigger: Trigger) -> None:
    phases = in_phase(source)
    assert phases.allows(trigger)
    phases.fire(trigger)
    assert phases.phase is ALLOWED[source, trigger]


INVALID = [
    (phase, trigger)
    for phase in Phase
    for trigger in Trigger
    if (phase, trigger) not in ALLOWED and (phase, trigger) != (Phase.PAUSED, Trigger.RESUME)
]


@pytest.mark.parametrize(("phase", "trigger"), INVALID, ids=lambda value: value.value)
def test_everything_else_raises_and_changes_nothing(phase: Phase, trigger: Trigger) -> None:
    phases = in_phase(phase)
    assert not phases.allows(trigger)
    with pytest.raises(MachineError):
        phases.require(trigger)
    with pytest.raises(MachineError):
        phases.fire(trigger)
    assert phases.phase is phase


@pytest.mark.parametrize("phase", LIVE, ids=lambda phase: phase.value)
def test_a_pause_ends_where_it_began(phase: Phase) -> None:
    phases = in_phase(phase)
    phases.fire(Trigger.PAUSE)
    assert phases.phase is Phase.PAUSED
    phases.fire(Trigger.RESUME)
    assert phases.phase is phase and phases.paused_in is None


def test_attempts_do_not_share_a_phase() -> None:
    one, other = Phases(), Phases()
    one.fire(Trigger.START)
    assert (one.phase, other.phase) == (Phase.LISTENING, Phase.BRIEFING)


def test_every_phase_can_be_reached() -> None:
    reached = {dest for _, _, dest in TABLE}
    assert set(Phase) - reached == {Phase.BRIEFING}
