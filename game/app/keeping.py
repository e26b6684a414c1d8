"""Between a live attempt and the records: a journal that does not end play, results, and kept versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.paths import utc_now
from game.learning.debrief import Debrief
from game.play.journal import Begun, Closed, Journal, Taken
from game.play.session import Session
from game.records.errors import StoreError
from game.scenario.library import compile_text
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.records.store import KeptScenario


class KeptOrSaid:
    """The records as a journal that never ends play: where keeping fails, that is said.

    From the first failure on nothing more of that attempt is written, so that no attempt is kept with a hole.
    """

    def __init__(self, store: Callable[[], Journal], say: Callable[[str], None]) -> None:
        """`store` gives the records, opening them if need be; `say` is handed what went wrong."""
        self._store = store
        self._say = say
        self.is_broken = False

    def _write(self, write: Callable[[Journal], None]) -> None:
        if self.is_broken:
            return
        try:
            write(self._store())
        except StoreError as error:
            self.is_broken = True
            self._say(f"This attempt is no longer being kept. {error}")

    def begin(self, begun: Begun) -> None:
        """Keep a new attempt."""
        self._write(lambda store: store.begin(begun))

    def act(self, attempt_id: str, taken: Taken) -> None:
        """Keep one more action."""
        self._write(lambda store: store.act(attempt_id, taken))

    def back(self, attempt_id: str, length: int) -> None:
        """Forget the actions from `length` on."""
        self._write(lambda store: store.back(attempt_id, length))

    def close(self, attempt_id: str, closed: Closed) -> None:
        """Keep how the attempt ended."""
        self._write(lambda store: store.close(attempt_id, closed))


def closed_as(session: Session, result: Debrief) -> Closed:
    """How an attempt ended, as the records keep it."""
    attempt = session.attempt
    return Closed(
        outcome=result.outcome.value if result.outcome is not None else None,
        void=result.is_void,
        raw=result.raw,
        best=result.best,
        worst=result.worst,
        score=result.score if result.exact else None,
        sale=result.sale,
        ended_at=utc_now(),
        meters=attempt.meters(),
        flags=attempt.scenario.flag_names(attempt.standing.flags),
    )


def compile_kept(held: KeptScenario) -> Scenario | None:
    """A kept version of a scenario, compiled again; None where this program cannot read it any more."""
    scenario = compile_text(
        held.source, name=f"{held.scenario}.yaml", playbook_text=held.playbook_source or None
    ).scenario
    same = scenario is not None and scenario.content_hash == held.content_hash
    return scenario if same else None
