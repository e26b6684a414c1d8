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

EXAMPLES = Path(__file__).parent.parent / "examples"
PLAYBOOK = (Path(__file__).parent.parent / "scenario" / "small_playbook.yaml").read_text("utf-8")
HABIT = "\nstrategies: {soother: [acknowledge-feeling]}\n"
FILES = sorted(p for p in EXAMPLES.glob("M*.yaml") if p.name[1] in "456" or p.name.startswith("M701"))


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
    assert shown == {code for code in CODES if code[1] in "456"} | {"M701"}


@pytest.mark.parametrize("name", ["M401-dead-end", "M405-walk-out"])
def test_the_witness_is_a_play_that_shows_it(name: str) -> None:
    path = EXAMPLES / f"{name}.yaml"
    scenario = compiled(path.read_text("utf-8"))
    finding = next(f for f in check_scenario(scenario) if f.code == name[:4])
    assert finding.witness is not None
    attempt = replay_attempt(scenario, Transcript(scenario.id, finding.witness))
    assert attempt.is_void == (finding.code == "M401")
    assert attempt.outcome == (None if attempt.is_void else Outcome.DEPARTURE)


RETURNS = """\
format: 1
id: example
title: Example
playbook: small
customers: {maya: {name: Maya, tension: 70, trust: 40, loyalty: 50}}
recalls: {earlier: [kept, broke]}
start: door
moments:
  door: {narrates: The door opens., otherwise: [{when: kept, to: again}, {to: desk}]}
  again: {says: You again., otherwise: desk}
  desk:
    says: Hello.
    choices:
      - {say: Good day., then: thanks}
      - {say: As you remember., when: kept, shows: [acknowledge-feeling], then: LEADS}
  shut: {says: Well., choices: [{say: Please., when: not broke, then: thanks}]}
  thanks: {says: Thank you., ends: partnership}
"""


def test_what_only_a_recalled_flag_opens_can_be_reached() -> None:
    codes = [f.code for f in check_scenario(compiled(RETURNS.replace("LEADS", "thanks")))]
    assert codes.count("M402") == 1, codes  # `shut`, which nothing leads to
    assert "M403" not in codes


def test_a_dead_end_that_only_recalled_flags_lead_to_is_found() -> None:
    (found,) = (f for f in check_scenario(compiled(RETURNS.replace("LEADS", "shut"))) if f.code == "M401")
    assert found.witness == ("2",)
    assert found.help == "it happens to whoever brings kept, broke from another level"


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
    assert [f.message for f in check_scenario(scenario)] == []
