"""A sentence as stems: spelling folded, synonyms unified, Indonesian affixes taken off, assertions marked.

"WBS telah dievaluasi" and "Evaluasi atas Whistle Blowing System sudah dilaksanakan" become the same stems. A stem is
marked as asserted where the sentence says it of something (telah dievaluasi) rather than names it (penerapan yang …).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from canonical.lists import read_data


def _small_words(kind: str) -> frozenset[str]:
    return frozenset(line["word"] for line in read_data("small-words.csv") if line["kind"] == kind)


LIGHT_WORDS = _small_words("light")
"""Words that say nothing about which indicator is meant."""

FAINT_STEMS = _small_words("faint")
"""Stems that say little: they count, but far less than their rarity in the lists would make them."""

EVENT_CARRIERS = _small_words("carrier")
"""Light verbs after which a noun is what is asserted: "telah dilakukan evaluasi"."""

_PREPOSITIONS = _small_words("preposition")

_ROOTS = {line["word"]: line["root"] for line in read_data("roots.csv")}
"""Words the affix rules below would cut wrongly, and forms that share a meaning but no stem."""

_STEP_PATTERNS = (
    (re.compile(r"^(?:meny|peny)(?=[aeiou])"), "s"),
    (re.compile(r"^(?:meng|peng)(?=[aeioughk])"), ""),
    (re.compile(r"^(?:mem|pem)(?=[aiou])(?!per|ber)"), "p"),
    (re.compile(r"^(?:mem|pem)(?=e)(?!perk|ber)"), "p"),
    (re.compile(r"^(?:mem|pem)(?=[bpf])"), ""),
    (re.compile(r"^(?:men|pen)(?=[aeiou])"), "t"),
    (re.compile(r"^(?:men|pen)(?=[dtcjs])"), ""),
    (re.compile(r"^(?:me|pe)(?=[lrwymn][aeiou])"), ""),
    (re.compile(r"^(?:ter|ber|per)(?=[a-z]{4})"), ""),
    (re.compile(r"^(?:di|ke|se)(?=[a-z]{4})"), ""),
)
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:nya|lah|kah)$")
_SUFFIX_KAN = re.compile(r"(?<=[a-z]{4})kan$")
_SUFFIX_AN = re.compile(r"(?<=[a-z]{4})an$")
_SUFFIX_I = re.compile(r"(?<=[a-z]{4}[^s])i$")
_MARKED = re.compile(r"^(?:di|me[mnlrwy]?|ter)[a-z]{4}")
_SPLIT_DI = re.compile(
    r"\bdi[ -](?=[a-z]{4,}kan\b|evaluasi\b|tindak|internalisasi|sosialisasi|implementasi|monitor|monev|publikasi|revi|pantau"
    r"|tetapkan|mutakhir|bangun\b|bentuk\b|susun\b|laksana|terap)"
)
_NUMBERING = re.compile(r"^\s*(?:[-•*–]+|\(?[a-z0-9]{1,2}[.)]|[ivx]{1,4}[.)])\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9]+")
_CLAUSE_END = re.compile(r"[.;\n:]")
_SAID_OF = frozenset(("telah", "sudah"))
_WHERE = frozenset(("di", "pada", "kabupaten", "kota", "provinsi"))
_AND = frozenset(("dan", "serta", "hingga", "sampai"))


@dataclass(frozen=True, slots=True)
class Term:
    """A stem of a sentence; `sure` is below 1 where the word was only near to a known one (typing or OCR). `placed`: it
    follows "di", "pada" or "Kabupaten" and tells where, not what."""

    stem: str
    asserted: bool
    sure: float = 1.0
    placed: bool = False


def fold(text: str) -> str:
    """Lower case, plain hyphens and quotes, numbering and list marks taken off, "di evaluasi" joined, clauses kept."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("–", "-").replace("—", "-").replace("&", " dan ")
    plain = _NUMBERING.sub("", plain).replace("(s)", "").replace("…", " ")
    return _SPLIT_DI.sub("di", plain)


def words_of(text: str) -> list[str]:
    """The words of a folded text; ends of clauses stay as ".", commas and strokes as ","."""
    return re.findall(r"[a-z0-9]+|[.;:\n]|[,/]", text.replace("\n", " . "))


@cache
def root(word: str) -> str:
    """The stem of an Indonesian word: suffixes, then prefixes, by rule; not a dictionary word, but the same for its forms."""
    if word in _ROOTS:
        return _ROOTS[word]
    bare = _SUFFIX.sub("", word)
    if bare in _ROOTS:
        return _ROOTS[bare]
    stem = _without_prefixes(_without_suffix(bare, word))
    return _ROOTS.get(stem, stem)


