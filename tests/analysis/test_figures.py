"""The figures of `analyse`: their keys, their exactness, their bounds, and their cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.analysis.cache import cached_figures
from game.analysis.figures import figures_of
from game.analysis.solve import solve
from game.rules.advance import begin
from game.scenario.library import Library, compile_text
from game.scenario.model import Outcome, Scenario
from tests.analysis.test_solve import ended_by
from tests.benchmarks.chains import chain_yaml
from tests.random_scenarios import random_scenario

LEVELS = [entry.id for entry in Library().levels()]


def level(name: str) -> Scenario:
    scenario = Library().load(name).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("name", LEVELS)
def test_shipped_levels_are_solved_exactly_and_can_end_in_every_way(name: str) -> None:
    scenario = level(name)
    figures = figures_of(scenario)
    assert figures["exact"] is True
    assert list(figures["endings"]) == [outcome.value for outcome in Outcome]
    for outcome, ending in figures["endings"].items():
        assert ending["reachable"]
        assert ended_by(scenario, ending["witness"]) == outcome
    assert all(moment["reachable"] for moment in figures["moments"].values())
    assert all(c["available"] and c["min_cost"] is not None for c in figures["choices"].values())


@pytest.mark.parametrize("name", LEVELS)
def test_shipped_levels_have_the_size_of_a_level(name: str) -> None:
    scenario = level(name)
    choices = [action for action in scenario.actions if not action.is_silence]
    assert 12 <= len(scenario.moments) <= 20
    assert len(choices) >= 30
    assert all(a.why or any(s.reactions[-1].lesson for s in a.shows) for a in scenario.actions)


@pytest.mark.parametrize("name", LEVELS)
def test_nobody_passes_a_shipped_level_without_reading(name: str) -> None:
    figures = figures_of(level(name))
    means = {k: v["mean_score"] for k, v in figures["strategies"].items()}
    players = {k: v["mean_score"] for k, v in figures["players"].items()}
    assert max(means.values()) < 60, means
    assert means["stem-hidden"] < players["60/30/10"]
    assert 55 <= players["60/30/10"] <= 75
    assert players["80/15/5"] >= 80
    assert players["45/35/20"] < 60


def test_keys_are_those_of_the_exchange_format() -> None:
    figures = figures_of(level("late-cake"))
    assert set(figures) == {
        "scenario", "content_hash", "exact", "standings", "best", "worst", "pass", "endings", "moments", "choices",
        "strategies", "players",
    }  # fmt: skip
    json.dumps(figures)
    assert figures["pass"] == pytest.approx(figures["worst"] + 0.6 * (figures["best"] - figures["worst"]))


def test_costs_are_over_every_standing_that_can_be_reached() -> None:
    scenario = random_scenario(11, moments=9)
    proof = solve(scenario)
    figures = figures_of(scenario)
    for action in proof.best_line(begin(scenario)[0]):
        if not action.is_silence:
            name = f"{scenario.moments[action.moment].id}/{action.id}"
            assert figures["choices"][name]["min_cost"] == 0


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("loops", [False, True], ids=["straight", "loops"])
def test_bounds_hold_the_exact_figures_between_them(seed: int, loops: bool) -> None:
    scenario = random_scenario(seed, loops=loops, moments=8)
    exact = figures_of(scenario)
    bounded = figures_of(scenario, limit=0)
    if exact["best"] is None or begin(scenario)[0].ended is not None:
        pytest.skip("nothing to bound")
    assert bounded["exact"] is False
    assert bounded["best"] >= exact["best"] >= exact["worst"] >= bounded["worst"]


def test_beyond_the_limit_it_is_named_what_drives_the_number() -> None:
    scenario = compile_text(chain_yaml(12), name="chain").scenario
    assert scenario is not None
    figures = figures_of(scenario, limit=1000)
    assert figures["exact"] is False
    assert figures["drivers"]
    assert set(figures["drivers"]) <= set(figures["moments"])


PASSES_ON = """\
format: 1
id: passes-on
title: Passes on
customers: {maya: {name: Maya, tension: 50, trust: 50, loyalty: 50}}
recalls: {earlier: [kept]}
start: door
moments:
  door: {narrates: The door opens., otherwise: [{when: kept, to: hall}, {to: desk}]}
  hall: {says: You again., otherwise: desk}
  desk: {says: Hello., choices: [{say: Good day., then: bye}]}
  bye: {says: Bye., ends: apathy}
"""


@pytest.mark.parametrize("recalled", [(), ("kept",)], ids=["alone", "recalled"])
def test_moments_passed_on_the_way_to_the_first_choice_count_as_reached(
    recalled: tuple[str, ...], tmp_path: Path
) -> None:
    scenario = compile_text(PASSES_ON, name="passes-on").scenario
    assert scenario is not None
    for figures in (figures_of(scenario, recalled), cached_figures(scenario, tmp_path, recalled)):
        reached = {name: moment["reachable"] for name, moment in figures["moments"].items()}
        assert reached == {"door": True, "hall": bool(recalled), "desk": True, "bye": True}


def test_kept_figures_are_those_made_and_damage_is_made_good(tmp_path: Path) -> None:
    scenario = level("late-cake")
    made = cached_figures(scenario, tmp_path)
    (kept,) = tmp_path.iterdir()
    assert cached_figures(scenario, tmp_path) == made == figures_of(scenario)
    poisoned = kept.read_text("utf-8").replace('\\"best\\": ', '\\"best\\": 1')
    assert poisoned != kept.read_text("utf-8")
    kept.write_text(poisoned, "utf-8")
    assert cached_figures(scenario, tmp_path) == made
    kept.write_bytes(b"\x00\xff")
    assert cached_figures(scenario, tmp_path) == made


def test_a_cache_folder_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    assert cached_figures(level("late-cake"), file / "cache")["exact"] is True
