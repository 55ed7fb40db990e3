"""Office files are ZIP archives that keep the clock; this takes it out, so that the same content is the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def fix_zip_dates(path: Path) -> None:
    """Write the archive again with every member at the earliest date a ZIP can hold, in the same order."""
    with zipfile.ZipFile(path) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, FIRST_ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
