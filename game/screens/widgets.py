"""All widgets in one place, for screens to import from. The list is closed.

A widget's module is read when the widget is first asked for, so that the first screen waits for few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.layout import Em
    from game.screens.widgets_base import Widget
    from game.screens.widgets_box import Column, Row
    from game.screens.widgets_button import Button, Choice
    from game.screens.widgets_field import TextField
    from game.screens.widgets_meter import Meter
    from game.screens.widgets_modal import Modal
    from game.screens.widgets_scroll import Scroll
    from game.screens.widgets_select import Select
    from game.screens.widgets_slider import Slider, Toggle
    from game.screens.widgets_table import Table, TableColumn
    from game.screens.widgets_text import Label, Picture

_HOMES = {
    "layout": ("Em",),
    "widgets_base": ("Widget",),
    "widgets_box": ("Column", "Row"),
    "widgets_button": ("Button", "Choice"),
    "widgets_field": ("TextField",),
    "widgets_meter": ("Meter",),
    "widgets_modal": ("Modal",),
    "widgets_scroll": ("Scroll",),
    "widgets_select": ("Select",),
    "widgets_slider": ("Slider", "Toggle"),
    "widgets_table": ("Table", "TableColumn"),
    "widgets_text": ("Label", "Picture"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(name)
    return getattr(import_module("game.screens." + _HOME_OF[name]), name)


__all__ = [
    "Button",
    "Choice",
    "Column",
    "Em",
    "Label",
    "Meter",
    "Modal",
    "Picture",
    "Row",
    "Scroll",
    "Select",
    "Slider",
    "Table",
    "TableColumn",
    "TextField",
    "Toggle",
    "Widget",
]
