"""SVG primitives that the game's picture reader draws: shapes, groups, linear gradients and the document.

The reader knows no `<use>`, `<text>`, clip paths, masks, filters, patterns or style sheets,
so colours are plain hex values and everything stands where it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable


def number(value: float) -> str:
    """Write a coordinate with at most one decimal, the same on every machine."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")


def element(name: str, **attributes: object) -> str:
    """One empty element; underscores in attribute names become hyphens, None leaves an attribute out."""
    written = [
        f'{key.replace("_", "-")}="{number(value) if isinstance(value, int | float) else value}"'
        for key, value in attributes.items()
        if value is not None
    ]
    return f"<{name} {' '.join(written)}/>"


def fill(d: str, colour: str, opacity: str | None = None) -> str:
    """A filled path."""
    return element("path", d=d, fill=colour, fill_opacity=opacity)


def line(d: str, colour: str, width: float, cap: str = "round", opacity: str | None = None) -> str:
    """A stroked path, round at its joints."""
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap=cap,
        stroke_linejoin="round",
        stroke_opacity=opacity,
    )


def oval(x: float, y: float, rx: float, ry: float, colour: str, opacity: str | None = None) -> str:
    """An ellipse around (x, y)."""
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=colour, fill_opacity=opacity)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    colour: str,
    radius: float = 0,
    opacity: str | None = None,
) -> str:
    """A rectangle, with rounded corners if `radius` is given."""
    return element(
        "rect", x=x, y=y, width=width, height=height, rx=radius or None, fill=colour, fill_opacity=opacity
    )


def group(children: Iterable[str], transform: str | None = None) -> str:
    """A group, moved or turned as a whole."""
    opening = f'<g transform="{transform}">' if transform else "<g>"
    return "\n".join([opening, *children, "</g>"])


def gradient(name: str, top: str, bottom: str, y1: float, y2: float) -> str:
    """A vertical gradient in user space between two heights; fill with `url(#name)`."""
    span = f'x1="0" y1="{number(y1)}" x2="0" y2="{number(y2)}"'
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {span}>'
        f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient>'
    )


def glow(name: str, colour: str, opacity: str) -> str:
    """A round gradient that fades out towards its edge; fill with `url(#name)`.

    The opacity stands in the gradient because the reader ignores the shape's own where a gradient fills it.
    """
    return (
        f'<radialGradient id="{name}"><stop offset="0" stop-color="{colour}" stop-opacity="{opacity}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def document(width: int, height: int, children: Iterable[str]) -> str:
    """A whole SVG file."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', *children, "</svg>", ""])
