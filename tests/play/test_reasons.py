"""Locked choices say in plain words what they still need."""

import pytest

from game.play.attempt import Attempt
from game.play.reasons import unmet
from game.scenario.conditions import And, Bound, Compare, Condition, Constant, HasFlag, IsGone, Not, Or
from game.scenario.model import Scenario

TRUST, TENSION = 0, 2
FLAG = HasFlag(1)


@pytest.mark.parametrize(
    ("tree", "reason"),
    [
        (Compare(TRUST, ">=", 50), "needs trust of 50 or more (now 40)"),
        (Compare(TRUST, ">", 40), "needs trust above 40 (now 40)"),
        (Compare(TENSION, "<", 50), "needs tension below 50 (now 70)"),
        (Compare(TENSION, "<=", 60), "needs tension of 60 or less (now 70)"),
        (Compare(TRUST, "==", 41), "needs trust of exactly 41 (now 40)"),
        (Compare(TRUST, "!=", 40), "needs trust of anything but 40 (now 40)"),
        (Not(Compare(TRUST, "<", 50)), "needs trust of 50 or more (now 40)"),
        (FLAG, "needs “{flag}” first"),
        (And((Compare(TRUST, ">=", 40), FLAG)), "needs “{flag}” first"),
        (Or((Compare(TRUST, ">=", 50), FLAG)), "needs trust of 50 or more (now 40) or “{flag}” first"),
        (
            Not(Or((Compare(TRUST, "<", 50), Compare(TENSION, ">", 60)))),
            "needs trust of 50 or more (now 40) and tension of 60 or less (now 70)",
        ),
        (IsGone(1), "needs Noor Haddad to have left"),
        (Constant(False), "needs a different customer"),
        (Compare(TRUST, ">=", 40), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_missing(kettle: Scenario, tree: Bound, reason: str) -> None:
    flag = kettle.flag_names(1)[0].replace("_", " ")
    told = unmet(kettle, Attempt(kettle).standing, Condition.of("?", tree), for_writer=True)
    assert told == reason.format(flag=flag)


def test_a_player_is_not_told_the_name_of_a_flag(kettle: Scenario) -> None:
    tree = And((Compare(TRUST, ">=", 50), FLAG))
    told = unmet(kettle, Attempt(kettle).standing, Condition.of("?", tree))
    assert told == "needs trust of 50 or more (now 40) and something you have not heard or done yet"


def test_among_several_customers_the_meter_has_an_owner(stairwell: Scenario) -> None:
    condition = Condition.of("?", Compare(3, ">=", 90))
    assert (
        unmet(stairwell, Attempt(stairwell).standing, condition) == "needs Ben's trust of 90 or more (now 40)"
    )
