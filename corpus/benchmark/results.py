"""The benchmark's outcome: one line a document, and the tables made of the lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus.tally import FIGURES, Tally, pooled

LOW_IS_GOOD = ("in_review", "cer")
TEXT_GRADES = ("pdf", "docx", "txt", "flat")


@dataclass
class Line:
    """One document read by one reader (`renja` or a peer)."""

    document: str
    layout: str
    grade: str
    reader: str = "renja"
    tally: Tally = field(default_factory=Tally)
    seconds: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    peak_mb: float = 0.0
    error: str = ""

    @property
    def total_seconds(self) -> float:
        return sum(self.seconds.values())


@dataclass
class Outcome:
    """Everything a run of the benchmark found. `growth` holds (size, seconds, peak MB) by what grew."""

    lines: list[Line] = field(default_factory=list)
    real: list[Line] = field(default_factory=list)
    peers: list[Line] = field(default_factory=list)
    absent_peers: dict[str, str] = field(default_factory=dict)
    growth: dict[str, list[tuple[float, float, float]]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def table(lines: Iterable[Line], key: Callable[[Line], str]) -> dict[str, Tally]:
    """Pooled tallies by a line's key, keys in order of appearance."""
    groups: dict[str, list[Tally]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line.tally)
    return {name: pooled(tallies) for name, tallies in groups.items()}


def by_grade(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Grade → its lines, grades in order of appearance."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.grade, []).append(line)
    return groups


@dataclass(frozen=True)
class Comparison:
    """A peer and renja over the very same documents of a grade. Seconds are of one core, a page.

    `in_programs` is the part a peer spends in programs it calls, for OCRmyPDF with pdfplumber that of OCRmyPDF.
    """

    peer: str
    grade: str
    documents: int
    theirs: Tally
    ours: Tally
    their_seconds: float
    in_programs: float
    our_seconds: float
    peak_mb: float


def comparisons(outcome: Outcome) -> list[Comparison]:
    """A peer that gave up on a document tells no pages: those counted are the ones renja read."""
    own = {line.document: line for line in outcome.lines}
    found = []
    for peer in dict.fromkeys(line.reader for line in outcome.peers):
        for grade, theirs in by_grade(x for x in outcome.peers if x.reader == peer and x.document in own).items():
            ours = [own[line.document] for line in theirs]
            pages = sum(line.pages for line in ours) or 1
            all_of_them, programs = sum(x.total_seconds for x in theirs), sum(x.seconds.get("programs", 0.0) for x in theirs)
            tallies = pooled(x.tally for x in theirs), pooled(x.tally for x in ours)
            seconds = all_of_them / pages, programs / pages, sum(x.total_seconds for x in ours) / pages
            found.append(Comparison(peer, grade, len(theirs), *tallies, *seconds, max(x.peak_mb for x in theirs)))
    return found


def stage_shares(lines: Sequence[Line]) -> dict[str, float]:
    """Stage → its share of all seconds, largest first."""
    total: dict[str, float] = {}
    for line in lines:
        for stage, seconds in line.seconds.items():
            total[stage] = total.get(stage, 0.0) + seconds
    whole = sum(total.values()) or 1.0
    return {stage: seconds / whole for stage, seconds in sorted(total.items(), key=lambda s: -s[1])}


def pages_per_second(lines: Sequence[Line]) -> float | None:
    """Pages a second of one core; None where the format has no pages."""
    pages = sum(line.pages for line in lines)
    seconds = sum(line.total_seconds for line in lines)
    return pages / seconds if pages and seconds else None


def confidence_bands(tally: Tally) -> dict[str, tuple[float, float]]:
    """Band of confidence → share of cells right, and how many cells; surest band first."""
    names = sorted((n for n in tally.wanted if n.startswith("confidence ")), reverse=True)
    return {n.removeprefix("confidence "): (tally.share(n) or 0.0, tally.wanted[n]) for n in names}


def save(outcome: Outcome, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_json(outcome), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "schema": "renja-benchmark/1",
        "notes": outcome.notes,
        "pooled": {grade: tally.figures() for grade, tally in table(outcome.lines, lambda line: line.grade).items()},
        "growth": outcome.growth,
        "absent_peers": outcome.absent_peers,
        **{name: [asdict(line) for line in getattr(outcome, name)] for name in ("lines", "real", "peers")},
    }


def load_lines(path: Path) -> list[Line]:
    """The documents of an earlier run. Raises ValueError where the file is none of ours."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if value.get("schema") != "renja-benchmark/1":
        raise ValueError(f"{path.name} is not a result of this benchmark")
    return [_line(item) for item in value["lines"]]


def _line(item: dict[str, object]) -> Line:
    tally = item.pop("tally")
    return Line(**item, tally=Tally(**tally))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Change:
    """A figure of a document that differs from the baseline; `by` is positive where it got better."""

    document: str
    figure: str
    before: float
    after: float

    @property
    def by(self) -> float:
        return (self.before - self.after) if self.figure in LOW_IS_GOOD else (self.after - self.before)


def changes(before: Sequence[Line], after: Sequence[Line], least: float = 0.0005) -> list[Change]:
    """Gains and losses by document and figure, the worst loss first."""
    old = {line.document: line.tally for line in before}
    found = []
    for line in after:
        if line.document not in old:
            continue
        for figure in FIGURES:
            was, now = old[line.document].share(figure), line.tally.share(figure)
            if was is not None and now is not None and abs(was - now) >= least:
                found.append(Change(line.document, figure, was, now))
    return sorted(found, key=lambda c: (c.by, c.document, c.figure))
