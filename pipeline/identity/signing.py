"""Where plans are signed: the lines of signature blocks, in prose or in small tables without borders."""

from __future__ import annotations

import re

from extractors.document import Document, Table
from pipeline.identity.dates import find_dates
from pipeline.identity.people import starts_role
from pipeline.prose import TextLine, read_lines

NIP = re.compile(
    r"\b(?:[NM]\s?[I1l|!]\s?[PF]|NP)\b\s?\.?\s*[:.]?\s*['’‘`]?\s*(?P<digits>[\dOolI|][\dOolI|\s.\-]{12,30}|[.…_\-\s]*$)"
)
"""A NIP's label as printed or misread, and its digits with whatever parts them; or nothing but a dotted line."""

_OPENING = re.compile(
    r"^\W*(mengetahui|menyetujui|mengesahkan|ditetapkan|disahkan|dibuat|disusun|hormat kami|tertanda|pada tanggal|tanggal)\b",
    re.IGNORECASE,
)
_STAFF_HEADER = re.compile(r"^\W*(nama|no|nomor|jabatan dalam tim|nama pegawai|nip|pangkat.*|nama\s*/\s*nip)\W*$", re.IGNORECASE)


def signing_lines(document: Document) -> tuple[TextLine, ...]:
    """Prose, and the cells of tables that only lay out signatures, in reading order."""
    blocks = document.blocks
    signing = {i for i, block in enumerate(blocks) if isinstance(block, Table) and is_signature_table(block)}
    return tuple(line for line in read_lines(document) if line.is_prose or (line.row is not None and line.block in signing))


def is_signature_table(table: Table) -> bool:
    """Whether a table is a signature block: small, without a staff list's header, with a NIP or a title to sign under."""
    if table.column_count > 4 or table.row_count > 10:
        return False
    if any(_STAFF_HEADER.match(cell.text) for cell in table.cells if cell.row == 0):
        return False
    return any(_signs(line) for cell in table.cells for line in cell.text.split("\n"))


def is_opening(text: str) -> bool:
    """Whether a line opens a signature block: "Mengetahui", a place and date."""
    return bool(_OPENING.match(text)) or bool(find_dates(text))


def _signs(text: str) -> bool:
    return bool(NIP.search(text) or _OPENING.match(text) or starts_role(text))
