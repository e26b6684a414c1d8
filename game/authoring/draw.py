"""A conversation as an SVG picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.authoring.faces import CHIP, HEAD, LINE, PAD, SMALL_PX, TEXT_PX, TITLE_PX, WIDTH, Face, face_of
from game.authoring.graph import Graph, Link
from game.authoring.heat import HEATS
from game.authoring.layout import Layout, Point, Route, lay_out
from game.authoring.markup import for_markup

MARGIN = 24
TOP = 64  # room for the title and the legend
_CORNER = 7
_STYLE = """
text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}
.paper{fill:#fbfaf7}.body{fill:#fff;stroke:#6b6b76;stroke-width:1.2}.faint .body{stroke-dasharray:5 4}
.link{fill:none;stroke:#7b7b88;stroke-width:1.6}.back{stroke:#4b5fa5;stroke-dasharray:7 4}
.said{fill:#24242c}.leads{fill:#5a5a66}.rule{stroke:#e4e2dc}
""".strip()


def svg(graph: Graph) -> str:
    """The graph as a whole SVG file. Raises: game.authoring.layout.LayoutMissing."""
    return picture(graph, standalone=True)


def picture(graph: Graph, *, standalone: bool) -> str:
    """The picture, as a file of its own or to be put into a page. Raises: LayoutMissing."""
    faces = [face_of(graph, card) for card in graph.cards]
    layout = lay_out(graph, [face.size for face in faces])
    width = max(layout.width, 760) + 2 * MARGIN
    height = layout.height + TOP + 2 * MARGIN
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' if standalone else ""
    size = f' width="{width:.0f}" height="{height:.0f}"' if standalone else ""
    return "\n".join(
        (
            f'{head}<svg xmlns="http://www.w3.org/2000/svg" id="graph"{size}'
            f' viewBox="0 0 {width:.0f} {height:.0f}">',
            f"<title>{for_markup(graph.title)}</title>",
            f"<style>{_STYLE}</style>",
            _MARKERS,
            f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
            *_legend(graph),
            f'<g transform="translate({MARGIN} {TOP + MARGIN})">',
            *(_line(graph, layout, route) for route in layout.routes),
            *_loops(graph.links, layout, faces),
            *(_card(place, face, layout.corners[place]) for place, face in enumerate(faces)),
            "</g>",
            "</svg>",
            "",
        )
    )


_MARKERS = (
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="#7b7b88"/></marker></defs>'
)


def _legend(graph: Graph) -> Iterator[str]:
    yield (
        f'<text x="{MARGIN}" y="34" font-size="20" font-weight="600" fill="#24242c">'
        f"{for_markup(graph.title)}</text>"
    )
    if not graph.has_costs:
        yield _text(
            MARGIN, 58, TEXT_PX, "What choices cost is not known: there are too many ways to play it."
        )
        return
    yield _text(MARGIN, 58, TEXT_PX, "Points of the score a choice costs (the colour is the middle):")
    x = MARGIN + 400.0
    for heat in HEATS:
        yield f'<rect x="{x}" y="47" width="14" height="14" rx="3" fill="{heat.fill}" stroke="#6b6b76"/>'
        yield _text(x + 19, 58, SMALL_PX, heat.meaning)
        x += 34 + 6.4 * len(heat.meaning)


def _text(x: float, y: float, size: float, text: str, look: str = 'class="said"') -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" {look}>{for_markup(text)}</text>'


def _line(graph: Graph, layout: Layout, route: Route) -> str:
    link = graph.links[route.link]
    look = "link back" if link.is_back else "link"
    return (
        f'<path class="{look}" data-from="{link.source}" data-to="{link.target}" marker-end="url(#tip)" '
        f'd="{_path(route.points)}"><title>{for_markup(_told(graph, link))}</title></path>'
    )


def _told(graph: Graph, link: Link) -> str:
    return f"{graph.cards[link.source].id} → {graph.cards[link.target].id}: {', '.join(link.labels)}"


def _path(points: Sequence[Point]) -> str:
    """A line through the points, its corners rounded off."""
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _toward(here, before), _toward(here, after)
        parts.append(f"L{start[0]:.1f} {start[1]:.1f}Q{here[0]:.1f} {here[1]:.1f} {end[0]:.1f} {end[1]:.1f}")
    parts.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return "".join(parts)


def _toward(here: Point, there: Point) -> Point:
    """The point a corner's radius from `here` on the way to `there`, at most half of the way."""
    across, down = there[0] - here[0], there[1] - here[1]
    far = float((across**2 + down**2) ** 0.5) or 1.0
    share = min(_CORNER, far / 2) / far
    return here[0] + across * share, here[1] + down * share


def _loops(links: Iterable[Link], layout: Layout, faces: Sequence[Face]) -> Iterator[str]:
    """Ways from a moment to itself, as a small bow at the card's right."""
    for link in links:
        if link.source == link.target:
            left, top = layout.corners[link.source]
            x, y = left + WIDTH, top + faces[link.source].height / 2
            yield (
                f'<path class="link back" data-from="{link.source}" data-to="{link.target}" '
                f'marker-end="url(#tip)" d="M{x:.1f} {y - 12:.1f}c22 -10 22 34 0 24"/>'
            )


def _card(place: int, face: Face, corner: Point) -> str:
    x, y = corner
    faint = " faint" if face.is_faint else ""
    parts = [
        f'<g class="card{faint}" data-index="{place}" transform="translate({x:.1f} {y:.1f})">',
        f'<rect class="body" width="{WIDTH}" height="{face.height}" rx="8"/>',
        f'<path d="M0 {HEAD}V8Q0 0 8 0H{WIDTH - 8}Q{WIDTH} 0 {WIDTH} 8V{HEAD}z" fill="{face.head.fill}"/>',
        _text(PAD, 19, TITLE_PX, face.title, f'font-weight="600" fill="{face.head.ink}"'),
    ]
    if face.note:
        look = f'text-anchor="end" fill="{face.head.ink}"'
        parts.append(_text(WIDTH - PAD, 19, SMALL_PX, face.note, look))
    down = float(HEAD + PAD / 2)
    for line in face.lines:
        down += LINE
        parts.append(_text(PAD, down - 4, TEXT_PX, line))
    return "\n".join([*parts, *_rows(face, down + PAD / 2), "</g>"])


def _rows(face: Face, down: float) -> Iterator[str]:
    for row in face.rows:
        opacity = ' opacity="0.5"' if row.is_faint else ""
        x = PAD + CHIP + 6
        yield f"<g{opacity}>"
        yield f'<path class="rule" d="M{PAD} {down:.1f}H{WIDTH - PAD}"/>'
        if row.chip:
            yield (
                f'<rect x="{PAD}" y="{down + 7:.1f}" width="{CHIP}" height="20" rx="10" '
                f'fill="{row.heat.fill}"/>'
            )
            look = f'text-anchor="middle" fill="{row.heat.ink}"'
            yield _text(PAD + CHIP / 2, down + 21, SMALL_PX, row.chip, look)
        for number, line in enumerate(row.text, 1):
            yield _text(x, down + number * LINE - 2, TEXT_PX, line)
        yield _text(x, down + len(row.text) * LINE + 12, SMALL_PX, row.leads, 'class="leads"')
        yield "</g>"
        down += row.height
