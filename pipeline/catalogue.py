"""The sentences people read, of checks, matcher and reports: one file a language in `texts/`, looked up by "section.key".

A sentence is filled in as by `str.format`; what stands behind a colon says how a value is told: `{day:date}` an ISO date or
month in words, `{codes:and}` a list, `{agency:agency}` a name that may be missing, `{note:fault}` a sentence kept in
Indonesian, `{count:row|rows}` a number with its word in one or more, `{role:cell}` the word for it in the section `[cell]`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from canonical.reason import Reason

LANGUAGES = ("id", "en")
KEPT_IN = "id"
"""The language of the sentences in document.json and of the errors below the pipeline."""
FAULTS = ("fault", "fault_detail", "run_fault")
"""Sections of sentences that are kept in Indonesian and found again by their words."""


class Texts(Formatter):
    """The catalogue of one language. A missing key raises KeyError: a report never shows a bare key."""

    def __init__(self, lang: str, sections: dict[str, dict[str, str | list[str]]]) -> None:
        self.lang = lang
        self._sections = sections

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of `key` with `{name}` filled from `values`."""
        section, _, name = key.partition(".")
        sentence = self._sections[section][name]
        if not isinstance(sentence, str):
            raise KeyError(f"{key} is a list of sentences")
        return self.vformat(sentence, (), values) if values else sentence

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "":
                told = str(value)
            case "date":
                told = self.date(str(value))
            case "and":
                told = self.listed(value)
            case "agency":
                told = str(value) or self("format.this_agency")
            case "fault":
                told = self.fault(str(value))
            case counted if "|" in counted:
                one, more = counted.split("|")
                told = f"{value} {one if str(value) == '1' else more}"
            case section:
                told = self(f"{section}.{value}")
        return told

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

    def keys_of(self, section: str) -> list[str]:
        return [f"{section}.{name}" for name in self._sections[section]]

    def reason(self, reason: Reason) -> str:
        """The sentence of a reason with its notes. Raises KeyError for a reason of another version."""
        section, _, name = reason.key.partition(".")
        sentence = self.vformat(str(self._sections[section][name]), (), reason.values)
        return sentence + "".join(map(self.reason, reason.notes))

    def why(self, told: str, reason: Reason | None) -> str:
        """A reason in this language; `told`, as it was kept, where this version does not know it."""
        try:
            return self.reason(reason) if reason is not None else told
        except KeyError:
            return told

    def fault(self, told: str) -> str:
        """A sentence kept in Indonesian about a file or page, in this language where the catalogue has it."""
        if self.lang == KEPT_IN:
            return told
        for pattern, key in _kept_faults():
            if found := pattern.fullmatch(told):
                said = found.groupdict()
                detail = said.pop("detail_behind")
                return self(key, **said) + (f" ({self.fault(detail)})" if detail else "")
        return told

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
        """ "2024-01-03" as "3 Januari 2024", "2024-01" as "Januari 2024"; what is no such date comes back unchanged."""
        found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", iso)
        if found is None:
            return iso
        month = f"{self.lines('format.months')[int(found[2]) - 1]} {found[1]}"
        return f"{int(found[3])} {month}" if found[3] else month

    def listed(self, items: tuple[str, ...]) -> str:
        """ "A", "A dan B", "A, B, dan C"."""
        if len(items) < 3:
            return f" {self('format.and')} ".join(items)
        return f"{', '.join(items[:-1])}, {self('format.and')} {items[-1]}"


@cache
def texts(lang: str) -> Texts:
    """Raises ValueError for a language without a catalogue."""
    if lang not in LANGUAGES:
        raise ValueError(f"no texts in {lang!r}; there are {', '.join(LANGUAGES)}")
    source = files("pipeline").joinpath("texts", f"{lang}.toml").read_text(encoding="utf-8")
    return Texts(lang, tomllib.loads(source))


@cache
def _kept_faults() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The Indonesian sentences of the sections in FAULTS, their blanks open, with a detail in brackets behind them or none.

    The wordiest come first: "halaman {number}" would also take what says more of a page.
    """
    kept = texts(KEPT_IN)
    keys = [key for section in FAULTS for key in kept.keys_of(section)]
    return tuple((_with_blanks(kept(key)), key) for key in sorted(keys, key=lambda key: -len(kept(key))))


def _with_blanks(sentence: str) -> re.Pattern[str]:
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(sentence))
    return re.compile(rf"{pattern}(?: \((?P<detail_behind>.*)\))?", re.DOTALL)


def as_sentence(text: str) -> str:
    """With a capital at its beginning and a full stop at its end."""
    text = text.strip()
    closed = text if not text or text[-1] in ".!?…" else f"{text}."
    return closed[:1].upper() + closed[1:]
