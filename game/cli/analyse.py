"""`analyse`: the figures of a scenario."""

from __future__ import annotations

import argparse
from typing import Any

from game.cli.output import print_json
from game.cli.scenarios import Refused, path_of, read_for_use, require_known

KEYS = (
    "scenario",
    "content_hash",
    "exact",
    "standings",
    "best",
    "worst",
    "pass",
    "endings",
    "moments",
    "choices",
    "strategies",
)


def run(arguments: argparse.Namespace) -> int:
    """Print the figures of a scenario; 1 or 2 where its file has errors or cannot be read."""
    is_json = arguments.format == "json"
    try:
        scenario = read_for_use(path_of(arguments.file), findings_to_stderr=is_json)
    except Refused as refused:
        return refused.code
    require_known("flag", arguments.flags, scenario.flags)
    from game.analysis.cache import cached_figures
    from game.app.paths import cache_folder

    figures = cached_figures(scenario, cache_folder() / "figures", arguments.flags, arguments.limit)
    if is_json:
        extra = () if figures["exact"] else ("drivers",)
        print_json({key: figures[key] for key in (*KEYS, *extra) if key in figures})
    else:
        print("\n".join(_as_text(figures)))
    return 0


def _as_text(figures: Any) -> list[str]:
    note = "" if figures["exact"] else " (bound, not exact)"
    lines = [
        f"{figures['scenario']}: {figures['standings']} standings",
        f"best {_number(figures['best'])}{note}, worst {_number(figures['worst'])}{note}, "
        f"pass {_number(figures['pass'])}{note}",
    ]
    if "drivers" in figures:
        most = ", ".join(f"{name} ({count})" for name, count in figures["drivers"].items())
        lines.append(f"too many standings to solve exactly; most of them in: {most}")
    lines += ["", "endings"]
    for name, ending in figures["endings"].items():
        lines.append(f"  {name}: {_reached(ending['reachable'])}{_shown_by(ending['witness'])}")
    unreached = [name for name, moment in figures["moments"].items() if moment["reachable"] is False]
    lines += ["", f"moments: {len(figures['moments'])}, never reached: {', '.join(unreached) or 'none'}"]
    lines += ["", "choices: what each costs of the raw result, from least to most"]
    for name, choice in figures["choices"].items():
        lines.append(f"  {name}: {_costs(choice)}")
    lines += ["", "strategies: mean score"]
    for name, strategy in figures["strategies"].items():
        lines.append(f"  {name}: {_number(strategy['mean_score'])}")
    for name, player in figures.get("players", {}).items():
        lines.append(f"  {name}: {_number(player['mean_score'])}")
    return lines


def _number(value: int | float | None) -> str:
    if value is None:
        return "not known"
    return str(value) if isinstance(value, int) else f"{value:.1f}"


def _reached(reachable: bool | None) -> str:
    return {True: "reachable", False: "never reached", None: "not known"}[reachable]


def _shown_by(witness: list[str] | None) -> str:
    return "" if witness is None else f" ({' '.join(witness) or 'the start itself'})"


def _costs(choice: Any) -> str:
    if choice["available"] is None:
        return "not known"
    if not choice["available"]:
        return "never available"
    if choice["min_cost"] is None:
        return "leads to no ending"
    return f"{_number(choice['min_cost'])} to {_number(choice['max_cost'])}"
