"""Layout as arithmetic: what is shared out adds up, limits hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens import layout
from game.screens.layout import Breakpoint, Item


@st.composite
def items(draw: st.DrawFn) -> Item:
    minimum = draw(st.integers(0, 120))
    maximum = draw(st.one_of(st.just(layout.NO_LIMIT), st.integers(minimum, 400)))
    basis = min(draw(st.integers(minimum, 400)), maximum)
    return Item(basis, minimum, maximum, draw(st.sampled_from([0, 0, 1, 2, 0.5])))


@given(st.lists(items(), min_size=1, max_size=7), st.integers(0, 2000), st.integers(0, 20))
def test_sizes_keep_their_limits_and_fill_the_room(asked: list[Item], total: int, gap: int) -> None:
    sizes = layout.share(asked, total, gap)
    room = total - gap * (len(asked) - 1)
    assert all(item.minimum <= size <= item.maximum for item, size in zip(asked, sizes, strict=True))
    if sum(item.minimum for item in asked) <= room:
        assert sum(sizes) <= room
        if any(item.flex and item.maximum == layout.NO_LIMIT for item in asked):
            assert sum(sizes) == room


@pytest.mark.parametrize(
    ("asked", "total", "sizes"),
    [
        pytest.param([Item(50), Item(0, flex=1), Item(0, flex=3)], 250, [50, 50, 150], id="flex by weight"),
        pytest.param([Item(0, flex=1), Item(0, 0, 40, 1)], 200, [160, 40], id="surplus goes to the others"),
        pytest.param([Item(100, 20), Item(100, 60)], 140, [60, 80], id="shrinks by what each can give"),
        pytest.param([Item(100, 80), Item(100, 80)], 10, [80, 80], id="never under the minimum"),
    ],
)
def test_sharing(asked: list[Item], total: int, sizes: list[int]) -> None:
    assert layout.share(asked, total, 0) == sizes


def test_lines_break_where_the_room_ends() -> None:
    assert layout.flow([40, 40, 40, 90], 100, 10) == [[0, 1], [2], [3]]


@pytest.mark.parametrize(
    ("size", "scale", "expected"),
    [
        pytest.param((960, 540), 1.0, Breakpoint.WIDE, id="smallest window"),
        pytest.param((1280, 720), 1.0, Breakpoint.WIDE, id="usual window"),
        pytest.param((1280, 720), 1.5, Breakpoint.COMPACT, id="usual window, large text"),
        pytest.param((960, 540), 2.0, Breakpoint.COMPACT, id="smallest window, largest text"),
        pytest.param((1920, 1080), 1.0, Breakpoint.WIDE, id="large window"),
    ],
)
def test_two_columns_only_where_text_fits(size: tuple[int, int], scale: float, expected: Breakpoint) -> None:
    em = layout.text_px(19, layout.window_factor(size), scale)
    assert layout.breakpoint_of(size[0], em) is expected


def test_body_text_doubles_at_200_percent_and_titles_grow_less() -> None:
    assert layout.text_px(19, 1.0, 2.0) == 38
    assert 54 < layout.text_px(54, 1.0, 2.0) < 108
