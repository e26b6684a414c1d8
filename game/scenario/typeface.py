"""Which characters the shipped typeface can draw.

The table is derived from the font files, all four of which have the same; a test holds it against them, so
that the product needs no library that reads fonts.
"""

from __future__ import annotations

import re

NAME = "Atkinson Hyperlegible"

_TABLE = (
    "0020-007E 00A0-0107 010A-0113 0116-011B 011E-0123 0126-0127 012A-012B 012E-012F 0131 0136-0137 "
    "013B-013E 0141-0148 0150-0155 0158-015B 015E-0165 016A-016B 016E-0173 0178-017E 0192 0218-021B "
    "02C6-02C7 02D8-02DD 0300-0304 0306-0308 030A-030C 0326-0328 0394 03A9 03BC 03C0 2013-2014 "
    "2018-201A 201C-201E 2020-2022 2026 2030 2039-203A 2044 2074 20AC 2113 2122 212E 2202 220F "
    "2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25CA"
)

COVERAGE: tuple[tuple[int, int], ...] = tuple(
    (int(low, 16), int(high or low, 16)) for low, _, high in (part.partition("-") for part in _TABLE.split())
)
"""First and last character of each stretch that can be drawn, in order; line ends are not drawn at all."""

_MISSING = re.compile("[^\n" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in COVERAGE) + "]")


def first_missing(text: str) -> int | None:
    """The place in `text` of the first character that cannot be drawn, or None."""
    if text.isascii() and text.isprintable():
        return None
    found = _MISSING.search(text)
    return found.start() if found else None
