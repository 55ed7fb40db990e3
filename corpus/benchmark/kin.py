"""Plans that share text though nobody copied: what `copied_text` must leave alone.

Two plans of one office in two years, and pairs of offices that quote the same standard texts: definitions of the programme's
regulations and of laws, the service pledge every counter displays, the formulas of decrees and of the integrity pact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from corpus.benchmark.documents import BenchDocument
from corpus.benchmark.reading import Reading
from corpus.draft import Draft
from corpus.indicators import DATA, read_lines
from corpus.invent import invent
from corpus.layouts import LAYOUTS
from corpus.make import write_plan
from corpus.planting import add_prose, look_alike
from pipeline.copied_text import find_copied_text
from pipeline.records import PlanRecord

KIND = "copied_text"
SEED = 5
SHARE = 0.15
"""Short plans, in which three standard texts weigh much."""
TEXTS_A_PAIR = 3
RUN_WORDS = 12

STANDARD_TEXTS = tuple(line["text"] for line in read_lines(DATA / "standard_texts.csv"))
"""Wordings of laws and of the programme's regulations, and the models that come with them."""


@dataclass(frozen=True)
class LeftAlone:
    """`left` of `planted` look-alikes are in no finding."""

    planted: int
    left: int


def kin_documents(folder: Path) -> list[BenchDocument]:
    """The plans as Word files below `folder`, with truth files that name their look-alikes."""
    for draft in kin_plans():
        write_plan(draft, ("docx",), folder)
    truths = folder / "truth"
    return [BenchDocument(p.name, "kin", "docx", p, truths / f"{p.stem}.json") for p in sorted((folder / "plans").iterdir())]


def kin_plans() -> Iterator[Draft]:
    names = list(LAYOUTS)
    for name in names[10:16]:
        draft = invent(name, SEED, SHARE, has_faults=False)
        yield draft
        yield next_year(draft)
    for at, start in enumerate(range(0, len(STANDARD_TEXTS), TEXTS_A_PAIR)):
        for name in names[2 * at : 2 * at + 2]:
            yield quoting(invent(name, SEED, SHARE, has_faults=False), STANDARD_TEXTS[start : start + TEXTS_A_PAIR])


def quoting(draft: Draft, texts: Sequence[str]) -> Draft:
    for text in texts:
        add_prose(draft, text, ("BAB I", "BAB II"))
        look_alike(draft, KIND, text, "a standard text, which any office may quote")
    return draft


def next_year(draft: Draft) -> Draft:
    """The same office a year on: nothing but the years is new, and the name is in capitals."""
    later: Draft = _moved_on(replace(deepcopy(draft), id=f"{draft.id}-lanjut"), draft.year)
    later = replace(later, year=draft.year + 1, agency=replace(draft.agency, name=draft.agency.name.upper()))
    look_alike(later, KIND, draft.id, "the same office's plan of the year before")
    return later


def _moved_on(value: Any, year: int) -> Any:
    """The same with the next year for `year` in every text of it."""
    if isinstance(value, str):
        return value.replace(str(year), str(year + 1))
    if isinstance(value, list | tuple):
        return type(value)(_moved_on(item, year) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _moved_on(getattr(value, f.name), year) for f in fields(value)})
    return value


def score_kin(documents: Sequence[BenchDocument], readings: Sequence[Reading]) -> LeftAlone:
    """A pair of one office must not be reported, a standard text in no passage that is shown."""
    records = {d.truth.stem: PlanRecord.model_validate(r.record) for d, r in zip(documents, readings, strict=True) if r.record}
    reported = find_copied_text(records)
    pairs = {frozenset(found.documents) for found in reported}
    shown = [_words(passage.text) for found in reported for passage in found.passages]
    planted = {(name, text) for name in records for text in _look_alikes(documents, name)}
    left = sum(
        frozenset((name, text)) not in pairs if text in records else not any(_holds(words, text) for words in shown)
        for name, text in planted
    )
    return LeftAlone(len(planted), left)


def _look_alikes(documents: Sequence[BenchDocument], name: str) -> Iterator[str]:
    truth = next(d.truth for d in documents if d.truth.stem == name)
    for alike in json.loads(truth.read_text(encoding="utf-8"))["look_alikes"]:
        if alike["kind"] == KIND:
            yield alike["text"]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _holds(words: list[str], text: str) -> bool:
    """Whether a passage has RUN_WORDS words of the text in a row."""
    passage, own = f" {' '.join(words)} ", _words(text)
    return any(f" {' '.join(own[i : i + RUN_WORDS])} " in passage for i in range(len(own) - RUN_WORDS + 1))
