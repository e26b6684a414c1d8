"""`simulate`: what is said of a spread of scores, and how it is drawn."""

from __future__ import annotations

import json
from fractions import Fraction

from game.cli.simulate import PERCENTILES, spread_of
from tests.cli.conftest import DATA, Run

KETTLE = DATA / "broken-kettle.yaml"


def test_a_spread_is_told_by_mean_percentiles_and_share_that_passes() -> None:
    spread = spread_of([Fraction(n) for n in range(101)], Fraction(60))
    assert spread["mean"] == 50 and spread["median"] == 50
    assert spread["percentiles"] == {str(share): share for share in PERCENTILES}
    assert spread["passed_percent"] == 100 * 41 / 101
    assert spread["histogram"] == [10] * 9 + [11]


def test_json_has_every_figure(moments: Run) -> None:
    told = json.loads(moments("simulate", KETTLE, "--runs", "40", "--format", "json").stdout)
    assert {"mean", "percentiles", "passed_percent", "histogram"} <= set(told["strategies"]["random"])
    assert all(sum(s["histogram"]) == 40 for s in told["strategies"].values())


def test_text_draws_a_bar_for_each_tenth(moments: Run) -> None:
    lines = moments("simulate", KETTLE, "--strategy", "80/15/5", "--runs", "200").stdout.splitlines()
    bars = {line[:9].strip(): line[9:].split() for line in lines[3:]}
    assert list(bars) == [f"{low}-{low + 10}" for low in range(0, 100, 10)]
    assert sum(int(count) for count, *_ in bars.values()) == 200
    assert max(len(bar) for _, *rest in bars.values() for bar in rest) == 40
    assert all(
        set(bar) == {"#"}
        for label, (_, *rest) in bars.items()
        for bar in rest
        if int(label.split("-")[0]) >= 60
    )
