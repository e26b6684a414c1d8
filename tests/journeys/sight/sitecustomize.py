"""Lets a test see what a player sees: put on PYTHONPATH, it writes down what the game's window shows.

`python main.py` runs unchanged; wherever MOMENTS_SIGHT names a file, that file holds, as JSON, the screen on
show, its widgets with their rectangles, and the focus, rewritten after every frame that drew something.
Nothing is ever sent to the game this way: what a test does to it goes through the X server.
"""

import importlib.util
import json
import os
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

VARIABLE = "MOMENTS_SIGHT"
WATCHED = "game.screens.window"
TABLE_ROWS = 20


def _plain(rect):
    return [rect.x, rect.y, rect.w, rect.h]


def _seen(widget, view):
    """The part of a widget that is in view: not scrolled away, not beyond the window's edge."""
    part = widget.rect.clip(view)
    holder = widget.parent
    while holder is not None:
        if getattr(holder, "clips", False):
            part = part.clip(holder.rect)
        holder = holder.parent
    return part


def _cells(table):
    count = min(table.count, TABLE_ROWS)
    return [[table.cell(row, column) for column in range(len(table.columns))] for row in range(count)]


def _told(widget, view):
    kind = type(widget).__name__
    told = {
        "type": kind,
        "role": widget.role,
        "key": widget.key,
        "name": widget.name(),
        "rect": _plain(widget.rect),
        "seen": _plain(_seen(widget, view)),
        "enabled": widget.enabled,
        "focusable": widget.focusable,
    }
    for name in ("text", "value", "number", "locked", "selected", "index"):
        found = getattr(widget, name, None)
        if isinstance(found, (str, int, float)):
            told[name] = found
    if kind == "Table":
        told["rows"] = _cells(widget)
    return told


def _popup(popup):
    if popup is None:
        return None
    step = popup._row_px
    rows = [
        {"text": text, "rect": [popup.rect.x, popup.rect.y + 4 + place * step, popup.rect.w, step]}
        for place, text in enumerate(popup.rows[popup.first : popup.first + popup._count()])
    ]
    return {"rows": rows, "index": popup.index}


def _sight(window):
    ui = window.ui
    view = ui.surface.get_rect()
    widgets = [widget for widget in ui.top.walk() if widget.name() or widget.focusable] if ui.top else []
    focused = ui.focused
    return {
        "frame": window.frames,
        "screen": type(window.screen).__name__,
        "size": list(ui.size),
        "scale": ui.scale,
        "modal": ui.layers[-1].name() if ui.layers else None,
        "popup": _popup(ui.popup),
        "focus": None if focused is None else [focused.key, focused.name()],
        "widgets": [_told(widget, view) for widget in widgets],
    }


def _watch(module):
    path = Path(os.environ[VARIABLE])
    beside = path.with_suffix(".new")
    draw = module.Window.draw

    def draw_and_tell(self):
        was_dirty = self.ui.dirty
        draw(self)
        if was_dirty and self.screen is not None:
            beside.write_text(json.dumps(_sight(self)))
            beside.replace(path)

    module.Window.draw = draw_and_tell


class _Finder(MetaPathFinder):
    """Changes the one module on its import; every other import is left alone."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname != WATCHED:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            _watch(module)

        spec.loader.exec_module = exec_module
        return spec


if os.environ.get(VARIABLE):
    sys.meta_path.insert(0, _Finder())
