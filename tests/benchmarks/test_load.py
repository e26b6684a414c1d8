"""How long it takes to load a scenario, beside PyYAML's own loader on the same text.

Run: python -m pytest tests/benchmarks/test_load.py -s

PyYAML's CSafeLoader gives plain data without any positions and keeps the last of two equal keys. The nodes
know the line and column of everything; loading goes on to all checks and the compiled scenario.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable

import pytest
import yaml

from game.scenario.codes import Findings
from game.scenario.library import Library, compile_text
from game.scenario.nodes import parse_nodes

WORDS = [
    "the",
    "a",
    "cake",
    "promise",
    "time",
    "customer",
    "order",
    "today",
    "tomorrow",
    "call",
    "back",
    "listen",
    "hear",
    "wait",
    "counter",
    "ready",
    "maybe",
    "never",
    "sorry",
    "thank",
    "you",
    "we",
    "can",
    "do",
    "this",
    "right",
    "now",
    "together",
    "because",
    "hour",
]


def sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(words)).capitalize() + "."


def long_scenario(moments: int = 1000, seed: int = 1) -> str:
    """A scenario as trainers write it, of about 0.75 kB a moment."""
    dice = random.Random(seed)
    out = ["format: 1", "id: long", "title: Long", "summary: A long one.", "customers:"]
    out += [
        "  maya: {name: Maya, tension: 70, trust: 40, loyalty: 50, walkout: leaves}",
        "start: m0",
        "moments:",
    ]
    for i in range(moments):
        onward = f"m{i + 1}" if i + 1 < moments else "thanks"
        out += [f"  m{i}:", "    mood: worried", f"    says: {sentence(dice, 12)}"]
        out += [f"    thinks: {sentence(dice, 7)}"]
        if i % 4 == 0:
            out += ["    confides:", "      - when: trust >= 55", f"        says: {sentence(dice, 8)}"]
            out += [f"        sets: [flag_{i % 3}]"]
        out.append("    choices:")
        for behaviour in ("acknowledge-feeling", "policy-speak", "solve-problem"):
            out += [f"      - say: {sentence(dice, 11)}", f"        shows: [{behaviour}]"]
            if behaviour == "policy-speak":
                out += ["        effects: {loyalty: -5}", "        then:"]
                out += ["          - {when: trust < 25, to: leaves}", f"          - {{to: {onward}}}"]
            else:
                out += [f"        reply: {sentence(dice, 5)}", f"        then: {onward}"]
    out += ["  leaves: {mood: angry, says: Never mind., ends: departure}"]
    out += ["  thanks: {mood: delighted, says: Thank you., ends: partnership}"]
    return "\n".join(out) + "\n"


TEXT = long_scenario()


def load_nodes() -> object:
    return parse_nodes(TEXT, Findings("long").add)


def load_all() -> object:
    loaded = compile_text(TEXT, name="long")
    assert loaded.scenario is not None
    return loaded


def load_plain() -> object:
    return yaml.load(TEXT, Loader=yaml.CSafeLoader)


def median_seconds(jobs: dict[str, Callable[[], object]], rounds: int = 7) -> dict[str, float]:
    """The median time of each job, taken in turns, so that a busy machine slows all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            begun = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(values) for name, values in times.items()}


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML without libyaml has no CSafeLoader")
def test_side_by_side() -> None:
    jobs = {
        "PyYAML CSafeLoader": load_plain,
        "nodes with positions": load_nodes,
        "compiled scenario": load_all,
    }
    medians = median_seconds(jobs)
    peer = medians["PyYAML CSafeLoader"]
    print(f"\n1000 moments, {len(TEXT) / 1e6:.2f} MB")
    for name, seconds in medians.items():
        print(f"  {name:22} {seconds * 1000:7.1f} ms   {seconds / peer:.2f}x")


@pytest.mark.parametrize("job", [load_plain, load_nodes, load_all], ids=["csafeloader", "nodes", "compiled"])
def test_load(benchmark: object, job: Callable[[], object]) -> None:
    benchmark.pedantic(job, rounds=5, warmup_rounds=1)  # type: ignore[attr-defined]


def test_shipped_library() -> None:
    def heads() -> object:
        return Library().levels()

    def everything() -> object:
        library = Library()
        return [library.load(id) for id in library.paths()]

    medians = median_seconds({"heads": heads, "everything": everything})
    print(
        f"\nshipped library: heads {medians['heads'] * 1000:.1f} ms, all of it {medians['everything'] * 1000:.1f} ms"
    )
