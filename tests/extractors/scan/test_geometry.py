"""Turn, skew, keystone and break a known grid: it comes back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from extractors.grid import find_grids
from extractors.ocr import Layout, get_engine
from extractors.pdf import render
from extractors.scan.geometry.skew import find_skew
from extractors.scan.geometry.straighten import find_straightening
from extractors.scan.geometry.upright import is_sideways, small_ink
from extractors.scan.rules.ruling import Ruling, find_ruling
from extractors.scan.rules.strokes import Stroke
from extractors.scan.standing import stand, turn, turn_matrix
from tests.extractors.scan.pages import Grid, blank, draw_grid, keystoned, prose_page, table_page, turned, write

CASES = Path(__file__).parents[3] / "corpus" / "cases"
DPI = 200
GRID = Grid()


def grey(page: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)


def shape_of(ruling: Ruling) -> list[tuple[int, int, int]]:
    return [(len(g.ys) - 1, len(g.xs) - 1, len(g.cells)) for g in find_grids(ruling.rules(72 / DPI))]


def straightened(page: np.ndarray) -> Ruling:
    image = grey(page)
    return find_ruling(find_straightening(image, DPI).apply(image))


@settings(max_examples=12, deadline=None, derandomize=True)
@given(degrees=st.floats(-6, 6), share=st.floats(0, 0.02))
def test_skewed_and_keystoned_grid_comes_back(degrees: float, share: float) -> None:
    ruling = straightened(keystoned(turned(table_page(GRID), degrees), share))
    assert shape_of(ruling) == [(5, 4, 20)]
    for line in ruling.across:
        assert line.length == pytest.approx(GRID.xs[-1] - GRID.xs[0], rel=0.03)


def test_edge_of_the_paper_does_not_bend_a_photographed_table() -> None:
    page = keystoned(table_page(GRID), 0.07)
    cv2.line(page, (1540, 250), (1580, 2250), (0, 0, 0), 3)
    assert shape_of(straightened(page)) == [(5, 4, 20)]


def test_verticals_that_titles_cut_to_pieces_still_tell_the_keystone() -> None:
    page, xs, ys = blank(), GRID.xs, range(300, 300 + 13 * 85, 85)
    for i, y in enumerate(ys):
        cv2.line(page, (xs[0], y), (xs[-1], y), (0, 0, 0), 2)
        for x in (xs if i % 2 else (xs[0], xs[-1])) if y != ys[-1] else ():
            cv2.line(page, (x, y), (x, y + 85), (0, 0, 0), 2)
    assert shape_of(straightened(keystoned(page, 0.04))) == [(12, 4, 30)]


@pytest.mark.parametrize("share", [0.0, 0.03, 0.05])
def test_a_table_of_one_row_tells_the_keystone(share: float) -> None:
    """The rest of a table at the head of its last page, prose below."""
    page = draw_grid(blank(), Grid((150, 350, 570, 800, 1030, 1260, 1480), (250, 430)), thickness=1)
    for line in range(12):
        write(page, "telah dilakukan kegiatan pelaporan hasil kerja", 200, 700 + 60 * line)
    assert shape_of(straightened(keystoned(page, share))) == [(1, 6, 6)]


@pytest.mark.parametrize("share", [0.015, 0.02, 0.03])
def test_verticals_in_pieces_alone_lean_together(share: float) -> None:
    """A piece as short as a row leans by less than a pixel; the thirteen of one column lean by as many as the page does."""
    page, tops = blank(), range(300, 300 + 13 * 130, 130)
    for top in tops:
        for y in (top, top + 72):
            cv2.line(page, (GRID.xs[0], y), (GRID.xs[-1], y), (0, 0, 0), 1)
        for x in GRID.xs:
            cv2.line(page, (x, top), (x, top + 72), (0, 0, 0), 1)
    left = [stroke.at for stroke in straightened(keystoned(page, share)).down if stroke.at < 270]
    assert len(left) == len(tops)
    assert np.ptp(left) <= 2


@settings(max_examples=15, deadline=None, derandomize=True)
@given(degrees=st.floats(-7, 7))
def test_skew_is_measured_to_a_fifth_of_a_degree(degrees: float) -> None:
    found = find_skew(small_ink(grey(turned(table_page(GRID), degrees)), DPI))
    assert found == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turn_matrix_says_where_turn_puts_a_pixel(degrees: int) -> None:
    image = np.zeros((40, 60), np.uint8)
    image[7, 11] = 255
    x, y, _ = turn_matrix(degrees, 60, 40) @ np.array([11.5, 7.5, 1.0])
    assert turn(image, degrees)[int(y), int(x)] == 255


@pytest.mark.parametrize("name, page", [("table", table_page(GRID)), ("prose", prose_page())])
def test_sideways_is_told(name: str, page: np.ndarray) -> None:
    image = grey(turned(page, 1.2))
    assert not is_sideways(image, DPI, unasked)
    assert is_sideways(turn(image, 90), DPI, unasked)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_lines_of_a_few_letters_are_read_to_tell_which_way_they_run(degrees: int) -> None:
    page = blank(1400, 1400)
    for column in range(10):
        for row in range(14):
            word = ("di", "ke", "SK", "a.", "TW")[row * 3 % 5]
            write(page, word, 120 + 120 * column, 150 + 90 * row + 17 * column % 60, 0.8)
    image, asked = turn(grey(page), degrees), list[int]()

    def legibility(strip: np.ndarray) -> float:
        asked.append(strip.size)
        words = get_engine("auto").read([strip], Layout.BLOCK, DPI)[0]
        return sum(len(word.text) * word.confidence for word in words)

    assert is_sideways(image, DPI, legibility) == (degrees in (90, 270))
    assert asked


def unasked(_: np.ndarray) -> float:
    pytest.fail("the lines tell which way up")


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_page_is_brought_upright_and_the_matrix_leads_there(degrees: int) -> None:
    page = prose_page()
    given_page = turn(page, (360 - degrees) % 360)
    standing = stand(given_page, DPI, unasked)
    assert standing.turned == degrees
    row, column = 300 + 60 * 24, 200
    source = np.linalg.inv(turn_matrix((360 - degrees) % 360, page.shape[1], page.shape[0]))
    back = np.linalg.inv(source) @ np.array([column, row, 1.0])
    x, y, w = standing.matrix @ back
    assert (x / w, y / w) == pytest.approx((column, row), abs=6)


def broken(page: np.ndarray, every: int, gap: int) -> np.ndarray:
    """Gaps across all rules of the grid, the words left out of it."""
    worn = page.copy()
    for at in range(GRID.xs[0] + 40, GRID.xs[-1], every):
        for y in GRID.ys:
            worn[y - 4 : y + 5, at : at + gap] = 255
    for at in range(GRID.ys[0] + 40, GRID.ys[-1], every):
        for x in GRID.xs:
            worn[at : at + gap, x - 4 : x + 5] = 255
    return worn


@pytest.mark.parametrize("every, gap", [(80, 10), (120, 25), (200, 30)])
def test_broken_rules_are_whole_again(every: int, gap: int) -> None:
    assert shape_of(find_ruling(grey(broken(table_page(GRID), every, gap)))) == [(5, 4, 20)]


def test_faint_rules_are_found() -> None:
    page = draw_grid(blank(), GRID, thickness=1)
    page[page < 255] = 150
    assert shape_of(find_ruling(grey(page))) == [(5, 4, 20)]


def test_thick_rules_are_found() -> None:
    assert shape_of(find_ruling(grey(draw_grid(blank(), GRID, thickness=8)))) == [(5, 4, 20)]


def test_merged_cell_has_no_rule_in_it() -> None:
    page = table_page(GRID)
    page[GRID.ys[2] - 4 : GRID.ys[2] + 5, GRID.xs[0] + 4 : GRID.xs[1] - 4] = 255
    assert shape_of(find_ruling(grey(page))) == [(5, 4, 19)]


@pytest.mark.parametrize(
    "name, start, end",
    [
        ("underline", (330, 600), (500, 600)),
        ("line of text height", (640, 610), (960, 610)),
        ("upright stroke", (800, 540), (800, 660)),
    ],
)
def test_strokes_that_reach_no_border_are_no_rules(name: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    page = table_page(GRID)
    cv2.line(page, start, end, (0, 0, 0), 2)
    assert shape_of(find_ruling(grey(page))) == [(5, 4, 20)]


def test_capitals_at_the_height_of_a_rule_do_not_carry_it_on() -> None:
    """A heading over two lines beside months under a common one: the bars of its capitals stand where their rule would go on."""
    page, xs = blank(), (200, 300, 400, 500, 600, 740)
    for y in (300, 400, 500, 700):
        cv2.line(page, (xs[0], y), (xs[-1] if y != 400 else xs[-2], y), (0, 0, 0), 2)
    for x in xs:
        cv2.line(page, (x, 400 if x in xs[1:-2] else 300), (x, 700), (0, 0, 0), 2)
    cv2.putText(page, "TTTTTT", (611, 424), cv2.FONT_HERSHEY_TRIPLEX, 0.95, (0, 0, 0), 3, cv2.LINE_AA)
    (grid,) = find_grids(find_ruling(grey(page)).rules(72 / DPI))
    assert (0, 4, 2, 1) in {(c.row, c.column, c.row_span, c.column_span) for c in grid.cells}


def in_bold(page: np.ndarray, lines: Sequence[str], left: int, top: int, leading: int) -> np.ndarray:
    """The page with lines of small bold type, grey at the edges as scanners leave it."""
    image = Image.fromarray(page)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(25)
    for i, line in enumerate(lines):
        draw.text((left, top + i * leading), line, (0, 0, 0), font, stroke_width=1, stroke_fill=(60, 60, 60))
    return cv2.GaussianBlur(np.asarray(image), (0, 0), 0.8)


def test_bold_lines_across_merged_columns_are_no_rules() -> None:
    page, ys = blank(), (300, 380, 460, 540)
    for y in ys:
        cv2.line(page, (GRID.xs[0], y), (GRID.xs[-1], y), (0, 0, 0), 2)
    for top, bottom, xs in ((300, 380, GRID.xs), (380, 460, GRID.xs[:: len(GRID.xs) - 1]), (460, 540, GRID.xs)):
        for x in xs:
            cv2.line(page, (x, top), (x, bottom), (0, 0, 0), 2)
    title = "Monitoring dan evaluasi pemanfaatan teknologi informasi dalam pengukuran kinerja unit kerja dan mutu sarana"
    page = in_bold(page, (title, title), GRID.xs[0] + 8, ys[1] + 6, 32)
    assert shape_of(find_ruling(grey(page))) == [(3, 4, 9)]


def test_letters_under_one_another_beside_a_rule_do_not_take_its_place() -> None:
    page = draw_grid(blank(), GRID)
    for top, bottom in pairwise(GRID.ys):
        words = ("Membentuk", "peraturan", "himpunan", "Melakukan") * 3
        page = in_bold(page, words[: (bottom - top) // 26], GRID.xs[2] + 8, top - 2, 26)
    assert [round(s.at) for s in find_ruling(grey(page)).down] == list(GRID.xs)


def test_ring_of_a_grey_stamp_is_no_rule() -> None:
    page = table_page(GRID)
    cv2.circle(page, (1000, 700), 160, (120, 120, 120), 5)
    assert shape_of(find_ruling(grey(page))) == [(5, 4, 20)]


def test_prose_has_no_rules() -> None:
    assert shape_of(find_ruling(grey(prose_page()))) == []


def test_serifs_of_a_bold_title_are_no_table() -> None:
    """The cover of a scan of the corpus, set in a face whose bold serifs cross their stems as rules do."""
    ruling = stand(render(CASES / "pindaian-kantor.pdf", 1, DPI), DPI, lambda _: 0.0).ruling
    assert (ruling.across, ruling.down) == ((), ())


def test_lines_on_their_head_are_mirrored_and_back() -> None:
    ruling = Ruling((Stroke(100, 20, 300),), (Stroke(40, 10, 200),))
    on_head = ruling.on_its_head(400, 500)
    assert on_head.across == (Stroke(400, 100, 380),)
    assert on_head.on_its_head(400, 500) == ruling
