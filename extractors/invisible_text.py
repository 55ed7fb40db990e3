"""Words as text that is found and copied but not seen, in a font without shapes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from pikepdf import Page as PdfPage

from extractors.document import Page, Word

FONT_NAME = "/RenjaText"
ADVANCE = 0.5
"""Width of every sign as a share of the font size; words are stretched to the width they have on the page."""

MOST_SIGNS = 255
UNKNOWN = "?"


class InvisibleFont:
    """A Type 3 font whose signs are all empty, with the table that says which letter each stands for."""

    def __init__(self, texts: Iterable[str]) -> None:
        signs = sorted({sign for text in texts for sign in text} | {UNKNOWN})[:MOST_SIGNS]
        self._codes = {sign: code for code, sign in enumerate(signs, start=1)}
        self._made: dict[int, pikepdf.Object] = {}

    def encode(self, text: str) -> bytes:
        return bytes(self._codes.get(sign, self._codes.get(UNKNOWN, 1)) for sign in text)

    def in_pdf(self, pdf: Pdf) -> pikepdf.Object:
        """The font as an object of the PDF, made once."""
        if id(pdf) not in self._made:
            self._made[id(pdf)] = pdf.make_indirect(self._dictionary(pdf))
        return self._made[id(pdf)]

    def _dictionary(self, pdf: Pdf) -> Dictionary:
        count = len(self._codes)
        width = round(1000 * ADVANCE)
        shape = pdf.make_indirect(Stream(pdf, f"{width} 0 0 0 0 0 d1".encode()))
        # The names tell the letters once more, to programs that do not look at ToUnicode in a Type 3 font.
        names = [f"/uni{sign.encode('utf-16-be').hex().upper()}" for sign in self._codes]
        return Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, width, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=1,
            LastChar=count,
            Widths=Array([width] * count),
            CharProcs=Dictionary(dict.fromkeys(names, shape)),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *(Name(name) for name in names)])),
            Resources=Dictionary(),
            ToUnicode=pdf.make_indirect(Stream(pdf, self._to_unicode().encode())),
        )

    def _to_unicode(self) -> str:
        lines = [f"<{code:02X}> <{sign.encode('utf-16-be').hex().upper()}>" for sign, code in self._codes.items()]
        blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
        mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Renja-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<01> <FF>\nendcodespacerange\n"
            f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )


def lay_text(pdf: Pdf, target: PdfPage, page: Page, font: InvisibleFont) -> None:
    """Lays the words of `page` under the content of the PDF page they were read from."""
    place = _to_user_space(target, page)
    shown = "\n".join(_shown(word, place, font) for word in page.words if word.text)
    content = f"q BT 3 Tr {FONT_NAME} 1 Tf\n{shown}\nET Q\n"
    resources = target.obj.get("/Resources")
    if resources is None:
        resources = target.obj.Resources = Dictionary()
    fonts = resources.get("/Font")
    if fonts is None:
        fonts = resources.Font = Dictionary()
    fonts[FONT_NAME] = font.in_pdf(pdf)
    target.contents_add(Stream(pdf, content.encode("latin-1")), prepend=True)


def _shown(word: Word, place: np.ndarray, font: InvisibleFont) -> str:
    """The operators that set a word in its box, whichever way that lies on the scan."""
    x0, top, x1, bottom = word.box
    start, end, upper = (_mapped(place, x, y) for x, y in ((x0, bottom), (x1, bottom), (x0, top)))
    along = (end - start) / (ADVANCE * len(word.text))
    up = upper - start
    numbers = " ".join(f"{v:.3f}" for v in (*along, *up, *start))
    return f"{numbers} Tm <{font.encode(word.text).hex()}> Tj"


def _mapped(matrix: np.ndarray, x: float, y: float) -> np.ndarray:
    point = matrix @ np.array([x, y, 1.0])
    return np.asarray(point[:2] / point[2])


def _to_user_space(target: PdfPage, page: Page) -> np.ndarray:
    """The matrix from points of the page as read to the PDF page's own coordinates (y upwards, before its /Rotate)."""
    left, low, right, high = (float(v) for v in target.cropbox)
    width, height = right - left, high - low
    shown_to_user = {
        0: [[1, 0, left], [0, -1, high], [0, 0, 1]],
        90: [[0, 1, left], [1, 0, low], [0, 0, 1]],
        180: [[-1, 0, left + width], [0, 1, low], [0, 0, 1]],
        270: [[0, -1, left + width], [-1, 0, low + height], [0, 0, 1]],
    }[int(target.obj.get("/Rotate", 0)) % 360]
    to_source = np.array(page.to_source or (1, 0, 0, 0, 1, 0, 0, 0, 1), dtype=float).reshape(3, 3)
    return np.array(shown_to_user, dtype=float) @ to_source
