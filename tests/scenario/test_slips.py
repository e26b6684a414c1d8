"""Slips planted into the shipped levels are each reported alone, at their line; and nothing ever raises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.cli import main
from game.scenario.load import compile_text
from tests.scenario.slips_planted import SLIPS, planted

ROOT = Path(__file__).parent.parent.parent
LEVELS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((ROOT / "scenarios").glob("*.yaml"))
    if path.name != "campaign.yaml"
}
NEAR = {"M116": 1}
"""Lines by which a finding may be off: of two lines in different columns either can be the wrong one."""


def missed(slip: str, places: int) -> tuple[int, list[str]]:
    """How many slips were planted, at most `places` a level, and those not reported as they should be."""
    count, told = 0, []
    for name, text in LEVELS.items():
        found = planted(text, slip)
        for broken, line, codes in random.Random(name).sample(found, min(places, len(found))):
            count += 1
            findings = compile_text(broken, name=f"{name}.yaml", texts=True).findings
            said = [(f.code, f.span.line) for f in findings]
            if len(said) != 1 or said[0][0] not in codes or abs(said[0][1] - line) > NEAR.get(said[0][0], 0):
                told.append(f"{name}:{line} gave {said[:4]}")
    return count, told


@pytest.mark.parametrize("slip", SLIPS)
def test_a_planted_slip_is_the_one_finding_at_its_line(slip: str) -> None:
    count, told = missed(slip, 2)
    assert count > 0
    assert told == []


@pytest.mark.slow
def test_the_table_of_planted_slips() -> None:
    table = {slip: missed(slip, 20) for slip in SLIPS}
    for slip, (count, told) in table.items():
        print(f"{slip:24} {count - len(told):4} caught {len(told):4} missed", *told[:3])
    assert sum(len(told) for _, told in table.values()) == 0


@pytest.mark.parametrize("part", [0.2, 0.4, 0.6, 0.8, 0.95])
@pytest.mark.parametrize("name", LEVELS)
def test_a_file_that_was_not_saved_to_its_end(name: str, part: float) -> None:
    text = LEVELS[name]
    cut = text[: int(len(text) * part)].rstrip("\n")
    found = compile_text(cut, name=f"{name}.yaml").findings
    assert [f.code for f in found] == ["M120"]
    assert found[0].span.line == len(cut.rstrip().split("\n"))


PIECES = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    "\t",
    "'",
    '"',
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    " #",
    "“",
    "\u00a0",
]
PIECES += ["%", "@", "?", "says: ", "say: ", "  ", "\0", "\u202e", "---\n", "<<: ", "~", "\\"]


def damaged(dice: random.Random) -> bytes:
    """A shipped level with a few letters, lines or columns lost, moved or put in, or its end missing."""
    data = dice.choice(list(LEVELS.values())).encode()
    if dice.random() < 0.5:
        data = data[: dice.randrange(len(data))]
    for _ in range(dice.randint(0, 3)):
        at = dice.randrange(len(data) + 1)
        lines = data.split(b"\n")
        line = dice.randrange(len(lines))
        match dice.randrange(5):
            case 0:
                data = data[:at] + dice.choice(PIECES).encode() + data[at:]
            case 1:
                data = data[:at] + data[at + dice.randint(1, 10) :]
            case 2:
                data = b"\n".join(
                    [*lines[:line], b" " * dice.randint(1, 4) + lines[line], *lines[line + 1 :]]
                )
            case 3:
                data = b"\n".join([*lines[:line], lines[line][dice.randint(1, 4) :], *lines[line + 1 :]])
            case _:
                data = b"\n".join([*lines[:line], *lines[line + 1 :]])
    return data


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(20))
def test_damaged_levels_never_raise_past_the_door(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOMENTS_DEBUG", "1")
    dice = random.Random(seed)
    path = tmp_path / "level.yaml"
    for turn in range(500):
        path.write_bytes(damaged(dice))
        code = main(["check", str(path)])
        assert code in (0, 1, 2), f"seed {seed}, turn {turn}"
        shown = capsys.readouterr()
        assert "checked" in shown.out and shown.err == "", f"seed {seed}, turn {turn}"
