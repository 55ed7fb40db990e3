"""The agency a plan is of, and its region: votes of cover, decree, letterhead, signatures, running heads and prose.

Other agencies stand in plans too (offices above it, leftovers of a copied plan); no place decides alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.gazetteer import Region
from pipeline.identity.agency_heads import NATIONAL_BODIES, PARENTS
from pipeline.identity.agency_names import Mention, find_mentions
from pipeline.identity.agency_region import find_region
from pipeline.identity.zones import Zones, title_stacks
from pipeline.prose import TextLine, run_together
from pipeline.records import Signatory

FRONT_VOTE = 5.0
TITLE_VOTE = 4.0
EDGE_VOTE = 3.0
BODY_TITLE_VOTE = 1.0
PROSE_VOTE = 1.0
MOST_PROSE_VOTES = 4.5
"""Less than one vote of the front: where only the cover of a copied plan was changed, the cover says whose it is now."""

_ADDRESS = re.compile(r"\b(jl|jln|jalan|alamat|telp|telepon|faks?|kode pos|e-?mail|website|dusun)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:]\s*$")

SAME_NAME = 90
"""Likeness in percent of the letters of two spellings of one agency."""


@dataclass(frozen=True, slots=True)
class _Vote:
    mention: Mention
    weight: float


@dataclass(frozen=True, slots=True)
class Agency:
    """`name` is the unit with its region as the plan names it."""

    name: str | None
    region: str | None


def find_agency(zones: Zones, signatories: Sequence[Signatory]) -> Agency:
    """The unit that most places name; None where no office is named."""
    votes = [
        *_front_votes(zones, signatories),
        *_signed_votes(signatories),
        *_edge_votes(zones),
        *_body_votes(zones, signatories),
    ]
    groups = _grouped([vote for vote in votes if not _is_national(vote.mention)])
    if not groups:
        return Agency(None, _region_name(find_region((), (), zones)))
    best = max(groups, key=_strength)
    mention = _fullest(best)
    region = find_region([(v.mention.region, v.weight) for v in best if v.mention.region], mention.words, zones)
    return Agency(_full_name(mention, best, region), _region_name(region))


def _is_national(mention: Mention) -> bool:
    return mention.name.lower().startswith(NATIONAL_BODIES)


def _front_votes(zones: Zones, signatories: Sequence[Signatory]) -> Iterator[_Vote]:
    """Cover, letterhead and decree: of several offices in one stack the lowest is the plan's own."""
    for stack in title_stacks(zones.front):
        for mention in _lowest(_mentions_in(stack, signatories)):
            yield _Vote(mention, FRONT_VOTE)


def _body_votes(zones: Zones, signatories: Sequence[Signatory]) -> Iterator[_Vote]:
    in_titles: set[int] = set()
    for stack in title_stacks(zones.body):
        in_titles.update(id(line) for line in stack)
        for mention in _lowest(_mentions_in(stack, signatories)):
            yield _Vote(mention, BODY_TITLE_VOTE)
    prose = [line for line in zones.prose if id(line) not in in_titles and line.is_prose]
    for text in _running_texts(prose):
        for mention in _with_parents(find_mentions(text)):
            yield _Vote(mention, PROSE_VOTE)


def _signed_votes(signatories: Iterable[Signatory]) -> Iterator[_Vote]:
    for signatory in signatories:
        for mention in _lowest(find_mentions(signatory.title or "")):
            yield _Vote(mention, TITLE_VOTE)


def _edge_votes(zones: Zones) -> Iterator[_Vote]:
    for text in dict.fromkeys(line.text for line in zones.edges):
        for mention in _lowest(find_mentions(text)):
            yield _Vote(mention, EDGE_VOTE)


def _mentions_in(stack: Sequence[TextLine], signatories: Sequence[Signatory]) -> tuple[Mention, ...]:
    """Mentions in a stack read as one text; a signer's name is the end of a name above it."""
    names = {_letters(s.name) for s in signatories}
    text, ends, breaks = "", [], []
    for line in stack:
        if any(_letters(line.text).startswith(name) for name in names if name) or _ADDRESS.search(line.text):
            ends.append(len(text))
            text += ". "
            continue
        text += line.text + " "
        breaks.append(len(text))
    return find_mentions(text, ends, breaks)


