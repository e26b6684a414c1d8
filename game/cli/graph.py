"""`graph`: a conversation as a picture or a diagram."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.authoring.graph import Graph, graph_of
from game.authoring.layout import LayoutMissing
from game.cli.arguments_authoring import PICTURES
from game.cli.output import CliError
from game.cli.scenarios import Refused, path_of, read_for_use


def run(arguments: argparse.Namespace) -> int:
    """Draw a scenario; 1 or 2 where its file has errors or cannot be read."""
    kind = _kind(arguments.output)
    try:
        scenario = read_for_use(path_of(arguments.file), findings_to_stderr=arguments.output is None)
    except Refused as refused:
        return refused.code
    from game.analysis.cache import cached_figures
    from game.app.paths import cache_folder

    figures = cached_figures(scenario, cache_folder() / "figures", (), arguments.limit)
    try:
        drawn = _draw(graph_of(scenario, figures), kind)
    except LayoutMissing as missing:
        raise CliError(str(missing)) from None
    if arguments.output is None:
        sys.stdout.write(drawn)
    else:
        arguments.output.write_text(drawn, encoding="utf-8", newline="\n")
        print(f"{arguments.output}: {len(scenario.moments)} moments")
    return 0


def _kind(output: Path | None) -> str:
    """What to draw, by the ending of the file's name; DOT where it goes to standard output."""
    kind = output.suffix.lower() if output is not None else ".dot"
    if kind not in PICTURES:
        raise CliError(f"{output}: a picture's name ends in {', '.join(PICTURES)}")
    return kind


def _draw(graph: Graph, kind: str) -> str:
    if kind == ".html":
        from game.authoring.draw_page import page

        return page(graph)
    if kind == ".svg":
        from game.authoring.draw import svg

        return svg(graph)
    from game.authoring.diagrams import dot, mermaid

    return mermaid(graph) if kind == ".mmd" else dot(graph)
