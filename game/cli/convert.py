"""`convert`: a scenario as a story for another tool."""

from __future__ import annotations

import argparse
import sys

from game.authoring.exported import left_out
from game.cli.output import CliError
from game.cli.scenarios import Refused, path_of, read_for_use


def run(arguments: argparse.Namespace) -> int:
    """Write a scenario as Twee or ink; 1 or 2 where its file has errors or cannot be read."""
    try:
        scenario = read_for_use(path_of(arguments.file), findings_to_stderr=True)
    except Refused as refused:
        return refused.code
    if arguments.to == "ink":
        from game.authoring.ink import ink as convert
    else:
        from game.authoring.twee_out import twee as convert
    text = convert(scenario)
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        if arguments.output.exists() and not arguments.force:
            raise CliError(f"{arguments.output} is there already; --force writes over it")
        arguments.output.write_text(text, encoding="utf-8", newline="\n")
        print(f"{arguments.output}: {len(scenario.moments)} moments")
    print("not carried over:", file=sys.stderr)
    for what in left_out(scenario):
        print(f"  {what}", file=sys.stderr)
    return 0
