"""The Indonesian pipeline that spots things in a plan's prose: spaCy's blank("id") with plain tokens and rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

TokenPattern = Sequence[dict[str, object]]
Spotter = Callable[[str], "Doc"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_+")


LONGEST_TEXT = 100_000_000
"""Letters of one text; spaCy's own bound is there for models that need memory by the letter, which rules do not."""


class PlainTokenizer:
    """Runs of letters, runs of digits and single marks: official numbers and misread words split the same way always."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        spans = [found.span() for found in _TOKEN.finditer(text)]
        following = [*[start for start, _ in spans[1:]], len(text)][: len(spans)]
        words = [text[start:end] for start, end in spans]
        return Doc(self.vocab, words=words, spaces=[end < after for (_, end), after in zip(spans, following, strict=True)])


def spotter(rules: Sequence[tuple[str, TokenPattern]]) -> Spotter:
    """What marks the given patterns as a text's entities; each rule is (label, token pattern), the longest one wins."""
    from spacy.pipeline import EntityRuler

    language = _indonesian()
    ruler = EntityRuler(language)
    ruler.add_patterns([{"label": label, "pattern": list(pattern)} for label, pattern in rules])
    return lambda text: ruler(language.make_doc(text))


def words(phrase: str) -> list[dict[str, object]]:
    """The token pattern of a phrase, whatever its case; long words may have one letter misread, blanks may be hyphens."""
    pattern: list[dict[str, object]] = []
    for i, word in enumerate(re.findall(r"[\w']+", phrase)):
        if i:
            pattern.append({"ORTH": {"IN": ["-", "–", ".", "/"]}, "OP": "*"})
        pattern.append(_word(word.lower()))
    return pattern


def _word(word: str) -> dict[str, object]:
    if len(word) >= 7:
        return {"LOWER": {"FUZZY1": word}}
    return {"LOWER": word}


@cache
def _indonesian() -> Language:
    return blank_indonesian()


def blank_indonesian() -> Language:
    """spaCy's blank Indonesian; its own tokenizer, which takes two seconds to build, is not built."""
    import spacy

    spacy.registry.tokenizers("renja.plain.v1", func=_make_tokenizer)
    tokenizer = {"@tokenizers": "renja.plain.v1"}
    language = spacy.blank("id", config={"nlp": {"tokenizer": tokenizer}})
    language.max_length = LONGEST_TEXT
    return language


def _make_tokenizer() -> Callable[[Language], PlainTokenizer]:
    return lambda language: PlainTokenizer(language.vocab)
