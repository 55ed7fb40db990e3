"""Pages, blocks and rows as a reader is told them."""

from __future__ import annotations

import pytest

from extractors.document import Place
from pipeline.catalogue import texts
from pipeline.records import Chapter, Section
from pipeline.reports.places import in_rows, in_words, numbers_in_words, outline_of

PAGE_8, PAGE_9, BLOCK_4 = Place(page=8), Place(page=9), Place(block=4)


@pytest.mark.parametrize(
    ("numbers", "words"), [([3], "3"), ([3, 4], "3, 4"), ([3, 4, 5], "3–5"), ([1, 3, 4, 5, 9], "1, 3–5, 9"), ([], "")]
)
def test_numbers(numbers: list[int], words: str) -> None:
    assert numbers_in_words(numbers) == words


@pytest.mark.parametrize(
    ("places", "words"),
    [((PAGE_9, PAGE_8, PAGE_9), "hlm. 8, 9"), ((BLOCK_4,), "blok 4"), ((PAGE_8, BLOCK_4), "hlm. 8"), ((), "")],
)
def test_places(places: tuple[Place, ...], words: str) -> None:
    assert in_words(places, texts("id")) == words


@pytest.mark.parametrize(
    ("places", "rows", "words"),
    [
        ((PAGE_8,), (12,), "hlm. 8, baris 12"),
        ((BLOCK_4,), (12, 11), "baris 11, 12"),
        ((BLOCK_4,), (), "blok 4"),
        ((PAGE_8,), (), "hlm. 8"),
    ],
)
def test_blocks_are_told_only_where_there_is_nothing_better(places: tuple[Place, ...], rows: tuple[int, ...], words: str) -> None:
    assert in_rows(places, rows, texts("id")) == words


def at(block: int) -> tuple[Place, ...]:
    return (Place(block=block),)


CHAPTERS = (
    Chapter(
        label="BAB I", title="PENDAHULUAN", where=at(20), sections=(Section(label="1.1", title="Latar Belakang", where=at(22)),)
    ),
    Chapter(label="", title="RENCANA AKSI", where=at(40)),
    Chapter(label="BAB IX", title="TANPA TEMPAT"),
)


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ((3,), "bagian depan"),
        ((20,), "BAB I"),
        ((21, 22, 30), "BAB I; BAB I, 1.1"),
        ((90,), "RENCANA AKSI"),
        ((90, 2), "bagian depan; RENCANA AKSI"),
    ],
    ids=["before all", "a heading", "chapter and section", "no label", "far apart"],
)
def test_without_pages_chapters_and_sections_tell_the_place(blocks: tuple[int, ...], words: str) -> None:
    places = [Place(block=block) for block in blocks]
    assert in_words(places, texts("id"), outline_of(CHAPTERS)) == words


def test_pages_go_before_chapters() -> None:
    assert in_words([PAGE_8], texts("id"), outline_of(CHAPTERS)) == "hlm. 8"
