"""A conversation in the languages of other drawing tools: mermaid and DOT. No layout is needed for these."""

from __future__ import annotations

from game.authoring.graph import Card, Graph
from game.authoring.heat import HEATS, UNKNOWN, cost_in_short, heat_of
from game.authoring.markup import for_dot, for_mermaid
from game.authoring.measure import shortened

_TEXT = 60  # characters of a moment's first line
_LABEL = 40  # of a link's label


def mermaid(graph: Graph) -> str:
    """The graph as a mermaid flowchart. Moments are numbered: an id could be a word of mermaid's own."""
    lines = ["---", f'title: "{for_mermaid(graph.title)}"', "---", "flowchart TD"]
    for card in graph.cards:
        begin, end = ("([", "])") if card.ends is not None else ("[", "]")
        label = "<br/>".join(for_mermaid(part) for part in _label(card))
        lines.append(f'  m{card.index}{begin}"{label}"{end}:::{_class(card)}')
    for link in graph.links:
        label = for_mermaid(shortened(", ".join(link.labels), _LABEL))
        lines.append(f'  m{link.source} -->|"{label}"| m{link.target}')
    for number, heat in enumerate(HEATS):
        lines.append(f"  classDef heat{number} fill:{heat.fill},color:{heat.ink},stroke:#555")
    lines.append(f"  classDef ending fill:{UNKNOWN.fill},color:{UNKNOWN.ink},stroke:#555")
    return "\n".join(lines) + "\n"


def dot(graph: Graph) -> str:
    """The graph in Graphviz's DOT."""
    lines = [
        f'digraph "{for_dot(graph.id)}" {{',
        f'  label="{for_dot(graph.title)}"; labelloc=t; rankdir=TB;',
        '  node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11];',
        '  edge [fontname="sans-serif", fontsize=9, color="#555555"];',
    ]
    for card in graph.cards:
        heat = UNKNOWN if card.ends is not None else heat_of(card.heat)
        label = "\\n".join(for_dot(part) for part in _label(card))
        lines.append(f'  m{card.index} [label="{label}", fillcolor="{heat.fill}", fontcolor="{heat.ink}"];')
    for link in graph.links:
        label = for_dot(shortened(", ".join(link.labels), _LABEL))
        lines.append(f'  m{link.source} -> m{link.target} [label="{label}"];')
    return "\n".join([*lines, "}"]) + "\n"


def _label(card: Card) -> list[str]:
    """What is written on a moment: its id, its first line, its ending or what a choice in it can cost."""
    parts = [card.id]
    if card.told:
        first = card.told[0]
        parts.append(shortened(f"{first.who}: {first.text}" if first.who else first.text, _TEXT))
    if card.ends is not None:
        parts.append(f"ends: {card.ends}")
    costs = [f"{row.id} {cost_in_short(row.cost)}" for row in card.rows if row.cost is not None]
    if costs:
        parts.append("costs: " + ", ".join(costs))
    return parts


def _class(card: Card) -> str:
    if card.ends is not None or card.heat is None:
        return "ending"
    return f"heat{HEATS.index(heat_of(card.heat))}"
