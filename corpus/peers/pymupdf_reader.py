"""PyMuPDF's own tables."""

import pymupdf  # type: ignore[import-not-found]

from corpus.peers.glue import Grid, answer


def read(path: str) -> tuple[list[Grid], int]:
    with pymupdf.open(path) as pdf:
        tables = [
            [[cell or "" for cell in line] for line in table.extract()] for page in pdf for table in page.find_tables().tables
        ]
        return tables, pdf.page_count


if __name__ == "__main__":
    answer(read)
