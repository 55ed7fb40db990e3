"""Names, titles, offices and systems of another agency or region that a copied plan carries along.

The plan's own kind comes from its agency's name. Words of its kind, of the kinds above and below it and of its level
are at home; partners, addressees and sources are spoken of as such and let pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from canonical.reason import Reason, because
from pipeline.checks.agency_kinds import PSEUDO_KINDS, Home, agency_kinds, fold_words, home_of, kinds_of
from pipeline.checks.agency_spotter import Spot, spot
from pipeline.checks.finding import Evidence, at, fold, gather
from pipeline.checks.other_regions import OwnRegions, own_regions, seat_after, typed_mentions
from pipeline.checks.partners import is_address, is_partner, self_mentions, speaks_of_itself
from pipeline.checks.passages import Passage, Passages, join_headings
from pipeline.checks.phrases import clause_around, words_around
from pipeline.checks.sister_units import find_sisters, other_office
from pipeline.plan import Plan
from pipeline.records import Finding

KIND: Final = "foreign_agency"

_MANY = 6
"""Words left in at more spots than this are one finding with many places."""
_WHOLE_NAME_WORDS = 4
"""So many words name one office wherever they stand: one finding, whatever stands beside them."""

_WITHOUT_AGENCIES = frozenset({"schedule", "output"})
_SIDE_BY_SIDE_CHARS = 30
"""Two foreign words this near in one clause are one trace of the other agency."""

_MAYOR = re.compile(r"\b(?:wali\s?kota|kepwal(?:i|kot)?|perwal(?:i|kot)?|pemkot|pemerintah kota)\b", re.IGNORECASE)
_REGENT = re.compile(r"\b(?:bupati|kepbup|perbup|pemkab|pemerintah kabupaten)\b", re.IGNORECASE)
_BOTH = re.compile(r"bupati\W+(?:dan\W+|atau\W+)?wali\s?kota|wali\s?kota\W+(?:dan\W+|atau\W+)?bupati|gubernur\W", re.IGNORECASE)
_AND = re.compile(r"[\s,/&]*(?:(?:dan|serta|maupun|atau)\s+)?(?:para\s+|seluruh\s+)?", re.IGNORECASE)
_ONLY_FOR = re.compile(
    r"\bkhusus\s+(?:untuk\s+|di\s+|pada\s+)?(?P<office>setda|sekretariat daerah|sekretariat dprd|setwan|bappeda|bkd"
    r"|bkpsdm|bkpp|bpkad|bkad|inspektorat"
    r"|diskominfo|bapenda|bagian (?:umum|organisasi|hukum|pemerintahan|kesra|perekonomian))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Foreign words at a span of a passage, and why they are foreign."""

    passage: Passage
    start: int
    end: int
    reason: Reason


def check(plan: Plan, passages: Passages) -> Iterator[Finding]:
    mentions = list(find_mentions(plan, passages))
    yield from gather(KIND, _keyed(_joined(mentions)))


def find_mentions(plan: Plan, passages: Passages) -> Iterator[Mention]:
    passages = join_headings(tuple(p for p in passages if p.role not in _WITHOUT_AGENCIES))
    regions = own_regions(plan.identity)
    spots = list(spot([p.text for p in passages]))
    home = _home(plan, spots)
    by_text: dict[int, list[Spot]] = {}
    for item in spots:
        by_text.setdefault(item.text, []).append(item)
    for index, passage in enumerate(passages):
        yield from _in_passage(plan, passage, by_text.get(index, []), home, regions)


def _in_passage(plan: Plan, passage: Passage, spots: list[Spot], home: Home | None, regions: OwnRegions) -> Iterator[Mention]:
    agency = plan.identity.agency or ""
    if home is not None:
        yield from _foreign_words(passage, spots, home, agency)
        yield from _wrong_heads(passage, home, regions, agency)
        yield from _only_for_others(passage, agency)
        yield from _intruders(passage, agency)
        yield from _sisters(passage, agency)
        yield from _unknown_offices(passage, spots, home, agency)
    if regions.is_known and not is_address(passage.text):
        yield from _other_regions(passage, spots, home, regions, agency)


