"""Regulations cited under another one's title ("Perpres 81/2010 tentang Road Map …", which is the Grand Design).

The words after "tentang" are held against the title that `pipeline/data/superseded.csv` gives that number. Rare words
count for more than common ones (inverse document frequency over the table's titles). Titles that are cut short, told in
other words or abbreviated share most of what they say with the true one and pass.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from canonical.reason import Reason, because
from pipeline.checks.finding import Evidence, at, doubtful
from pipeline.checks.passages import Passage, Passages, scanned_pages
from pipeline.checks.regulations import Regulation, regulation_named, regulations
from pipeline.identity.regulations import cited_in
from pipeline.plan import Plan
from pipeline.records import Severity

ALIKE_WORDS = 75
"""Percent: "Penyelenggaraan" and "Penyelenggara", or a word with two letters misread, are the same word."""

OWN_SHARE, OTHER_SHARE, FOREIGN_SHARE = 0.60, 0.90, 0.35
"""Another title is meant where the number's own has at most 0.60 of the cited words and another one at least 0.90 of
them, or where its own has less than 0.35."""

FEWEST_WORDS, FEWEST_FOREIGN_WORDS = 3, 4
MOST_WORDS = 9
"""Later words are often the sentence that goes on after the title."""

_REACH_CHARS = 320
_SHOWN_WORDS = 6
_CITATION = re.compile(
    r"\bn(?:omor|o|mr)\b[\s.:]*0?(?P<number>\d{1,4})\s*(?:/|tahun|thn?\.?|th)\s*(?P<year>(?:19|20)\d\d)\s*,?\s+tentang\s*:?\s+"
    r"(?P<title>[^;\n]{3,300})",
    re.IGNORECASE,
)
_TITLE_END: Final = re.compile(
    r"[.;:(\[]|\b(?:yang|sebagaimana|tentang|peraturan|undang-undang|keputusan|instruksi|nomor|jo|juncto|maka|serta|untuk"
    r"|telah|adalah|merupakan|bahwa|tersebut|sehingga)\b",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"^\W*(?:perubahan|pencabutan)\b", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {
        *("dan", "atau", "di", "ke", "dari", "pada", "dalam", "atas", "dengan", "yang", "untuk", "bagi", "oleh", "terhadap"),
        *("menuju", "tahun", "republik", "indonesia", "lingkungan"),
    }
)
_SHORT_FORMS = {
    "zi": "zona integritas",
    "wbk": "wilayah bebas korupsi",
    "wbbm": "wilayah birokrasi bersih melayani",
    "rb": "reformasi birokrasi",
    "sop": "standar operasional prosedur",
    "skm": "survei kepuasan masyarakat",
    "ikm": "indeks kepuasan masyarakat",
    "asn": "aparatur sipil negara",
    "pns": "pegawai negeri sipil",
    "pppk": "pegawai pemerintah perjanjian kerja",
    "kkn": "korupsi kolusi nepotisme",
    "tipikor": "tindak pidana korupsi",
    "ppk": "pencegahan pemberantasan korupsi",
    "pk": "pencegahan korupsi",
    "kpk": "komisi pemberantasan tindak pidana korupsi",
    "kip": "keterbukaan informasi publik",
    "spip": "sistem pengendalian intern pemerintah",
    "spbe": "sistem pemerintahan berbasis elektronik",
    "sakip": "sistem akuntabilitas kinerja instansi pemerintah",
    "akip": "akuntabilitas kinerja instansi pemerintah",
    "saber": "sapu bersih",
    "pungli": "pungutan liar",
    "stranas": "strategi nasional",
    "pemda": "pemerintah daerah",
}


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """`regulation` by its number; `text` from "Nomor" to the title's first words, `words` what the title says."""

    regulation: Regulation
    text: str
    words: tuple[str, ...]


def misnamed(plan: Plan, passages: Passages) -> Iterator[Evidence]:
    """Citations whose title is clearly not that of their number."""
    scanned = scanned_pages(plan)
    for passage in passages:
        if "entang" in passage.text.lower():
            is_scan = any(place.page in scanned for place in passage.where)
            yield from (doubtful(passage, e) for e in _misnamed_in(passage, is_scan))


def _misnamed_in(passage: Passage, is_scan: bool) -> Iterator[Evidence]:
    for cited in cited_titles(passage.text):
        if is_own_title(cited):
            continue
        other = named_instead(cited)
        if other is None and not is_foreign_title(cited):
            continue
        yield at(
            passage,
            cited.text,
            _reason(cited.regulation, other),
            _severity(cited, other, is_scan),
            key=f"title of {cited.regulation.name}",
        )


