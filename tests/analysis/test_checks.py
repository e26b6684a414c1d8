"""What the proofs find: each code has a file that shows it, and the shipped levels show none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.analysis.checks import check_scenario
from game.diagnostics import Diagnostic, Severity
from game.play.replay import replay_attempt
from game.play.transcript import Transcript
from game.scenario.codes import CODES
from game.scenario.library import Library, compile_text
from game.scenario.model import Outcome, Scenario
from tests.benchmarks.chains import chain_yaml
from tests.random_scenarios import random_scenario

EXAMPLES = Path(__file__).parent.parent / "examples"
PLAYBOOK = (Path(__file__).parent.parent / "scenario" / "small_playbook.yaml").read_text("utf-8")
HABIT = "\nstrategies: {soother: [acknowledge-feeling]}\n"
FILES = sorted(p for p in EXAMPLES.glob("M*.yaml") if p.name[1] in "456" or p.name.startswith("M701"))


OVER_A_CAMPAIGN = {"M607", "M608", "M609"}


def compiled(text: str) -> Scenario:
    loaded = compile_text(text, name="example", playbook_text=PLAYBOOK + HABIT)
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


def findings_in(path: Path) -> list[Diagnostic]:
    return check_scenario(compiled(path.read_text("utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_example_is_found_where_it_says(path: Path) -> None:
    expect, says = path.read_text("utf-8").splitlines()[:2]
    wanted = re.fullmatch(r"# expect: (M\d{3}) (\d+):(\d+)", expect)
    assert wanted is not None, expect
    code, line, column = wanted.group(1), int(wanted.group(2)), int(wanted.group(3))
    found = [f for f in findings_in(path) if f.code == code]
    assert (line, column) in [(f.span.line, f.span.column) for f in found]
    assert any(says.removeprefix("# says: ") in f.message for f in found), [f.message for f in found]


def test_every_code_of_the_proofs_is_shown() -> None:
    shown = {path.name[:4] for path in FILES} | {"M502"}
    assert shown | OVER_A_CAMPAIGN == {code for code in CODES if code[1] in "456"} | {"M701"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_witness_can_be_played(path: Path) -> None:
    scenario = compiled(path.read_text("utf-8"))
    for finding in check_scenario(scenario):
        if finding.witness is not None:
            replay_attempt(scenario, Transcript(scenario.id, finding.witness))


WITNESSED = {
    "M401", "M403", "M404", "M405", "M406", "M407", "M408", "M410", "M411", "M412", "M413", "M415",
    "M501", "M503", "M504", "M505", "M506", "M507", "M508", "M509", "M510", "M511",
}  # fmt: skip


@pytest.mark.parametrize("path", [p for p in FILES if p.name[:4] in WITNESSED], ids=lambda path: path.stem)
def test_flow_and_score_are_shown_by_a_witness(path: Path) -> None:
    found = [f for f in findings_in(path) if f.code == path.name[:4]]
    assert all(f.witness is not None for f in found) or path.stem == "M410-recalled"


@pytest.mark.parametrize("name", ["M401-dead-end", "M405-walk-out", "M415-at-once"])
def test_the_witness_ends_as_is_said(name: str) -> None:
    path = EXAMPLES / f"{name}.yaml"
    scenario = compiled(path.read_text("utf-8"))
    finding = next(f for f in check_scenario(scenario) if f.code == name[:4])
    assert finding.witness is not None
    attempt = replay_attempt(scenario, Transcript(scenario.id, finding.witness))
    assert attempt.is_void == (finding.code == "M401")
    assert attempt.outcome == (None if attempt.is_void else Outcome.DEPARTURE)


@pytest.mark.parametrize("name", ["M412-again", "M412-there-and-back"])
def test_the_witness_of_a_round_comes_back_to_where_it_was(name: str) -> None:
    scenario = compiled((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    finding = next(f for f in check_scenario(scenario) if f.code == "M412")
    assert finding.witness
    standings = replay_attempt(scenario, Transcript(scenario.id, finding.witness)).standings
    told = [(s.moment, s.meters, s.flags) for s in standings]
    assert told[-1] in told[:-1]


@pytest.mark.parametrize("loops", [False, True], ids=["straight", "loops"])
@pytest.mark.parametrize("seed", range(60))
def test_any_scenario_can_be_checked_and_its_witnesses_played(seed: int, loops: bool) -> None:
    scenario = random_scenario(seed, loops=loops, moments=8, customers=1 + seed % 2)
    for finding in check_scenario(scenario):
        if finding.witness is not None:
            replay_attempt(scenario, Transcript(scenario.id, finding.witness))


RECALLS = """\
format: 1
id: recalls
title: Recalls
playbook: small
customers: {maya: {name: Maya, tension: 60, trust: 40, loyalty: 50}}
recalls: {earlier: [kept, broke]}
starts: [{when: broke, effects: {trust: -20}}]
start: door
moments:
  door:
    says: You again.
    choices:
      - {say: I kept my word., shows: [acknowledge-feeling], when: kept, then: bye}
      - {say: I let you down., shows: [acknowledge-feeling], when: broke and trust < 30, then: bye}
      - {say: Both., shows: [acknowledge-feeling], when: kept and broke, then: bye}
      - {say: I did neither., shows: [policy-speak], when: trust > 90, then: bye}
      - {say: Good day., shows: [policy-speak], then: off}
  bye: {says: Bye., ends: partnership}
  off: {says: Bye., ends: apathy}
"""


def test_what_only_recalled_flags_open_is_not_called_unreachable() -> None:
    found = check_scenario(compiled(RECALLS))
    never = [f.message for f in found if f.code in ("M402", "M403", "M407", "M408", "M409", "M410")]
    assert never == ['the choice "door/4" can never be taken']


def test_too_large_a_scenario_is_said_to_be_bounded() -> None:
    loaded = compile_text(chain_yaml(12), name="chain")
    assert loaded.scenario is not None
    found = check_scenario(loaded.scenario, limit=100)
    assert [(f.code, f.severity) for f in found] == [("M502", Severity.NOTE)]
    assert "100 standings" in found[0].message


@pytest.mark.parametrize("level", [entry.id for entry in Library().levels()])
def test_shipped_levels_are_clean(level: str) -> None:
    scenario = Library().load(level).scenario
    assert scenario is not None
    assert [f.message for f in check_scenario(scenario) if f.severity is not Severity.NOTE] == []
