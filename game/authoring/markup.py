"""Texts from files made safe for the languages that pictures and diagrams are written in.

A scenario's text is data. Control characters are refused when it is read; what is left can still be markup.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

_QUOTES = {'"': "&quot;", "'": "&#39;"}


def for_markup(text: str) -> str:
    """The text for HTML and SVG, in content and in quoted attributes alike."""
    return escape(text, _QUOTES)


def for_script(json: str) -> str:
    """JSON made safe inside a script element: nothing in it can end the element or begin a comment."""
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def for_mermaid(text: str) -> str:
    """The text for a quoted mermaid label: everything but letters, digits and plain marks as an entity."""
    return "".join(c if c.isalnum() or c in " .,?!–…()" else f"#{ord(c)};" for c in text)


def for_dot(text: str) -> str:
    """The text for a double-quoted DOT string, taken as it stands: no escape of DOT's own has a meaning."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
