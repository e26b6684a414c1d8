"""Design tokens: colours in three themes, spacing, radii and the type scale.

A colour is named by what it is for, never by what it looks like. Meaning never rests on colour alone:
whoever uses `good`, `bad` or a meter's colour also writes a word, a sign or a shape.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Colour = tuple[int, int, int]
ThemeName = Literal["light", "dark", "contrast"]
TextStyle = Literal["caption", "small", "body", "strong", "lead", "heading", "title", "display"]
Token = Literal[
    "paper",
    "card",
    "raised",
    "sunken",
    "line",
    "edge",
    "ink",
    "ink_soft",
    "accent",
    "on_accent",
    "accent_soft",
    "focus",
    "good",
    "good_soft",
    "bad",
    "bad_soft",
    "warn",
    "warn_soft",
    "trust",
    "loyalty",
    "tension",
    "shadow",
]

# Sizes in design pixels: multiplied by the window's factor and, for text, the player's text scale.
TYPE_SCALE: dict[TextStyle, int] = {
    "caption": 14,
    "small": 16,
    "body": 19,
    "strong": 19,
    "lead": 22,
    "heading": 26,
    "title": 36,
    "display": 54,
}
BOLD_STYLES: frozenset[TextStyle] = frozenset({"strong", "heading", "title", "display"})
LINE_SPACING = 1.3
TIGHT_SPACING = 1.15

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 14, 22, 36
RADIUS_S, RADIUS_M, RADIUS_L = 6, 12, 20


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme as (red, green, blue), and how its lines and shadows are drawn."""

    name: ThemeName
    paper: Colour  # behind everything
    card: Colour  # panels
    raised: Colour  # buttons, fields, things to press
    sunken: Colour  # tracks, tables' headers, wells
    line: Colour  # quiet separators
    edge: Colour  # the outline of a control (3:1 against what is around it)
    ink: Colour
    ink_soft: Colour
    accent: Colour  # the main action, and emphasis in text
    on_accent: Colour
    accent_soft: Colour  # a tinted panel: selected, own row
    focus: Colour
    good: Colour
    good_soft: Colour
    bad: Colour
    bad_soft: Colour
    warn: Colour
    warn_soft: Colour
    trust: Colour
    loyalty: Colour
    tension: Colour
    shadow: Colour
    shadow_alpha: int
    scrim_alpha: int
    border: int  # width of outlines in design pixels

    def colour(self, token: Token) -> Colour:
        """Give the colour of `token`."""
        value: Colour = getattr(self, token)
        return value


def _hex(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def _theme(name: ThemeName, codes: str, *, shadow_alpha: int, scrim_alpha: int, border: int) -> Theme:
    """Make a theme from `token=RRGGBB` words."""
    colours = {token: _hex(code) for token, code in (word.split("=") for word in codes.split())}
    return Theme(name=name, shadow_alpha=shadow_alpha, scrim_alpha=scrim_alpha, border=border, **colours)


LIGHT = _theme(
    "light",
    """paper=F5EEE3 card=FFFAF2 raised=FFFFFF sunken=EADFCF line=DDD0BC edge=8A7B67 ink=2A241F ink_soft=5D5247
    accent=97431F on_accent=FFFFFF accent_soft=F9E3D3 focus=1B5FAE good=2A6339 good_soft=E1EFDD bad=A02B2B
    bad_soft=F9E0DB warn=764C00 warn_soft=FBEBC9 trust=1C6680 loyalty=7A3E7E tension=A5441A shadow=4A3420""",
    shadow_alpha=46,
    scrim_alpha=120,
    border=1,
)
DARK = _theme(
    "dark",
    """paper=1E1A17 card=2A2521 raised=38312B sunken=151210 line=4A4139 edge=978B7D ink=F5EDE2 ink_soft=CDC1B2
    accent=EDA078 on_accent=2A1508 accent_soft=4A3222 focus=8FC5FF good=93D5A2 good_soft=223A2A bad=FFA598
    bad_soft=4C2723 warn=F3C873 warn_soft=44361B trust=74C5E0 loyalty=DCA4DF tension=F2A772 shadow=000000""",
    shadow_alpha=110,
    scrim_alpha=160,
    border=1,
)
CONTRAST = _theme(
    "contrast",
    """paper=000000 card=000000 raised=101010 sunken=1C1C1C line=9A9A9A edge=FFFFFF ink=FFFFFF ink_soft=EDEDED
    accent=FFD84A on_accent=000000 accent_soft=332B00 focus=4DE8FF good=7DFF9A good_soft=00290C bad=FFA69E
    bad_soft=3A0905 warn=FFD84A warn_soft=332800 trust=6FD6FF loyalty=F2A8FF tension=FFB27A shadow=000000""",
    shadow_alpha=0,
    scrim_alpha=200,
    border=2,
)
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_SURFACES: tuple[Token, ...] = ("paper", "card", "raised", "sunken", "accent_soft")
# Which text may stand on which ground; tests hold every pair to WCAG AA (4.5:1; 7:1 in high contrast).
TEXT_PAIRS: tuple[tuple[Token, Token], ...] = (
    *(("ink", ground) for ground in (*_SURFACES, "good_soft", "bad_soft", "warn_soft")),
    *(("ink_soft", ground) for ground in (*_SURFACES, "good_soft", "bad_soft", "warn_soft")),
    *((text, ground) for text in ("accent", "good", "bad", "warn") for ground in ("paper", "card", "raised")),
    *((text, ground) for text in ("trust", "loyalty", "tension") for ground in ("paper", "card", "raised")),
    ("on_accent", "accent"),
    ("accent", "accent_soft"),
    ("good", "good_soft"),
    ("bad", "bad_soft"),
    ("warn", "warn_soft"),
)
# Shapes that must be made out: 3:1.
SHAPE_PAIRS: tuple[tuple[Token, Token], ...] = (
    *(("edge", ground) for ground in ("paper", "card", "raised")),
    *(("focus", ground) for ground in _SURFACES),
    *((meter, "sunken") for meter in ("trust", "loyalty", "tension")),
)


def contrast_ratio(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21, by WCAG 2's relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_tokens() -> tuple[str, ...]:
    """Name every colour token of a theme."""
    numbers = {"name", "shadow_alpha", "scrim_alpha", "border"}
    return tuple(field.name for field in fields(Theme) if field.name not in numbers)
