"""What is written on each card of a picture, line by line, and how large the card becomes."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.graph import Card, Graph, Row
from game.authoring.heat import Heat, cost_in_short, heat_of
from game.authoring.layout import Size
from game.authoring.measure import fitted, plain, wrapped
from game.scenario.model import Outcome

WIDTH = 330
PAD = 10
HEAD = 28
LINE = 17
ROW_END = 19  # under what is said, for where it leads
CHIP = 46
TITLE_PX, TEXT_PX, SMALL_PX = 14, 12.5, 11

_ENDINGS = {
    Outcome.PARTNERSHIP: Heat(0, "#1f6f4a", "#ffffff", "partnership"),
    Outcome.SATISFACTION: Heat(0, "#5c8fb8", "#0d1b26", "satisfaction"),
    Outcome.APATHY: Heat(0, "#a9a9b3", "#1c1c22", "apathy"),
    Outcome.DEPARTURE: Heat(0, "#4a2b3c", "#ffffff", "departure"),
}


@dataclass(frozen=True, slots=True)
class FaceRow:
    """A row of a card: its chip, what is said, and where it leads."""

    heat: Heat
    chip: str
    text: tuple[str, ...]
    leads: str
    is_faint: bool

    @property
    def height(self) -> float:
        """How high the row is, in pixels."""
        return len(self.text) * LINE + ROW_END


@dataclass(frozen=True, slots=True)
class Face:
    """A card as it is drawn, `height` pixels high and WIDTH wide."""

    title: str
    note: str
    head: Heat
    lines: tuple[str, ...]
    rows: tuple[FaceRow, ...]
    height: float
    is_faint: bool

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return WIDTH, self.height


def face_of(graph: Graph, card: Card) -> Face:
    """What is drawn for a card."""
    lines = tuple(_lines(card))
    rows = tuple(_row(graph, row) for row in card.rows)
    body = PAD + len(lines) * LINE + sum(row.height for row in rows) + PAD / 2
    note = _note(card)
    note_px = 8 * len(note)
    return Face(
        title=fitted(card.id, WIDTH - 2 * PAD - note_px, TITLE_PX),
        note=note,
        head=_ENDINGS[card.ends] if card.ends is not None else heat_of(card.heat),
        lines=lines,
        rows=rows,
        height=HEAD + body,
        is_faint=card.is_reached is False,
    )


def _note(card: Card) -> str:
    """What stands at the right of a card's head."""
    if card.is_reached is False:
        return "never reached"
    if card.ends is not None:
        return str(card.ends)
    return "start" if card.is_start else ""


def _lines(card: Card) -> list[str]:
    """The beginning of what is told: two lines of narration, three of speech."""
    room = WIDTH - 2 * PAD
    lines: list[str] = []
    narrated = [told.text for told in card.told if not told.who]
    if narrated:
        lines += wrapped(plain(narrated[0]), room, TEXT_PX, 2)
    spoken = next((told for told in card.told if told.who), None)
    if spoken is not None:
        lines += wrapped(f"{spoken.who}: {plain(spoken.text)}", room, TEXT_PX, 3)
    if card.walkout_of:
        lines += wrapped(f"({' and '.join(card.walkout_of)} may walk out to here.)", room, TEXT_PX, 2)
    return lines


def _row(graph: Graph, row: Row) -> FaceRow:
    room = WIDTH - 2 * PAD - CHIP - 6
    said = {"choice": row.say, "silence": "(says nothing)", "otherwise": "(no choice left)"}[row.kind]
    named = f"{row.id}: {said}" if row.kind == "choice" and not row.id.isdigit() else said
    gate = f"[{row.when}] " if row.when else ""
    return FaceRow(
        heat=heat_of(row.cost.middle if row.cost is not None else None),
        chip=cost_in_short(row.cost),
        text=tuple(wrapped(plain(named), room, TEXT_PX, 2)),
        leads=fitted(gate + leads_to(graph, row), room, SMALL_PX),
        is_faint=row.is_available is False,
    )


def leads_to(graph: Graph, row: Row) -> str:
    """Where a row leads, in words: "→ settles", or "→ leaves if trust < 25, else settles"."""
    parts = []
    for way in row.ways:
        target = graph.cards[way.to].id if way.to is not None else "the end"
        parts.append(f"{target} if {way.when}" if way.when else target)
    if len(parts) > 1:
        parts[-1] = f"else {parts[-1]}"
    return "→ " + ", ".join(parts)
