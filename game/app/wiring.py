"""What the window and the terminal share: library, records, settings, proofs, and attempts begun and ended.

Opening the game imports neither the database toolkit nor numpy nor what reads scenarios: the first frame does
not wait for them. Records are opened on first use or in the background (`warm_up`), and proofs are made in
threads of their own.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.paths import config_folder, data_folder, drawn_seed, new_attempt_id, records_url, utc_now
from game.app.proofs import ProofJob, Proofs
from game.app.requests import NoDisplay, PlayRequest, Unfinished
from game.app.settings import SettingsFile, Timers
from game.play.journal import Begun, Mode, Taken
from game.records.errors import StoreError
from game.records.urls import default_url

if TYPE_CHECKING:
    from game.app.keeping import KeptOrSaid
    from game.app.levels import Level, Levels
    from game.learning.debrief import Debrief
    from game.play.session import Session
    from game.play.start import StartAt
    from game.records.store import Kept, Player, Store
    from game.scenario.model import Scenario

__all__ = ["Game", "NoDisplay", "PlayRequest", "Unfinished", "open_game"]


def open_game(url: str | None = None, folders: Sequence[Path] | None = None) -> Game:
    """The game with its library, settings and records; nothing slow is opened yet.

    `url` names another database than MOMENTS_DB or the user's own; `folders` hold other levels than the
    shipped ones.
    """
    settings = SettingsFile(config_folder() / "settings.json")
    where = records_url(url)
    return Game(folders, settings, where, make_folder=where == default_url(data_folder()))


class Game:
    """One run of the game. `url` names the database; `problem` is the latest trouble in keeping something."""

    def __init__(
        self,
        folders: Sequence[Path] | None,
        settings: SettingsFile,
        url: str,
        *,
        make_folder: bool = False,
        proofs: Proofs | None = None,
    ) -> None:
        """Nothing is opened yet. `make_folder`: the folder of the database may be made."""
        self._folders = folders
        self._levels: Levels | None = None
        self.settings = settings
        self.url = url
        self.problem: str | None = None
        self.store_problem: str | None = None
        self._make_folder = make_folder
        self._proofs = proofs or Proofs()
        self._store: Store | None = None
        self._lock = threading.Lock()
        self._finished: dict[str, Debrief] = {}
        self._journals: dict[str, KeptOrSaid] = {}

    # --- records ------------------------------------------------------------------------------------

    @property
    def store(self) -> Store:
        """The records, opened now if they were not yet. Raises: StoreError."""
        with self._lock:
            if self._store is None:
                from game.records.store import Store

                try:
                    self._store = Store.open(self.url, make_folder=self._make_folder)
                    self.store_problem = None
                except StoreError as error:
                    self.store_problem = str(error)
                    raise
            return self._store

    @property
    def store_ready(self) -> bool:
        """Whether the records are open."""
        return self._store is not None

    def warm_up(self) -> None:
        """Begin to open the records in the background; what goes wrong is in `store_problem`."""

        def open_store() -> None:
            with contextlib.suppress(StoreError):  # kept in store_problem, raised again to whoever needs it
                _ = self.store

        threading.Thread(target=open_store, name="records", daemon=True).start()

    def shut(self) -> None:
        """Let go of the records."""
        if self._store is not None:
            self._store.shut()
            self._store = None

    def enter(self, player: str, team: str = "") -> Player:
        """Note who plays, now and for next time. Raises: BadName, StoreError."""
        found = self.store.enter(player, team)
        self.settings.played(found.name, found.team)
        return found

    # --- levels -------------------------------------------------------------------------------------

    @property
    def library(self) -> Levels:
        """The levels the game was started with."""
        if self._levels is None:
            from game.app.levels import Levels
            from game.scenario.library import Library

            self._levels = Levels(Library(self._folders))
        return self._levels

    @property
    def current(self) -> dict[str, str]:
        """Each level's content hash now: which version stands on the boards."""
        return self.library.current

    def levels(self, player: str = "") -> tuple[Level, ...]:
        """The levels in order of the campaign, with what `player` reached on each.

        Where the records are not open yet, or cannot be, as for a new player.
        """
        bests: dict[str, tuple[float, str]] = {}
        completed: frozenset[str] = frozenset()
        if player and self._store is not None:
            bests = self._store.bests(player, self.current)
            completed = self._store.completed(player)
        return self.library.seen_by(bests, completed)

    def level(self, level_id: str, player: str = "") -> Level | None:
        """One level, by id."""
        return next((level for level in self.levels(player) if level.id == level_id), None)

    def level_at(self, path: Path) -> Level:
        """The level in a file, of the library or not."""
        return self.library.at(path)

    def _keep_version(self, level: Level, scenario: Scenario) -> None:
        """Keep the level's text, so that attempts can be gone on with and replayed when it has changed."""
        from game.records.store import KeptScenario

        self.store.keep_scenario(
            KeptScenario(
                scenario.content_hash,
                scenario.id,
                level.loaded.source or "",
                scenario.playbook.id,
                level.playbook_source(),
            )
        )

    def _version(self, kept: Kept) -> Scenario | None:
        """The scenario as it was when the attempt was played, if it is known still."""
        begun = kept.begun
        if self.library.hash_of(begun.scenario) == begun.content_hash:
            return self.library.library.load(begun.scenario).scenario
        from game.app.keeping import compile_kept

        held = self.store.kept_scenario(begun.content_hash)
        return None if held is None else compile_kept(held)

    # --- attempts -----------------------------------------------------------------------------------

    def begin(
        self,
        level: Level,
        player: str,
        team: str = "",
        mode: Mode = Mode.RANKED,
        *,
        seed: int | None = None,
        at: StartAt | None = None,
        timers: Timers = Timers.ON,
    ) -> Session:
        """A new attempt, waiting in its briefing; its proof is being made meanwhile.

        A ranked one becomes unranked where it starts elsewhere or the level is not one of the library's.
        Trouble with the records does not stop it: see `problem`. Raises: StartError; ValueError where the
        level has errors.
        """
        scenario = level.scenario
        if scenario is None:
            raise ValueError(f"{level.title} has errors and cannot be played")
        if mode is Mode.RANKED and (at is not None or not self.is_ranked(level)):
            mode = Mode.UNRANKED
        begun = Begun(
            attempt_id=new_attempt_id(),
            player=player,
            team=team,
            scenario=scenario.id,
            content_hash=scenario.content_hash,
            seed=drawn_seed() if seed is None else seed,
            mode=mode,
            started_at=utc_now(),
            recalled=self.recalled(scenario, player),
            moment=at.moment if at is not None else None,
            meters=at.meters if at is not None else None,
            flags=at.flags if at is not None else None,
        )
        session = self._session(scenario, begun, timers)
        try:
            self._keep_version(level, scenario)
        except StoreError as error:
            self.problem = str(error)
        return session

    def is_ranked(self, level: Level) -> bool:
        """Whether results on this level stand on the boards."""
        return level.scenario is not None and self.library.hash_of(level.id) == level.scenario.content_hash

    def recalled(self, scenario: Scenario, player: str) -> tuple[str, ...]:
        """The flags the player brings: from their latest complete ranked attempt at each level recalled."""
        names: list[str] = []
        if not scenario.recalls:
            return ()
        try:
            for other, flags in scenario.recalls.items():
                kept = self.store.latest_flags(player, other)
                names += [flag for flag in flags if flag in kept]
        except StoreError:
            return ()  # said when the attempt itself cannot be kept
        return tuple(dict.fromkeys(names))

    def unfinished(self, player: str, level_id: str | None = None) -> tuple[Unfinished, ...]:
        """The player's attempts, at one level or at all, that can be gone on with, the latest first."""
        from game.play.session import Session

        found = []
        for kept in self.store.unfinished(player):
            if level_id not in (None, kept.begun.scenario):
                continue
            scenario = self._version(kept)
            if scenario is None:
                continue
            try:
                session = Session(scenario, kept.begun, taken=kept.actions)
            except ValueError:
                continue
            found.append(Unfinished(kept, scenario, session.attempt.moment.id, len(kept.actions)))
        return tuple(found)

    def go_on(self, unfinished: Unfinished, timers: Timers = Timers.ON) -> Session:
        """Go on with an attempt that was cut short, at exactly the moment it was left."""
        kept = unfinished.kept
        return self._session(unfinished.scenario, kept.begun, timers, kept.actions, is_kept=True)

    def discard(self, unfinished: Unfinished) -> None:
        """Give up an attempt that was cut short. Raises: StoreError."""
        self.store.discard(unfinished.kept.begun.attempt_id)

    def retry_from(self, session: Session, step: int, timers: Timers = Timers.ON) -> Session:
        """A practice attempt that begins as `session` did and stands before its 0-based `step`."""
        begun = session.begun
        again = Begun(
            attempt_id=new_attempt_id(),
            player=begun.player,
            team=begun.team,
            scenario=begun.scenario,
            content_hash=begun.content_hash,
            seed=begun.seed,
            mode=Mode.PRACTICE,
            started_at=utc_now(),
            recalled=begun.recalled,
            moment=begun.moment,
            meters=begun.meters,
            flags=begun.flags,
        )
        places = zip(session.attempt.actions[:step], session.dwells[:step], strict=True)
        moments = session.scenario.moments
        taken = tuple(
            Taken(index, moments[action.moment].id, action.id, dwell)
            for index, (action, dwell) in enumerate(places)
        )
        return self._session(session.scenario, again, timers, taken)

    def _session(
        self,
        scenario: Scenario,
        begun: Begun,
        timers: Timers,
        taken: Sequence[Taken] = (),
        is_kept: bool = False,
    ) -> Session:
        from game.app.keeping import KeptOrSaid
        from game.play.session import Session

        self.problem = None
        journal = KeptOrSaid(lambda: self.store, self._note_problem)
        session = Session(
            scenario, begun, journal=journal, timers=timers.stretch, taken=taken, is_kept=is_kept
        )
        self._journals[begun.attempt_id] = journal
        self.proof_of(session)
        return session

    # --- results ------------------------------------------------------------------------------------

    def proof_of(self, session: Session) -> ProofJob:
        """The proof from the start of this attempt, being made or there."""
        return self._proofs.request(session.scenario, session.attempt.standings[0])

    def _note_problem(self, problem: str) -> None:
        self.problem = problem

    def proof_ready(self, session: Session) -> bool:
        """Whether `finish` would not have to wait."""
        return self.proof_of(session).is_done

    def finish(self, session: Session) -> Debrief:
        """The debrief of an attempt that is over; waits for the proof, and keeps the result, once."""
        known = self._finished.get(session.begun.attempt_id)
        if known is not None:
            return known
        from game.app.keeping import closed_as
        from game.learning.debrief import debrief

        result = debrief(session.attempt, self.proof_of(session).wait())
        journal = self._journals.get(session.begun.attempt_id)
        if journal is not None:
            journal.close(session.begun.attempt_id, closed_as(session, result))
        self._finished[session.begun.attempt_id] = result
        return result
