"""The ink export plays as the game does: same choices on offer, same meters, same endings."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from game.authoring.exported import Names
from game.authoring.ink import for_ink, ink
from game.authoring.measure import plain
from game.rules.advance import advance, begin
from game.rules.standing import VOID, Acted, Standing, available
from game.scenario.library import Library
from game.scenario.model import Scenario
from tests.authoring.hostile import ATTEMPTS, hostile_scenario
from tests.random_scenarios import random_scenario

pytestmark = pytest.mark.slow  # inkjs is installed and run

NODE, NPM = shutil.which("node"), shutil.which("npm")
LEVELS = ("late-cake", "against-policy", "better-fit", "wrong-bill")
PLAYS = 60
MOST_ACTIONS = 60


@pytest.fixture(scope="session")
def inkjs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with inkjs in it. Skips where it cannot be had."""
    if NODE is None or NPM is None:
        pytest.skip("needs node and npm, which are not installed")
    folder = tmp_path_factory.mktemp("inkjs")
    (folder / "package.json").write_text("{}")
    try:
        subprocess.run(
            [NPM, "install", "--no-audit", "--no-fund", "--ignore-scripts", "inkjs@2.4.0"],
            cwd=folder,
            capture_output=True,
            timeout=90,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"npm could not install inkjs: {error}")
    return folder


class Play(NamedTuple):
    """One play by the rules: the index of each action among those on offer, and what came of it."""

    indices: list[int]
    offered: list[list[str]]
    standing: Standing
    points: int
    sale: int


def says(action: Any) -> str:
    return "(say nothing)" if action.is_silence else " ".join(plain(action.say).split())


def drawn_play(scenario: Scenario, chance: random.Random) -> Play:
    standing = begin(scenario)[0]
    indices, offered, points, sale = [], [], 0, 0
    while standing.ended is None and len(indices) < MOST_ACTIONS:
        actions = available(scenario, standing)
        offered.append([says(action) for action in actions])
        index = chance.randrange(len(actions))
        indices.append(index)
        standing, events = advance(scenario, standing, actions[index])
        acted = events[0]
        assert isinstance(acted, Acted)
        points, sale = points + acted.points, sale + acted.sale
    live = [] if standing.ended is not None else [says(a) for a in available(scenario, standing)]
    return Play(indices, [*offered, live], standing, points, sale)


def goes_round(scenario: Scenario, play: Play) -> bool:
    """Whether it ended void by passing round and round, which ink has no way to notice."""
    return play.standing.ended is VOID and bool(scenario.moments[play.standing.moment].otherwise)


def variables(names: Names) -> list[str]:
    scenario = names.scenario
    meters = [names.meter(place) for place in range(3 * len(scenario.customers))]
    flags = [names.flag(place) for place in range(len(scenario.flags))]
    gone = [names.gone(customer.index) for customer in scenario.customers]
    return [*meters, *flags, *gone, "points", "sale", "ending"]


def expected(names: Names, play: Play) -> dict[str, Any]:
    scenario, standing = names.scenario, play.standing
    values: dict[str, Any] = {names.meter(place): value for place, value in enumerate(standing.meters)}
    values |= {names.flag(p): bool(standing.flags >> p & 1) for p in range(len(scenario.flags))}
    values |= {names.gone(c.index): bool(standing.gone >> c.index & 1) for c in scenario.customers}
    return {**values, "points": play.points, "sale": play.sale, "ending": str(standing.ended or "")}


def run_ink(folder: Path, place: Path, scenario: Scenario, plays: list[list[int]]) -> dict[str, Any]:
    given = {"ink": ink(scenario), "plays": plays, "variables": variables(Names(scenario))}
    path = place / "given.json"
    path.write_text(json.dumps(given))
    script = Path(__file__).with_name("play_ink.js")
    done = subprocess.run(
        [str(NODE), str(script), str(folder), str(path)],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def assert_alike(inkjs: Path, tmp_path: Path, scenario: Scenario, seed: int) -> list[Play]:
    print(f"seed {seed}")
    chance = random.Random(seed)
    plays = [drawn_play(scenario, chance) for _ in range(PLAYS)]
    plays = [play for play in plays if not goes_round(scenario, play)]
    answer = run_ink(inkjs, tmp_path, scenario, [play.indices for play in plays])
    assert not [told for told in answer["told"] if "ERROR" in told], answer["told"]
    names = Names(scenario)
    for play, met in zip(plays, answer["plays"], strict=True):
        assert met["offered"] == play.offered, play.indices
        assert met["values"] == expected(names, play), play.indices
    return plays


@pytest.mark.parametrize("level", LEVELS)
def test_a_shipped_level_plays_alike(inkjs: Path, tmp_path: Path, level: str) -> None:
    scenario = Library().load(level).scenario
    assert scenario is not None
    plays = assert_alike(inkjs, tmp_path, scenario, seed=3)
    assert len({play.standing.ended for play in plays}) >= 2


@pytest.mark.parametrize("seed", range(12))
def test_every_rule_plays_alike(inkjs: Path, tmp_path: Path, seed: int) -> None:
    scenario = random_scenario(seed, loops=bool(seed % 2), customers=1 + seed % 3, flags=seed % 4)
    assert_alike(inkjs, tmp_path, scenario, seed)


def test_texts_stay_text(inkjs: Path, tmp_path: Path) -> None:
    scenario = hostile_scenario()
    assert_alike(inkjs, tmp_path, scenario, seed=1)
    told = run_ink(inkjs, tmp_path, scenario, [[0] * len(ATTEMPTS)])["plays"][0]["text"]
    for attempt in ATTEMPTS:
        shown = " ".join(plain(attempt).split())
        assert told.count(shown) >= 3, shown  # narrated, said, chosen or answered


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words.", "Plain words."),
        ("http://a", "http:\\/\\/a"),
        ("{x} -> y", "\\{x\\} \\-\\> y"),
        ("TODO: later", "\\TODO: later"),
        ("(label) and on", "\\(label) and on"),
        ("a _very_ good one", "a very good one"),
    ],
    ids=lambda value: value[:12],
)
def test_what_ink_could_take_for_its_own_is_escaped(text: str, written: str) -> None:
    assert for_ink(text) == written
