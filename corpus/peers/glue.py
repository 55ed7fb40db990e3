"""From tables as a tool gives them to rows of the action plan: header words, carried components, joined page breaks.

Only the standard library: every peer's environment can import it.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Grid = list[list[str]]
"""A table as lists of cell texts; a merged cell's text stands where it starts, the rest is empty."""

HEADINGS = (
    ("indicator", ("indikator",)),
    ("component", ("komponen", "program", "aspek", "unsur")),
    ("evidence", ("bukti", "eviden", "data dukung", "dokumen")),
    ("action", ("aksi", "kegiatan", "rencana kerja", "langkah", "rencana tindak")),
    ("output", ("output", "hasil", "volume", "keluaran")),
    ("schedule", ("waktu", "jadwal", "target penyelesaian")),
    ("number", ("no",)),
)
LETTERED = re.compile(r"[a-z][.)]\s+")
MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agt", "agu", "sep", "okt", "nov", "des")
AREAS = ("perubahan", "tatalaksana", "manajemens(?:dm|umberdaya)", "akuntabilitas", "pengawasan", "pelayananpublik")
HEADING_LETTERS = 30
"""A second line of heads is short; a first row whose indicator begins with Hasil is none."""
CELLS = ("indicator", "action", "evidence", "schedule", "output")


def clean(text: object) -> str:
    return re.sub(r"\s+", " ", str(text or "").replace("\u00ad", "")).strip()


def role_of(heading: str) -> str | None:
    folded = heading.lower().replace(" ", "")
    if folded[:3] in MONTHS and len(folded) <= 9:
        return "month"
    for role, words in HEADINGS:
        if any(word.replace(" ", "") in folded for word in words if len(word) > 2) or folded.rstrip(".") in words:
            return role
    return None


def header_of(grid: Grid) -> tuple[dict[int, str], dict[int, str], int] | None:
    """Column → role, column → heading, and how many lines the header takes; None where the table has none."""
    for line in range(min(3, len(grid))):
        roles = {k: r for k, text in enumerate(grid[line]) if (r := role_of(clean(text)))}
        if "indicator" not in roles.values() or len(set(roles.values()) & {"action", "evidence", "schedule", "component"}) < 1:
            continue
        headings = {k: clean(grid[line][k]) for k in range(len(grid[line]))}
        end = line + 1
        below = [clean(t) for t in grid[end]] if end < len(grid) else []
        if sum(1 for t in below if role_of(t)) >= 2 and not below[0] and max(map(len, below)) <= HEADING_LETTERS:
            roles.update({k: r for k, t in enumerate(below) if (r := role_of(t))})
            headings.update({k: t for k, t in enumerate(below) if t})
            end += 1
        return roles, headings, end
    return None


def rows_of(tables: Iterable[Grid]) -> list[dict[str, object]]:
    """The action plan's rows over all tables of a document, in reading order."""
    state = _Plan()
    for table in tables:
        grid = [[clean(cell) for cell in line] for line in table if any(clean(cell) for cell in line)]
        if not grid:
            continue
        found = header_of(grid)
        if found:
            state.roles, state.headings, start = found
            state.width = len(grid[0])
        elif state.roles and len(grid[0]) == state.width:
            start = 0
        else:
            continue
        for k, line in enumerate(grid[start:]):
            state.take(line, is_first=k == 0)
    return state.rows


class _Plan:
    """The rows so far, with what is carried from line to line."""

    def __init__(self) -> None:
        self.roles: dict[int, str] = {}
        self.headings: dict[int, str] = {}
        self.width = 0
        self.rows: list[dict[str, object]] = []
        self.part, self.area, self.component, self.number = "pemenuhan", 1, "", ""

    def take(self, line: list[str], is_first: bool) -> None:
        texts = [t for t in line if t]
        if all(re.fullmatch(r"\d{1,2}", t) for t in texts):
            return
        if len(texts) <= 2 and self._is_title(line, texts):
            return
        cells = self._cells(line)
        if cells.get("component"):
            self.component, self.number = cells["component"], cells.get("number", "")
        is_new = bool(cells.get("indicator")) or self._is_cut_off(cells)
        if is_new and not (is_first and self._is_rest(cells)):
            self._begin(cells)
        elif self.rows:
            self._append(cells)

    def _cells(self, line: list[str]) -> dict[str, str]:
        cells: dict[str, str] = {}
        for k, role in self.roles.items():
            text = line[k] if k < len(line) else ""
            if role == "month":
                if text:
                    cells["schedule"] = f"{cells.get('schedule', '')}, {self.headings[k]}".lstrip(", ")
            elif role not in cells:
                cells[role] = text
        return cells

    def _is_title(self, line: list[str], texts: list[str]) -> bool:
        """A part, an area or a component line."""
        text = " ".join(texts).lower()
        bare = re.sub(r"^([ivx]+|[a-h])[.\s]+", "", text).replace(" ", "")
        if bare in ("pemenuhan", "reform"):
            self.part = bare
            return True
        for number, name in enumerate(AREAS, 1):
            if re.search(name, bare) and len(bare) < 45 and texts[-1].isupper():
                self.area = number
                return True
        if "component" not in self.roles.values() and line[0] and len(texts) == 1:
            self.component = re.sub(r"^\d+[.]\s*", "", texts[0])
            return True
        return False

    def _is_rest(self, cells: dict[str, str]) -> bool:
        """The first line of a page goes on with the row before: no number, no component, a small letter first."""
        if not self.rows or cells.get("number") or cells.get("component") or LETTERED.match(cells["indicator"]):
            return False
        return cells["indicator"][:1].islower() or not self.rows[-1]["indicator"]

    def _is_cut_off(self, cells: dict[str, str]) -> bool:
        """A row whose indicator comes on the next page only: a number of its own, and actions."""
        return "component" not in self.roles.values() and bool(cells.get("number") and cells.get("action"))

    def _begin(self, cells: dict[str, str]) -> None:
        row: dict[str, object] = {c: cells.get(c, "") for c in CELLS}
        row["indicator"] = LETTERED.sub("", cells["indicator"])
        row.update(part=self.part, area=self.area, number=cells.get("number") or self.number, component=self.component)
        self.rows.append(row)

    def _append(self, cells: dict[str, str]) -> None:
        row = self.rows[-1]
        for column in CELLS:
            if cells.get(column):
                row[column] = f"{row[column]}\n{cells[column]}".strip()


def own_peak_kb() -> int:
    """Of this program alone: `getrusage` would count the process that started it as well."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def answer(read: Callable[[str], tuple[list[Grid], int]]) -> None:
    """Read the file named on the command line with `read` (file → tables, pages) and print the line of JSON.

    Seconds are processor time, the tool's start included: that is what its user waits for. Those of programs it calls
    (OCRmyPDF, Tesseract) are told apart.
    """
    tables, pages = read(sys.argv[1])
    rows = rows_of(tables)
    times = os.times()
    seconds = {"own": round(sum(times[:2]), 3), "programs": round(sum(times[2:4]), 3)}
    peak = max(own_peak_kb(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    print(json.dumps({"rows": rows, "pages": pages, "seconds": seconds, "peak_mb": round(peak, 1)}))
