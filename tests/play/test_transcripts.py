"""Recorded transcripts as tests, and what is said of transcripts that cannot be read or do not fit."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from game.analysis.solve import solve
from game.play.attempt import Attempt
from game.play.replay import ReplayError, judge_replay, replay_attempt
from game.play.start import StartAt
from game.play.transcript import Transcript, TranscriptError, load_transcript, parse_transcript
from game.scenario.model import Scenario
from tests.play.conftest import DATA, scenario_named

RECORDED = sorted((DATA / "transcripts").glob("*.json"))


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recorded(path: Path) -> None:
    recorded = json.loads(path.read_text())
    transcript = load_transcript(path)
    scenario = scenario_named(transcript.scenario)
    attempt = replay_attempt(scenario, transcript)
    proof = solve(scenario, attempt.standings[0])
    result = judge_replay(attempt, proof)
    told = result.as_json()
    gives = recorded["gives"]
    assert {key: told[key] for key in ("outcome", "raw", "score", "sale", "meters")} == {
        key: gives[key] for key in ("outcome", "raw", "score", "sale", "meters")
    }, recorded["purpose"]
    assert [action["cost"] for action in told["actions"]] == gives["costs"]  # type: ignore[attr-defined]
    if result.raw is not None and proof.best is not None:
        assert sum(action.cost or 0 for action in result.actions) == proof.best - result.raw


def test_as_json_has_the_promised_keys(kettle: Scenario) -> None:
    attempt = replay_attempt(kettle, Transcript("broken-kettle", ("hear",)))
    told = judge_replay(attempt, solve(kettle)).as_json()
    assert list(told) == ["outcome", "raw", "score", "sale", "actions", "meters"]
    assert told["actions"] == [{"moment": "counter", "choice": "hear", "cost": 0, "lost": 0}]
    assert (told["outcome"], told["raw"], told["score"]) == (None, None, None)


def test_lost_is_the_cost_in_points_of_the_score(kettle: Scenario) -> None:
    attempt = replay_attempt(kettle, Transcript("broken-kettle", ("mend", "mend", "1")))
    result = judge_replay(attempt, solve(kettle))
    assert [action.lost for action in result.actions] == [Fraction(600, 419), Fraction(19600, 419), 0]


@pytest.mark.parametrize(
    ("actions", "index", "message"),
    [
        (("hear", "nod"), 1, 'actions[1] "nod": not available in moment "talk": there is no such choice'),
        (("mend", "keep"), 1, "needs “knows mother” first and trust of 50 or more (now 40)"),
        (("hear", "mend", "1", "1"), 3, "one too many, the attempt was over (partnership) after 3 actions"),
        (("silence",), 0, "no such choice"),
    ],
    ids=["unknown", "locked", "one-too-many", "no-silence-here"],
)
def test_an_action_that_does_not_fit(
    kettle: Scenario, actions: tuple[str, ...], index: int, message: str
) -> None:
    with pytest.raises(ReplayError) as caught:
        replay_attempt(kettle, Transcript("broken-kettle", actions))
    assert caught.value.index == index
    assert message in str(caught.value) and f"actions[{index}]" in str(caught.value)


def test_a_transcript_survives_being_written_and_read(kettle: Scenario) -> None:
    at = StartAt("talk", {"noor": {"trust": 60}}, ("knows_mother",))
    attempt = Attempt(kettle, seed=99, recalled=("shrugged",), at=at)
    attempt.act(attempt.choices()[0])
    written = Transcript.of(attempt)
    again = parse_transcript(written.dump())
    assert again == written and again.content_hash == kettle.content_hash
    assert replay_attempt(kettle, again).standing == attempt.standing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("{", "line 1, column 2"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "expected an object with format, scenario and actions, found a list"),
        ("null", "found null"),
        ('{"scenario": "a", "actions": []}', '"format" is missing'),
        ('{"format": 2, "scenario": "a", "actions": []}', "format is 2; this program reads format 1"),
        ('{"format": true, "scenario": "a", "actions": []}', "format is true"),
        ('{"format": 1, "actions": []}', '"scenario" is missing'),
        ('{"format": 1, "scenario": 5, "actions": []}', '"scenario" must be text, found a number'),
        ('{"format": 1, "scenario": "a"}', '"actions" is missing'),
        ('{"format": 1, "scenario": "a", "actions": "b"}', '"actions" must be a list of texts, found text'),
        (
            '{"format": 1, "scenario": "a", "actions": ["b", 2]}',
            "actions[1] must be text, found a number (2)",
        ),
        ('{"format": 1, "scenario": "a", "actions": [], "seed": "x"}', '"seed" must be a whole number'),
        ('{"format": 1, "scenario": "a", "actions": [], "start": 3}', '"start" must be an object'),
        ('{"format": 1, "scenario": "a", "actions": [], "start": {"meters": {"m": 3}}}', "start.meters"),
    ],
    ids=lambda value: value[:60],
)
def test_what_is_wrong_with_a_transcript(text: str, message: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        parse_transcript(text)
    assert message in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.json"
    latin.write_bytes('{"scenario": "é"}'.encode("latin-1"))
    for path, message in (
        (tmp_path / "none.json", "No such file"),
        (tmp_path, "Is a directory"),
        (latin, "not UTF-8"),
    ):
        with pytest.raises(TranscriptError, match=message):
            load_transcript(path)


def test_a_bom_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(b'\xef\xbb\xbf{"format": 1, "scenario": "a", "actions": []}')
    assert load_transcript(path).scenario == "a"
