"""Tables that a PDF-to-text tool has flattened: the cells' lines one after another, the columns lost.

Here only where such a table begins and ends and where its pages break is told; which line belongs to which column takes
knowledge of the domain and is the pipeline's work. So the lines are kept as they stand, blanks included.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.months import MONTHS

HEADER_WORDS = frozenset((
    "no", "nomor", "urut", "area", "pilar", "intervensi", "perubahan", "komponen", "sub", "subkomponen", "aspek", "unsur",
    "program", "indikator", "kriteria", "pertanyaan", "pernyataan", "butir", "penilaian", "keberhasilan", "capaian",
    "kinerja", "uraian", "langkah", "rencana", "aksi", "kegiatan", "aktivitas", "bentuk", "tindak", "lanjut", "tindakan",
    "kerja", "bukti", "fisik", "dukung", "pendukung", "pelaksanaan", "eviden", "evidence", "evidens", "data", "dokumen",
    "dokumentasi", "kelengkapan", "target", "waktu", "jadwal", "jangka", "batas", "tenggat", "periode", "penyelesaian",
    "bulan", "tahun", "tanggal", "triwulan", "output", "keluaran", "luaran", "hasil", "sasaran", "ukuran", "volume",
    "satuan", "jumlah", "penanggung", "jawab", "pj", "pic", "pelaksana", "koordinator", "petugas", "tim", "pokja", "unit",
    "pemeriksa", "keterangan", "ket", "realisasi", "anggaran",
))  # fmt: skip
TELLING = (
    "komponen", "aspek", "unsur", "indikator", "kriteria", "aksi", "kegiatan", "bukti", "eviden", "evidence", "dukung",
    "pendukung", "waktu", "jadwal", "output", "target",
)  # fmt: skip
"""Header words of which an action table has several."""
LEAST_TELLING = 3
LEAST_MONTHS = 4
LEAST_PIECE_LETTERS = 4
"""Of a word's piece by which the word is known."""
MOST_HEADER_LETTERS = 160
"""Of a line of a header, a run of blanks counted as one."""
MOST_HEADER_LINES = 12
MOST_LINES_ABOVE_HEADS = 2
"""Lines of a header above those that name the parts of its columns; between two headers of two pages there are more."""
END = re.compile(
    r"\s*(?:\W*BAB\s+[IVX]+\b.{0,80}|L(?:AMPIRAN|ampiran)\b.{0,80}|PENUTUP|(?:Ditetapkan|Disahkan|Dibuat)\s+(?:di|pada)\b.*"
    r"|[A-Z][\w .]{2,30},\s*(?:\d{1,2}|\W{2,})\s*(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Ag|Sep|Okt|Nov|Nop|Des)\w*\s+20\d\d"
    r"|(?:MENGETAHUI|Mengetahui)\b.{0,20})\s*"
)
"""A line after which no action table goes on: a chapter, an annex, the place and date of a signature."""
NIP = re.compile(r"\s*NIP\b[\s.:]*\d")
POST = re.compile(
    r"\s*(?:PLT\.?\s+|PLH\.?\s+)?(?:KEPALA|KETUA|CAMAT|LURAH|DIREKTUR|SEKRETARIS|INSPEKTUR|REKTOR|DEKAN)\b[A-Z\d\W]*$"
)
SIGNATURE_LINES = 12
"""Lines at the end of a table among which a signature is looked for."""
PAGE_NUMBER = re.compile(r"\W*(?:[Hh]al(?:aman)?\.?\s*)?\d{1,3}\W*")
EDGE_LINES = 3
"""Lines at the top or foot of a page among which running heads and page numbers are looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of one page of a flattened table, and page furniture found at its edges."""

    lines: tuple[str, ...]
    furniture: tuple[str, ...] = ()


def flattened_end(lines: Sequence[str], start: int) -> int | None:
    """The index after the last line of the flattened table that begins at `start`; None where none begins there."""
    if header_length(lines, start) == 0:
        return None
    index = start + 1
    while index < len(lines) and not _ends_table(lines, index):
        index += 1
    return _before_signature(lines, start, index)


def _before_signature(lines: Sequence[str], start: int, end: int) -> int:
    """The line of the post that signs at the table's foot without naming place and day; `end` where nobody does."""
    filled = [index for index in range(start, end) if lines[index].strip()][-SIGNATURE_LINES:]
    if not any(NIP.match(lines[index]) for index in filled):
        return end
    return next((index for index in filled if POST.match(lines[index])), end)


