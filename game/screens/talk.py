"""Where the player is in a conversation: which lines are out, who is on stage, which meters are seen.

It moves the live attempt on and knows nothing of windows. What an action led to is shown in two steps, the
answer and then the next moment, so what is *seen* may lag behind where the attempt already stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.play.clock import Clock
from game.play.effects import MeterChange
from game.play.lines import Said, mood_of, person
from game.play.phases import Phase
from game.play.session import Reacting, Session, Telling
from game.rules.standing import Acted, Meters
from game.scenario.model import Action, Mood


@dataclass(frozen=True, slots=True)
class Person:
    """Who stands before the player, and how they feel. `id` is that of a customer or of the cast."""

    id: str
    name: str
    portrait: str
    mood: Mood


class Talk:
    """One attempt as it is seen. Lines of a moment come out one after another."""

    def __init__(self, session: Session) -> None:
        """Begin the attempt if it is still in its briefing, else go on where it is."""
        self.session = session
        self.shown = self.answered = 0  # lines of the moment, and of the answer, that are out
        self.telling = session.telling
        self.person = self._of_moment()
        self._before_pause: Phase | None = None
        if session.phase is Phase.BRIEFING:
            session.start()
        self._arrive()

    # --- what is seen

    @property
    def phase(self) -> Phase:
        """The live phase, also while paused."""
        return self._before_pause or self.session.phase

    @property
    def is_paused(self) -> bool:
        """Whether the conversation is covered."""
        return self.session.phase is Phase.PAUSED

    @property
    def is_answer(self) -> bool:
        """Whether what an action led to is being taken in."""
        return self.phase in (Phase.REACTING, Phase.COACHING)

    @property
    def lines(self) -> tuple[Said, ...]:
        """The lines that are out, the newest last: the answer's, or the moment's."""
        if self.is_answer:
            return self._replies()[: self.answered]
        return self.telling.lines[: self.shown]

    @property
    def has_more(self) -> bool:
        """Whether lines of this moment, or of this answer, are still to come."""
        if self.phase is Phase.REACTING:
            return self.answered < len(self._replies())
        return self.phase is Phase.LISTENING and self.shown < len(self.telling.lines)

    @property
    def is_last_word(self) -> bool:
        """Whether nothing follows what is out now but the end."""
        if self.phase is Phase.LISTENING:
            return self.session.attempt.is_over and not self.has_more
        if not self.is_answer or self.has_more:
            return False
        return self.session.attempt.is_over and not self.session.attempt.visits()

    @property
    def timer_ahead_s(self) -> int | None:
        """How many seconds there will be to answer, where a timer starts when the player goes on."""
        session = self.session
        if self.phase is not Phase.LISTENING or self.has_more or session.attempt.is_over:
            return None
        seconds = session.attempt.moment.seconds
        return None if seconds is None or session.timers is None else round(seconds * session.timers)

    @property
    def changes(self) -> tuple[MeterChange, ...]:
        """The meters that moved last, by the action or by what happened on arrival."""
        reaction = self.session.reaction
        if self.is_answer:
            return reaction.changes if reaction is not None else ()
        return self.telling.changes

    @property
    def meters(self) -> Meters:
        """The meters as far as they have been seen to move."""
        if self.is_answer:
            return self._acted().after
        return self.session.attempt.standing.meters

    @property
    def gone(self) -> int:
        """Who has been seen to walk out, as bits by the customers' places."""
        attempt = self.session.attempt
        if self.is_answer and self._reaction_left() == ():
            return attempt.standings[-2].gone
        return attempt.standing.gone

    def heard(self) -> list[Telling | Reacting]:
        """Everything said so far, in order, without the lines still to come. Not while paused."""
        told = self.session.history()
        if self.phase is Phase.LISTENING and told and isinstance(told[-1], Telling):
            told[-1] = replace(told[-1], lines=told[-1].lines[: self.shown])
        if self.phase is Phase.REACTING and told and isinstance(told[-1], Reacting):
            told[-1] = replace(told[-1], lines=told[-1].lines[: self.answered])
        return told

    # --- what the player does

    def go_on(self) -> None:
        """Have the next line, the next moment, or the end."""
        session = self.session
        if self.has_more and session.phase is Phase.REACTING:
            self.answered += 1
            self._see()
        elif self.has_more:
            self.shown += 1
            self._see()
            self._answer_at_once()
        elif session.phase is Phase.LISTENING:
            session.listened()
        elif session.phase in (Phase.REACTING, Phase.COACHING):
            session.continue_()
            self._arrive()

    def choose(self, action: Action) -> None:
        """Take an action. Raises: ActionUnavailable."""
        self.session.choose(action)
        self._hear_answer()

    def tick(self, dt_ms: int) -> bool:
        """Let time pass; True where it ran out and silence was taken."""
        ran_out = self.session.tick(dt_ms)
        if ran_out:
            self._hear_answer()
        return ran_out

    def back(self) -> None:
        """Undo the latest action, in practice; what was told before it stands there whole."""
        self.session.back()
        self.telling = self.session.telling
        self.shown = len(self.telling.lines)
        self.person = self._of_moment()
        self._see()
        self._answer_at_once()

    @property
    def can_go_back(self) -> bool:
        """Whether `back` has something to undo."""
        session = self.session
        return session.is_practice and bool(session.attempt.actions) and not session.is_over

    def pause(self) -> None:
        """Cover the conversation and stop its clock, if it is live."""
        if self.session.phase in (Phase.LISTENING, Phase.CHOOSING, Phase.REACTING, Phase.COACHING):
            self._before_pause = self.session.phase
            self.session.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        if self.is_paused:
            self.session.resume()
            self._before_pause = None

    def stretch_timers(self, stretch: float | None) -> None:
        """Take over another setting of the timers, for a clock that runs already as well."""
        session = self.session
        if stretch == session.timers:
            return
        session.timers = stretch
        if self.phase is Phase.CHOOSING:
            clock = Clock.of(session.attempt.moment.seconds, stretch)
            passed = session.clock.elapsed_ms
            # A clock that is past its end already would never run out.
            clock.elapsed_ms = passed if clock.limit_ms is None else min(passed, clock.limit_ms - 1)
            session.clock = clock

    # --- within

    def _arrive(self) -> None:
        if self.session.phase is not Phase.LISTENING:
            return
        self.telling = self.session.telling
        self.shown = min(1, len(self.telling.lines))
        self._see()
        self._answer_at_once()

    def _hear_answer(self) -> None:
        self.answered = min(1, len(self._replies()))
        self._see()

    def _replies(self) -> tuple[Said, ...]:
        reaction = self.session.reaction
        return reaction.lines if reaction is not None else ()

    def _answer_at_once(self) -> None:
        """Have the choices come with the last line, unless a clock starts with them."""
        session = self.session
        if self.shown < len(self.telling.lines):
            return
        if self.shown and (session.attempt.is_over or self.timer_ahead_s is not None):
            return
        session.listened()

    def _see(self) -> None:
        """Put on stage whoever spoke last."""
        speaking = [said for said in self.lines if said.speaker]
        if speaking:
            said = speaking[-1]
            self.person = Person(said.speaker, said.name, said.portrait, said.mood or Mood.CALM)
        elif self.is_answer:
            self.person = replace(self.person, mood=self._mood_after())

    def _mood_after(self) -> Mood:
        """How the one spoken to takes an action that gets no words in answer."""
        acted = self._acted()
        before = self.session.attempt.standings[-2]
        moment = self.session.scenario.moments[acted.action.moment]
        if moment.speaker != self.person.id:
            return self.person.mood
        flags = (before.flags | acted.action.sets) & ~acted.action.clears
        return mood_of(moment, acted.after, flags, before.gone)

    def _of_moment(self) -> Person:
        session = self.session
        name, portrait = person(session.scenario, session.speaker)
        return Person(session.speaker, name, portrait, session.mood)

    def _acted(self) -> Acted:
        acted = self.session.attempt.events[-1][0]
        assert isinstance(acted, Acted)
        return acted

    def _reaction_left(self) -> tuple[str, ...]:
        reaction = self.session.reaction
        return reaction.left if reaction is not None else ()
