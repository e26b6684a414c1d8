"""All widgets in one place, for screens to import from. The list is closed."""

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
