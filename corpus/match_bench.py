"""How good the matcher is on the labelled indicator texts: figures by kind, reliability of its scores, confusions.

    python -m corpus.match_bench              both halves, figures and reliability
    python -m corpus.match_bench --confusions what went wrong, of the half that is not held out
    python -m corpus.match_bench --speed      seconds for 10,000 indicators on one core

The held-out half (every second line) is for measuring only: its single mistakes are not shown.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from canonical.decide import Answer, match
from canonical.matcher import Query
from pipeline.catalogue import KEPT_IN, texts

LABELLED = Path(__file__).parent / "labelled" / "indicators.csv"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the codes a careful reader gives it, () for none; `above` is the row before it or ""."""

    line: int
    kind: str
    codes: tuple[str, ...]
    query: Query
    above: str

    @property
    def is_held_out(self) -> bool:
        return self.line % 2 == 0


@dataclass(frozen=True, slots=True)
class Result:
    labelled: Labelled
    answer: Answer

    @property
    def is_right(self) -> bool:
        return set(self.answer.accepted) == set(self.labelled.codes)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over results; shares are None where there is nothing to divide by."""

    texts: int
    top_right: int
    with_codes: int
    hits: int
    false: int
    missed: int
    in_review: int

    @property
    def top1(self) -> float | None:
        return _share(self.top_right, self.with_codes)

    @property
    def codes(self) -> float | None:
        return _share(2 * self.hits, 2 * self.hits + self.false + self.missed)

    @property
    def accepted_right(self) -> float | None:
        return _share(self.hits, self.hits + self.false)

    @property
    def review(self) -> float | None:
        return _share(self.in_review, self.texts)


def read_labelled(path: Path = LABELLED) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as file:
        return [_labelled(number, line) for number, line in enumerate(csv.DictReader(file), start=1)]


def _labelled(number: int, line: dict[str, str]) -> Labelled:
    codes = () if line["codes"] == "none" else tuple(line["codes"].split())
    query = Query(line["text"], line["component"], int(line["area"]) if line["area"] else None, line["part"] or None)
    return Labelled(number, line["kind"], codes, query, line["above"])


def run(labelled: Iterable[Labelled], damage: Callable[[Query], Query] = lambda q: q) -> list[Result]:
    """Each text matched by itself, under the row above it where there is one."""
    results = []
    for item in labelled:
        rows = [damage(item.query)]
        if item.above:
            rows.insert(0, Query(item.above, item.query.component, item.query.area, item.query.part))
        results.append(Result(item, match(rows)[-1]))
    return results


def figures(results: Sequence[Result]) -> Figures:
    wanted = [set(r.labelled.codes) for r in results]
    given = [set(r.answer.accepted) for r in results]
    return Figures(
        texts=len(results),
        top_right=sum(r.answer.accepted[:1] == r.labelled.codes[:1] for r in results if r.labelled.codes),
        with_codes=sum(bool(w) for w in wanted),
        hits=sum(len(w & g) for w, g in zip(wanted, given, strict=True)),
        false=sum(len(g - w) for w, g in zip(wanted, given, strict=True)),
        missed=sum(len(w - g) for w, g in zip(wanted, given, strict=True)),
        in_review=sum(bool(r.answer.in_review) and not r.answer.accepted for r in results),
    )


def reliability(results: Iterable[Result]) -> list[tuple[float, float, int, int]]:
    """Score bands (from, below) with the accepted codes in them and how many of those are right."""
    counts: Counter[int] = Counter()
    right: Counter[int] = Counter()
    for result in results:
        for verdict in result.answer.verdicts:
            if verdict.decision == "accepted":
                band = max(n for n, low in enumerate(BANDS) if verdict.score >= low)
                counts[band] += 1
                right[band] += verdict.code in result.labelled.codes
    return [(BANDS[n], BANDS[n + 1], counts[n], right[n]) for n in range(len(BANDS) - 1)]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _show(value: float | None) -> str:
    return "    -" if value is None else f"{value:5.3f}"


def _print_figures(title: str, results: Sequence[Result]) -> None:
    print(f"\n{title:24s} texts  top1   codes  acc_p  review")
    for kind in [*dict.fromkeys(r.labelled.kind for r in results), "all"]:
        f = figures([r for r in results if kind in (r.labelled.kind, "all")])
        print(f"  {kind:22s} {f.texts:5d}  {_show(f.top1)}  {_show(f.codes)}  {_show(f.accepted_right)}  {_show(f.review)}")


def _print_reliability(results: Sequence[Result]) -> None:
    print("\nscore band      accepted  right  share")
    for low, high, count, right in reliability(results):
        if count:
            print(f"  {low:.2f} – {min(high, 1):.2f}   {count:8d}  {right:5d}  {right / count:.3f}")


def _print_confusions(results: Iterable[Result]) -> None:
    for result in results:
        if not result.is_right:
            item, answer = result.labelled, result.answer
            got = " ".join(answer.accepted) or "none"
            review = f" (review {' '.join(answer.in_review)})" if answer.in_review else ""
            print(f"line {item.line} {item.kind}: {' '.join(item.codes) or 'none'} read as {got}{review}")
            print(f"    {item.query.text!r} / {item.query.component!r}")
            for v in answer.verdicts[:3]:
                print(f"    {v.code} {v.score} {v.decision}: {texts(KEPT_IN).reason(v.reason)}")


def _print_speed(labelled: Sequence[Labelled]) -> None:
    queries = [labelled[n % len(labelled)].query for n in range(10_000)]
    plans = [queries[n : n + 100] for n in range(0, len(queries), 100)]
    match(queries[:1])
    start, used = time.perf_counter(), time.process_time()
    for plan in plans:
        match(plan)
    spent, used = time.perf_counter() - start, time.process_time() - used
    print(f"\n10,000 indicators in 100 plans: {spent:.1f} s by the clock, {used:.1f} s of processor time")


def main(arguments: Sequence[str]) -> int:
    labelled = read_labelled()
    results = run(labelled)
    seen = [r for r in results if not r.labelled.is_held_out]
    held = [r for r in results if r.labelled.is_held_out]
    if "--confusions" in arguments:
        _print_confusions(seen)
    _print_figures("looked at", seen)
    _print_figures("held out", held)
    _print_reliability(results)
    if "--speed" in arguments:
        _print_speed(labelled)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
