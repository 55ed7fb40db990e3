"""The searchable copy: a scan's own page images, untouched, with the recognised words laid invisibly under them.

Nothing is recognised a second time: the words are those of the pages already read, brought back to where they stand on the
scan. With Ghostscript the copy is PDF/A-2b, without it a plain PDF with a note beside it that says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from extractors.document import Page
from extractors.invisible_text import InvisibleFont, lay_text
from extractors.pdf_archive import NOT_ARCHIVAL, as_archival

PRODUCER = "renja"

DATED = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmp:CreatorTool", "xmpMM:DocumentID", "xmpMM:InstanceID")
"""What would make two copies of one original differ."""


@dataclass(frozen=True, slots=True)
class About:
    """What the copy's XMP says of the plan."""

    title: str
    agency: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SearchableCopy:
    """The files written; `note` is a text file that says why the copy is not PDF/A-2b, None where it is."""

    pdf: Path
    checksum: Path
    note: Path | None


def write_searchable(source: Path, file_format: str, pages: Sequence[Page], about: About, target: Path) -> SearchableCopy:
    """Writes `target` (a .pdf) and beside it the SHA-256 of the untouched original, as `sha256sum -c` reads it.

    `source` is a PDF or an image file and `pages` what was read from it. Raises UnreadableFile for an image that cannot be read.
    """
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    bound = target.with_name(f".{target.name}.bound")
    archival = target.with_name(f".{target.name}.archival")
    try:
        with _opened(source, file_format) as pdf:
            pdf.save(bound)
        # Ghostscript comes first: it would rebuild the invisible font and lose its letters.
        is_archival = as_archival(bound, archival)
        with pikepdf.open(archival if is_archival else bound) as pdf:
            _lay_pages(pdf, pages)
            _describe(pdf, about, digest)
            # The first half of an ID outlives a rewrite, and Ghostscript makes it of the moment.
            if "/ID" in pdf.trailer:
                del pdf.trailer["/ID"]
            pdf.save(target, deterministic_id=True)
    finally:
        bound.unlink(missing_ok=True)
        archival.unlink(missing_ok=True)
    checksum = target.with_name(f"{target.stem}.original.sha256")
    checksum.write_text(f"{digest}  {source.name}\n", encoding="utf-8")
    return SearchableCopy(target, checksum, None if is_archival else _write_note(target))


def _write_note(target: Path) -> Path:
    note = target.with_name(f"{target.stem}.catatan.txt")
    note.write_text(NOT_ARCHIVAL + "\n", encoding="utf-8")
    return note


def _lay_pages(pdf: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    font = InvisibleFont(word.text for page in pages for word in page.words)
    for page in pages:
        if page.origin == "ocr" and page.number <= len(pdf.pages):
            lay_text(pdf, pdf.pages[page.number - 1], page, font)


def _opened(source: Path, file_format: str) -> pikepdf.Pdf:
    if file_format == "pdf":
        return pikepdf.open(source)
    from extractors.image_binding import bind_images  # needed for image files only

    return bind_images(source)


def _describe(pdf: pikepdf.Pdf, about: About, digest: str) -> None:
    """Title, agency and year as XMP; the document information, which PDF/A wants to agree with it, is taken away."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = about.title
        if about.agency:
            meta["dc:creator"] = [about.agency]
        if about.year:
            meta["dc:coverage"] = str(about.year)
        meta["dc:source"] = f"sha256:{digest}"
        meta["pdf:Producer"] = PRODUCER
        for dated in DATED:
            if dated in meta:
                del meta[dated]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