def _home(plan: Plan, spots: list[Spot]) -> Home | None:
    """The kinds of the agency's name, or else the kind that speaks most in the plan; None where neither tells."""
    kinds = kinds_of(plan.identity.agency or "")
    if not kinds:
        counts = Counter(
            kind for s in spots for kind, sort in s.meanings if sort in {"own", "titles"} and kind not in PSEUDO_KINDS
        )
        best = counts.most_common(1)
        kinds = frozenset({best[0][0]}) if best and best[0][1] >= 5 and best[0][1] * 2 > sum(counts.values()) else kinds
    return home_of(kinds) if kinds else None


def _foreign_words(passage: Passage, spots: list[Spot], home: Home, agency: str) -> Iterator[Mention]:
    partner_end = -1
    for item in spots:
        if is_partner(passage.text, item.start, item.end) or _is_listed_after(passage.text, partner_end, item.start):
            partner_end = item.end
            continue
        meanings = [m for m in item.meanings if m[1] != "own"]
        own = [m for m in meanings if home.has(*m)]
        if not meanings or any(kind in home.full for kind, _ in own):
            continue
        if own and not speaks_of_itself(passage.text, item.start):
            continue
        words = passage.text[item.start : item.end]
        if words.islower() and meanings[0][1] == "names" and not speaks_of_itself(passage.text, item.start):
            continue
        reason = because("finding.foreign_word", words=words, sort=meanings[0][1], agency=agency)
        yield Mention(passage, item.start, item.end, reason)


def _is_listed_after(text: str, partner_end: int, start: int) -> bool:
    """Whether only "dan", a comma or a stroke stands between a partner and the next office."""
    return 0 <= partner_end <= start and _AND.fullmatch(text[partner_end:start]) is not None


def _wrong_heads(passage: Passage, home: Home, regions: OwnRegions, agency: str) -> Iterator[Mention]:
    """A kabupaten has a bupati, a kota a wali kota; offices of ministries may speak of both."""
    pattern = {"Kabupaten": _MAYOR, "Kota": _REGENT}.get(regions.kind or "")
    if pattern is None or "local" not in home.full:
        return
    for found in pattern.finditer(passage.text):
        if not _BOTH.search(passage.text) and not is_partner(passage.text, *found.span()):
            reason = because("finding.wrong_head", agency=agency, kind=str(regions.kind).lower())
            yield Mention(passage, *found.span(), reason)


def _only_for_others(passage: Passage, agency: str) -> Iterator[Mention]:
    own = fold_words(agency)
    for found in _ONLY_FOR.finditer(passage.text) if "husus" in passage.text else ():
        if fold_words(found["office"]) not in own:
            yield Mention(passage, *found.span(), because("finding.only_for_another", office=found["office"], agency=agency))


def _intruders(passage: Passage, agency: str) -> Iterator[Mention]:
    """The agency's own name with a word of another's left in it ("… Permukiman Sipil Kabupaten …")."""
    core = _core_words(agency)
    if len(core) < 2 or core[-1] not in passage.text.casefold():
        return
    for found in _core_pattern(core[-2:]).finditer(passage.text):
        word = found["word"]
        if word[0].isupper() and word.casefold() in _name_words() - set(core):
            yield Mention(passage, *found.span(), because("finding.intruder", word=word, agency=agency))


def _sisters(passage: Passage, agency: str) -> Iterator[Mention]:
    """Named by the way a neighbour may be meant; its head, or "di lingkungan" it, is a trace of its plan."""
    for sister in find_sisters(passage.text, agency):
        is_own_voice = sister.is_head or speaks_of_itself(passage.text, sister.start)
        if is_own_voice and not is_partner(passage.text, sister.start, sister.end):
            words = passage.text[sister.start : sister.end]
            reason = because("finding.another_unit", words=words, agency=agency)
            yield Mention(passage, sister.start, sister.end, reason)


def _unknown_offices(passage: Passage, spots: list[Spot], home: Home, agency: str) -> Iterator[Mention]:
    """Offices of no known kind, where the plan speaks of itself; parents and kin are known by their spots."""
    for begin in self_mentions(passage.text):
        span = other_office(passage.text, begin, agency)
        if span is None or is_partner(passage.text, *span):
            continue
        inside = [m for s in spots if span[0] <= s.start < span[1] for m in s.meanings if m[1] != "own"]
        if not any(home.has(*meaning) for meaning in inside):
            reason = because("finding.another_unit", words=passage.text[slice(*span)], agency=agency)
            yield Mention(passage, *span, reason)


