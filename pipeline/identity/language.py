"""The Indonesian pipeline that spots things in a plan's prose: spaCy's blank("id") with plain tokens and rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRuler
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

TokenPattern = Sequence[dict[str, object]]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_+")


class PlainTokenizer:
    """Runs of letters, runs of digits and single marks: official numbers and misread words split the same way always."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415  spaCy takes seconds to import; runs that read no prose go without

        spans = [found.span() for found in _TOKEN.finditer(text)]
        following = [start for start, _ in spans[1:]] + [len(text)]
        words = [text[start:end] for start, end in spans]
        return Doc(self.vocab, words=words, spaces=[end < after for (_, end), after in zip(spans, following, strict=True)])


def spotter(rules: Sequence[tuple[str, TokenPattern]]) -> Language:
    """A pipeline that marks the given patterns as entities; each rule is (label, token pattern), the longest one wins."""
    import spacy  # noqa: PLC0415

    language = spacy.blank("id")
    language.tokenizer = PlainTokenizer(language.vocab)
    ruler = cast("EntityRuler", language.add_pipe("entity_ruler", config={"validate": False}))
    ruler.add_patterns([{"label": label, "pattern": list(pattern)} for label, pattern in rules])
    return language


def words(phrase: str) -> list[dict[str, object]]:
    """The token pattern of a phrase, whatever its case; long words may have one letter misread, blanks may be hyphens."""
    pattern: list[dict[str, object]] = []
    for i, word in enumerate(re.findall(r"\w+", phrase)):
        if i:
            pattern.append({"ORTH": {"IN": ["-", "–", ".", "/"]}, "OP": "*"})
        pattern.append(_word(word.lower()))
    return pattern


def _word(word: str) -> dict[str, object]:
    if len(word) >= 8:
        return {"LOWER": {"FUZZY1": word}}
    return {"LOWER": word}
