"""Play a transcript against a scenario, and say what every action in it cost."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.play.attempt import Attempt
from game.play.judge import Judge
from game.play.reasons import locked_reason
from game.play.start import StartError
from game.play.transcript import Transcript
from game.rules.scoring import lost_of, number, score_of
from game.rules.standing import is_open
from game.scenario.model import Outcome, Scenario


class ReplayError(ValueError):
    """A transcript that this scenario does not allow.

    `index` is the 0-based place of the action at fault, None for the start.
    """

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


@dataclass(frozen=True, slots=True)
class Replayed:
    """One action played again. Cost is raw, lost in points of the score; None where they are undefined."""

    moment: str
    choice: str
    cost: Fraction | None
    lost: Fraction | None


@dataclass(frozen=True, slots=True)
class Replay:
    """What a transcript came to. Outcome, raw and score are None where it is unfinished or void."""

    outcome: Outcome | None
    is_void: bool
    raw: Fraction | None
    score: Fraction | None
    sale: int
    actions: tuple[Replayed, ...]
    meters: dict[str, dict[str, int]]

    def as_json(self) -> dict[str, object]:
        """The result as `replay --format json` prints it."""
        return {
            "outcome": self.outcome.value if self.outcome is not None else None,
            "raw": number(self.raw),
            "score": number(self.score),
            "sale": self.sale,
            "actions": [
                {"moment": a.moment, "choice": a.choice, "cost": number(a.cost), "lost": number(a.lost)}
                for a in self.actions
            ],
            "meters": self.meters,
        }


def replay_attempt(scenario: Scenario, transcript: Transcript) -> Attempt:
    """Play every action of a transcript.

    Raises: ReplayError, naming the action by its place, for one that is not available or one too many.
    """
    try:
        attempt = Attempt(
            scenario, seed=transcript.seed or 0, recalled=transcript.recalled, at=transcript.start
        )
    except StartError as error:
        raise ReplayError(f"start: {error}") from None
    for place, choice in enumerate(transcript.actions):
        action = attempt.find(choice)
        if action is None or not is_open(action, attempt.standing):
            raise ReplayError(_refusal(attempt, place, choice), place)
        attempt.act(action)
    return attempt


def _refusal(attempt: Attempt, place: int, choice: str) -> str:
    head = f'actions[{place}] "{choice}"'
    if attempt.is_over:
        ended = "void" if attempt.outcome is None else attempt.outcome.value
        after = "one action" if place == 1 else f"{place} actions"
        return f"{head}: one too many, the attempt was over ({ended}) after {after}"
    moment = attempt.moment
    open_now = ", ".join(f'"{action.id}"' for action in attempt.choices())
    action = attempt.find(choice)
    if action is None:
        why = "there is no such choice"
    else:
        why = locked_reason(attempt.scenario, attempt.standing, action, for_writer=True)
    return f'{head}: not available in moment "{moment.id}": {why}; available are {open_now}'


def judge_replay(attempt: Attempt, proof: Judge) -> Replay:
    """What a replayed attempt came to, with the cost of every action by the proof."""
    best, worst, raw = proof.best, proof.worst, attempt.raw
    score = None
    if raw is not None and best is not None and worst is not None:
        score = score_of(raw, best, worst)
    actions = []
    for before, action in zip(attempt.standings, attempt.actions, strict=False):
        cost = proof.cost(before, action)
        lost = None
        if cost is not None and best is not None and worst is not None:
            lost = lost_of(cost, best, worst)
        moment = attempt.scenario.moments[action.moment].id
        actions.append(Replayed(moment, action.id, cost, lost))
    return Replay(
        attempt.outcome, attempt.is_void, raw, score, attempt.sale, tuple(actions), attempt.meters()
    )
