"""The clock goes only by what it is told."""

import pytest

from game.play.clock import Clock


@pytest.mark.parametrize(
    ("seconds", "stretch", "limit_ms"),
    [(20, 1.0, 20_000), (20, 2.0, 40_000), (20, None, None), (None, 1.0, None)],
    ids=["on", "long", "off", "untimed"],
)
def test_limits(seconds: int | None, stretch: float | None, limit_ms: int | None) -> None:
    assert Clock.of(seconds, stretch).limit_ms == limit_ms


def test_the_limit_is_announced_once() -> None:
    clock = Clock(100)
    assert [clock.tick(60), clock.tick(39), clock.tick(1), clock.tick(50)] == [False, False, True, False]
    assert clock.is_up and clock.remaining_ms == 0 and clock.remaining_share == 0


def test_what_is_left() -> None:
    clock = Clock(200)
    clock.tick(50)
    assert (clock.remaining_ms, clock.remaining_share) == (150, 0.75)


def test_without_a_limit_time_is_still_counted() -> None:
    clock = Clock()
    assert not clock.tick(10**9)
    assert clock.elapsed_ms == 10**9 and clock.remaining_share is None


def test_time_never_runs_backwards() -> None:
    clock = Clock(100)
    clock.tick(50)
    clock.tick(-40)
    assert clock.elapsed_ms == 50
