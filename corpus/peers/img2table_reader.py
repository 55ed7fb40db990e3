"""img2table: its own text extraction on text PDFs, Tesseract on scans."""

import pypdf  # type: ignore[import-not-found]
from img2table.document import PDF  # type: ignore[import-not-found]
from img2table.ocr import TesseractOCR  # type: ignore[import-not-found]

from corpus.peers.glue import Grid, answer


def read(path: str) -> tuple[list[Grid], int]:
    pages = pypdf.PdfReader(path).pages
    has_text = any((page.extract_text() or "").strip() for page in pages[:3])
    ocr = None if has_text else TesseractOCR(n_threads=1, lang="ind")
    found = PDF(path, detect_rotation=not has_text, pdf_text_extraction=True).extract_tables(ocr=ocr, implicit_rows=False)
    grids = [unmerged(table) for page in sorted(found) for table in found[page]]
    return grids, len(pages)


def unmerged(table: object) -> Grid:
    """img2table repeats a merged cell's text in each of its places: kept where it starts only."""
    seen: set[tuple[object, ...]] = set()
    grid: Grid = []
    for line in table.content.values():  # type: ignore[attr-defined]
        cells = []
        for cell in line:
            place = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            cells.append("" if place in seen else cell.value or "")
            seen.add(place)
        grid.append(cells)
    return grid


if __name__ == "__main__":
    answer(read)
