"""Runs in a row of a mask: what `components` are to a page, in one dimension."""

from __future__ import annotations

import numpy as np


def run_edges(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where each run of true values starts, and where it has ended (exclusive)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return edges[::2], edges[1::2]


def runs_of(mask: np.ndarray) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each run of true values."""
    starts, ends = run_edges(mask)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))