def header_length(lines: Sequence[str], start: int) -> int:
    """How many lines (empty ones included) from `start` are the header of an action table; 0 where they are none.

    A title above it that only says what the header says again (RENCANA AKSI) is not part of it.
    """
    if not _header_share(lines[start]):
        return 0
    end = start
    while end < min(start + MOST_HEADER_LINES, len(lines)):
        if lines[end].strip() and _header_share(lines[end]) < 0.7:
            break
        end += 1
    words = _words(lines[start:end])
    below = _words(lines[start + 1 : end])
    first = _words(lines[start : start + 1])
    is_title = _is_header(below) and set(first) <= set(below) and len("".join(first)) >= LEAST_PIECE_LETTERS
    return end - start if _is_header(words) and not is_title else 0


def _is_header(words: Sequence[str]) -> bool:
    told = {word for word in TELLING if word in words}
    return len(told) >= LEAST_TELLING and _is_header_word(words[0]) and len(words) <= 40


def _is_header_word(word: str) -> bool:
    """Whether a word stands in headers, whole or as a piece that a narrow column broke off: KOMPONE | N, N | O."""
    if len(word) < LEAST_PIECE_LETTERS:
        return word in HEADER_WORDS or word in {"n", "o"}
    return any(known.startswith(word) or known.endswith(word) for known in HEADER_WORDS)


def _words(lines: Sequence[str]) -> list[str]:
    return [word for line in lines for letters in re.findall(r"[a-z]+", line.lower()) for word in _unglued(letters)]


def _unglued(letters: str) -> tuple[str, ...]:
    """Two header words between which a tool saw no blank, as RENCANAAKSI, else the letters as they are."""
    cuts = range(1, 0 if letters in HEADER_WORDS else len(letters))
    pairs = ((letters[:cut], letters[cut:]) for cut in cuts)
    return next((pair for pair in pairs if HEADER_WORDS.issuperset(pair)), (letters,))


def pieces(lines: Sequence[str], double_spaced: bool) -> Iterator[Piece]:
    """The pages of a flattened table, its running heads and page numbers apart.

    Empty lines stay, since some tools write one for each empty cell, but where every line is followed by one.
    """
    pages = [_without_empty(page) if double_spaced else page for page in _pages(lines, double_spaced)]
    repeated = _repeated_at_edges([_without_empty(page) for page in pages])
    for page in pages:
        kept, furniture = _without_furniture(page, repeated)
        if any(line.strip() for line in kept):
            yield Piece(tuple(kept), tuple(furniture))


def _ends_table(lines: Sequence[str], index: int) -> bool:
    return "\t" in lines[index].strip() or END.fullmatch(lines[index].replace("*", "").replace("#", "")) is not None


def _header_share(line: str) -> float:
    """Share of a line's words that are header words; 0 for an empty or long line."""
    words = _words([line])
    if not words or len(" ".join(line.split())) > MOST_HEADER_LETTERS:
        return 0.0
    return sum(1 for word in words if _is_header_word(word)) / len(words)


def _pages(lines: Sequence[str], double_spaced: bool) -> Iterator[list[str]]:
    """The lines cut at form feeds and where the header comes again."""
    page: list[str] = []
    filled = skip = 0
    for index, line in enumerate(lines):
        is_header = skip == 0 and header_length(lines, index) > 0
        has_rows = filled > MOST_LINES_ABOVE_HEADS
        if page and ((is_header and has_rows) or "\f" in line):
            yield page
            page, filled = [], 0
        skip = header_length(lines, index) - 1 if is_header else max(skip - 1, 0)
        page.append(line.replace("\f", ""))
        filled += bool(page[-1].strip())
    yield page


def _without_empty(page: Sequence[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _repeated_at_edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines at the edges of most pages, digits aside; headers are no furniture."""
    if len(pages) < 3:
        return frozenset()
    seen = Counter(key for page in pages for key in {_key(line) for line in [*page[:EDGE_LINES], *page[-EDGE_LINES:]]})
    return frozenset(key for key, count in seen.items() if count >= max(3, 0.6 * len(pages)) and len(key) > 8)


def _without_furniture(page: Sequence[str], repeated: frozenset[str]) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    furniture: list[str] = []
    filled = [index for index, line in enumerate(page) if line.strip()]
    edge, last = {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]}, max(filled, default=-1)
    for index, line in enumerate(page):
        at_edge = index in edge
        is_furniture = at_edge and _key(line) in repeated and not _header_share(line) >= 0.7 and not _names_months(line)
        is_number = index == last and PAGE_NUMBER.fullmatch(line) is not None
        (furniture if is_furniture or is_number else kept).append(line)
    return kept, furniture


def _names_months(line: str) -> bool:
    """Whether a line is the part of a header that names the months, maybe broken in narrow columns."""
    names = [name for name in re.findall(r"[a-z]+", line.lower()) if len(name) > 1]
    months = sum(any(month.lower().startswith(name[:2]) for month in MONTHS) for name in names)
    return months >= max(LEAST_MONTHS, 0.7 * len(names))


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.lower().split()))
