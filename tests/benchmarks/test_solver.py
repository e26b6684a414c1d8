"""How long an exact proof takes and what it needs, by size; `-s` shows the figures."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from game.analysis.solve import solve
from game.rules.advance import advance, begin
from game.rules.standing import Standing, available
from game.scenario.library import Library, compile_text
from game.scenario.model import Scenario
from tests.benchmarks.chains import chain_yaml

SIZES = {
    "30 moments, 3 flags": {"moments": 30, "flags": 3},
    "60 moments, 3 flags": {"moments": 60, "flags": 3},
    "100 moments": {"moments": 100, "flags": 1},
    "100 moments with loops": {"moments": 100, "flags": 1, "loops": True},
    "3 customers, 12 decisions": {"moments": 12, "customers": 3, "flags": 2},
}


def scenario_of(options: dict[str, int]) -> Scenario:
    loaded = compile_text(chain_yaml(**options), name="chain")  # type: ignore[arg-type]
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


@pytest.mark.parametrize("name", SIZES)
def test_exact_proof(benchmark: object, name: str) -> None:
    scenario = scenario_of(SIZES[name])
    proof = benchmark.pedantic(solve, (scenario,), rounds=5, warmup_rounds=1)  # type: ignore[attr-defined]
    median = benchmark.stats.stats.median  # type: ignore[attr-defined]
    print(f"\n{name}: {proof.standings:,} standings, {median * 1000:.0f} ms")


@pytest.mark.parametrize("level", [entry.id for entry in Library().levels()])
def test_shipped_levels(benchmark: object, level: str) -> None:
    scenario = Library().load(level).scenario
    assert scenario is not None
    proof = benchmark.pedantic(solve, (scenario,), rounds=5, warmup_rounds=1)  # type: ignore[attr-defined]
    median = benchmark.stats.stats.median  # type: ignore[attr-defined]
    print(f"\n{level}: {proof.standings:,} standings, {median * 1000:.0f} ms")


def test_against_plain_dictionaries() -> None:
    """The ratio to the plainest solver that is exact as well: a dictionary of every standing."""
    scenario = scenario_of({"moments": 10, "flags": 2})
    start = time.perf_counter()
    proof = solve(scenario)
    ours = time.perf_counter() - start
    start = time.perf_counter()
    best = _plain(scenario)
    plain = time.perf_counter() - start
    assert best == proof.best
    print(
        f"\n10 moments: ours {ours * 1000:.0f} ms, "
        f"plain dictionaries {plain * 1000:.0f} ms, ratio {plain / ours:.0f}"
    )


def _plain(scenario: Scenario) -> object:
    from game.rules.scoring import raw_of

    weight = scenario.playbook.weights.points
    known: dict[Standing, object] = {}

    def value(standing: Standing) -> object:
        if standing.ended is not None:
            return raw_of(scenario, standing, 0)
        key = standing._replace(taken=0)  # no round leads back, so what was taken cannot matter
        if key not in known:
            results = []
            for action in available(scenario, standing):
                after, events = advance(scenario, standing, action)
                results.append(weight * events[0].points + value(after))  # type: ignore[union-attr,operator]
            known[key] = max(results)  # type: ignore[type-var]
        return known[key]

    return value(begin(scenario)[0])


def test_memory_of_the_largest() -> None:
    """Peak memory of a whole process that proves the largest of the sizes."""
    code = (
        "import resource;from tests.benchmarks.chains import chain_yaml;"
        "from game.scenario.library import compile_text;from game.analysis.solve import solve;"
        "p=solve(compile_text(chain_yaml(100,flags=1,loops=True),name='chain').scenario);"
        "print(p.standings, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    standings, mebibytes = done.stdout.split()
    print(f"\n100 moments with loops: {int(standings):,} standings, {mebibytes} MiB at the peak")
