"""What a choice answers, and how a quote is cut."""

import pytest

from game.play.attempt import Attempt
from game.play.lines import heard, in_short
from tests.play.conftest import scenario_named


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ((), "It _leaks_. Again."),
        # The moment's own speaker goes before another who spoke last; what was confided last before both.
        (("mend",), "So what now?"),
        (("hear",), "It was my mother's kettle."),
        # A moment passed on the way is not what is answered.
        (("shrug",), "You again."),
    ],
    ids=["start", "own-speaker", "confided", "passed"],
)
def test_what_a_choice_answers(choices: tuple[str, ...], words: str) -> None:
    attempt = Attempt(scenario_named("broken-kettle"))
    for choice in choices:
        action = attempt.find(choice)
        assert action is not None
        attempt.act(action)
    said = heard(attempt.scenario, attempt.visits())
    assert said is not None and said.text == words


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Where is it?", "Where is it?"),
        ("A first sentence. Then one more. And where is it?", "… Then one more. And where is it?"),
        ("One sentence that goes on, and on, and on without end.", "One sentence that goes on, and on …"),
    ],
    ids=["whole", "last-sentences", "cut-at-a-word"],
)
def test_quotes_are_cut_where_it_reads_well(text: str, short: str) -> None:
    assert in_short(text, 36) == short
