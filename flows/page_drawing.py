"""What was found on a page, drawn on it: rules, cells, the roles of columns, and words coloured by confidence."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.document import Box, Page, Rule, Table, Word
from pipeline.plan import Column

Colour = tuple[int, int, int]
"""Blue, green, red."""

ACROSS, DOWN = (0, 0, 230), (230, 0, 0)
CELL = (0, 170, 0)
ROLE = (160, 0, 160)
SURE, DOUBTFUL, UNSURE = (60, 160, 0), (0, 150, 255), (0, 0, 255)
DOUBTFUL_BELOW, UNSURE_BELOW = 0.9, 0.6
"""Confidences below which a word is drawn orange and red; others are green."""

CELL_INSET_POINTS = 1.5
LABEL_POINTS = 8.0
FONT = cv2.FONT_HERSHEY_SIMPLEX


def draw_page(image: np.ndarray, page: Page, tables: Sequence[Table], columns: Sequence[Column], scale: float) -> np.ndarray:
    """A copy of the page's straight image (BGR, `scale` pixels a point) with everything found on it."""
    drawn = cv2.addWeighted(image, 0.75, np.full_like(image, 255), 0.25, 0)
    for word in page.words:
        _frame(drawn, word.box, scale, _colour_of(word), 1)
    for table in tables:
        for cell in table.cells:
            if cell.place.box is not None:
                _frame(drawn, _inset(cell.place.box), scale, CELL, 1)
    for rule in page.rules:
        _line(drawn, rule, scale)
    for number, column in enumerate(columns):
        for place in column.where:
            if place.page == page.number and place.box is not None:
                _label(drawn, column.role, place.box, scale, is_raised=number % 2 == 1)
    return drawn


def _colour_of(word: Word) -> Colour:
    if word.confidence < UNSURE_BELOW:
        return UNSURE
    return DOUBTFUL if word.confidence < DOUBTFUL_BELOW else SURE


def _inset(box: Box) -> Box:
    x0, top, x1, bottom = box
    return (x0 + CELL_INSET_POINTS, top + CELL_INSET_POINTS, x1 - CELL_INSET_POINTS, bottom - CELL_INSET_POINTS)


def _frame(image: np.ndarray, box: Box, scale: float, colour: Colour, thickness: int) -> None:
    x0, top, x1, bottom = (round(v * scale) for v in box)
    cv2.rectangle(image, (x0, top), (x1, bottom), colour, thickness)


def _line(image: np.ndarray, rule: Rule, scale: float) -> None:
    start = (round(rule.x0 * scale), round(rule.top * scale))
    end = (round(rule.x1 * scale), round(rule.bottom * scale))
    cv2.line(image, start, end, ACROSS if rule.is_horizontal else DOWN, 2)


def _label(image: np.ndarray, text: str, box: Box, scale: float, *, is_raised: bool) -> None:
    """Every second label is raised by a line: over narrow columns neighbours would run into one another."""
    x0, bottom = round(box[0] * scale) + 2, round(box[1] * scale) - 4 - (round(LABEL_POINTS * scale) if is_raised else 0)
    cv2.putText(image, text, (x0, max(bottom, 12)), FONT, 0.25 * scale, ROLE, max(round(0.5 * scale), 1), cv2.LINE_AA)