def _reason(cited: Regulation, other: Regulation | None) -> Reason:
    if other is None:
        return because("finding.title_not_its_own", regulation=cited.name, title=cited.title)
    return because("finding.title_of_another", regulation=cited.name, title=cited.title, other=other.name)


def _severity(cited: CitedTitle, other: Regulation | None, is_scan: bool) -> Severity:
    """A hint where no source was read for the table's title, or where a scan's words may only be garbled."""
    return "info" if not cited.regulation.is_verified or (is_scan and other is None) else "warning"


def cited_titles(text: str) -> Iterator[CitedTitle]:
    """Citations with number and title of regulations the table has a title for."""
    for found in _CITATION.finditer(text):
        number = f"{int(found['number'])}/{found['year']}"
        if number not in _numbers() or _AMENDS.match(found["title"]):
            continue
        before = text[max(0, found.start() - _REACH_CHARS) : found.end("year")]
        regulation = regulation_named(next(reversed(cited_in(before)), ""))
        title = _title(found["title"])
        if regulation is not None and regulation.title and regulation.name.endswith(f" {number}"):
            shown = text[found.start() : found.start("title")] + " ".join(title.split()[:_SHOWN_WORDS])
            yield CitedTitle(regulation, shown.rstrip(" ,"), content_words(title)[:MOST_WORDS])


def _title(text: str) -> str:
    end = _TITLE_END.search(text)
    return text[: end.start()] if end is not None else text


@cache
def _numbers() -> frozenset[str]:
    return frozenset(regulation.name.split()[-1] for regulation in regulations() if regulation.title)


def is_own_title(cited: CitedTitle) -> bool:
    """An amendment may go by the title of what it amends."""
    return max(_share(cited.words, title) for title in _titles_of(cited.regulation)) > OWN_SHARE


def named_instead(cited: CitedTitle) -> Regulation | None:
    """The first regulation whose title the cited words are, None where they fit none; a word or two must be all of it."""
    others = (r for r in regulations() if r.title and r.name != cited.regulation.name and not _AMENDS.match(r.title))
    if len(cited.words) < FEWEST_WORDS:
        return next((r for r in others if sorted(content_words(r.title)) == sorted(cited.words)), None)
    return next((r for r in others if _share(cited.words, content_words(r.title)) >= OTHER_SHARE), None)


def is_foreign_title(cited: CitedTitle) -> bool:
    """Hardly a word of the number's own title among at least four."""
    if len(cited.words) < FEWEST_FOREIGN_WORDS:
        return False
    return all(_plain_share(cited.words, title) < FOREIGN_SHARE for title in _titles_of(cited.regulation))


def _titles_of(regulation: Regulation) -> tuple[tuple[str, ...], ...]:
    amended = (regulation_named(name) for name in cited_in(regulation.title)) if _AMENDS.match(regulation.title) else ()
    return (content_words(regulation.title), *(content_words(r.title) for r in amended if r is not None))


@cache
def content_words(title: str) -> tuple[str, ...]:
    """What a title says: short forms written out, "Road Map" one word, digits and little words left out."""
    text = re.sub(r"\broad\s*-?\s*map\b", "roadmap", title.casefold())
    spelled = (part for word in re.findall(r"[^\W\d_]+", text) for part in _SHORT_FORMS.get(word, word).split())
    return tuple(dict.fromkeys(word for word in spelled if len(word) > 2 and word not in _EMPTY_WORDS))


def _share(cited: tuple[str, ...], title: tuple[str, ...]) -> float:
    """How much of the cited words' weight the title has, 0 to 1."""
    whole = sum(_weight(word) for word in cited)
    return sum(_weight(word) for word in cited if _has(title, word)) / whole if whole else 1.0


def _plain_share(cited: tuple[str, ...], title: tuple[str, ...]) -> float:
    return sum(_has(title, word) for word in cited) / len(cited)


def _has(title: tuple[str, ...], word: str) -> bool:
    return any(fuzz.ratio(word, other, score_cutoff=ALIKE_WORDS) > 0 for other in title)


@cache
def _weight(word: str) -> float:
    titles = [content_words(r.title) for r in regulations() if r.title]
    return math.log((len(titles) + 1) / (1 + sum(_has(title, word) for title in titles)))