def _without_suffix(word: str, original: str) -> str:
    if _SUFFIX_KAN.search(word):
        return _SUFFIX_KAN.sub("", word)
    if _SUFFIX_AN.search(word):
        return _SUFFIX_AN.sub("", word)
    if _SUFFIX_I.search(word) and _MARKED.match(original):
        return _SUFFIX_I.sub("", word)
    return word


def _without_prefixes(word: str) -> str:
    for _ in range(3):
        shorter = _without_prefix(word)
        if shorter == word or len(shorter) < 3:
            return word
        word = shorter
    return word


def _without_prefix(word: str) -> str:
    for pattern, put in _STEP_PATTERNS:
        if pattern.match(word) and len(word) > 5:
            return pattern.sub(put, word, count=1)
    return word


def is_verb(word: str) -> bool:
    """Whether a word carries a verb's prefix (diterapkan, menerapkan, terintegrasi), not only its letters (mekanisme)."""
    return bool(_MARKED.match(word)) and root(word) != word and not word.startswith("terhadap")


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {" ".join(_TOKEN.findall(line["variant"])): line["term"] for line in read_data("terms.csv")}
    longest_first = sorted(table, key=lambda v: (-len(v), v))
    return re.compile(r"\b(?:" + "|".join(re.escape(v) for v in longest_first) + r")\b"), table


def unify(words: list[str]) -> list[str]:
    """Synonyms and abbreviations in the lists' own words; twice, as one replacement may make another's words."""
    pattern, table = _synonyms()
    text = " ".join(words)
    for _ in range(2):
        text = pattern.sub(lambda m: table[m.group()], text)
    return text.split()


def terms_of(words: list[str], sure: dict[str, float] | None = None) -> tuple[Term, ...]:
    """Stems of unified words in order, light words left out, assertions marked (`sure`: word → nearness).

    Asserted are verbs outside relative clauses ("yang …"), what a light verb carries ("telah dilakukan evaluasi"), what is
    joined to either, and the first word of a clause without a verb of its own ("Evaluasi atas penerapan …").
    """
    reader = _Reader(sure or {})
    for word in words:
        reader.take(word)
    return tuple(reader.terms)


class _Reader:
    """Goes through a sentence word by word and remembers what bears on the next one."""

    def __init__(self, sure: dict[str, float]) -> None:
        self.terms: list[Term] = []
        self._sure = sure
        self._begin_clause()

    def _begin_clause(self) -> None:
        self._head = True  # nothing but small words yet in this clause
        self._subjects: list[int] = []  # the clause's first words, as long as no verb speaks of them
        self._carried = self._joined = self._relative = self._placed = False

    def take(self, word: str) -> None:
        if _CLAUSE_END.match(word):
            self._begin_clause()
        elif word == "yang":
            self._relative = True
        elif word in _AND or word in (",", "/"):
            self._joined, self._placed = bool(self.terms) and self.terms[-1].asserted, False
        elif word in EVENT_CARRIERS:
            self._take_carrier(word)
        elif word in LIGHT_WORDS:
            self._take_small(word)
        else:
            self._take_term(word)

    def _take_carrier(self, word: str) -> None:
        if not self._relative:
            self._subjects = []  # "Survei telah dilakukan": what was done is the subject itself
        if word not in LIGHT_WORDS:
            self._add(word, asserted=self._head or self._carried)
        self._head, self._carried, self._joined, self._relative = False, True, False, False

    def _take_small(self, word: str) -> None:
        preposition = word in _PREPOSITIONS
        self._carried = (self._carried or word in _SAID_OF) and not preposition
        self._head = self._head and not preposition
        self._placed = word in _WHERE or (self._placed and not preposition)

    def _take_term(self, word: str) -> None:
        verb = is_verb(word) and not self._relative
        if verb:
            for n in self._subjects:
                self.terms[n] = replace(self.terms[n], asserted=False)
            self._subjects = []
        elif self._head or (self._joined and self._subjects):
            self._subjects.append(len(self.terms))
        self._placed = self._placed and not verb
        self._add(word, asserted=self._head or self._carried or self._joined or verb)
        self._head = self._carried = self._joined = self._relative = False

    def _add(self, word: str, asserted: bool) -> None:
        self.terms.append(Term(root(word), asserted, self._sure.get(word, 1.0), self._placed))


def letters_of(words: list[str]) -> str:
    """The words run together without the light ones: what is compared letter by letter, blind to blanks lost or added."""
    return "".join(w for w in words if w[0].isalnum() and w not in LIGHT_WORDS)
