"""The regulations a plan cites, each as kind, number and year: "PermenPAN-RB 52/2014", "Perda Malang 8/2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.document import Document, Place
from pipeline.gazetteer import regions_named
from pipeline.identity.language import Spotter, TokenPattern, spotter, words
from pipeline.prose import TextLine, read_lines, run_together

if TYPE_CHECKING:
    from spacy.tokens import Span

REACH_CHARS = 260
"""How far after the kind of a regulation its number may stand: ministries have long names."""

KINDS: dict[str, tuple[str, ...]] = {
    "UU": ("undang undang", "uu", "undang undang republik indonesia"),
    "Perppu": ("peraturan pemerintah pengganti undang undang", "perppu", "perpu"),
    "PP": ("peraturan pemerintah", "pp"),
    "Perpres": ("peraturan presiden", "perpres"),
    "Keppres": ("keputusan presiden", "keppres"),
    "Inpres": ("instruksi presiden", "inpres"),
    "Perma": ("peraturan mahkamah agung", "perma"),
    "Perkap": ("peraturan kepala kepolisian", "peraturan kepolisian", "perkap", "perpol", "peraturan kapolri"),
    "Perja": ("peraturan jaksa agung", "perja"),
    "Perka BPS": ("peraturan kepala badan pusat statistik", "perka bps", "peraturan badan pusat statistik"),
    "Perka BKN": ("peraturan kepala badan kepegawaian negara", "perka bkn", "peraturan badan kepegawaian negara"),
    "Permen": ("peraturan menteri", "permen"),
    "Kepmen": ("keputusan menteri", "kepmen"),
    "SE": ("surat edaran menteri", "se menteri", "surat edaran menpan", "se menpan", "se menpanrb"),
    "PMK": ("pmk",),
    "PermenPAN-RB": (
        "permenpan",
        "permenpanrb",
        "permen pan",
        "permen panrb",
        "peraturan menpan",
        "peraturan menpanrb",
        "permenpa",
    ),
    "KepmenPAN-RB": ("kepmenpan", "kepmenpanrb", "kepmen pan", "keputusan menpan", "keputusan menpanrb"),
    "Permendagri": ("permendagri",),
    "Permenkes": ("permenkes",),
    "Permenkumham": ("permenkumham",),
    "Permendikbud": ("permendikbud",),
    "PMA": ("permenag", "pma"),
    "Perda": ("peraturan daerah", "perda"),
    "Pergub": ("peraturan gubernur", "pergub"),
    "Perbup": ("peraturan bupati", "perbup"),
    "Perwali": ("peraturan walikota", "peraturan wali kota", "perwali", "perwal"),
    "Kepgub": ("keputusan gubernur",),
    "Kepbup": ("keputusan bupati",),
    "Kepwali": ("keputusan walikota", "keputusan wali kota"),
}
"""Name of a kind in citations → the words it goes by."""

REGIONAL = {"Perda", "Pergub", "Perbup", "Perwali", "Kepgub", "Kepbup", "Kepwali"}

_MINISTRIES: tuple[tuple[str, str], ...] = (
    (r"(pe\w{5,}an|pan)\b.{0,12}(aparatur|reformasi|rb\b)|aparatur (sipil )?negara|\bpan\s*(rb|dan)", "PAN-RB"),
    (r"dalam negeri", "dagri"),
    (r"kesehatan", "kes"),
    (r"keuangan", "keu"),
    (r"hukum dan h", "kumham"),
    (r"pendidikan", "dikbud"),
    (r"agama", "ag"),
    (r"perhubungan", "hub"),
    (r"kelautan", "-KP"),
    (r"pertanian", "tan"),
    (r"lingkungan hidup", "LHK"),
    (r"komunikasi", "kominfo"),
    (r"ketenagakerjaan", "naker"),
    (r"sosial", "sos"),
)
"""What a minister is of → the short form after Permen or Kepmen, as citations write it."""

_MINISTERIAL = {"Permen": "Permen", "Kepmen": "Kepmen", "SE": "SE Menteri "}

_NUMBER = re.compile(
    r"(?:n[o0]m[o0]r|\bn[o0]\b\.?|nomer)?\s*[:.]?\s*(?P<prefix>(?:per|kep|se|pmk|m|b)[\w.]{0,8}[/\-\s])?"
    r"(?P<number>\d{1,4})(?P<tail>(?:\s?/\s?[A-Za-z][\w.]*){0,4}(?:\s?/\s?[IVX\d]{1,4})?)"
    r"\s*(?:/|tahun|\bthn?\b\.?|\bt\.?a\b)\s*(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_NUMBER = re.compile(
    r"\s*(?:,|jo\.?|juncto|dan|serta|sebagaimana (?:telah )?diubah dengan)\s+(?=n(?:omor|o\.))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a regulation: its normal name, the document's words from kind to year, and where they stand."""

    name: str
    text: str
    where: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """Running text made of lines, with the offset at which each begins."""

    text: str
    lines: tuple[tuple[int, TextLine], ...]

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        inside = [line.place for offset, line in self.lines if offset < end and offset + len(line.text) > start]
        return tuple(dict.fromkeys(inside))


