from pathlib import Path

import pytest

from game.scenario.library import load_scenario
from game.scenario.model import Scenario

DATA = Path(__file__).parent / "data"


def scenario_named(name: str) -> Scenario:
    loaded = load_scenario(DATA / f"{name}.yaml")
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


@pytest.fixture(scope="session")
def kettle() -> Scenario:
    return scenario_named("broken-kettle")


@pytest.fixture(scope="session")
def stairwell() -> Scenario:
    return scenario_named("stairwell")
