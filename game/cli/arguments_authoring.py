"""The arguments of the commands with which a trainer makes scenarios."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[[Any, str, str], argparse.ArgumentParser]
PICTURES = (".svg", ".html", ".mmd", ".dot")
LIMIT = 2_000_000


def add_authoring(commands: Any, command: Command) -> None:
    """Add the commands; `command` makes the parser of one from its name and what it does."""
    new = command(commands, "new", "start a scenario: a small one with comments, to be played and changed")
    new.add_argument("id", metavar="ID", help="its id and its file's name, such as late-cake")
    new.add_argument(
        "--folder", type=Path, metavar="PATH", help="where to write it (the folder scenarios, else here)"
    )
    graph = command(commands, "graph", "draw the conversation, each choice with what it costs")
    graph.add_argument("file", metavar="FILE", help="a scenario's file, or a level's id")
    graph.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="a picture (.svg), a page to look around in (.html), mermaid (.mmd) or DOT (.dot); "
        "without it DOT goes to standard output",
    )
    graph.set_defaults(limit=LIMIT)
    convert = command(commands, "convert", "write a scenario as a story for another tool")
    convert.add_argument("file", metavar="FILE", help="a scenario's file, or a level's id")
    convert.add_argument(
        "--to", choices=("twee", "ink"), required=True, help="Twee 3 for Twine (SugarCube), or ink"
    )
    convert.add_argument("-o", "--output", type=Path, metavar="OUT", help="the file to write, else printed")
    convert.add_argument("--force", action="store_true", help="write over a file that is there")
    bring = command(commands, "import", "make a scenario of a story from Twine (Twee 3)")
    bring.add_argument("file", metavar="FILE", type=Path, help="the Twee file")
    bring.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the scenario's file (its name, in the usual folder)"
    )
    bring.set_defaults(module="bring")
