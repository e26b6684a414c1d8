"""The page that the title and the question of who plays share: words on the left, the counter behind."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.scenes import scene
from game.screens.ui import Ui
from game.screens.widgets import Column, Row, Scroll, Widget

ART = "title.svg"
_BARE_UP_TO = 1.2  # larger text reaches down to the counter, where it needs a ground of its own
_SHARE = 0.47  # of the window's width: what the picture leaves free
_WALL = 0.77  # of the window's height: where the counter begins


def frontage(
    ui: Ui,
    items: Sequence[Widget | None],
    foot: Widget | None = None,
    *,
    framed: bool = False,
    coarse: bool = False,
) -> Widget:
    """Put `items` below one another over the left of the picture; on a card where that alone is legible.

    `foot` stands below them and is always in view. `coarse` draws the picture quickly rather than sharply.
    """
    framed = framed or ui.theme.name != "light" or ui.scale > _BARE_UP_TO
    wide = ui.area.w / ui.factor
    words = Column(
        [Scroll(Column(items, gap=18, padding=(4, 0)), flex=1, key="front"), Row([foot], padding=(4, 6))],
        frame="card" if framed else "none",
        padding=(28, 20) if framed else (16, 0),
        width=wide - 2 * 40 if ui.compact else max(_SHARE * wide, 530),
        gap=12,
    )
    # Bare words are centred on the wall, not on the window.
    height = ui.area.h / ui.factor
    return Column(
        [Row([words], cross="centre", padding=(32, 20), height=height * (1 if framed else _WALL))],
        backdrop=scene(ART, corners=0, focus=0.2, coarse=coarse),
    )
