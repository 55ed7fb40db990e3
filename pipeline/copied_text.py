"""Text that plans of different agencies share beyond the regulation's own words.

Every passage (an action, an evidence, a section's text) is cut into shingles of six words. Shingles of the regulations'
lists and those that most plans have are taken out; what two plans then still share, measured by the shorter one, is
copied. Standard sentences (`pipeline/standard_text.py`) do not count. Passages shown are the longest runs of shared shingles.

Shingling and resemblance after Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from canonical.lists import library
from pipeline.records import CopiedText, PassagePlace
from pipeline.records import Passage as SharedPassage
from pipeline.same_agency import agency_key
from pipeline.standard_text import standard_spans
from pipeline.summed_record import AnyRecord

SHINGLE_WORDS = 6
LEAST_SHARE = 0.10
LEAST_RUN_WORDS = 12
"""A shared run shorter than this is a turn of phrase."""
MOST_PLANS = 30
"""A shingle in more plans than this is boilerplate even where they are not half of the batch."""
SHOWN_PASSAGES = 10
SHOWN_PAIRS = 500

_WORD = re.compile(r"[^\W_]+")

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage of one plan: its words as printed, the shingle that begins at each (None in a standard sentence), its page."""

    printed: str
    spans: tuple[tuple[int, int], ...]
    shingles: tuple[int | None, ...]
    page: int | None


def find_copied_text(records: Mapping[str, AnyRecord]) -> tuple[CopiedText, ...]:
    """Pairs of plans by shared share, largest first. Reads each record once, and again those of the pairs shown."""
    names = sorted(records)
    sets, agencies = [], []
    for name in names:
        record = records[name]
        sets.append(_shingle_set(record))
        agencies.append(agency_key(record.plan.agency, record.plan.region) if record.plan.agency else name)
    telling = _without_common(sets)
    shares = _shares(telling, agencies)
    ranked = sorted(((share, pair) for pair, share in shares.items() if share >= LEAST_SHARE), key=lambda s: (-s[0], s[1]))
    shown = [_pair(records, names, telling, share, pair) for share, pair in ranked[:SHOWN_PAIRS]]
    return tuple(pair for pair in shown if pair.passages)


def _shingle_set(record: AnyRecord) -> Hashes:
    return _hashes(_texts(record))


def _hashes(texts: Iterable[_Text]) -> Hashes:
    found = {shingle for text in texts for shingle in text.shingles if shingle is not None}
    return np.fromiter(sorted(found), dtype=np.uint64, count=len(found))


def _texts(record: AnyRecord) -> Iterator[_Text]:
    """What the agency wrote itself: the indicators are the regulation's."""
    for chapter in record.chapters:
        for section in chapter.sections:
            yield _text(section.text, section.page)
    for row in record.rows:
        page = row.where[0].page if row.where else None
        for text in (row.action, row.evidence, row.output):
            yield _text(text, page)


def _text(text: str, page: int | None) -> _Text:
    spans = tuple(found.span() for found in _WORD.finditer(text))
    words = [text[start:end].casefold() for start, end in spans]
    standard = tuple(standard_spans(text))
    is_own = [not any(start <= word[0] < end for start, end in standard) for word in spans]
    starts = range(len(words) - SHINGLE_WORDS + 1)
    shingles = (_shingle(words[i : i + SHINGLE_WORDS]) if any(is_own[i : i + SHINGLE_WORDS]) else None for i in starts)
    return _Text(text, spans, tuple(shingles), page)


def _shingle(words: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest(), "big")


def _without_common(sets: list[Hashes]) -> list[Hashes]:
    """The sets without the regulations' own words and without what more than half of three or more plans have."""
    if not sets:
        return []
    hashes, counts = np.unique(np.concatenate(sets), return_counts=True)
    most = MOST_PLANS if len(sets) < 3 else min(MOST_PLANS, len(sets) / 2)
    common = np.union1d(hashes[counts > most], _regulation_shingles())
    return [np.setdiff1d(one, common, assume_unique=True) for one in sets]


def _regulation_shingles() -> Hashes:
    texts = [indicator.text for regulation in library().regulations for indicator in regulation.indicators]
    texts += [wording.text for wording in library().wordings]
    return _hashes(_text(text, None) for text in texts)


def _shares(sets: list[Hashes], agencies: list[str]) -> dict[tuple[int, int], float]:
    """Shared shingles of each pair of different agencies over the size of the smaller set."""
    holders: dict[int, list[int]] = {}
    for index, one in enumerate(sets):
        for shingle in one.tolist():
            holders.setdefault(shingle, []).append(index)
    shared = Counter(pair for plans in holders.values() if len(plans) > 1 for pair in combinations(plans, 2))
    return {
        (one, other): count / min(len(sets[one]), len(sets[other]))
        for (one, other), count in shared.items()
        if agencies[one] != agencies[other]
    }


def _pair(
    records: Mapping[str, AnyRecord], names: list[str], sets: list[Hashes], share: float, pair: tuple[int, int]
) -> CopiedText:
    one, other = names[pair[0]], names[pair[1]]
    shared = frozenset(np.intersect1d(sets[pair[0]], sets[pair[1]], assume_unique=True).tolist())
    pages = _pages_of(records[other], shared)
    runs = [run for text in _texts(records[one]) for run in _runs(text, shared)]
    longest = sorted(runs, key=lambda run: -len(run[0]))[:SHOWN_PASSAGES]
    passages = tuple(_passage(text, ((one, page), (other, pages.get(shingle)))) for text, page, shingle in longest)
    return CopiedText(documents=(one, other), share=round(share, 3), passages=passages)


def _pages_of(record: AnyRecord, shared: frozenset[int]) -> dict[int, int | None]:
    """The page on which each shared shingle first stands."""
    pages: dict[int, int | None] = {}
    for text in _texts(record):
        for shingle in text.shingles:
            if shingle in shared:
                pages.setdefault(shingle, text.page)
    return pages


def _runs(text: _Text, shared: frozenset[int]) -> Iterator[tuple[str, int | None, int]]:
    """The stretches of a passage whose shingles are shared without a gap: words, page, first shingle."""
    start: int | None = None
    for index, shingle in enumerate((*text.shingles, None)):
        if shingle is not None and shingle in shared:
            start = index if start is None else start
        elif start is not None:
            last = index - 1 + SHINGLE_WORDS - 1
            if last - start + 1 >= LEAST_RUN_WORDS:
                first = text.shingles[start]
                assert first is not None
                yield text.printed[text.spans[start][0] : text.spans[last][1]], text.page, first
            start = None


def _passage(text: str, places: tuple[tuple[str, int | None], ...]) -> SharedPassage:
    return SharedPassage(text=" ".join(text.split()), where=tuple(PassagePlace(document=d, page=p) for d, p in places))
