"""The sentences of the reports: one file a language in `texts/`, looked up by "section.key"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("id", "en")


class Texts:
    """The catalogue of one language. A missing key raises KeyError: a report never shows a bare key."""

    def __init__(self, lang: str, sections: dict[str, dict[str, str | list[str]]]) -> None:
        self.lang = lang
        self._sections = sections

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of `key` with `{name}` filled from `values`."""
        section, _, name = key.partition(".")
        sentence = self._sections[section][name]
        if not isinstance(sentence, str):
            raise KeyError(f"{key} is a list of sentences")
        return sentence.format(**values) if values else sentence

    def lines(self, key: str) -> list[str]:
        """The sentences of a key that holds a list."""
        section, _, name = key.partition(".")
        sentences = self._sections[section][name]
        return [sentences] if isinstance(sentences, str) else list(sentences)

    def has(self, key: str) -> bool:
        section, _, name = key.partition(".")
        return name in self._sections.get(section, {})

    def keys(self) -> set[str]:
        return {f"{section}.{name}" for section, texts in self._sections.items() for name in texts}

    def number(self, value: float, digits: int = 2) -> str:
        """At most `digits` decimals, no trailing zeros, with the language's decimal sign."""
        text = f"{value:.{digits}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return "0" if text == "-0" else text.replace(".", self("format.decimal"))

    def points(self, value: float) -> str:
        """With two decimals always, for columns of weights."""
        return f"{value:.2f}".replace(".", self("format.decimal"))

    def date(self, iso: str) -> str:
        """ "2024-01-03" as "3 Januari 2024"; what is no such date comes back unchanged."""
        parts = iso.split("-")
        if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
            return iso
        return f"{int(parts[2])} {self.lines('format.months')[int(parts[1]) - 1]} {parts[0]}"


@cache
def texts(lang: str) -> Texts:
    """Raises ValueError for a language without a catalogue."""
    if lang not in LANGUAGES:
        raise ValueError(f"no texts in {lang!r}; there are {', '.join(LANGUAGES)}")
    source = files("pipeline.reports").joinpath("texts", f"{lang}.toml").read_text(encoding="utf-8")
    return Texts(lang, tomllib.loads(source))


def as_sentence(text: str) -> str:
    """With a capital at its beginning and a full stop at its end."""
    text = text.strip()
    closed = text if not text or text[-1] in ".!?…" else f"{text}."
    return closed[:1].upper() + closed[1:]
