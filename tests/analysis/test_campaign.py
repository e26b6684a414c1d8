"""What the levels of a folder show together: cues that help all through, and the length of the best choice."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.analysis.checks import check_level
from game.analysis.checks.campaign import LevelFigures, check_campaign
from game.analysis.solve import solve
from game.analysis.strategies import every_mean
from game.diagnostics import Diagnostic
from game.scenario.library import compile_text
from tests.cli.conftest import ROOT, Run, moments  # noqa: F401

PLAYBOOK = (Path(__file__).parent.parent / "scenario" / "small_playbook.yaml").read_text("utf-8")

LEVEL = """\
format: 1
id: {id}
title: Level
playbook: small
customers: {{maya: {{name: Maya, tension: 70, trust: 40, loyalty: 50, walkout: leaves}}}}
start: arrives
moments:
  arrives:
    says: There is no cake.
    choices:
      - {{say: {right}, shows: [acknowledge-feeling], then: waits}}
      - {{say: In our terms., shows: [policy-speak], then: waits}}
      - {{say: Next to me., shows: [policy-speak], effects: {{trust: -5}}, then: waits}}
  waits:
    says: And now?
    choices:
      - {{say: {right}, shows: [solve-problem], then: thanks}}
      - {{say: In our terms., shows: [policy-speak], then: leaves}}
      - {{say: Next to me., shows: [policy-speak], effects: {{trust: -5}}, then: leaves}}
  thanks: {{says: Thank you., ends: partnership}}
  leaves: {{says: I am off., ends: departure}}
"""


def level(id: str, right: str) -> LevelFigures:
    scenario = compile_text(LEVEL.format(id=id, right=right), name=id, playbook_text=PLAYBOOK).scenario
    assert scenario is not None
    figures = check_level(scenario)[1]
    assert figures is not None
    return figures


def by_code(findings: list[Diagnostic]) -> dict[str, str]:
    return {
        f"{f.code} {f.message.split(chr(34))[1] if chr(34) in f.message else ''}".strip(): f.message
        for f in findings
    }


def test_what_helps_on_every_level_is_a_warning() -> None:
    always = [level(id, "I hear how hard this day has been for you.") for id in ("one", "two", "three")]
    found = by_code(check_campaign("campaign.yaml", always))
    assert "over 3 levels" in found["M607 longest"] and "M607 shortest" not in found
    assert "the best in 100 % of moments, 33 % by chance" in found["M608"]


def test_what_helps_on_one_level_is_no_more_than_a_note() -> None:
    mixed = [
        level("one", "I hear how hard this day has been for you."),
        level("two", "Yes."),
        level("three", "Oh."),
    ]
    found = by_code(check_campaign("campaign.yaml", mixed))
    assert "M607 longest" not in found and "M608" not in found
    assert "random" in found["M609"] and "longest" in found["M609"]


def test_the_length_of_the_best_choice_counts_both_ways() -> None:
    never = [level(id, "Yes.") for id in ("one", "two")]
    assert "the best in 0 % of moments" in by_code(check_campaign("campaign.yaml", never))["M608"]


def test_one_level_is_no_campaign() -> None:
    assert check_campaign("campaign.yaml", [level("one", "Yes.")]) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "playbooks").mkdir()
    (tmp_path / "playbooks" / "small.yaml").write_text(PLAYBOOK)
    for id in ("one", "two", "three"):
        text = LEVEL.format(id=id, right="I hear how hard this day has been for you.")
        (tmp_path / f"{id}.yaml").write_text(text)
    return tmp_path


def test_a_folder_is_checked_as_a_campaign(moments: Run, folder: Path) -> None:  # noqa: F811
    whole = json.loads(moments("check", folder, "--format", "json").stdout)
    codes = {(Path(f["path"]).name, f["code"]) for f in whole["findings"]}
    assert {("one.yaml", "M607"), ("one.yaml", "M608"), ("one.yaml", "M609")} <= codes
    files = [folder / f"{id}.yaml" for id in ("one", "two", "three")]
    alone = json.loads(moments("check", *files, "--format", "json").stdout)
    assert not {"M607", "M608", "M609"} & {f["code"] for f in alone["findings"]}


def test_only_what_the_campaign_lists_counts(moments: Run, folder: Path) -> None:  # noqa: F811
    chapters = "chapters:\n  - {id: c, title: C, levels: [{id: one}, {id: two}]}\n"
    (folder / "campaign.yaml").write_text(f"format: 1\nid: all\ntitle: All\n{chapters}")
    told = json.loads(moments("check", folder, "--format", "json").stdout)
    (note,) = [f for f in told["findings"] if f["code"] == "M609"]
    assert Path(note["path"]).name == "campaign.yaml" and "over 2 levels" in note["message"]


def test_annotations_for_github(moments: Run, folder: Path) -> None:  # noqa: F811
    done = moments("check", folder, "--format", "github")
    lines = done.stdout.splitlines()
    assert any(
        re.match(r"::warning file=.*two\.yaml,line=\d+,col=3,endLine=\d+,endColumn=\d+,title=M601::", x)
        for x in lines
    )
    assert all(line.startswith("::") for line in lines[:-1]) and "%25" in done.stdout
    assert done.returncode == 0 and moments("check", folder, "--format", "github", "--strict").returncode == 1


def test_chances_forward_are_those_of_every_play() -> None:
    scenario = compile_text(LEVEL.format(id="one", right="Yes."), name="one", playbook_text=PLAYBOOK).scenario
    assert scenario is not None
    assert every_mean(solve(scenario))[0]["shortest"] == pytest.approx(100)
