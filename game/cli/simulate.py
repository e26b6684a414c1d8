"""`simulate`: the spread of scores of a strategy, by playing it many times."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from game.cli.output import CliError, print_json
from game.cli.scenarios import Refused, path_of, read_for_use, require_known

PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
BAR = 40
"""Characters of the longest bar."""


def run(arguments: argparse.Namespace) -> int:
    """Print how the scores of one strategy, or of all, spread."""
    is_json = arguments.format == "json"
    try:
        scenario = read_for_use(path_of(arguments.file), findings_to_stderr=is_json)
    except Refused as refused:
        return refused.code
    from game.analysis.explored import TooManyStandings
    from game.analysis.simulate import names_of, simulate
    from game.analysis.solve import solve

    names = names_of(scenario)
    if arguments.strategy is not None:
        require_known("strategy", [arguments.strategy], names)
        names = [arguments.strategy]
    try:
        proof = solve(scenario)
        passing = scenario.playbook.bands.passing
        spreads = {
            name: spread_of(simulate(proof, name, arguments.runs, Random(arguments.seed)), passing)
            for name in names
        }
    except (TooManyStandings, ValueError) as error:
        raise CliError(f"{scenario.id} has no scores to spread: {error}") from None
    if is_json:
        head = {"scenario": scenario.id, "runs": arguments.runs, "seed": arguments.seed}
        print_json({**head, "strategies": spreads})
    else:
        print(f"{scenario.id}: {arguments.runs} plays a strategy, seed {arguments.seed}")
        for name, spread in spreads.items():
            print("\n".join(["", *_drawn(name, spread, float(passing))]))
    return 0


def spread_of(scores: Sequence[Fraction], passing: Fraction) -> dict[str, object]:
    """Mean, percentiles and extremes of scores, how many per cent pass, and how many lie in each tenth.

    `histogram` counts scores from 0 up to 10, from 10 up to 20, and so on; 100 is in the last.
    """
    ordered = sorted(float(score) for score in scores)
    tenths = [0] * 10
    for score in ordered:
        tenths[min(9, int(score // 10))] += 1
    return {
        "mean": sum(ordered) / len(ordered),
        "least": ordered[0],
        "lower_quartile": _percentile(ordered, 25),
        "median": _percentile(ordered, 50),
        "upper_quartile": _percentile(ordered, 75),
        "most": ordered[-1],
        "passed_percent": 100 * sum(score >= passing for score in scores) / len(scores),
        "percentiles": {str(share): _percentile(ordered, share) for share in PERCENTILES},
        "histogram": tenths,
    }


def _percentile(ordered: Sequence[float], share: int) -> float:
    """The score at or below which `share` per cent of the plays end, as near as they tell."""
    return ordered[(len(ordered) - 1) * share // 100]


def _drawn(name: str, spread: Mapping[str, object], passing: float) -> list[str]:
    """A strategy's figures, and its scores as bars; the bars that pass are drawn in another mark."""
    parts = [f"{key.replace('_percent', ' %')} {spread[key]:.1f}" for key in _SHOWN]
    lines = [f"{name}: " + ", ".join(parts)]
    tenths = spread["histogram"]
    assert isinstance(tenths, list)
    most = max(tenths)
    for place, count in enumerate(tenths):
        mark = "#" if 10 * place >= passing else "-"
        bar = mark * (-(-count * BAR // most) if count else 0)
        lines.append(f"  {10 * place:>3}-{10 * place + 10:<3} {count:>7} {bar}".rstrip())
    return lines


_SHOWN = ("mean", "least", "lower_quartile", "median", "upper_quartile", "most", "passed_percent")
