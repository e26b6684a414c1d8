"""The page that the title and the question of who plays share: words on the left, the counter behind."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.scenes import scene
from game.screens.ui import Ui
from game.screens.widgets import Column, Row, Scroll, Widget

ART = "title.svg"
_BARE_UP_TO = 1.2  # larger text reaches down to the counter, where it needs a ground of its own
_SHARE = 0.47  # of the window's width: what the picture leaves free


def frontage(ui: Ui, items: Sequence[Widget | None], *, framed: bool = False) -> Widget:
    """Put `items` below one another over the left of the picture; on a card where that alone is legible."""
    framed = framed or ui.theme.name != "light" or ui.scale > _BARE_UP_TO
    wide = ui.area.w / ui.factor
    width = wide - 2 * 40 if ui.compact else max(_SHARE * wide, 460)
    words = Column(
        [Scroll(Column(items, gap=20, padding=(4, 0)), flex=1, key="front")],
        frame="card" if framed else "none",
        padding=(28, 20) if framed else (16, 0),
        width=width,
    )
    return Row(
        [words],
        cross="centre",
        padding=(32, 24),
        backdrop=scene(ART, corners=0, focus=0.2),
    )
