"""Where something stands, in words: "hlm. 17, 18"."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import Place
from pipeline.catalogue import Texts


def pages_of(places: Iterable[Place]) -> list[int]:
    """The pages, each once, in order."""
    return sorted({place.page for place in places if place.page is not None})


def in_words(places: Iterable[Place], t: Texts) -> str:
    """Pages, or blocks in formats without pages; "" where there is neither."""
    places = tuple(places)
    pages = pages_of(places)
    if pages:
        return t("format.page", pages=numbers_in_words(pages))
    blocks = sorted({place.block for place in places if place.block is not None})
    return t("format.block", blocks=numbers_in_words(blocks)) if blocks else ""


def in_rows(places: Iterable[Place], rows: Iterable[int], t: Texts) -> str:
    """Pages and the numbers of action rows; blocks, which no reader can count, only where there is neither."""
    places, rows = tuple(places), sorted(rows)
    found = [in_words(places, t)] if pages_of(places) or not rows else []
    return ", ".join([*found, *([t("format.row", rows=numbers_in_words(rows))] if rows else [])])


def numbers_in_words(numbers: Iterable[int]) -> str:
    """ "3, 5–7": runs of three and more are drawn together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run_in_words(run) for run in runs)


def _run_in_words(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run)
