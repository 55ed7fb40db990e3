"""`renja run --archive` from the command line: a searchable copy that keeps the scan as it is, and stays what it is."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from flows.statuses import ExitCode

SCAN = Path(__file__).parents[2] / "corpus" / "cases" / "pindaian-kantor.pdf"
PAGES = 2
NAME = "pindaian"
JPEG_END = b"\xff\xd9"


def renja(*arguments: str) -> None:
    command = [sys.executable, "-m", "flows", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode in (ExitCode.ALL_DONE, ExitCode.SOME_NOT_DONE, ExitCode.NONE_DONE), done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def read(home: Path) -> None:
    renja("run", str(home / "masuk"), "--out", str(home / "hasil"), "--archive", "--no-prefect", "--workers", "2")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The first pages of a scan of the corpus, read with a searchable copy."""
    home = tmp_path_factory.mktemp("arsip")
    (home / "masuk").mkdir()
    with pikepdf.open(SCAN) as pdf:
        del pdf.pages[PAGES:]
        pdf.save(home / "masuk" / f"{NAME}.pdf")
    read(home)
    yield home


def copy_of(home: Path) -> Path:
    return home / "hasil" / NAME / f"{NAME}.pdf"


def images(path: Path) -> list[tuple[object, ...]]:
    """Each page's images: their size, how they are packed, and their packed bytes; Ghostscript writes a JPEG's end twice."""
    with pikepdf.open(path) as pdf:
        return [
            (number, image.Width, image.Height, str(image.Filter), image.read_raw_bytes().rstrip(JPEG_END))
            for number, page in enumerate(pdf.pages)
            for image in page.get_images().values()
        ]


def test_its_text_is_what_was_read(home: Path) -> None:
    record = json.loads((home / "hasil" / NAME / "document.json").read_text())
    with pdfplumber.open(copy_of(home)) as pdf:
        found = {word.strip(".,").casefold() for page in pdf.pages for word in page.extract_text().split()}
    assert {"rencana", "kerja", "zona", "integritas"} <= found
    assert set(record["plan"]["agency"].casefold().split()) <= found


def test_xmp_names_the_plan(home: Path) -> None:
    record = json.loads((home / "hasil" / NAME / "document.json").read_text())
    with pikepdf.open(copy_of(home)) as pdf, pdf.open_metadata() as meta:
        assert "Zona Integritas" in meta["dc:title"]
        assert meta["dc:creator"] == [record["plan"]["agency"]]
        assert meta["dc:coverage"] == str(record["plan"]["year"])
        assert meta["dc:source"] == f"sha256:{record['source']['sha256']}"


def test_the_checksum_is_the_originals(home: Path) -> None:
    told = (home / "hasil" / NAME / f"{NAME}.original.sha256").read_text()
    original = home / "masuk" / f"{NAME}.pdf"
    assert told == f"{hashlib.sha256(original.read_bytes()).hexdigest()}  {original.name}\n"
    subprocess.run(["sha256sum", "-c", "--status", "-"], input=told.encode(), cwd=home / "masuk", check=True)


def test_page_images_are_untouched(home: Path) -> None:
    before = images(home / "masuk" / f"{NAME}.pdf")
    assert len(before) == PAGES
    assert images(copy_of(home)) == before


def test_reports_and_a_second_run_leave_it(home: Path) -> None:
    before, written = copy_of(home).read_bytes(), copy_of(home).stat().st_mtime_ns
    read(home)
    assert copy_of(home).stat().st_mtime_ns == written
    renja("report", str(home / "hasil"))
    assert copy_of(home).read_bytes() == before
    read(home)
    assert copy_of(home).read_bytes() == before
    assert (home / "hasil" / NAME / f"{NAME}.original.sha256").is_file()
