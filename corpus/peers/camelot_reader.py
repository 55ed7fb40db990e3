"""Camelot, by ruling lines."""

import camelot  # type: ignore[import-not-found]
import pypdf  # type: ignore[import-not-found]

from corpus.peers.glue import Grid, answer


def read(path: str) -> tuple[list[Grid], int]:
    tables = camelot.read_pdf(path, pages="all", flavor="lattice", backend="pdfium")
    grids = [[[str(cell) for cell in line] for line in table.df.values.tolist()] for table in tables]
    return grids, len(pypdf.PdfReader(path).pages)


if __name__ == "__main__":
    answer(read)