def find_regulations(document: Document) -> tuple[str, ...]:
    """Names of the regulations cited anywhere, each once, in order of first citation."""
    return tuple(dict.fromkeys(citation.name for citation in find_citations(document)))


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Every mention of a regulation with number and year, in reading order."""
    return tuple(citation for passage in _passages(read_lines(document)) for citation in _citations_in(passage))


def cited_in(text: str) -> tuple[str, ...]:
    """Names of the regulations a text cites, in reading order."""
    return tuple(citation.name for citation in _citations_in(_Passage(text, ())))


def _passages(lines: Sequence[TextLine]) -> Iterator[_Passage]:
    """Prose between tables as one text, so that a citation may run over lines and pages; each cell by itself."""
    run: list[TextLine] = []
    key: tuple[object, ...] = ()
    for line in lines:
        if not line.is_content:
            continue
        new_key = (line.block, line.row, line.column) if line.row is not None else ()
        if run and (new_key != key or line.follows_table):
            yield _passage(run)
            run = []
        key = new_key
        run.append(line)
    if run:
        yield _passage(run)


def _passage(lines: Sequence[TextLine]) -> _Passage:
    text, starts = run_together(lines)
    return _Passage(text, tuple(zip(starts, lines, strict=True)))


def _citations_in(passage: _Passage) -> Iterator[Citation]:
    if not re.search(r"(19|20)\d\d", passage.text):
        return
    spans = _spotter()(passage.text).ents
    kinds = [span for span in spans if passage.text[: span.start_char].rstrip()[-1:] not in ("/", "-")]
    for span, following in zip(kinds, [*kinds[1:], None], strict=False):
        limit = following.start_char if following is not None else len(passage.text)
        yield from _citations_of(span, passage, limit)


def _citations_of(kind: Span, passage: _Passage, limit: int) -> Iterator[Citation]:
    """The number that follows a kind, and the further ones joined to it ("jo. Nomor 20 Tahun 2001")."""
    reach = passage.text[kind.end_char : min(limit, kind.end_char + REACH_CHARS)]
    match = _NUMBER.search(reach)
    if match is None or not _may_stand_between(reach[: match.start()], kind.label_):
        return
    between = reach[: match.start()]
    while match is not None:
        end = kind.end_char + match.end()
        name = f"{_kind_name(kind.label_, between)} {int(match['number'])}/{match['year']}"
        yield Citation(name, passage.text[kind.start_char : end], passage.places(kind.start_char, end))
        joined = _NEXT_NUMBER.match(reach, match.end())
        match = _NUMBER.match(reach, joined.end()) if joined else None


def _may_stand_between(words_between: str, kind: str) -> bool:
    """Between kind and number stand the issuer's names, not another sentence; short kinds are followed at once."""
    if re.search(r"[;]|\b(tentang|yang|bahwa|tahun)\b", words_between, re.IGNORECASE):
        return False
    return len(words_between) <= 30 or kind not in {"UU", "PP", "PMK", "PMA"}


def _kind_name(kind: str, between: str) -> str:
    if kind in _MINISTERIAL:
        short = next((short for pattern, short in _MINISTRIES if re.search(pattern, between.lower())), "")
        return _MINISTERIAL[kind] + short if short else f"{_MINISTERIAL[kind].strip()} {_plain(between)}".strip()
    if kind in REGIONAL:
        return f"{kind} {_region_name(between)}".strip()
    return kind


def _region_name(between: str) -> str:
    """The bare name of the region that made the regulation ("Kabupaten Malang" → "Malang")."""
    bare = [
        w for w in re.findall(r"[^\W\d_]+", between) if w.lower() not in {"kabupaten", "kab", "kota", "provinsi", "nomor", "no"}
    ]
    for count in range(min(4, len(bare)), 0, -1):
        known = regions_named(" ".join(bare[:count]))
        if known:
            return known[0].name
    return " ".join(w.capitalize() for w in bare[:2])


def _plain(between: str) -> str:
    return " ".join(
        w.capitalize() for w in re.findall(r"[^\W\d_]+", between) if w.lower() not in {"nomor", "no", "republik", "indonesia"}
    )[:60]


@cache
def _spotter() -> Spotter:
    rules: list[tuple[str, TokenPattern]] = [(kind, words(phrase)) for kind, phrases in KINDS.items() for phrase in phrases]
    return spotter(rules)
