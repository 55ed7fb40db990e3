"""How much a text sounds like what stands in a column: a score a role, positive where it does.

The scores are hand-set weights in one unit (about a factor of e in odds); the words are those such plans are written
with, whatever the agency.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.action_table.known import component_likeness
from pipeline.flattened.known import candidates, likeness
from pipeline.flattened.words import (
    ANCHOR,
    CONDITION,
    DANGLING,
    DATE_JOINT,
    DEED_INSIDE,
    EVIDENCE,
    FIRST_ITEM,
    FREQUENCY,
    LETTER,
    LINKING,
    LONE_LABEL,
    MARK_INSIDE,
    MONTH_MARKS,
    NUMBER,
    OUTPUT,
    PERSON,
    TIME_WORD,
    TOLD,
    VERB,
    VERBAL_NOUN,
)
from pipeline.plan import Role

MOST_CONDITION_WORDS = 5
NOTHING = frozenset({"-", "–", "—"})
"""What stands in a cell that has nothing to say."""
MOST_TIME_WORDS = 18
MARKED = 3.0
"""What a mark of the months costs in any other cell."""
SURE_SENTENCE = 84.0
"""Likeness in percent from which a text is an indicator of the regulation."""
_AND = re.compile(r" (?:dan|serta) ")
ROMAN_NUMBER = -1.0
"""Rows are counted 1, 2, 3; a Roman numeral or a capital is the end of a cell ("Pokja / III"), or the label of a title."""
MOST_WORDS: dict[Role, int] = {
    "number": 1, "schedule": MOST_TIME_WORDS, "month": 12, "component": 24, "area": 24, "output": 40, "person": 40,
}  # fmt: skip
"""Longer texts stand in no cell of the role."""
SAME_SENTENCE, SAME_CELL, NEXT_ITEM = 4.5, 2.5, 1.0
"""What an early line end costs at most: before a word that goes on, before one that may begin anything, before what the items
of such a cell begin with."""
TORN_DATE = 5.0


def score(role: Role, text: str, sentences: Sequence[str]) -> float:
    """How much `text` sounds like a whole cell of the role; `sentences` are the indicators it may be."""
    said = _indicator(text, sentences) if role == "indicator" else _SCORES.get(role, _other)(text)
    return said - (MARKED if role not in {"month", "schedule"} and MARK_INSIDE.search(text) else 0.0)


@lru_cache(maxsize=50_000)
def time_score(text: str) -> float:
    """From +5 (nothing but a time) down to below 0."""
    words = text.split()
    if text in NOTHING or MONTH_MARKS.fullmatch(text):
        return _marks(text)
    if len(words) > MOST_TIME_WORDS:
        return -10.0
    share = sum(1 for word in words if _is_time_word(word)) / len(words)
    if len(words) <= MOST_CONDITION_WORDS and CONDITION.match(text):
        return max(3.0, 5.0 * share)
    if not ANCHOR.search(text):
        return -4.0 - 6.0 * (1 - share)
    if share == 1.0:
        return 5.0 if len(words) <= 12 else 2.0
    return 5.0 - 14.0 * (1 - share) - 0.3 * max(0, len(words) - 6)


@lru_cache(maxsize=20_000)
def _is_time_word(word: str) -> bool:
    return TIME_WORD.fullmatch(word) is not None


def is_time(text: str) -> bool:
    return time_score(text) >= 4.0


def may_begin(word: str) -> bool:
    """Whether a word may begin a cell inside a line: no small letter but an item's or that of a time ("bulanan")."""
    return not word[0].islower() or LETTER.fullmatch(f"{word} ") is not None or FREQUENCY.fullmatch(word) is not None


def end_score(text: str) -> float:
    """Below 0 where a text cannot well end here."""
    if text in NOTHING:
        return 0.0
    loose = -4.0 if DANGLING.search(text[-12:]) or LONE_LABEL.search(text[-6:]) else 0.0
    return loose - (2.5 if text.count("(") > text.count(")") else 0.0)


def joint_cost(last: str, following: str) -> float:
    """What it costs to end a cell between two words, by what they are together."""
    return TORN_DATE if DATE_JOINT.fullmatch(f"{last} {following.rstrip('.,;)')}") else 0.0


def start_score(text: str) -> float:
    """Below 0 where a text cannot well begin here."""
    first = text[0]
    if first.islower():
        return -7.0 if LINKING.match(text) else -3.5
    if text.count(")") > text.count("(") and not re.match(r"\w{1,2}\)", text):
        return -2.5
    return -4.0 if first in "/,.;:)&" or (first in "-–" and len(text) > 1) else 0.0


