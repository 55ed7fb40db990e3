"""Which indicators of the regulation the rows cover; areas and parts that no heading told, told from what rows state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from canonical.aliases import Aliases
from canonical.decide import Answer, Verdict, match
from canonical.lists import Indicator, library
from canonical.matcher import Query
from pipeline.catalogue import KEPT_IN, texts
from pipeline.records import Match, Row


def match_rows(rows: Sequence[Row], aliases: Aliases | None = None) -> tuple[Row, ...]:
    """The rows with their `matches`, with `area` where it was None or a lost heading left it behind, and with the part
    reform where a whole run of rows states reform indicators. Rows are taken in the plan's order."""
    answers = match([Query(r.indicator, r.component, r.area, r.part) for r in rows], aliases)
    told = [_with_matches(row, answer) for row, answer in zip(rows, answers, strict=True)]
    return tuple(infer_parts(infer_areas(told)))


def _with_matches(row: Row, answer: Answer) -> Row:
    matches = tuple(_match(v) for v in answer.verdicts)
    return row.model_copy(update={"matches": matches, "withdrawn": answer.withdrawn})


def _match(verdict: Verdict) -> Match:
    why = texts(KEPT_IN).reason(verdict.reason)
    return Match(
        code=verdict.code, score=verdict.score, decision=verdict.decision, via=verdict.via, why=why, reason=verdict.reason
    )


def _stated(row: Row) -> Indicator | None:
    """The indicator a row states first, be it one that was withdrawn since."""
    if row.accepted_codes:
        return library().current[row.accepted_codes[0]]
    if row.withdrawn:
        regulation, code = row.withdrawn.split(" ")
        return library()[regulation][code]
    return None


def infer_areas(rows: Sequence[Row]) -> list[Row]:
    """Rows without an area get that of what they and their neighbours state; rows after a lost heading, which carry the
    area before, are moved on where everything up to the next heading agrees."""
    placed: list[Row] = []
    for _, run in groupby(rows, key=lambda r: (r.part, r.area)):
        placed += _place_run(list(run))
    return _fill_silent(placed)


def _place_run(run: list[Row]) -> list[Row]:
    """A run of rows under one area heading (or none), cut where what components state moves on to a later area."""
    at = run[0].area if _is_believed(run) else None
    out: list[Row] = []
    for _, block in groupby(run, key=lambda r: (r.number, r.component)):
        rows = list(block)
        stated = _common_area(rows)
        if stated is not None and (at is None or _stays_beyond(run, len(out), at)):
            at = stated
        out += [r if r.area == at or at is None else r.model_copy(update={"area": at}) for r in rows]
    return out


def _is_believed(run: Sequence[Row]) -> bool:
    """Whether a run's area may stand: unless the first rows that state something, two at least, all state another area."""
    areas = [i.area for r in run if (i := _stated(r)) is not None]
    return len(areas) < 2 or run[0].area in areas[:2]


def _common_area(rows: Sequence[Row]) -> int | None:
    """The area all rows that state something agree on."""
    areas = {i.area for r in rows if (i := _stated(r)) is not None}
    return areas.pop() if len(areas) == 1 else None


def _stays_beyond(run: Sequence[Row], start: int, area: int) -> bool:
    """Whether no row from `start` to the end of the run states anything of `area` or before it, and two or more go on."""
    areas = [i.area for r in run[start:] if (i := _stated(r)) is not None and i.area is not None]
    return len(areas) >= 2 and min(areas) > area


def _fill_silent(rows: Sequence[Row]) -> list[Row]:
    """Rows still without an area take the one before them, or at the top the one after."""
    out: list[Row] = []
    first = next((r.area for r in rows if r.area is not None), None)
    for row in rows:
        area = row.area if row.area is not None else out[-1].area if out else first
        out.append(row if row.area == area else row.model_copy(update={"area": area}))
    return out


def infer_parts(rows: Sequence[Row]) -> list[Row]:
    """Where a plan without a heading for its parts goes through the areas a second time and states reform indicators
    there, that stretch is reform. A plan whose headings told its parts is left as it is."""
    if len({r.part for r in rows}) > 1:
        return list(rows)
    start = next((n for n, row in enumerate(rows) if _begins_reform(rows, n, row)), None)
    if start is None:
        return list(rows)
    return [r if n < start else r.model_copy(update={"part": "reform"}) for n, r in enumerate(rows)]


def _begins_reform(rows: Sequence[Row], start: int, row: Row) -> bool:
    """Whether a second round through the areas begins here: reform from here on, something else before."""
    stated = _stated(row)
    if stated is None or stated.part != "reform":
        return False
    after = Counter(i.part for r in rows[start:] if (i := _stated(r)) is not None)
    before = Counter(i.part for r in rows[:start] if (i := _stated(r)) is not None)
    return after["reform"] >= 4 and after["reform"] >= 0.9 * after.total() and before["reform"] <= 0.1 * before.total()
