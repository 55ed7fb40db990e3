"""Paper, stamps, dust, ruling lines taken off: what is kept and what goes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.scan.letters.crops import print_marks
from extractors.scan.letters.shapes import read_bar, read_bars, read_dashes
from extractors.scan.paper.despeckle import despeckle
from extractors.scan.paper.ink import even_paper, faded_stamps, without_empty_colour
from extractors.scan.rules.erase import erase_rules
from extractors.scan.rules.ruling import find_ruling
from tests.extractors.scan.pages import Grid, blank, draw_grid, speckled, table_page, write

DPI = 200
PURPLE = (150, 60, 90)


def grey(page: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)


def test_dust_goes_and_every_stop_stays() -> None:
    page = blank(800, 600)
    for line in range(6):
        write(page, "i. j; k: 1.234,5", 60, 100 + 80 * line)
    clean = grey(page)
    dirty = despeckle(grey(speckled(page, 400)), DPI)
    assert (dirty[clean == 255] < 128).sum() < 12
    assert (dirty[clean < 60] < 128).mean() > 0.999


def faint_line() -> np.ndarray:
    """A page with a line of small print so faint that its letters fall to pieces, apart from everything else."""
    page = blank(1200, 900)
    write(page, "RENCANA AKSI", 100, 120)
    cv2.putText(page, "evaluasi visi misi", (100, 500), cv2.FONT_HERSHEY_COMPLEX_SMALL, 1.0, (60, 60, 60), 1, cv2.LINE_AA)
    faint = 255 - (255 - cv2.GaussianBlur(grey(page), (0, 0), 0.8).astype(np.float32)) * 0.5
    noise = np.random.default_rng(4).normal(0, 5, faint.shape)
    return np.clip(faint + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("name", ["alone", "about it the noise of a table top", "on paper with the noise of bad light"])
def test_faint_letters_in_pieces_are_no_dust(name: str) -> None:
    page, dice = faint_line(), np.random.default_rng(5)
    if name.startswith("about"):
        edge = dice.integers(60, 260, page.shape)
        edge[20:-20, 20:-20] = 255
        page = np.minimum(page, edge).astype(np.uint8)
    if name.startswith("on"):
        page[600:800][dice.random((200, page.shape[1])) < 0.002] = 182
    line = slice(470, 520), slice(80, 1000)
    assert (despeckle(page, DPI)[line] < 200).sum() >= 0.98 * (page[line] < 200).sum(), name


def test_shaded_cell_becomes_white_and_its_letters_stay_dark() -> None:
    page = blank(800, 400)
    page[100:200, 100:700] = 190
    write(page, "LANGKAH AKSI", 130, 165)
    even = even_paper(grey(page), DPI)
    assert np.median(even[110:190, 110:690]) > 240
    assert even[110:190, 110:690].min() < 60


@pytest.mark.parametrize(
    "ink, width, paper",
    [(PURPLE, 5, (255, 255, 255)), ((185, 160, 150), 3, (255, 255, 255)), (PURPLE, 5, (225, 240, 250))],
    ids=["full ink", "thin and pale", "yellowed paper"],
)
def test_stamp_fades_and_black_print_under_it_stays(ink: tuple[int, int, int], width: int, paper: tuple[int, int, int]) -> None:
    page = blank(800, 600)
    page[:] = paper
    print_alone = grey(write(page.copy(), "Dokumen Rencana Kerja", 120, 300))
    ring = write(cv2.circle(page, (400, 300), 150, ink, width), "Dokumen Rencana Kerja", 120, 300)
    scanned = cv2.imdecode(cv2.imencode(".jpg", ring, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_COLOR)
    assert scanned is not None
    stamped = faded_stamps(scanned, DPI)
    assert (stamped[print_alone == print_alone.max()] < 180).mean() < 0.004
    assert stamped[print_alone < 20].max() < 100


@pytest.mark.parametrize(
    "name, colour, channels",
    [("grey in all channels", (90, 90, 90), 2), ("a stamp", PURPLE, 3), ("a pale fill", (250, 255, 255), 3)],
)
def test_only_colour_needs_three_channels(name: str, colour: tuple[int, int, int], channels: int) -> None:
    page = cv2.rectangle(write(blank(800, 400), "LANGKAH AKSI", 100, 150), (300, 200), (340, 230), colour, cv2.FILLED)
    seen = without_empty_colour(page)
    assert seen.ndim == channels, name
    assert (seen == (grey(page) if channels == 2 else page)).all(), name


def test_coloured_print_is_not_taken_for_a_stamp() -> None:
    page = blank(800, 400)
    cv2.putText(page, "Judul Biru", (100, 200), cv2.FONT_HERSHEY_COMPLEX, 1.0, (193, 99, 5), 2, cv2.LINE_AA)
    assert faded_stamps(page, DPI).min() < 120


def test_rules_go_and_letters_on_them_stay() -> None:
    grid = Grid()
    page = table_page(grid)
    write(page, "pegawai", grid.xs[1] + 30, grid.ys[2] - 6, scale=1.8)
    image = grey(page)
    bare = erase_rules(image, find_ruling(image))
    row = bare[grid.ys[3] - 2 : grid.ys[3] + 3, grid.xs[0] : grid.xs[-1]]
    assert (row < 128).mean() < 0.01
    word = (slice(grid.ys[2] - 60, grid.ys[2] - 3), slice(grid.xs[1] + 30, grid.xs[1] + 250))
    assert (bare[word] == image[word]).mean() > 0.99
    tails = bare[grid.ys[2] + 3 : grid.ys[2] + 10, grid.xs[1] + 30 : grid.xs[1] + 250]
    assert (tails < 128).any()


def test_nothing_is_left_of_a_rule_between_letters_that_do_not_touch_it() -> None:
    page = grey(draw_grid(blank(), Grid()))
    rule = Grid().ys[2]
    page[rule - 9 : rule - 5, 320:600:20] = 0
    page[rule + 6 : rule + 10, 320:600:20] = 0
    bare = erase_rules(page, find_ruling(page))
    assert (bare[rule - 4 : rule + 5, 310:610] == 255).all()


def drawn(text: str) -> np.ndarray:
    page = write(blank(240, 80), text, 30, 50)
    return grey(page)


@pytest.mark.parametrize("width, gaps, said", [(9, [], "-"), (9, [14], "--"), (9, [14, 28], "---"), (40, [], "")])
def test_dashes(width: int, gaps: list[int], said: str) -> None:
    image = np.full((50, 120), 255, np.uint8)
    for left in [20, *(20 + gap for gap in gaps)]:
        height = 3 if said else 30
        image[20 : 20 + height, left : left + width] = 0
    assert read_dashes(image) == said


def bars(count: int, flag: bool) -> np.ndarray:
    """Upright strokes with serifs, or with a flag to the left as figures one have."""
    image = np.full((60, 160), 255, np.uint8)
    for i in range(count):
        left = 40 + 16 * i
        image[15:35, left : left + 4] = 0
        image[33:35, left - 3 : left + 7] = 0
        image[15:17, left - 3 : left + (4 if flag else 7)] = 0
        if flag:
            image[17:20, left - 4 : left] = 0
    return image


@pytest.mark.parametrize("count, said", [(2, "II"), (3, "III")])
def test_roman_numerals_of_bars(count: int, said: str) -> None:
    assert read_bars(bars(count, flag=False)) == said


@pytest.mark.parametrize("flag, said", [(False, "I"), (True, "1")])
def test_one_stroke(flag: bool, said: str) -> None:
    assert read_bar(bars(1, flag)) == said


@pytest.mark.parametrize("text", ["11", "4", "H", "N", "3", "IV"])
def test_other_signs_are_no_bars(text: str) -> None:
    assert read_bars(drawn(text)) == ""


def two_stems(first: int, last: int, bar: int | None) -> np.ndarray:
    """Two stems joined above and below as serifs are, the right one from row `first` to `last`, a bar across at row `bar`."""
    image = np.full((60, 100), 255, np.uint8)
    image[15:35, 40:44] = 0
    image[15 + first : 15 + last, 52:56] = 0
    image[15:17, 40 : 56 if first == 0 else 52] = 0
    image[33:35, 40 : 56 if last == 20 else 52] = 0
    if bar is not None:
        image[15 + bar, 40:56] = 0
    return image


@pytest.mark.parametrize(
    ("name", "first", "last", "bar", "said"),
    [
        ("serifs that touch", 0, 20, None, "II"),
        ("the curve of a D", 2, 18, None, ""),
        ("the foot of a U", 0, 18, None, ""),
        ("the bar of an H", 0, 20, 10, ""),
    ],
)
def test_letters_of_two_stems_are_no_numeral(name: str, first: int, last: int, bar: int | None, said: str) -> None:
    assert read_bars(two_stems(first, last, bar)) == said, name


def test_dust_is_no_print() -> None:
    image = np.full((100, 100), 255, np.uint8)
    image[20:23, 20:23] = 0
    assert len(print_marks(image)) == 0
    image[50:70, 50:60] = 0
    assert len(print_marks(image)) == 1


def test_hyphen_alone_in_its_cell_is_no_dust() -> None:
    page = grey(speckled(blank(800, 600), 200))
    page[300:302, 400:407] = 90
    assert (despeckle(page, DPI)[300:302, 400:407] < 128).all()
