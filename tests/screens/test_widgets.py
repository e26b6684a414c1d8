"""Widgets as a player meets them: by mouse, by keys, at every size."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.screens.chart import Series, chart_picture
from game.screens.pygame_import import PygameMissing, check_distribution, pygame
from game.screens.theme import THEMES, ThemeName
from game.screens.ui import Ui, merged
from game.screens.widgets import (
    Button,
    Choice,
    Column,
    Em,
    Label,
    Meter,
    Modal,
    Picture,
    Row,
    Scroll,
    Select,
    Slider,
    Table,
    TableColumn,
    TextField,
    Toggle,
    Widget,
)
from game.screens.window import BaseScreen
from tests.screens.conftest import Driver
from tests.screens.gallery import Gallery

SIZES = ((960, 540), (1280, 720), (1920, 1080))


def tree(*items: Widget) -> Callable[[Ui], Widget]:
    """Give a builder of one column that always holds the same widgets."""
    return lambda ui: Column(list(items), padding=20)


# --- at every size


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_clipped(driver: Driver, size: tuple[int, int], scale: float, theme: ThemeName) -> None:
    driver.show(Gallery())
    assert driver.look(size, scale, theme) == []


@pytest.mark.parametrize("size", [(1, 1), (320, 200), (700, 400)], ids=str)
def test_a_window_smaller_than_allowed_does_not_crash(driver: Driver, size: tuple[int, int]) -> None:
    driver.show(Gallery())
    driver.resize(size)
    driver.press("tab", "tab", "down")
    assert driver.ui.area.size == (960, 540)


def test_faults_are_found(driver: Driver) -> None:
    driver.show(tree(Row([Label("word " * 5, width=300)], width=200, key="narrow"), Label("x", height=900)))
    assert any("sticks out" in fault for fault in driver.ui.faults())


# --- focus and keys


def test_tab_goes_round_and_shift_tab_back(driver: Driver) -> None:
    driver.show(tree(Button("One"), Label("text"), Button("Two"), Button("Off", enabled=False)))
    assert driver.focused() == "One"
    driver.press("tab")
    assert driver.focused() == "Two"
    driver.press("tab")
    assert driver.focused() == "One"
    driver.press("shift+tab")
    assert driver.focused() == "Two"


def test_arrows_go_to_the_nearest_in_their_direction(driver: Driver) -> None:
    top = Row([Button("A", width=100), Button("B", width=100)])
    driver.show(tree(top, Row([Button("C", width=100), Button("D", width=100)])))
    seen = []
    for key in ("right", "down", "left", "up"):
        driver.press(key)
        seen.append(driver.focused())
    assert seen == ["B", "D", "C", "A"]


def test_enter_space_and_click_press_a_button_once(driver: Driver) -> None:
    pressed: list[int] = []
    driver.show(tree(Button("Go", lambda: pressed.append(1))))
    driver.press("enter")
    driver.press("space")
    driver.click("Go")
    assert len(pressed) == 3


def test_a_key_held_down_presses_once(driver: Driver) -> None:
    pressed: list[int] = []
    driver.show(tree(Button("Go", lambda: pressed.append(1))))
    for _ in range(5):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r", scancode=40))
    driver.run()
    assert pressed == [1]


def test_letting_go_beside_a_button_does_not_press_it(driver: Driver) -> None:
    pressed: list[int] = []
    driver.show(tree(Button("Go", lambda: pressed.append(1), align="start")))
    rect = driver.find("Go").rect
    driver.drag(rect.center, (rect.right + 200, rect.centery))
    assert pressed == []


def test_the_focus_is_announced(driver: Driver) -> None:
    driver.show(tree(Button("One"), Toggle("Timers", True)))
    driver.press("tab")
    assert driver.heard[-2:] == ["One, button", "Timers, switch, On"]


def test_what_asks_for_the_focus_gets_it_first(driver: Driver) -> None:
    driver.show(tree(Button("Back"), Button("Play", autofocus=True)))
    assert driver.focused() == "Play"


# --- choices


def test_digits_take_choices_and_locked_ones_have_none(driver: Driver) -> None:
    taken: list[str] = []
    driver.show(
        tree(
            Choice("Stay with her", lambda: taken.append("stay"), number=1),
            Choice("Quote the terms", lambda: taken.append("terms"), number=2),
            Choice("Offer a tier", lambda: taken.append("tier"), number=3, locked="She has not told you."),
        )
    )
    driver.press("2", "1", "3")
    driver.click("Offer a tier")
    assert taken == ["terms", "stay"]
    assert "locked: She has not told you." in driver.heard[-1]


def test_the_digit_that_opens_a_field_is_not_typed_into_it(driver: Driver) -> None:
    class Two(BaseScreen):
        asked = False

        def build(self, ui: Ui) -> Widget:
            if self.asked:
                return Column([TextField("Name", autofocus=True)])
            return Column([Choice("Ask", lambda: self.ask(ui), number=1)])

        def ask(self, ui: Ui) -> None:
            self.asked = True
            ui.rebuild()

    driver.show(Two())
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1", scancode=30))
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="1"))
    driver.run()
    field = driver.find("Name")
    assert isinstance(field, TextField)
    assert field.text == ""
    driver.type_text("1")
    assert field.text == "1"


def test_the_number_row_works_where_digits_need_shift(driver: Driver) -> None:
    taken: list[str] = []
    driver.show(tree(Choice("Stay", lambda: taken.append("stay"), number=1)))
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_AMPERSAND, mod=0, unicode="&", scancode=pygame.KSCAN_1)
    pygame.event.post(event)
    driver.run()
    assert taken == ["stay"]


# --- text field


def test_typing_editing_and_submitting(driver: Driver) -> None:
    sent: list[str] = []
    driver.show(tree(TextField("Name", on_submit=sent.append, limit=8)))
    driver.type_text("Mayaa")
    driver.press("backspace", "home", "delete")
    driver.type_text("m")
    driver.press("end")
    driver.type_text(" Okafor")
    driver.press("enter")
    assert sent == ["maya Oka"]


def test_shortcuts_do_not_fire_while_typing(driver: Driver) -> None:
    pressed: list[int] = []
    driver.show(
        tree(TextField("Name", autofocus=True), Button("Help", lambda: pressed.append(1), shortcut="h"))
    )
    driver.press("h")
    assert pressed == []
    driver.press("tab", "h")
    assert pressed == [1]


def test_a_suggestion_is_picked_by_arrow_keys(driver: Driver) -> None:
    texts: list[str] = []
    driver.show(tree(TextField("Name", suggestions=["Iris", "Martin", "Maya"], on_change=texts.append)))
    driver.type_text("ma")
    driver.press("down", "down", "enter")
    assert texts[-1] == "Maya"
    assert driver.ui.popup is None


def test_a_suggestion_is_picked_by_mouse_alone(driver: Driver) -> None:
    texts: list[str] = []
    driver.show(tree(Button("Back"), TextField("Name", suggestions=["Iris", "Maya"], on_change=texts.append)))
    driver.click("Name")
    popup = driver.ui.popup
    assert popup is not None
    driver.click_at((popup.rect.centerx, popup.rect.bottom - 15))
    assert texts == ["Maya"]


def test_text_input_is_on_only_in_a_field(driver: Driver) -> None:
    driver.show(tree(TextField("Name"), Button("Go")))
    assert driver.window._typing
    driver.press("tab")
    assert not driver.window._typing


def test_a_rebuild_keeps_text_caret_and_focus(driver: Driver) -> None:
    driver.show(lambda ui: Column([Button("Go"), TextField("Name")]))
    driver.press("tab")
    driver.type_text("Maya")
    driver.press("left")
    driver.resize((1000, 600))
    driver.type_text("!")
    field = driver.find("Name")
    assert isinstance(field, TextField)
    assert field.text == "May!a"


# --- select, slider, toggle


def test_select_by_keys_and_by_mouse(driver: Driver) -> None:
    chosen: list[int] = []
    driver.show(tree(Select("Team", ["North", "South", "Night"], 0, chosen.append)))
    driver.press("right", "enter", "down", "enter")
    assert chosen == [1, 2]
    driver.click("Team")
    popup = driver.ui.popup
    assert popup is not None
    driver.click_at((popup.rect.centerx, popup.rect.top + 15))
    assert chosen == [1, 2, 0]


def test_escape_closes_a_list_and_keeps_the_choice(driver: Driver) -> None:
    chosen: list[int] = []
    driver.show(tree(Select("Team", ["North", "South"], 0, chosen.append)))
    driver.press("enter", "down", "escape")
    assert driver.ui.popup is None
    assert chosen == []


def test_slider_by_keys_and_by_mouse(driver: Driver) -> None:
    values: list[float] = []
    settled: list[float] = []
    driver.show(
        tree(Slider("Text", 100, values.append, low=100, high=200, step=10, on_settled=settled.append))
    )
    driver.press("right", "end", "left")
    assert values == [110, 200, 190] == settled
    rect = driver.find("Text").rect
    driver.drag((rect.right - 30, rect.bottom - 15), (rect.left, rect.bottom - 15))
    assert values[-1] == 100
    assert settled == [110, 200, 190, 100]


def test_toggle(driver: Driver) -> None:
    values: list[bool] = []
    driver.show(tree(Toggle("Timers", True, values.append)))
    driver.press("space")
    driver.click("Timers")
    assert values == [False, True]


# --- scroll and table


def test_the_focus_is_scrolled_into_view(driver: Driver) -> None:
    buttons = [Button(f"Button {index}") for index in range(40)]
    driver.show(lambda ui: Column([Scroll(Column(buttons), flex=1, key="list")]))
    driver.press("shift+tab")
    assert driver.focused() == "Button 39"
    assert driver.find("list").rect.contains(buttons[39].rect)
    driver.press("tab")
    assert driver.find("list").rect.contains(buttons[0].rect)


@pytest.mark.parametrize("way", ["wheel", "drag", "keys", "bar"])
def test_scrolling(driver: Driver, way: str) -> None:
    text = Label("A long story. " * 400)
    driver.show(lambda ui: Column([Scroll(text, flex=1, key="story")]))
    before, view = text.rect.top, driver.find("story").rect
    if way == "wheel":
        driver.wheel(-3, "story")
    elif way == "drag":
        driver.drag(view.center, (view.centerx, view.centery - 200))
    elif way == "keys":
        driver.press("pagedown")
    else:
        driver.drag((view.right - 4, view.top + 10), (view.right - 4, view.top + 100))
    assert text.rect.top < before - 50


def test_a_drag_that_begins_on_a_card_scrolls_and_does_not_press(driver: Driver) -> None:
    pressed: list[int] = []
    cards = [Button(f"Card {index}", lambda: pressed.append(1), height=120) for index in range(12)]
    driver.show(lambda ui: Column([Scroll(Column(cards), flex=1, key="cards")]))
    before = cards[0].rect.top
    driver.drag(cards[2].rect.center, (cards[2].rect.centerx, cards[2].rect.centery - 150))
    assert cards[0].rect.top < before - 100
    assert pressed == []


def test_a_button_scrolled_out_of_view_cannot_be_clicked(driver: Driver) -> None:
    pressed: list[int] = []
    buttons = [Button(f"Button {index}", lambda: pressed.append(1)) for index in range(30)]
    driver.show(lambda ui: Column([Scroll(Column(buttons), height=200, key="list"), Label("below")]))
    hidden = next(button for button in buttons if button.rect.top > driver.find("list").rect.bottom)
    driver.click_at(hidden.rect.center)
    assert pressed == []


def test_a_button_at_the_edge_of_the_view_can_be_clicked(driver: Driver) -> None:
    pressed: list[str] = []
    buttons = [Button(f"Button {index}", lambda: pressed.append("yes"), height=60) for index in range(30)]
    driver.show(lambda ui: Column([Scroll(Column(buttons, gap=0), height=200, key="list")]))
    view = driver.find("list").rect
    driver.click_at((view.centerx, view.bottom - 2))
    assert pressed == ["yes"]


def test_a_label_given_a_longer_text_gets_the_room_for_it(driver: Driver) -> None:
    label = Label("3", lines=1)
    driver.show(tree(Row([label, Label("left")])))
    label.text = "three hundred and thirty-three"
    assert driver.ui.faults() == []
    assert label.rect.w > 200


def test_a_table_of_ten_thousand_asks_for_what_is_seen(driver: Driver) -> None:
    asked: set[int] = set()

    def cell(row: int, column: int) -> str:
        asked.add(row)
        return f"{row + 1}"

    driver.show(
        lambda ui: Table("Board", [TableColumn("Rank", Em(4), flex=1)], 10_000, cell, own=7000, flex=1)
    )
    assert 7000 in asked
    assert len(asked) < 60


def test_a_table_by_keys_and_by_mouse(driver: Driver) -> None:
    picked: list[int] = []
    table = Table(
        "Board",
        [TableColumn("Rank", Em(4), flex=1)],
        100,
        lambda row, column: str(row + 1),
        on_pick=picked.append,
        flex=1,
    )
    driver.show(lambda ui: Column([table]))
    driver.press("end", "up", "enter")
    assert picked == [98]
    assert driver.heard[-1] == "Rank 99"
    driver.press("home")
    driver.click_at((table.rect.centerx, table.rect.top + table._head_px + 5))
    assert picked == [98, 0]


def test_an_empty_table_says_so_and_takes_keys(driver: Driver) -> None:
    driver.show(lambda ui: Table("Board", [TableColumn("Rank", Em(4))], 0, lambda row, column: ""))
    driver.press("down", "end", "enter", "pagedown")
    assert "Nothing here yet." in driver.heard[0]


# --- meters and drawing


def test_a_meter_moves_tells_and_comes_to_rest(driver: Driver) -> None:
    meter = Meter("Trust", 40)
    driver.show(tree(meter))
    meter.set(55)
    assert driver.heard[-1] == "Trust 55 of 100, +15"
    driver.run(0.2)
    assert 40 < meter._shown < 55
    driver.run(4)
    assert meter._shown == 55
    assert not driver.ui.tick(0.1)


def test_a_rebuilt_meter_moves_from_where_it_stood(driver: Driver) -> None:
    values = iter([40, 55])
    driver.show(lambda ui: Column([Meter("Trust", next(values), key="trust")]))
    driver.ui.rebuild()
    driver.run(0.1)
    meter = driver.find("trust")
    assert isinstance(meter, Meter)
    assert 40 < meter._shown < 55


def test_with_reduced_motion_a_meter_is_there_at_once(driver: Driver) -> None:
    meter = Meter("Trust", 40)
    driver.show(tree(meter))
    driver.ui.reduced_motion = True
    meter.set(55)
    assert meter._shown == 55


def test_only_what_moved_is_drawn(driver: Driver) -> None:
    meter = Meter("Trust", 40, align="start")
    driver.show(tree(meter, Label("text")))
    assert driver.ui.draw() == []
    meter.set(50)
    driver.ui.tick(0.1)
    rects = driver.ui.draw()
    assert len(rects) == 1
    assert rects[0].w * rects[0].h < 60_000


def test_a_partial_drawing_looks_like_a_full_one(driver: Driver) -> None:
    driver.show(Gallery())
    for meter in [widget for widget in driver.ui.root.walk() if isinstance(widget, Meter)]:
        meter.set(meter.value - 20)
    driver.press("tab", "tab", "tab", "tab")
    driver.run(1.0)
    part = driver.ui.surface.copy()
    driver.ui.damage()
    driver.ui.draw()
    assert pygame.image.tobytes(part, "RGB") == pygame.image.tobytes(driver.ui.surface, "RGB")


def test_touching_rectangles_are_joined() -> None:
    window = pygame.Rect(0, 0, 100, 100)
    parts = [pygame.Rect(0, 0, 10, 10), pygame.Rect(50, 50, 10, 10), pygame.Rect(5, 5, 10, 10)]
    assert sorted(map(tuple, merged(parts, window))) == [(0, 0, 15, 15), (50, 50, 10, 10)]


def test_missing_pictures_and_strange_letters_are_drawn(driver: Driver, tmp_path: Path) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg", encoding="utf-8")
    driver.show(
        tree(
            Picture(broken, alt="broken", height=80),
            Picture("no/such.svg", alt="missing", height=80, fit="cover"),
            Label("Zoë Łukasz Ωμέγα Мария 山田 \0 \ud800 🙂"),
        )
    )
    assert driver.look() == []


def test_a_chart_says_in_words_what_it_shows(driver: Driver) -> None:
    lines = [Series("Trust", (40, 55, 70), "trust"), Series("Tension", (70, 60), "tension", "square")]
    driver.show(tree(chart_picture(lines, marked=1), chart_picture([])))
    assert driver.sees("Trust from 40 to 70; Tension from 70 to 60")


# --- modals


def test_a_modal_keeps_the_focus_and_gives_it_back(driver: Driver) -> None:
    done: list[str] = []
    driver.show(tree(Button("Behind", lambda: done.append("behind")), Button("Other")))
    driver.press("tab")
    driver.ui.open(Modal("Leave?", [Label("Really?")], [Button("Stay"), Button("Leave")]))
    seen = {driver.focused()}
    for _ in range(3):
        driver.press("tab")
        seen.add(driver.focused())
    assert seen == {"Stay", "Leave"}
    driver.click_at(driver.ui.root.children()[0].rect.center)
    assert done == []
    assert not driver.ui.layers, "a click beside the card closes it"
    assert driver.focused() == "Other"


def test_escape_closes_only_the_top_modal(driver: Driver) -> None:
    dismissed: list[str] = []
    driver.show(tree(Button("Behind")))
    driver.ui.open(Modal("First", actions=[Button("A")], on_dismiss=lambda: dismissed.append("first")))
    driver.ui.open(Modal("Second", actions=[Button("B")], on_dismiss=lambda: dismissed.append("second")))
    driver.press("escape")
    assert dismissed == ["second"]
    assert driver.focused() == "A"


def test_a_modal_that_must_be_answered_stays(driver: Driver) -> None:
    driver.show(tree(Button("Behind")))
    driver.ui.open(Modal("Choose", actions=[Button("A")], can_dismiss=False))
    driver.press("escape")
    driver.click_at((3, 3))
    assert len(driver.ui.layers) == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_modal_scrolls_and_shows_its_buttons(driver: Driver, scale: float) -> None:
    driver.show(tree(Button("Behind")))
    driver.ui.open(Modal("Terms", [Label("Much to say. " * 300)], [Button("Close")]))
    assert driver.look((960, 540), scale) == []
    assert driver.ui.area.contains(driver.find("Close").rect)


# --- the window


def test_a_screen_gets_the_keys_nobody_used_but_not_under_a_modal(driver: Driver) -> None:
    class Hears(BaseScreen):
        keys: list[int] = []  # noqa: RUF012

        def build(self, ui: Ui) -> Widget:
            return Column([Button("One")])

        def on_key(self, ui: Ui, event: pygame.Event) -> bool:
            self.keys.append(event.key)
            return False

    driver.show(Hears())
    driver.press("escape")
    driver.ui.open(Modal("Sure?", actions=[Button("Yes")]))
    driver.press("p", "escape")
    assert Hears.keys == [pygame.K_ESCAPE]


def test_work_from_other_threads_is_done_in_the_loop(driver: Driver) -> None:
    done: list[str] = []
    driver.show(tree(Button("One")))
    driver.window.post(lambda: done.append("posted"))
    driver.window.after_first_frame(lambda: done.append("later"))
    assert done == []
    driver.run()
    assert done == ["posted", "later"]


def test_the_old_screen_is_closed(driver: Driver) -> None:
    class Closes(BaseScreen):
        closed = 0

        def build(self, ui: Ui) -> Widget:
            return Label("x")

        def close(self) -> None:
            self.closed += 1

    first = Closes()
    driver.show(first)
    driver.show(tree(Label("y")))
    assert first.closed == 1


def test_another_pygame_is_refused_with_advice() -> None:
    with pytest.raises(PygameMissing, match="pip install pygame-ce"):
        check_distribution(False)


def test_opening_the_window_leaves_numpy_alone_and_importable() -> None:
    code = (
        "import sys\n"
        "from game.screens.window import Window\n"
        "assert 'numpy' not in sys.modules and 'pkg_resources' not in sys.modules\n"
        "import numpy\n"
        "Window()\n"
    )
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_display_it_says_so() -> None:
    code = (
        "from game.screens.window import NoDisplay, Window\n"
        "try:\n    Window()\nexcept NoDisplay as error:\n    print('none')\n"
    )
    hidden = ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux runs without a display")
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "none\n", done.stderr


# --- rebuilding while the player is in the middle of something


def test_a_rebuild_between_press_and_release_does_not_lose_the_click(driver: Driver) -> None:
    pressed: list[int] = []
    driver.show(lambda ui: Column([Button("Go", lambda: pressed.append(1))]))
    at = driver.find("Go").rect.center
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    driver.run()
    driver.ui.rebuild()
    driver.run()
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    driver.run()
    assert pressed == [1]


def test_a_screen_that_rebuilds_on_every_letter_keeps_the_suggestions(driver: Driver) -> None:
    class Asks(BaseScreen):
        name = ""

        def build(self, ui: Ui) -> Widget:
            def took(text: str) -> None:
                self.name = text
                ui.rebuild()

            field = TextField("Name", self.name, suggestions=["Martin", "Maya"], on_change=took)
            return Column([field, Button("Start", enabled=bool(self.name))])

    screen = Asks()
    driver.show(screen)
    driver.type_text("ma")
    driver.press("down", "down", "enter")
    assert screen.name == "Maya"
    driver.press("tab")
    assert driver.focused() == "Start"


def test_a_slider_can_be_dragged_through_rebuilds(driver: Driver) -> None:
    class Sets(BaseScreen):
        value = 0.0

        def build(self, ui: Ui) -> Widget:
            def took(value: float) -> None:
                self.value = value
                ui.rebuild()

            return Column([Slider("Volume", self.value, took, step=10)])

    screen = Sets()
    driver.show(screen)
    rect = driver.find("Volume").rect
    driver.drag((rect.left + 15, rect.bottom - 12), (rect.right - 5, rect.bottom - 12))
    assert screen.value == 100


def test_turning_the_wheel_beside_a_list_closes_it(driver: Driver) -> None:
    driver.show(tree(Select("Team", ["North", "South"]), Label("text", key="text")))
    driver.press("enter")
    assert driver.ui.popup is not None
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(900, 700), rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))
    driver.run()
    assert driver.ui.popup is None
