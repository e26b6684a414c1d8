"""A conversation as one HTML page that needs nothing else: pan, zoom, search, a moment read at a click."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any

from game.authoring.draw import picture
from game.authoring.graph import Card, Graph, Row, Told
from game.authoring.heat import cost_in_short, heat_of
from game.authoring.markup import for_markup, for_script


def page(graph: Graph) -> str:
    """The graph as a whole HTML page. Raises: game.authoring.layout.LayoutMissing."""
    drawn = picture(graph, standalone=False)
    style, script = _part("graph.css"), _part("graph.js")
    held = for_script(json.dumps(_data(graph), ensure_ascii=False))
    # Nothing is fetched and no other script runs, whatever a scenario's texts hold.
    allowed = f"style-src 'unsafe-inline'; script-src 'sha256-{_digest(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{for_markup(graph.title)}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{for_markup(graph.title)}</h1>
<label>Search <input id="search" type="search" autocomplete="off" placeholder="words, ids (/)"></label>
<span id="found" role="status"></span>
<button type="button" data-act="in" aria-label="Zoom in">+</button>
<button type="button" data-act="out" aria-label="Zoom out">−</button>
<button type="button" data-act="whole">Whole</button>
</header>
<main id="stage" aria-label="The conversation">
{drawn}
</main>
<aside id="panel" aria-live="polite" aria-label="The moment" tabindex="0"></aside>
<script type="application/json" id="data">{held}</script>
<script>{script}</script>
</body>
</html>
"""


def _part(name: str) -> str:
    return files("game.authoring").joinpath("page", name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _data(graph: Graph) -> dict[str, Any]:
    start = next(card.index for card in graph.cards if card.is_start)
    return {"start": start, "cards": [_card(card) for card in graph.cards]}


def _card(card: Card) -> dict[str, Any]:
    rows = [_row(row) for row in card.rows]
    texts = [card.id, card.thinks, *(told.text for told in card.told)]
    for row in card.rows:
        texts += [row.id, row.say, row.why, row.when, *row.shows, *(told.text for told in row.reply)]
    return {
        "index": card.index,
        "id": card.id,
        "about": _about(card),
        "told": [_told(told) for told in card.told],
        "thinks": card.thinks,
        "rows": rows,
        "search": "\n".join(texts).lower(),
    }


def _about(card: Card) -> str:
    """What there is to say of a moment in a few words."""
    parts = ["the start"] if card.is_start else []
    if card.is_reached is False:
        parts.append("never reached")
    if card.ends is not None:
        parts.append(f"ends in {card.ends}")
    if card.moods:
        parts.append(card.moods)
    if card.walkout_of:
        parts.append(f"{' and '.join(card.walkout_of)} may walk out to here")
    if card.heat is not None:
        parts.append(f"a choice costs {card.heat:.0f} points on average")
    return ", ".join(parts) or "a moment"


def _row(row: Row) -> dict[str, Any]:
    heat = heat_of(row.cost.middle if row.cost is not None else None)
    cost = {"text": cost_in_short(row.cost), "fill": heat.fill, "ink": heat.ink}
    return {
        "kind": row.kind,
        "id": row.id,
        "say": row.say,
        "when": row.when,
        "shows": list(row.shows),
        "reply": [_told(told) for told in row.reply],
        "why": row.why,
        "cost": cost if row.cost is not None else None,
        "available": row.is_available,
        "ways": [{"to": way.to, "when": way.when} for way in row.ways],
    }


def _told(told: Told) -> dict[str, str]:
    return {"who": told.who, "text": told.text, "when": told.when}
