"""pdfplumber's own tables."""

import pdfplumber

from corpus.peers.glue import Grid, answer


def read(path: str) -> tuple[list[Grid], int]:
    with pdfplumber.open(path) as pdf:
        tables = [[[cell or "" for cell in line] for line in table] for page in pdf.pages for table in page.extract_tables()]
        return tables, len(pdf.pages)


if __name__ == "__main__":
    answer(read)
