"""Conditions over whole arrays of standings."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from game.analysis.explored import WORD, Batch, Ints, Mask
from game.scenario.conditions import And, Bound, Compare, Constant, HasFlag, IsGone, Not, Or

Truth: TypeAlias = bool | Mask
"""Whether something holds: for all standings alike, or for each."""


def holds(tree: Bound, batch: Batch, gone: int, bit_of_flag: dict[int, int]) -> Truth:
    """Whether a condition holds, for each standing of the batch, or for all alike."""
    match tree:
        case Constant(value):
            return value
        case IsGone(mask):
            return bool(gone & mask)
        case HasFlag(mask):
            bit = bit_of_flag[mask.bit_length() - 1]
            raised: Mask = batch.bits[bit // WORD] & (1 << bit % WORD) != 0
            return raised
        case Compare(meter, op, value):
            compared: Mask = _COMPARE[op](batch.meters[meter], value)
            return compared
        case Not(part):
            return negated(holds(part, batch, gone, bit_of_flag))
        case And(parts):
            return _fold(parts, batch, gone, bit_of_flag, True)
        case Or(parts):
            return _fold(parts, batch, gone, bit_of_flag, False)


_COMPARE = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}


def negated(truth: Truth) -> Truth:
    return not truth if isinstance(truth, bool) else ~truth


def both(one: Truth, other: Truth) -> Truth:
    if isinstance(one, bool):
        return other if one else False
    if isinstance(other, bool):
        return one if other else False
    return one & other


def _fold(parts: tuple[Bound, ...], batch: Batch, gone: int, bits: dict[int, int], every: bool) -> Truth:
    result: Truth = every
    for part in parts:
        one = holds(part, batch, gone, bits)
        if isinstance(one, bool):
            if one is not every:
                return one
        elif isinstance(result, bool):
            result = one
        else:
            result = (result & one) if every else (result | one)
    return result


def as_int(truth: Truth) -> Ints | int:
    return int(truth) if isinstance(truth, bool) else truth.astype(np.int16)
