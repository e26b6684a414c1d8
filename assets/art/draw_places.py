"""Draw every place and the title: `python draw_places.py [FOLDER]`.

Writes FOLDER/places/NAME.svg and FOLDER/title.svg.
"""

from __future__ import annotations

import sys
from pathlib import Path

from parts import document
from places import PLACES, title
from props import HEIGHT, WIDTH


def main(folder: Path) -> None:
    """Write all places below `folder` (default: the assets)."""
    (folder / "places").mkdir(parents=True, exist_ok=True)
    pictures = {f"places/{name}.svg": draw for name, draw in PLACES.items()} | {"title.svg": title}
    for path, draw in pictures.items():
        (folder / path).write_text(document(WIDTH, HEIGHT, draw()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
