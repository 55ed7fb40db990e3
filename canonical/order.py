"""Rows come in the regulation's order: the best reading of a whole plan, and how sure each of its rows is.

A hidden Markov chain over the list: each row either states an indicator (and the plan is then at that place of the list)
or none (and stays where it was). Forward and backward passes give, for every row and indicator, the best score of a
whole plan in which the row states it (max-marginals); their differences are the margins the decision rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from canonical.columns import columns
from canonical.features import Matrix

NONE_SCORE = 0.48
"""What a row is worth that states no indicator."""
NEXT, SAME_SUB_ON, SAME_AREA_ON, ON = 0.04, 0.02, 0.01, 0.0
AGAIN, SAME_SUB_BACK, SAME_AREA_BACK, BACK = -0.03, -0.01, -0.04, -0.06
ITEM_AT_HOME, ITEM_ASTRAY = 0.08, -0.15


@dataclass(frozen=True, slots=True)
class Reading:
    """Rows × (columns + 1), the last column being "none": the best whole-plan score with the row read so, less the best
    whole-plan score of all. 0 marks the best reading; the next one's value is the (negative) margin."""

    relative: Matrix

    def leaders(self, row: int) -> tuple[float, float]:
        """The values of the best and the second-best reading of a row."""
        second, best = np.partition(self.relative[row], -2)[-2:]
        return float(best), float(second)


def read_in_order(scores: Matrix) -> Reading:
    """`scores`: rows × columns, likeness by text (0..1) with what context adds or takes off."""
    rows, size = scores.shape
    moves, start = _moves(), _start()
    forward = np.full((rows + 1, size + 1), -np.inf, np.float32)
    forward[0, size] = 0.0
    steps = np.vstack([moves, start])
    arrivals = np.zeros((rows, size), np.float32)
    for row in range(rows):
        arrivals[row] = (forward[row][:, None] + steps).max(axis=0)
        forward[row + 1] = forward[row] + NONE_SCORE
        forward[row + 1, :size] = np.maximum(forward[row + 1, :size], arrivals[row] + scores[row])
    backward = np.zeros((rows + 1, size + 1), np.float32)
    for row in range(rows - 1, -1, -1):
        stated = (steps + (scores[row] + backward[row + 1, :size])[None, :]).max(axis=1)
        backward[row] = np.maximum(stated, NONE_SCORE + backward[row + 1])
    whole = np.empty((rows, size + 1), np.float32)
    whole[:, :size] = arrivals + scores + backward[1:, :size]
    whole[:, size] = (forward[:-1] + NONE_SCORE + backward[1:]).max(axis=1)
    best = whole.max(axis=1, keepdims=True)
    return Reading(whole - best)


@cache
def _moves() -> Matrix:
    """Columns × columns: what going from one indicator to another is worth."""
    size = len(columns())
    moves = np.empty((size, size), np.float32)
    for a in range(size):
        for b in range(size):
            moves[a, b] = _move(a, b)
    return moves


def _move(a: int, b: int) -> float:
    here, there = columns()[a], columns()[b]
    if there.indicator.is_data_item:
        at_home = there.indicator.parent in (here.code, here.indicator.parent)
        return ITEM_AT_HOME if at_home and a < b else ITEM_ASTRAY if not at_home else SAME_SUB_BACK
    same_sub = here.sub == there.sub
    same_area = (here.part, here.indicator.area) == (there.part, there.indicator.area)
    if a == b:
        return AGAIN
    if b > a:
        follows = all(columns()[n].indicator.is_data_item or columns()[n].withdrawn for n in range(a + 1, b))
        return NEXT if follows else SAME_SUB_ON if same_sub else SAME_AREA_ON if same_area else ON
    return SAME_SUB_BACK if same_sub else SAME_AREA_BACK if same_area else BACK


@cache
def _start() -> Matrix:
    return np.array([[ITEM_ASTRAY if c.indicator.is_data_item else 0.0 for c in columns()]], np.float32)
