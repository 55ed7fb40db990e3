"""Where plans are signed: the lines of signature blocks, in prose or in small tables without borders."""

from __future__ import annotations

import re

from extractors.document import Document, Table
from pipeline.identity.dates import find_dates
from pipeline.identity.people import starts_role
from pipeline.prose import TextLine, read_lines

NIP = re.compile(
    r"\b(?:[NM]\s?[I1l|!]\s?[PF]|NP)\b\s?\.?\s*[:.]?\s*['’‘`]?\s*(?P<digits>[\dOolI|][\dOolI|\s.,:;'\-]{12,30}|[.…_\-\s]*$)"
)
"""A NIP's label as printed or misread, and its digits with whatever parts them; or nothing but a dotted line."""

_OPENING = re.compile(
    r"^\W*(mengetahui|menyetujui|mengesahkan|ditetapkan|disahkan|dibuat|disusun|hormat kami|tertanda|pada tanggal|tanggal)\b",
    re.IGNORECASE,
)
_ROOM_FOR_NAME = re.compile(r"^\W*\([\W_]{4,}$")
_STAFF_HEADER = re.compile(r"^\W*(nama|no|nomor|jabatan dalam tim|nama pegawai|nip|pangkat.*|nama\s*/\s*nip)\W*$", re.IGNORECASE)


def signing_lines(document: Document) -> tuple[TextLine, ...]:
    """Prose, and the cells of tables that only lay out signatures and letterheads, in reading order."""
    blocks = document.blocks
    laid_out = {i for i, block in enumerate(blocks) if isinstance(block, Table) and is_layout_table(block)}
    return tuple(line for line in read_lines(document) if _says(line) and (line.is_prose or line.block in laid_out))


def is_layout_table(table: Table) -> bool:
    """Whether a table only sets things side by side: a signature block, a letterhead beside its emblem, NOMOR and TANGGAL."""
    if is_signature_table(table):
        return True
    return table.row_count <= 4 and table.column_count <= 3 and not _has_staff_header(table) and len(_texts(table)) <= 9


def is_signature_table(table: Table) -> bool:
    """Whether a table is a signature block: small, without a staff list's header, with a NIP or a title to sign under."""
    if table.column_count > 4 or table.row_count > 10:
        return False
    if _has_staff_header(table):
        return False
    return any(_signs(line) for cell in table.cells for line in cell.text.split("\n"))


def is_opening(text: str) -> bool:
    """Whether a line opens a signature block: "Mengetahui", a place and date."""
    return bool(_OPENING.match(text)) or bool(find_dates(text))


def is_room_for_name(text: str) -> bool:
    """Whether a line is the room for a name nobody has filled in: dots or a line in brackets."""
    return bool(_ROOM_FOR_NAME.match(text))


def _has_staff_header(table: Table) -> bool:
    return any(_STAFF_HEADER.match(cell.text) for cell in table.cells if cell.row == 0 and not cell.text.isupper()) or (
        sum(bool(_STAFF_HEADER.match(cell.text)) for cell in table.cells if cell.row == 0) >= 2
    )


def _texts(table: Table) -> list[str]:
    return [cell.text for cell in table.cells if cell.text.strip()]


def _says(line: TextLine) -> bool:
    """Whether a line of content holds more than marks: a colon in a cell of its own says nothing, room for a name does."""
    return line.is_content and (any(c.isalnum() for c in line.text) or is_room_for_name(line.text))


def _signs(text: str) -> bool:
    return bool(NIP.search(text) or _OPENING.match(text) or starts_role(text))
