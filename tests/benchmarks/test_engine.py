"""A live attempt through the engine's public face, side by side with inkjs on the same graph.

Both play the same sequence of picks: look at the choices, take one, take the text, keep a transcript. The graph
has three choices a moment, each moving three numbers, one of them gated. Prints choices a second and the ratio.
inkjs is installed into a temporary folder; without node, npm or a registry its side is skipped, and said so.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from game.play.attempt import Attempt
from game.scenario.library import compile_text
from game.scenario.model import Scenario

SIZES = (50, 200, 1000)
PICKS = 20_000
ROUNDS = 7
INKJS = "inkjs@2.4"

RUNNER = """
const fs = require('fs');
const { Compiler } = require('inkjs/full');
const [file, picks, rounds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const story = new Compiler(fs.readFileSync(file, 'utf8')).Compile();
const draws = JSON.parse(fs.readFileSync('draws.json', 'utf8'));
const times = [];
let told;
for (let round = 0; round <= rounds; round++) {
  story.ResetState();
  let heard = 0;
  const transcript = [];
  const start = process.hrtime.bigint();
  for (let i = 0; i < picks; i++) {
    while (story.canContinue) heard += story.Continue().trim().length;
    const pick = draws[i] % story.currentChoices.length;
    transcript.push(pick);
    story.ChooseChoiceIndex(pick);
  }
  while (story.canContinue) heard += story.Continue().trim().length;
  const meters = ['trust', 'loyalty', 'tension'].map((name) => story.variablesState[name]);
  told = { heard, meters };
  if (round) times.push(Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(JSON.stringify({ seconds: Math.min(...times), ...told }));
"""


def graph(size: int) -> list[list[tuple[int, int, int, int]]]:
    """For each moment three choices: where to, and by how much trust, loyalty and tension move.

    Only loyalty goes down as well as up: at no trust or full tension the customer would leave.
    """
    draw = random.Random(size)

    def choice() -> tuple[int, int, int, int]:
        return (draw.randrange(size), 5, draw.choice([-5, 5]), -5)

    return [[choice() for _ in range(3)] for _ in range(size)]


def as_scenario(moments: list[list[tuple[int, int, int, int]]]) -> Scenario:
    """The graph in our format."""
    out = ["format: 1", "id: graph", "title: Graph", "customers:"]
    out += ["  ann: {name: Ann, trust: 50, loyalty: 50, tension: 50}", "start: m0", "moments:"]
    for number, choices in enumerate(moments):
        out += [f"  m{number}:", "    order: fixed", f"    says: This is moment {number}.", "    choices:"]
        for place, (to, trust, loyalty, tension) in enumerate(choices, 1):
            out.append(f"      - say: Choice {place} of moment {number}")
            out.append("        repeat: true")
            if place == 3:
                out.append("        when: loyalty >= 30")
            out.append(f"        effects: {{trust: {trust}, loyalty: {loyalty}, tension: {tension}}}")
            out.append(f"        then: m{to}")
    out += ["  over: {says: Over., ends: apathy}"]
    scenario = compile_text("\n".join(out) + "\n", name="graph.yaml").scenario
    assert scenario is not None
    return scenario


def as_ink(moments: list[list[tuple[int, int, int, int]]]) -> str:
    """The same graph in ink."""
    out = ["VAR trust = 50", "VAR loyalty = 50", "VAR tension = 50", "-> m0"]
    for number, choices in enumerate(moments):
        out += [f"=== m{number} ===", f"This is moment {number}."]
        for place, (to, trust, loyalty, tension) in enumerate(choices, 1):
            gate = "{loyalty >= 30} " if place == 3 else ""
            out.append(f"+ {gate}[Choice {place} of moment {number}]")
            for meter, by in (("trust", trust), ("loyalty", loyalty), ("tension", tension)):
                out.append(f"  ~ {meter} = MIN(100, MAX(0, {meter} + {by}))")
            out.append(f"  -> m{to}")
    return "\n".join(out) + "\n"


def draws_of(picks: int) -> list[int]:
    """Numbers to pick by, the same for both."""
    draw = random.Random(7)
    return [draw.randrange(6) for _ in range(picks)]


Told = tuple[int, list[int]]
"""How many characters were told, and the meters at the end: equal where both played the same."""


def play(scenario: Scenario, draws: list[int]) -> Told:
    """Play a choice for each draw."""
    attempt = Attempt(scenario, seed=1)
    heard = sum(map(len, attempt.text()))
    for drawn in draws:
        choices = attempt.choices()
        attempt.act(choices[drawn % len(choices)])
        for text in attempt.text():
            heard += len(text)
    assert len(attempt.transcript()) == len(draws)
    return heard, list(attempt.standing.meters)


def our_rate(scenario: Scenario) -> tuple[float, Told]:
    """Choices a second in the best of several rounds: what else the machine does only ever slows one down."""
    draws = draws_of(PICKS)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        told = play(scenario, draws)
        times.append(time.perf_counter() - start)
    return PICKS / min(times), told


@pytest.fixture(scope="session")
def inkjs() -> Path:
    """A folder with inkjs in it."""
    folder = Path(tempfile.gettempdir()) / "moments-benchmark-inkjs"
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("inkjs is not measured: node and npm are not installed")
    if not (folder / "node_modules" / "inkjs").is_dir():
        folder.mkdir(exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), INKJS]
        if subprocess.run(command, capture_output=True, check=False, timeout=300).returncode:
            pytest.skip("inkjs is not measured: npm could not install it")
    return folder


def ink_rate(folder: Path, ink: str) -> tuple[float, Told]:
    """Choices a second of inkjs, measured inside node so that its start does not count."""
    (folder / "run.js").write_text(RUNNER)
    (folder / "graph.ink").write_text(ink)
    (folder / "draws.json").write_text(json.dumps(draws_of(PICKS)))
    done = subprocess.run(
        ["node", "run.js", "graph.ink", str(PICKS), str(ROUNDS)],
        cwd=folder,
        capture_output=True,
        check=True,
        timeout=600,
    )
    result = json.loads(done.stdout)
    return PICKS / float(result["seconds"]), (result["heard"], result["meters"])


@pytest.mark.parametrize("size", SIZES)
def test_engine_against_inkjs(size: int, inkjs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moments = graph(size)
    theirs, heard_there = ink_rate(inkjs, as_ink(moments))
    ours, heard_here = our_rate(as_scenario(moments))
    assert heard_here == heard_there, "both must have played the same"
    with capsys.disabled():
        print(
            f"\n{size} moments: {ours:,.0f} choices/s, inkjs {theirs:,.0f} choices/s, "
            f"ratio {ours / theirs:.1f} (mark: 15)"
        )