def break_cost(role: Role, word: str) -> float:
    """What an early line end before a word costs at most: actions are lists of deeds, evidence of papers."""
    if word[0].islower() or role in {"indicator", "component", "area"}:
        return SAME_SENTENCE
    if role in {"action", "evidence"} and word[0].isalpha():
        is_deed = VERB.fullmatch(word) is not None or VERBAL_NOUN.match(word) is not None
        is_paper = not is_deed and EVIDENCE.match(word) is not None
        if is_deed or is_paper:
            return NEXT_ITEM if is_deed == (role == "action") else SAME_SENTENCE
    return SAME_CELL


def _number(text: str) -> float:
    if NUMBER.fullmatch(text) is None:
        return -25.0
    return ROMAN_NUMBER if text.isupper() else 3.0


@lru_cache(maxsize=100_000)
def _component(text: str) -> float:
    if is_time(text):
        return -6.0
    words = len(text.split())
    if words > 18:
        return -8.0
    alike = component_likeness(text)
    known = _graded(alike, ((72.0, 3.0), (88.0, 5.0), (100.0, 7.0)))
    said = -1.5 if TOLD.search(text) else 0.0
    deed = -4.0 if VERB.match(text) or DEED_INSIDE.search(text) else 0.0
    paper = -1.5 if not known and EVIDENCE.match(text) else 0.0
    return known + said + deed + paper - 0.7 * max(0, words - 8)


def _indicator(text: str, sentences: Sequence[str]) -> float:
    if is_time(text):
        return -8.0
    alike = likeness(text, sentences)
    if alike < SURE_SENTENCE:
        alike = max(alike, _likeness_of_two(text, sentences))
    known = _graded(alike, ((65.0, 1.0), (75.0, 3.0), (84.0, 6.0), (92.0, 9.0), (100.0, 11.0)), -0.5)
    told = 1.0 if TOLD.search(text) else 0.0
    short = -4.0 if len(text.split()) < 3 and alike < SURE_SENTENCE else 0.0
    first = text.split(" ", 1)[0]
    deeds = -3.0 if FIRST_ITEM.search(text) or DEED_INSIDE.search(text) else 0.0
    other = -2.0 if known < 0 and (VERB.fullmatch(first) or EVIDENCE.match(text)) else 0.0
    return known + told + short + other + deeds - (4.0 if first[0].islower() and LETTER.match(text) is None else 0.0)


def _likeness_of_two(text: str, sentences: Sequence[str]) -> float:
    """Likeness in percent of a text to two indicators in one cell, joined by "dan": that of the one less alike."""
    best = 0.0
    for joint in _AND.finditer(text):
        left = likeness(text[: joint.start()], sentences)
        if left > max(best, SURE_SENTENCE):
            right = text[joint.end() :]
            best = max(best, min(left, likeness(right, candidates(right.split()))))
    return best


def _graded(value: float, steps: Sequence[tuple[float, float]], below: float = 0.0) -> float:
    """A score along a line through (value, score) points; `below` before the first."""
    if value < steps[0][0]:
        return below
    for (low, less), (high, more) in pairwise(steps):
        if value <= high:
            return less + (more - less) * (value - low) / (high - low)
    return steps[-1][1]


def _action(text: str) -> float:
    if is_time(text):
        return -7.0
    first = text.split(" ", 1)[0]
    begun = 2.5 if VERB.fullmatch(first) else 1.5 if VERBAL_NOUN.match(first) else 0.0
    named = -1.0 if EVIDENCE.match(text) and not begun else 0.0
    return begun + named + (-2.0 if OUTPUT.fullmatch(text) else 0.0)


def _evidence(text: str) -> float:
    if is_time(text):
        return -7.0
    first = text.split(" ", 1)[0]
    named = 2.5 if EVIDENCE.match(text) else 1.0 if re.match(r"1[.)]\s*\S", text) else 0.0
    begun = -2.0 if VERB.fullmatch(first) or DEED_INSIDE.search(text) else 0.0
    return named + begun + (-3.0 if OUTPUT.fullmatch(text) else 0.0)


def _marks(text: str) -> float:
    return 5.0 if MONTH_MARKS.fullmatch(text) else 2.0 if text in NOTHING else -10.0


def _output(text: str) -> float:
    if OUTPUT.fullmatch(text):
        return 5.0 - 0.4 * max(0, len(text.split()) - 8)
    if re.match(r"(?:19|20)\d\d\b", text):
        return -3.0
    return (-4.0 if is_time(text) else 0.5) - 0.4 * max(0, len(text.split()) - 5)


def _person(text: str) -> float:
    named = 2.0 if PERSON.search(text) else 0.0
    other = -4.0 if is_time(text) or VERB.match(text) or DEED_INSIDE.search(text) else 0.0
    return named + other - 0.5 * max(0, len(text.split()) - 6)


def _other(text: str) -> float:
    return -0.1 * len(text.split())


_SCORES: dict[Role, Callable[[str], float]] = {
    "number": _number,
    "component": _component,
    "area": _component,
    "action": _action,
    "evidence": _evidence,
    "schedule": time_score,
    "month": _marks,
    "output": _output,
    "person": _person,
}
