"""The chapters of a plan: BAB I to IV and its annexes, with titles, pages and sections.

Lines that look like headings → less the table of contents → less lists of chapters → titles → pages and sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.document import Document, Table
from pipeline.action_table.titles import title_of
from pipeline.headings import ROMAN, Heading, clean_title, ends_in_page, has_leaders, read_heading
from pipeline.prose import TextLine, is_upper, read_lines
from pipeline.records import Chapter
from pipeline.sections import find_sections, starts_section

THIN_BODY = 350
"""A chapter with fewer letters below its heading may be an entry of a list of chapters; a table counts as many."""

MAX_TITLE_LINES = 4
DOUBTFUL_CONFIDENCE = 0.6
"""Below this confidence of its word a chapter's numeral gives way to the order of chapters."""

_CONTENTS = re.compile(r"^\W*D\s?AFTAR\s+[I1l]SI\W*$", re.IGNORECASE)
_LEADS_ON = re.compile(r"\b(dalam|pada|dari|di|ke|dan|sampai|hingga|s\.?d\.?|oleh|lihat|dengan|tentang|atau|sebagaimana|serta)$")
_WHOLE_TITLES = re.compile(r"^(PENDAHULUAN|PENUTUP|KESIMPULAN|KESIMPULAN DAN SARAN)\W*$", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"^\W*NO\b\.?(?!\s*[:\d])", re.IGNORECASE)
"""The first header of a table that a text format runs on into the lines above."""

