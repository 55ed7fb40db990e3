"""The likeliest sequence of cells in a stretch of flattened lines (Viterbi over word positions and columns).

A cell is a run of words; it ends at a line's end, or inside a line if it is one line long, since the next cell's first
line then stands beside it. Cells follow each other from left to right; going back to the left begins a new row. After a
page break the first cells may be rests of the row before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.flattened.moves import Grammar, State, move
from pipeline.flattened.spans import NEVER, Context, OpenCell, Runs, Wraps, rest_score, spans
from pipeline.flattened.stream import Stream

HOPELESS = 30.0
"""A reading this far behind the best so far is not followed further; no cell gains as much."""


@dataclass(frozen=True, slots=True)
class FlatCell:
    """Words `start` to `end` stand in `column`; `is_rest` where they go on with the cell before the page break."""

    start: int
    end: int
    column: int
    is_new_row: bool
    is_rest: bool


@dataclass(slots=True)
class _Step:
    score: float
    start: int
    before: State
    is_new_row: bool


def decode(runs: Runs, grammar: Grammar, context: Context) -> list[FlatCell]:
    """The cells of a stretch, in order. Where every way was given up as hopeless, all are followed."""
    return _backwards(_search(runs, grammar, context, HOPELESS)) or _backwards(_search(runs, grammar, context, NEVER))


def _search(runs: Runs, grammar: Grammar, context: Context, hopeless: float) -> list[dict[State, _Step]]:
    """For each word the best way to every state there; ways that score `hopeless` less than the best so far are given up."""
    stream = runs.stream
    wraps = Wraps(stream, grammar)
    best: list[dict[State, _Step]] = [{} for _ in range(len(stream.words) + 1)]
    best[0][State(-1, stream.is_cut_above)] = _Step(0.0, 0, State(-1, stream.is_cut_above), True)
    most = 0.0
    for start in range(len(stream.words)):
        most = max(most, max((step.score for step in best[start].values()), default=most))
        entries = _entries(stream, grammar, start, best[start], most - hopeless)
        for run, wrap_costs in spans(runs, start, wraps, context, 2 * hopeless) if entries else ():
            reached_here = best[run.end]
            for state, (value, before, is_new_row) in entries.items():
                column = state.column
                if wrap_costs[column] == NEVER:
                    continue
                if state.is_rest:
                    fits = rest_score(run, grammar.roles[column], grammar.widths[column], _open_cell(context, column))
                else:
                    fits = run.score(grammar.roles[column])
                total = value + fits - wrap_costs[column]
                old = reached_here.get(state)
                if old is None or total > old.score:
                    reached_here[state] = _Step(total, start, before, is_new_row)
    return best


def _open_cell(context: Context, column: int) -> OpenCell:
    return context.open_cells[column] if context.open_cells else OpenCell()


def _entries(
    stream: Stream, grammar: Grammar, start: int, steps: dict[State, _Step], least: float
) -> dict[State, tuple[float, State, bool]]:
    """For each state the best way to begin a cell of it here: (score, state before, whether a row begins).

    Ways that score less than `least` are not followed.
    """
    steps = {state: step for state, step in steps.items() if step.score >= least}
    found: dict[State, tuple[float, State, bool]] = {}
    kinds = (False, True) if any(state.is_rest for state in steps) else (False,)
    for after in (State(column, is_rest) for column in range(len(grammar.roles)) for is_rest in kinds):
        for before, step in steps.items():
            cost, is_new_row = move(stream, grammar, start, before, after)
            value = step.score - cost
            if cost < NEVER and value >= least and (after not in found or value > found[after][0]):
                found[after] = (value, before, is_new_row)
    return found


def _backwards(best: Sequence[dict[State, _Step]]) -> list[FlatCell]:
    if not best[-1]:
        return []
    state = max(best[-1], key=lambda s: best[-1][s].score)
    end = len(best) - 1
    cells: list[FlatCell] = []
    while state.column >= 0:
        step = best[end][state]
        cells.insert(0, FlatCell(step.start, end, state.column, step.is_new_row, state.is_rest))
        end, state = step.start, step.before
    return cells
