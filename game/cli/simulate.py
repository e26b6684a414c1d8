"""`simulate`: the spread of scores of a strategy, by playing it many times."""

from __future__ import annotations

import argparse
from fractions import Fraction
from random import Random

from game.cli.output import CliError, print_json
from game.cli.scenarios import Refused, path_of, read_for_use, require_known


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
            name: _spread(simulate(proof, name, arguments.runs, Random(arguments.seed)), passing)
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
            print(f"  {name}: " + ", ".join(f"{key} {value:.1f}" for key, value in spread.items()))
    return 0


def _spread(scores: list[Fraction], passing: Fraction) -> dict[str, float]:
    """Mean, quartiles and extremes of scores, and how many per cent of them pass."""
    ordered = sorted(float(score) for score in scores)
    last = len(ordered) - 1
    return {
        "mean": sum(ordered) / len(ordered),
        "least": ordered[0],
        "lower_quartile": ordered[last // 4],
        "median": ordered[last // 2],
        "upper_quartile": ordered[last * 3 // 4],
        "most": ordered[-1],
        "passed_percent": 100 * sum(score >= passing for score in scores) / len(scores),
    }
