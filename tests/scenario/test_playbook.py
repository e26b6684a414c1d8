"""Playbooks: found beside the scenario or among the shipped ones, and checked on their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.library import find_playbook, load_playbook, load_scenario
from game.scenario.playbook import compile_playbook
from tests.scenario.helpers import ONE, SMALL_PLAYBOOK, edited


def codes(text: str) -> list[str]:
    return [finding.code for finding in compile_playbook(text, "playbook").findings]


def test_shipped_playbook_is_clean() -> None:
    loaded = find_playbook("client-for-life")
    assert loaded is not None
    assert loaded.findings == []
    assert loaded.playbook is not None
    assert loaded.playbook.strategies.keys() == {"policy-speaker", "up-seller", "problem-first", "soother"}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (("helps: true", "helps: perhaps"), "M207"),
        (("    helps: true\n", ""), "M202"),
        (("principle: fix-the-customer-first", "principle: fix"), "M307"),
        (("{when: hurried, effects", "{effects"), "M202"),
        (("score: {points: 3", "score: {points: three"), "M205"),
        (("score: {points: 3", "score: {pionts: 3"), "M201"),
        (("tension > 60", "maya.tension > 60"), "M801"),
        (("tension > 60", "tension > 600"), "M227"),
        (("score:", "bands: {pass: 60, silver: 95, gold: 90}\nscore:"), "M802"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_mistakes_are_found(edit: tuple[str, str], code: str) -> None:
    assert codes(edited(SMALL_PLAYBOOK, edit)) == [code]


def test_weights_are_exact() -> None:
    loaded = compile_playbook(edited(SMALL_PLAYBOOK, ("points: 3,", "points: 0.1,")), "playbook")
    assert loaded.playbook is not None
    assert loaded.playbook.weights.points * 10 == 1


def test_own_playbook_goes_before_the_shipped_one(tmp_path: Path) -> None:
    level = tmp_path / "example.yaml"
    level.write_text(ONE)
    shipped = load_scenario(level).scenario
    assert shipped is not None and shipped.playbook.id == "client-for-life"
    (tmp_path / "playbooks").mkdir()
    own = edited(SMALL_PLAYBOOK, ("id: small", "id: client-for-life"))
    (tmp_path / "playbooks" / "client-for-life.yaml").write_text(own)
    beside = load_scenario(level).scenario
    assert beside is not None and len(beside.playbook.behaviours) == 3


def test_mistakes_in_a_playbook_are_listed_under_its_own_path(tmp_path: Path) -> None:
    level = tmp_path / "example.yaml"
    level.write_text(edited(ONE, ("start:", "playbook: ours\nstart:")))
    (tmp_path / "playbooks").mkdir()
    path = tmp_path / "playbooks" / "ours.yaml"
    path.write_text(edited(SMALL_PLAYBOOK, ("id: small", "id: ours"), ("points: -2", "points: -200")))
    loaded = load_scenario(level)
    assert loaded.scenario is None
    assert [(Path(f.path).name, f.code) for f in loaded.findings] == [
        ("example.yaml", "M309"),
        ("ours.yaml", "M206"),
    ]
    assert loaded.sources[str(path)] == path.read_text()


def test_changed_playbook_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL_PLAYBOOK)
    first = load_playbook(path)
    assert load_playbook(path) is first
    path.write_text(SMALL_PLAYBOOK + "title: Ours, with a longer text\n")
    second = load_playbook(path)
    assert second.playbook is not None and second.playbook.title == "Ours, with a longer text"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (
            "\n  - {question: Were you heard?, meter: trust, least: 60, shown: true}",
            ({"question": "Were you heard?", "meter": "trust", "least": 60, "shown": True},),
        ),
        (" {heard: {meter: trust, least: 60}}", {"heard": {"meter": "trust", "least": 60}}),
        (" as the meters say", "as the meters say"),
    ],
    ids=["list", "mapping", "text"],
)
def test_survey_is_kept_as_plain_data(written: str, kept: object) -> None:
    loaded = compile_playbook(f"{SMALL_PLAYBOOK}survey:{written}\n", "playbook")
    assert loaded.findings == []
    assert loaded.playbook is not None and loaded.playbook.survey == kept
