"""A cache bounded by weight: what was used longest ago goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """Values by key, up to a total weight (bytes for pictures, 1 each for small things)."""

    def __init__(self, limit: int, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        """Keep at most `limit` of weight; a single heavier value is made but not kept."""
        self.limit = limit
        self.weight = 0
        self._weigh = weigh
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give the value of `key`, made by `make` if it is not held."""
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
            return found[0]
        value = make()
        weight = self._weigh(value)
        if weight <= self.limit:
            self._values[key] = (value, weight)
            self.weight += weight
            while self.weight > self.limit:
                _, (_, gone) = self._values.popitem(last=False)
                self.weight -= gone
        return value

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._values)