@lru_cache(maxsize=16)
def _core_words(agency: str) -> tuple[str, ...]:
    """The agency's name without its region and linking words."""
    bare = re.split(r"\b(?:kabupaten|kab|kota|provinsi|prov)\b", agency, flags=re.IGNORECASE)[0]
    return tuple(word for word in fold_words(bare).split() if word not in {"dan", "serta"})


@cache
def _name_words() -> frozenset[str]:
    """Words by which local agencies are told apart."""
    phrases = [phrase for kind in agency_kinds().values() if kind.level == "local" for phrase in kind.names if " " in phrase]
    words = frozenset(word for phrase in phrases for word in fold_words(phrase).split() if len(word) > 4)
    return words - {"dinas", "badan", "daerah", "kabupaten"}


@lru_cache(maxsize=16)
def _core_pattern(core: tuple[str, ...]) -> re.Pattern[str]:
    words = r"\W+(?:(?:dan|&|serta)\W+)*".join(re.escape(word) for word in core)
    return re.compile(rf"\b{words}\s+(?P<word>[^\W\d_]+)", re.IGNORECASE)


def _other_regions(passage: Passage, spots: list[Spot], home: Home | None, regions: OwnRegions, agency: str) -> Iterator[Mention]:
    for start, end, region in typed_mentions(passage.text, regions):
        if not is_partner(passage.text, start, end):
            yield Mention(passage, start, end, because("finding.another_region", region=region, agency=agency))
    for item in spots:
        if home is None or not any(kind in home.kinds - PSEUDO_KINDS for kind, _ in item.meanings):
            continue
        seat = seat_after(passage.text, item.end, regions)
        if (
            seat is not None
            and not is_partner(passage.text, item.start, item.end)
            and not _sits_elsewhere(passage.text, item, seat[1].kind)
        ):
            reason = because("finding.another_region", region=seat[1].full_name, agency=agency)
            yield Mention(passage, item.start, seat[0], reason)


def _sits_elsewhere(text: str, item: Spot, kind: str) -> bool:
    """Superior offices sit in the province's capital, which the gazetteer does not name."""
    words = text[item.start : item.end].casefold()
    return kind != "Provinsi" and re.search(r"tinggi|kanwil|wilayah|polda|kejati|badan|ditjen|mahkamah", words) is not None


def _joined(mentions: list[Mention]) -> Iterator[Mention]:
    """Mentions that overlap or stand side by side in one passage are one."""
    order = {id(m.passage): index for index, m in reversed(list(enumerate(mentions)))}
    current: Mention | None = None
    for item in sorted(mentions, key=lambda m: (order[id(m.passage)], m.start, -m.end)):
        if current is not None and _belong_together(current, item):
            current = replace(current, end=max(current.end, item.end))
            continue
        if current is not None:
            yield current
        current = item
    if current is not None:
        yield current


def _belong_together(one: Mention, other: Mention) -> bool:
    if one.passage is not other.passage or other.start > one.end + _SIDE_BY_SIDE_CHARS:
        return False
    return clause_around(one.passage.text, one.start, one.end)[1] >= other.start


def _keyed(mentions: Iterator[Mention]) -> list[Evidence]:
    """Evidence keyed by the foreign words with a neighbour on either side; by the words alone where they are many, or a whole
    name outside the action table, whose rows are corrected one by one."""
    listed = list(mentions)
    words = [fold(m.passage.text[m.start : m.end]) for m in listed]
    narrow = [fold(words_around(m.passage.text, m.start, m.end, 1, 1)) for m in listed]
    spread = Counter(word for word, _ in set(zip(words, narrow, strict=True)))

    def is_one(mention: Mention, word: str) -> bool:
        is_whole = len(word.split()) >= _WHOLE_NAME_WORDS and mention.passage.source != "row"
        return is_whole or spread[word] > _MANY

    return [
        at(m.passage, words_around(m.passage.text, m.start, m.end, 4, 4), m.reason, key=word if is_one(m, word) else key)
        for m, word, key in zip(listed, words, narrow, strict=True)
    ]
