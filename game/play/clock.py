"""A clock that knows no time of its own: it is told how much has passed, and pausing is not telling it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Clock:
    """How long the present choices have stood, and how long they may.

    `limit_ms` is None where there is no limit; `elapsed_ms` counts on either way.
    """

    limit_ms: int | None = None
    elapsed_ms: int = 0

    @classmethod
    def of(cls, seconds: int | None, stretch: float | None) -> Clock:
        """A clock for a moment's timer: `stretch` multiplies it, and None switches it off."""
        if seconds is None or stretch is None:
            return cls()
        return cls(limit_ms=round(seconds * 1000 * stretch))

    def tick(self, dt_ms: int) -> bool:
        """Let `dt_ms` milliseconds pass. True in the one tick in which the limit is reached."""
        was_up = self.is_up
        self.elapsed_ms += max(0, dt_ms)
        return self.is_up and not was_up

    @property
    def is_up(self) -> bool:
        """Whether the limit has been reached."""
        return self.limit_ms is not None and self.elapsed_ms >= self.limit_ms

    @property
    def remaining_ms(self) -> int | None:
        """What is left, never below 0; None where there is no limit."""
        return None if self.limit_ms is None else max(0, self.limit_ms - self.elapsed_ms)

    @property
    def remaining_share(self) -> float | None:
        """What is left, from 1 down to 0; None where there is no limit."""
        if self.limit_ms is None:
            return None
        return max(0.0, 1 - self.elapsed_ms / self.limit_ms) if self.limit_ms else 0.0
