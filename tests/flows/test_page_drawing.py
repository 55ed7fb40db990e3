"""`renja inspect`: what was found on a page is drawn where it was found, in the colour that tells what it is."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

from extractors.document import Box, Cell, Page, Place, Rule, Table, Word
from flows.cli import app
from flows.page_drawing import ACROSS, CELL, DOUBTFUL, DOWN, ROLE, SURE, UNSURE, Colour, draw_page
from pipeline.plan import Column

SCALE = 2.0
WHITE = np.full((200, 400, 3), 255, np.uint8)


def colours_in(image: np.ndarray, box: Box) -> set[Colour]:
    x0, top, x1, bottom = (round(v * SCALE) for v in box)
    pixels = image[top : bottom + 1, x0 : x1 + 1].reshape(-1, 3)
    return {(int(b), int(g), int(r)) for b, g, r in pixels} - {(255, 255, 255)}


def drawn(page: Page, tables: tuple[Table, ...] = (), columns: tuple[Column, ...] = ()) -> np.ndarray:
    return draw_page(WHITE, page, tables, columns, SCALE)


@pytest.mark.parametrize(
    ("confidence", "colour"), [(1.0, SURE), (0.9, SURE), (0.89, DOUBTFUL), (0.6, DOUBTFUL), (0.59, UNSURE), (0.0, UNSURE)]
)
def test_words_are_framed_by_how_sure_they_are(confidence: float, colour: Colour) -> None:
    box = (20.0, 30.0, 60.0, 40.0)
    image = drawn(Page(1, 200, 100, (Word("isi", box, confidence=confidence),)))
    assert colours_in(image, box) == {colour}
    assert colours_in(image, (70, 30, 190, 90)) == set()


def test_rules_are_told_apart_by_their_way() -> None:
    image = drawn(Page(1, 200, 100, (), (Rule(10, 20, 150, 20), Rule(180, 10, 180, 90))))
    assert colours_in(image, (20, 20, 140, 20)) == {ACROSS}
    assert colours_in(image, (180, 20, 180, 80)) == {DOWN}


def test_cells_are_framed_within_their_rules_and_those_without_a_place_are_not() -> None:
    cells = (Cell(0, 0, "", (), Place(1, (10, 10, 100, 60))), Cell(0, 1, "", (), Place(1)))
    image = drawn(Page(1, 200, 100), (Table(cells, 1, 2, Place(1)),))
    assert colours_in(image, (11.5, 11.5, 98.5, 58.5)) == {CELL}
    assert colours_in(image, (10, 10, 100, 10.5)) == set()


def test_roles_stand_on_their_own_page_every_second_a_line_higher() -> None:
    columns = tuple(
        Column("action", "LANGKAH", (Place(number, (x, 60, x + 40, 80)),)) for number, x in ((1, 10), (1, 100), (2, 150))
    )
    image = drawn(Page(1, 200, 100), columns=columns)
    assert ROLE in colours_in(image, (10, 51, 50, 58))
    assert ROLE in colours_in(image, (100, 43, 140, 50)) and ROLE not in colours_in(image, (100, 51, 140, 58))
    assert colours_in(image, (150, 30, 199, 99)) == set()


def test_the_command_draws_a_page_of_a_sample(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "corpus" / "samples" / "dinas-lanskap.pdf"
    out = tmp_path / "halaman.png"
    result = CliRunner().invoke(app, ["inspect", str(sample), "--page", "8", "--out", str(out)], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    assert "1 tabel" in result.output
    image = cv2.imread(str(out))
    assert image is not None and (image == ROLE).all(axis=2).any()
