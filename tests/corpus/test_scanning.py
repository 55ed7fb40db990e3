"""Scans of made-up plans: pictures only, the same every time, worn as their grade says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pypdfium2
import pytest

from corpus.compose import compose
from corpus.handling import Handling, handle
from corpus.invent import invent
from corpus.scanning import GRADES, scan, wear_page
from corpus.typeset_pdf import typeset_pdf
from corpus.wear import stamp

DRAFT = invent("bergaris", 3, 0.06)
PDF = typeset_pdf(compose(DRAFT))
SMALL = {name: replace(grade, dpi=50) for name, grade in GRADES.items()}
"""The grades at a resolution that is quick to wear."""


def landscape_page() -> np.ndarray:
    """White A4 landscape at 50 dpi with a box of lines."""
    page = np.full((413, 585, 3), 255, np.uint8)
    page[50:360:30, 40:540] = 0
    page[50:350, 40:545:100] = 0
    return page


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(page.get_width()), round(page.get_height())) for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("name", ["office", "phone"])
def test_same_seed_same_bytes(name: str) -> None:
    small = typeset_pdf(compose(invent("ringkas", 9, 0.0)))
    assert scan(small, SMALL[name], "a") == scan(small, SMALL[name], "a")


def test_a_scan_has_pictures_and_no_text() -> None:
    scanned = pypdfium2.PdfDocument(scan(PDF, SMALL["poor"], DRAFT.id))
    assert len(scanned) == len(pypdfium2.PdfDocument(PDF))
    assert "".join(page.get_textpage().get_text_bounded() for page in scanned).strip() == ""


def test_landscape_pages_go_through_the_feeder_sideways() -> None:
    assert any(width > height for width, height in sizes(PDF))
    assert all(width < height for width, height in sizes(scan(PDF, SMALL["office"], DRAFT.id)))


@pytest.mark.parametrize("name", sorted(GRADES))
def test_every_grade_wears_the_page(name: str) -> None:
    page = landscape_page()
    worn = wear_page(page, GRADES[name], np.random.default_rng(1))
    assert worn.dtype == np.uint8
    assert (worn.ndim == 3) == GRADES[name].is_colour
    assert worn.shape[:2] in ((413, 585), (585, 413))
    assert worn.min() < 120 < worn.max()


@pytest.mark.parametrize("what", ["folded", "is_punched", "initialled", "ticked"])
def test_hands_leave_their_marks_and_little_else(what: str) -> None:
    page = landscape_page()
    done = handle(page, replace(Handling(), **{what: True}), 50, np.random.default_rng(4))
    changed = (done != page).any(axis=2).mean()
    assert done.shape == page.shape and 0.0005 < changed < 0.1


def test_untouched_paper_stays_as_it_was() -> None:
    page = landscape_page()
    assert np.array_equal(handle(page, Handling(), 50, np.random.default_rng(4)), page)


def test_pages_laid_in_upside_down_come_out_so() -> None:
    page = np.full((585, 413, 3), 255, np.uint8)
    page[40:60, 40:300] = 0
    still = replace(GRADES["clean"], dpi=50, skew=0.0)
    turned = replace(still, handling=Handling(upside_down=1.0))
    one, other = (wear_page(page, grade, np.random.default_rng(6)) for grade in (still, turned))
    assert one[:293].mean() < 250 < one[293:].mean()
    assert other[293:].mean() < 250 < other[:293].mean()


def test_a_copied_stamp_is_grey_and_an_inked_one_is_not() -> None:
    page = np.full((585, 413, 3), 255, np.uint8)
    inked, copied = (stamp(page, 50, np.random.default_rng(7), is_copied=c) for c in (False, True))
    assert np.ptp(inked.astype(int), axis=2).max() > 60
    assert np.ptp(copied.astype(int), axis=2).max() == 0 and copied.min() < 200


def test_poor_copies_lose_more_of_their_rules_than_clean_ones() -> None:
    page = landscape_page()
    dark = {n: (wear_page(page, GRADES[n], np.random.default_rng(2)) < 100).mean() for n in ("clean", "poor")}
    assert dark["poor"] != dark["clean"]


def test_a_lost_page_holds_nothing_to_read() -> None:
    small = typeset_pdf(compose(invent("ringkas", 9, 0.0)))
    pages = pypdfium2.PdfDocument(scan(small, SMALL["office"], "a", lost_page=1))
    assert pages[0].render(scale=0.5).to_numpy().mean() < 60
    assert pages[1].render(scale=0.5).to_numpy().mean() > 150
