"""Where each card goes and how the lines run: by graphlay, a layered layout with routed edges.

It is an extra, imported only here and only when a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.authoring.graph import Graph

INSTALL = "python -m pip install graphlay"
_ASPECT = 1.6  # a long conversation is folded into columns, to be about this much wider than high

Point = tuple[float, float]
Size = tuple[float, float]


class LayoutMissing(Exception):
    """What lays out a picture is not installed; the message says how to get it, and what works without."""

    def __init__(self) -> None:
        super().__init__(
            f"pictures need graphlay, which is not installed: {INSTALL}; "
            "diagrams for other tools (-o FILE.mmd or FILE.dot) work without it"
        )


@dataclass(frozen=True, slots=True)
class Route:
    """The line of a link from the source's border to the target's, as points."""

    link: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of each card by index, the lines, and the size of the whole; all in pixels."""

    corners: tuple[Point, ...]
    routes: tuple[Route, ...]
    width: float
    height: float


def lay_out(graph: Graph, sizes: Sequence[Size]) -> Layout:
    """Places for the cards of a graph, each of the given size. The same graph always gives the same picture.

    Raises: LayoutMissing.
    """
    try:
        import graphlay
    except ImportError:
        raise LayoutMissing from None
    drawing = graphlay.Graph()
    for card, (width, height) in zip(graph.cards, sizes, strict=True):
        drawing.node(card.index, width=width, height=height)
    drawn = [place for place, link in enumerate(graph.links) if link.source != link.target]
    for place in drawn:
        drawing.edge(graph.links[place].source, graph.links[place].target)
    return _placed(graphlay.layout(drawing, options=_options(len(graph.cards))), drawn, sizes)


def _options(cards: int) -> dict[str, Any]:
    return {
        "direction": "topbottom",
        "spacing": {"layer_gap": 48.0, "node_gap": 36.0},
        "wrap": {"viewport_aspect": _ASPECT},
        "tuning": {"wrap": {"max_rows": max(4, cards // 12)}},
    }


def _placed(found: Any, drawn: Sequence[int], sizes: Sequence[Size]) -> Layout:
    left, top = found.bounds["min"]["x"], found.bounds["min"]["y"]
    corners = tuple(
        (node["center"]["x"] - width / 2 - left, node["center"]["y"] - height / 2 - top)
        for node, (width, height) in zip(found.nodes, sizes, strict=True)
    )
    routes = tuple(
        Route(place, tuple((point["x"] - left, point["y"] - top) for point in edge["points"]))
        for place, edge in zip(drawn, found.edges, strict=True)
    )
    far = found.bounds["max"]
    return Layout(corners, routes, far["x"] - left, far["y"] - top)
