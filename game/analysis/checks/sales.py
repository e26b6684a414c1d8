"""Sales: does serving someone better sell more than pressing them?

Of two choices that sell, one is the rival of the other if both are on offer in the same moment or are
unlocked by the same flag. One serves if all its behaviours help and it is not misplaced; one presses if any
of its behaviours does harm.
"""

from __future__ import annotations

from game.analysis.checks.best_line import does_harm
from game.analysis.checks.subject import Subject
from game.analysis.layers import leaves_of
from game.scenario.conditions import HasFlag
from game.scenario.model import Action, Playbook

TIMES = 3


def check_sales(subject: Subject) -> None:
    """What serves sells for at least `TIMES` its rival that presses."""
    playbook = subject.scenario.playbook
    selling = [action for action in subject.scenario.actions if action.sale]
    pressing = [action for action in selling if does_harm(action, playbook)]
    for serving in selling:
        if not serves(serving, playbook):
            continue
        rivals = [rival for rival in pressing if _are_rivals(serving, rival)]
        rival = max(rivals, key=lambda action: action.sale, default=None)
        if rival is None or serving.sale >= TIMES * rival.sale:
            continue
        found = subject.through(serving)
        if found is not None:
            names = {"found": subject.name_of(serving), "rival": subject.name_of(rival)}
            sums = {"sale": serving.sale, "other": rival.sale, "times": TIMES}
            subject.show("M511", serving.span, *found, **names, **sums)


def serves(action: Action, playbook: Playbook) -> bool:
    """Whether all that an action shows helps, at the right moment."""
    known = [s.behaviour for s in action.shows if s.behaviour in playbook.behaviours]
    return bool(known) and not action.misplaced and not does_harm(action, playbook)


def _are_rivals(one: Action, other: Action) -> bool:
    return one.moment == other.moment or bool(_unlocked_by(one) & _unlocked_by(other))


def _unlocked_by(action: Action) -> int:
    if action.when is None:
        return 0
    mask = 0
    for leaf in leaves_of(action.when.tree):
        if isinstance(leaf, HasFlag):
            mask |= leaf.mask
    return mask