def _lowest(mentions: Sequence[Mention]) -> list[Mention]:
    """The most specific offices; one that names no region takes it from the office above it."""
    mentions = _with_parents(mentions)
    if not mentions:
        return []
    level = max(m.head.level for m in mentions)
    region = next((m.region for m in mentions if m.region is not None), None)
    chosen = [m for m in mentions if m.head.level == level]
    return [m if m.region or not m.head.is_local else _with_region(m, region) for m in chosen]


def _with_parents(mentions: Sequence[Mention]) -> list[Mention]:
    """Faculties and the like with their university in the name; without one in sight they are left out."""
    named: list[Mention] = []
    for mention in mentions:
        if mention.head.written not in PARENTS:
            named.append(mention)
            continue
        parent = next((m for m in mentions if m.head.written in PARENTS[mention.head.written]), None)
        if parent is not None:
            words = (*mention.words, *parent.head.written.split(), *parent.words)
            named.append(Mention(mention.head, words, mention.region or parent.region, mention.start, mention.end))
    return named


def _with_region(mention: Mention, region: Region | None) -> Mention:
    return Mention(mention.head, mention.words, region, mention.start, mention.end)


def _running_texts(lines: Sequence[TextLine]) -> Iterator[str]:
    """Paragraphs, those of a format that ends paragraphs at each line put together again."""
    run: list[TextLine] = []
    for line in lines:
        if run and (_SENTENCE_END.search(run[-1].text) or len(run) > 40):
            yield run_together(run)[0]
            run = []
        run.append(line)
    if run:
        yield run_together(run)[0]


def _grouped(votes: Sequence[_Vote]) -> list[list[_Vote]]:
    """Votes for one agency together: alike letter by letter, or the shorter the beginning of the longer."""
    groups: list[list[_Vote]] = []
    for vote in sorted(votes, key=lambda v: -len(v.mention.key)):
        home = next((g for g in groups if _is_same(g[0].mention, vote.mention)), None)
        if home is None:
            groups.append([vote])
        else:
            home.append(vote)
    return groups


def _is_same(one: Mention, other: Mention) -> bool:
    if fuzz.ratio(one.key, other.key) >= SAME_NAME and re.findall(r"\d+", one.name) == re.findall(r"\d+", other.name):
        return True
    return len(other.words) >= 1 and one.kind == other.kind and _folded(one)[: len(other.words)] == _folded(other)


def _folded(mention: Mention) -> list[str]:
    return [word.lower() for word in mention.words]


def _strength(group: Sequence[_Vote]) -> float:
    prose = sum(v.weight for v in group if v.weight == PROSE_VOTE)
    return sum(v.weight for v in group if v.weight != PROSE_VOTE) + min(prose, MOST_PROSE_VOTES) + prose / 1000


def _fullest(group: Sequence[_Vote]) -> Mention:
    """The form of the name to print: the best supported one, where a longer one is supported well too the longer."""
    support: dict[str, float] = defaultdict(float)
    first: dict[str, Mention] = {}
    for vote in group:
        name = vote.mention.name.lower()
        support[name] += vote.weight
        first.setdefault(name, vote.mention)
    best = max(support.values())
    able = [name for name, weight in support.items() if weight >= 0.3 * best or weight >= FRONT_VOTE]
    return first[max(able, key=lambda name: (len(name), support[name]))]


def _full_name(mention: Mention, group: Sequence[_Vote], region: Region | None) -> str:
    """The unit with its region: added for a region's own office, and for another where the plan writes it so."""
    if region is None or region.full_name.lower() in mention.name.lower():
        return mention.name
    name = _without_bare_region(mention, region)
    if name != mention.name and all(v.mention.region is None for v in group):
        return mention.name
    return f"{name} {region.full_name}" if mention.head.is_local or _is_printed_with_region(group) else mention.name


def _is_printed_with_region(group: Sequence[_Vote]) -> bool:
    """Whether the plan writes the region with the name in a good share of places, by weight or by count."""
    named = [v for v in group if v.mention.region is not None]
    return sum(v.weight for v in named) >= 0.3 * sum(v.weight for v in group) or (
        len(named) >= 3 and len(named) >= 0.3 * len(group)
    )


def _without_bare_region(mention: Mention, region: Region | None) -> str:
    """ "Kecamatan Sumber Asri Malang" without the region's bare name, which its full name follows."""
    bare = mention.name
    if region is None or not mention.head.is_local or len(mention.words) < 2:
        return bare
    tail = " " + region.name
    return bare[: -len(tail)] if bare.lower().endswith(tail.lower()) else bare


def _region_name(region: Region | None) -> str | None:
    return region.full_name if region is not None else None


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())
