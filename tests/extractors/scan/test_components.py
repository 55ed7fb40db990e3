"""Connected marks: outlined, labelled, and the rows they lie in."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.scan.components import filled, labels_of, outlines, rows_near
from extractors.scan.paper.despeckle import despeckle
from extractors.scan.rules.erase import erase_rules
from extractors.scan.rules.ruling import find_ruling


def test_marks_that_share_a_box_are_told_apart() -> None:
    mask = np.zeros((60, 90), np.uint8)
    cv2.line(mask, (5, 5), (60, 40), (1,))
    mask[35:40, 10:20] = 1
    found = {box: int(filled(outline, box).sum()) for outline, box in outlines(mask)}
    assert found == {(5, 5, 56, 36): 56, (10, 35, 10, 5): 50}


@pytest.mark.parametrize("name, step, marks", [("print", 40, 750), ("dust", 4, 75_000)])
def test_every_mark_has_a_label_of_its_own(name: str, step: int, marks: int) -> None:
    mask = np.zeros((1000, 1200), np.uint8)
    mask[::step, ::step] = 1
    labels = labels_of(mask)
    assert (labels > 0).sum() == labels.max() == marks, name


@pytest.mark.parametrize("reach, rows", [(0, [3, 9]), (1, [2, 3, 4, 8, 9]), (3, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])])
def test_rows_near_marks(reach: int, rows: list[int]) -> None:
    mask = np.zeros((10, 5), np.uint8)
    mask[[3, 9], [1, 4]] = 1
    assert rows_near(mask, reach).tolist() == rows


def test_a_blank_page_has_nothing_on_it_to_take_off() -> None:
    page = np.full((900, 700), 255, np.uint8)
    ruling = find_ruling(page)
    assert (ruling.across, ruling.down) == ((), ())
    assert (erase_rules(despeckle(page, 200), ruling) == page).all()
