"""Short scenarios for the tests of the reader."""

from __future__ import annotations

from pathlib import Path

from game.scenario.load import Loaded, compile_text
from game.scenario.model import Scenario

SMALL_PLAYBOOK = (Path(__file__).parent / "small_playbook.yaml").read_text(encoding="utf-8")

ONE = """\
format: 1
id: example
title: Example
customers:
  maya: {name: Maya, tension: 70, trust: 40, loyalty: 50}
start: arrives
moments:
  arrives:
    says: Where is it?
    choices:
      - say: I'm on it.
        then: thanks
  thanks: {says: Thank you., ends: partnership}
"""

TWO = """\
format: 1
id: example
title: Example
customers:
  maya: {name: Maya, tension: 70, trust: 40, loyalty: 50}
  priya: {name: Priya, tension: 30, trust: 50, loyalty: 60, influence: 3, traits: [hurried]}
cast: {iris: {name: Iris}}
start: arrives
moments:
  arrives:
    speaker: maya
    says: Where is it?
    choices:
      - say: I'm on it.
        then: thanks
  thanks: {speaker: iris, says: Thank you., ends: partnership}
"""


def edited(text: str, *edits: tuple[str, str]) -> str:
    """`text` with each first occurrence replaced; one that is not there is a mistake of the test."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def with_choice(extra: str, base: str = ONE) -> str:
    """`base` with one more line in its choice."""
    return edited(base, ("      - say: I'm on it.\n", f"      - say: I'm on it.\n        {extra}\n"))


def load(text: str) -> Loaded:
    return compile_text(text, name="example", playbook_text=SMALL_PLAYBOOK)


def scenario(text: str) -> Scenario:
    """The compiled scenario; it must be without findings."""
    loaded = load(text)
    assert loaded.findings == []
    assert loaded.scenario is not None
    return loaded.scenario


def codes(text: str) -> list[str]:
    return [finding.code for finding in load(text).findings]