_SPECK = re.compile(r"^\W*\w{1,2}\W+(?=BAB\b)")
_TABLE_HEADER = re.compile(r"\bNO\b|\bKOMPONEN\b|\bINDIKATOR\b", re.IGNORECASE)
_LETTERHEAD = re.compile(r"^(NOMOR|TANGGAL|TENTANG|PERIHAL|SIFAT)\b\s*:?|^:", re.IGNORECASE)
_AREA = re.compile(r"^AREA\b", re.IGNORECASE)
_ENCLOSURE = re.compile(r"^(\d+|satu|dua|-)\s*(\(\w+\))?\s*(berkas|lembar|eks\w*|bendel|set)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading at lines[at]; its title stands in lines[at:after]."""

    heading: Heading
    at: int
    after: int


def find_chapters(document: Document) -> tuple[Chapter, ...]:
    """The chapters and annexes in reading order; labels as BAB I, LAMPIRAN II, Lampiran 1."""
    everything = read_lines(document)
    everything = tuple(line for line in everything if sum(c.isalnum() for c in line.text) >= 2)
    lines = tuple(line for line in everything if line.is_prose)
    candidates = _candidates(lines)
    candidates = _without_contents(candidates, lines)
    candidates = _without_lists(candidates, lines, document)
    if _lacks_chapter(candidates):
        lines, candidates = _with_hidden_headings(everything, document, candidates, lines)
    candidates = _with_numerals_in_order(_without_repeats(candidates, lines))
    candidates = [_with_title_from_table(c, lines, document) for c in candidates]
    ends = [c.at for c in candidates[1:]] + [len(lines)]
    return tuple(_chapter(c, lines, end, document) for c, end in zip(candidates, ends, strict=False))


def _candidates(lines: Sequence[TextLine]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for at, line in enumerate(lines):
        heading = read_heading(_without_speck(line))
        if heading is None or (found and at < found[-1].after) or not _stands_alone(lines, at, heading):
            continue
        heading = replace(heading, sure=heading.sure and not _is_doubtful(line))
        found.append(_with_title(_Candidate(heading, at, at + 1), lines))
    return found


def _without_speck(line: TextLine) -> str:
    """The line without dust that OCR read as a figure or two before a chapter's label."""
    return _SPECK.sub("", line.text) if _is_ocr(line) else line.text


def _is_ocr(line: TextLine) -> bool:
    return any(word.confidence < 1.0 for word in line.words)


def _is_doubtful(line: TextLine) -> bool:
    """Whether OCR was unsure of a heading's label: a stroke lost makes BAB III a BAB II."""
    return any(word.confidence < DOUBTFUL_CONFIDENCE for word in line.words[:2])


def _stands_alone(lines: Sequence[TextLine], at: int, heading: Heading) -> bool:
    """Whether the line begins something, rather than going on a sentence that ran over the line's end."""
    if heading.kind == "annex" and _ENCLOSURE.match(heading.title):
        return False
    if at == 0 or lines[at].page != lines[at - 1].page:
        return True
    before = lines[at - 1].text
    return not (_LEADS_ON.search(before) and not is_upper(before))


def _without_contents(candidates: Sequence[_Candidate], lines: Sequence[TextLine]) -> list[_Candidate]:
    """Without the entries of a table of contents: dotted leaders anywhere, page numbers below DAFTAR ISI."""
    pages = _contents_pages(lines)

    def is_entry(candidate: _Candidate) -> bool:
        entry = [line.text for line in lines[candidate.at : candidate.after + 1] if not _starts_next(line, candidate, lines)]
        if any(has_leaders(text) for text in entry):
            return True
        return candidate.at in pages and any(ends_in_page(text) for text in entry)

    return [c for c in candidates if not is_entry(c)]


def _starts_next(line: TextLine, candidate: _Candidate, lines: Sequence[TextLine]) -> bool:
    return line is not lines[candidate.at] and read_heading(line.text) is not None


def _contents_pages(lines: Sequence[TextLine]) -> set[int]:
    """Indices of the lines below DAFTAR ISI, up to the first that reads as running text."""
    inside: set[int] = set()
    open_ = False
    for at, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            open_ = True
        elif open_ and len(line.paragraph) > 160 and not has_leaders(line.paragraph):
            open_ = False
        if open_:
            inside.add(at)
    return inside


def _without_lists(candidates: Sequence[_Candidate], lines: Sequence[TextLine], document: Document) -> list[_Candidate]:
    """Without chapters that are only told of ("Sistematika penyusunan"): runs of thin ones that come again in full."""
    chapters = [c for c in candidates if c.heading.kind == "chapter"]
    ends = [c.at for c in chapters[1:]] + [len(lines)]
    thin = [_body_size(c, end, lines, document) < THIN_BODY for c, end in zip(chapters, ends, strict=False)]
    dropped: set[int] = set()
    for i, chapter in enumerate(chapters):
        others = [j for j, c in enumerate(chapters) if j != i and c.heading.number == chapter.heading.number]
        in_run = _in_run(chapters, i)
        full_elsewhere = any(not thin[j] or not _in_run(chapters, j) or j > i for j in others)
        if others and full_elsewhere and in_run and (thin[i] or _ends_thin_run(chapters, thin, i)):
            dropped.add(chapter.at)
    kept = [c for c in candidates if c.at not in dropped]
    first = min((c.at for c in kept if c.heading.kind == "chapter"), default=0)
    return [c for c in kept if c.heading.kind == "chapter" or c.at > first or not dropped or c.at < min(dropped)]


def _in_run(chapters: Sequence[_Candidate], i: int) -> bool:
    """Whether the chapter before or after is its neighbour by number."""
    number = chapters[i].heading.number
    after = i + 1 < len(chapters) and chapters[i + 1].heading.number == number + 1
    before = i > 0 and chapters[i - 1].heading.number == number - 1
    return after or before


def _ends_thin_run(chapters: Sequence[_Candidate], thin: Sequence[bool], i: int) -> bool:
    """The last entry of a list of chapters has the rest of the chapter around it for a body."""
    restarts = i + 1 < len(chapters) and chapters[i + 1].heading.number <= chapters[i].heading.number
    return restarts and i > 0 and thin[i - 1] and chapters[i - 1].heading.number == chapters[i].heading.number - 1


def _body_size(candidate: _Candidate, end: int, lines: Sequence[TextLine], document: Document) -> int:
    body = lines[candidate.after : end]
    first = lines[candidate.at].block
    last = lines[end].block if end < len(lines) else len(document.blocks)
    tables = sum(isinstance(block, Table) for block in document.blocks[first:last])
    return sum(len(line.text) for line in body) + 2 * THIN_BODY * tables


def _with_title(candidate: _Candidate, lines: Sequence[TextLine]) -> _Candidate:
    title, after = candidate.heading.title, candidate.after
    if candidate.heading.kind == "annex":
        title, after = _past_letterhead(title, after, lines)
    first = after
    while after < len(lines) and after - first < MAX_TITLE_LINES and _title_goes_on(title, lines, after):
        title = f"{title} {lines[after].text}".strip()
        after += 1
    title = clean_title(title, _is_ocr(lines[candidate.at]))
    return replace(candidate, heading=replace(candidate.heading, title=title), after=after)


def _with_title_from_table(candidate: _Candidate, lines: Sequence[TextLine], document: Document) -> _Candidate:
    """A chapter's title that a table right below its label has taken for its first row."""
    after = lines[candidate.at].block + 1
    table = document.blocks[after] if after < len(document.blocks) else None
    if candidate.heading.title or candidate.heading.kind != "chapter" or not isinstance(table, Table):
        return candidate
    row = " ".join(cell.text for cell in table.cells if cell.row == 0 and cell.text)
    title = " ".join(row.split())
    if not is_upper(title) or len(title.split()) < 2 or _TABLE_HEADER.search(title):
        return candidate
    return replace(candidate, heading=replace(candidate.heading, title=title))


def _past_letterhead(title: str, after: int, lines: Sequence[TextLine]) -> tuple[str, int]:
    """An annex of a decree names it first (KEPUTUSAN …, NOMOR …, TANGGAL …); its own title comes below."""
    marks = [i for i in range(after, min(after + 8, len(lines))) if _LETTERHEAD.match(lines[i].text)]
    if not re.match(r"(SURAT\s+)?(KEPUTUSAN|PERATURAN|SK|INSTRUKSI)\b", title, re.IGNORECASE) and not (marks and not title):
        return title, after
    return ("", marks[-1] + 1) if marks else (title, after)


def _title_goes_on(title: str, lines: Sequence[TextLine], at: int) -> bool:
    line, before = lines[at], lines[at - 1]
    if starts_section(line.text) or read_heading(line.text) or _WHOLE_TITLES.match(title):
        return False
    if title and (area := title_of(line.text)) is not None and (area.label or _AREA.match(line.text)):
        return False  # the first area of the table below
    if line.page != before.page or line.follows_table:
        return False
    if not title:
        return len(line.text) <= 160 and not line.text.endswith((";", ","))
    if has_leaders(title) or len(line.text) > 120 or _COLUMN_NUMBER.match(line.text):
        return False
    return _same_setting(title, before, line)


def _same_setting(title: str, before: TextLine, line: TextLine) -> bool:
    """Whether the next line is set as the title is: capitals, or bold and centred, and on the same axis."""
    if line.block == before.block and not line.is_first:
        return is_upper(line.text) or not is_upper(title)
    if _is_far(before, line) or not _shares_axis(before, line):
        return False
    if is_upper(title):
        return is_upper(line.text)
    return line.centred and before.centred and line.bold and before.bold


def _shares_axis(before: TextLine, line: TextLine) -> bool:
    """Whether both lines are centred alike, or begin at the same place."""
    if before.box is None or line.box is None:
        return before.centred == line.centred
    centres = abs(before.box[0] + before.box[2] - line.box[0] - line.box[2]) / 2
    return centres < 20 or abs(before.box[0] - line.box[0]) < 6


def _is_far(before: TextLine, line: TextLine) -> bool:
    """Whether about three lines' room lies between."""
    if before.box is None or line.box is None:
        return False
    return line.box[1] - before.box[3] > 3 * max(before.box[3] - before.box[1], 8.0)


def _lacks_chapter(candidates: Iterable[_Candidate]) -> bool:
    numbers = {c.heading.number for c in candidates if c.heading.kind == "chapter"}
    return not numbers or bool(set(range(1, max([*numbers, 3]) + 1)) - numbers)


def _with_hidden_headings(
    everything: Sequence[TextLine], document: Document, candidates: Sequence[_Candidate], prose: Sequence[TextLine]
) -> tuple[tuple[TextLine, ...], list[_Candidate]]:
    """Headings taken for page furniture, or set in a table's full-width row, where the prose lacks their number."""
    known = {c.heading.number for c in candidates if c.heading.kind == "chapter"}
    prose_at = {id(line) for line in prose}
    contents = {id(prose[i]) for i in _contents_pages(prose)}
    extra: dict[int, TextLine] = {}
    for line in everything:
        heading = None if id(line) in prose_at or id(line) in contents else read_heading(line.text)
        if heading and heading.kind == "chapter" and heading.sure and heading.number not in known and is_upper(line.text):
            extra.setdefault(heading.number, line)
    if not extra:
        return tuple(prose), list(candidates)
    hidden = {id(line) for line in extra.values()}
    lines = tuple(line for line in everything if id(line) in prose_at or id(line) in hidden)
    found = _without_lists(_without_contents(_candidates(lines), lines), lines, document)
    return lines, found


def _without_repeats(candidates: Sequence[_Candidate], lines: Sequence[TextLine]) -> list[_Candidate]:
    """Without a heading that only comes again on a following page, as a running head does."""
    kept: list[_Candidate] = []
    for candidate in candidates:
        last = kept[-1] if kept else None
        same = last and (last.heading.label, last.heading.title) == (candidate.heading.label, candidate.heading.title)
        if not (same and last and last.heading.kind == "chapter" and candidate.heading.title):
            kept.append(candidate)
    return kept


def _with_numerals_in_order(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """A guessed numeral that breaks the order takes the number its neighbours leave for it."""
    chapters = [i for i, c in enumerate(candidates) if c.heading.kind == "chapter"]
    fixed = list(candidates)
    for place, i in enumerate(chapters):
        heading = fixed[i].heading
        before = fixed[chapters[place - 1]].heading.number if place else 0
        if not heading.sure and heading.number != before + 1 and before + 1 < len(ROMAN):
            fixed[i] = replace(fixed[i], heading=replace(heading, number=before + 1, label=f"BAB {ROMAN[before + 1]}"))
    return fixed


def _chapter(candidate: _Candidate, lines: Sequence[TextLine], end: int, document: Document) -> Chapter:
    head = lines[candidate.at]
    last_block = lines[end].block if end < len(lines) else len(document.blocks)
    pages = {line.page for line in lines[candidate.at : end] if line.page is not None}
    for block in document.blocks[head.block : last_block]:
        if isinstance(block, Table) and block.place.page is not None:
            pages.add(block.place.page)
    return Chapter(
        label=candidate.heading.label,
        title=candidate.heading.title,
        pages=tuple(sorted(pages)),
        sections=find_sections(lines[candidate.after : end]),
        where=tuple(line.place for line in lines[candidate.at : candidate.after]),
    )
