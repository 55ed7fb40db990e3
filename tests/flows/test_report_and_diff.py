"""`renja report` and `renja diff` at the command line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from pipeline.records import PlanRecord
from pipeline.summary import DocumentLine, Summary, line_of, summarise
from tests.pipeline.reports.made_up_plans import record

REPORTS = ("gaps.html", "lke.xlsx", "feedback.docx")
BROKEN = DocumentLine(name="rusak", file="rusak.pdf", sha256="00" * 32, status="unreadable", reason="Berkas rusak.")


def put(out: Path, name: str, plan: PlanRecord) -> Path:
    folder = out / name
    folder.mkdir(parents=True)
    (folder / "document.json").write_text(plan.model_dump_json(by_alias=True))
    return folder


@pytest.fixture()
def out(tmp_path: Path) -> Path:
    """What a run left behind: two plans, a file that could not be read, and no reports."""
    plans = {"lama": record(year=2023), "baru": record(year=2024, missing=("P.1.ii.b",))}
    for name, plan in plans.items():
        put(tmp_path / "hasil", name, plan)
    summary = summarise([*(line_of(name, plan) for name, plan in plans.items()), BROKEN])
    (tmp_path / "hasil" / "summary.json").write_text(summary.model_dump_json())
    return tmp_path / "hasil"


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, " ".join(result.output.split())


def test_reports_are_written_again_from_json(out: Path) -> None:
    assert run("report", out)[0] == 0
    for name in ("lama", "baru"):
        assert all((out / name / report).stat().st_size > 1000 for report in REPORTS)
    assert {path.name for path in out.iterdir() if not path.name.startswith(".")} == {
        "lama", "baru", "summary.json", "summary.html", "summary.xlsx", "rows.csv", "rows.parquet",
    }  # fmt: skip


def test_files_that_could_not_be_read_stay_in_the_summary(out: Path) -> None:
    run("report", out)
    lines = {line.name: line for line in Summary.model_validate_json((out / "summary.json").read_bytes()).documents}
    assert lines["rusak"] == BROKEN
    assert lines["baru"].missing == 1


def test_twice_gives_the_same_bytes(out: Path) -> None:
    run("report", out)
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file() and ".renja" not in path.parts}
    run("report", out)
    assert {path: path.read_bytes() for path in first} == first


def test_in_english(out: Path) -> None:
    """Reasons too, though document.json keeps their Indonesian sentences."""
    run("report", out, "--lang", "en")
    page = (out / "lama" / "gaps.html").read_text()
    assert "Gap Report" in page
    assert "Nearly the same sentence as" in page
    assert "Kalimat hampir sama" not in page
    assert "Kalimat hampir sama" in (out / "lama" / "document.json").read_text()


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    code, words = run("report", tmp_path)
    assert code == 2
    assert "document.json" in words


def test_a_spoilt_record_stops_before_anything_is_replaced(out: Path) -> None:
    run("report", out)
    before = (out / "baru" / "gaps.html").read_bytes()
    (out / "lama" / "document.json").write_text('{"schema": "renja/9"}')
    (out / "baru" / "document.json").write_text(record(year=2020).model_dump_json(by_alias=True))
    code, words = run("report", out)
    assert code == 3
    assert "lama" in words
    assert (out / "baru" / "gaps.html").read_bytes() == before


@pytest.mark.parametrize("as_file", [False, True])
def test_diff_counts_and_writes_its_page(out: Path, tmp_path: Path, as_file: bool) -> None:
    places = [out / name / "document.json" if as_file else out / name for name in ("lama", "baru")]
    code, words = run("diff", *places, "--html", tmp_path / "beda.html")
    assert code == 0
    assert "Kekurangan teratasi │ 5" in words
    assert "Perbandingan" in (tmp_path / "beda.html").read_text()


def test_diff_marks_words_without_colour(out: Path, tmp_path: Path) -> None:
    plan = record(year=2024, missing=("P.1.ii.b",))
    reworded = plan.rows[3].model_copy(update={"output": "9 berkas"})
    put(out, "lagi", plan.model_copy(update={"rows": (*plan.rows[:3], reworded, *plan.rows[4:])}))
    words = run("diff", out / "baru", out / "lagi", "--html", tmp_path / "beda.html")[1]
    assert "[-4 dokumen-] {+9 berkas+}" in words


def test_diff_tells_what_is_absent(out: Path, tmp_path: Path) -> None:
    """A finding without words of the document says which part is missing."""
    absent = [f for f in record(year=2023).findings if f.kind == "missing_part"]
    assert [f.text for f in absent] == [""]
    put(out, "lengkap", record(year=2023, findings=()))
    words = run("diff", out / "lama", out / "lengkap", "--html", tmp_path / "beda.html")[1]
    assert f"Bagian belum ada: {absent[0].why}" in re.sub(r"[│\s]+", " ", words)


def test_diff_of_something_else_is_told(out: Path, tmp_path: Path) -> None:
    other = tmp_path / "catatan.json"
    other.write_text("[]")
    code, words = run("diff", out / "lama", other, "--html", tmp_path / "beda.html")
    assert code == 2
    assert "catatan.json" in words
    assert not (tmp_path / "beda.html").exists()


def test_diff_of_a_folder_without_record_is_told(out: Path, tmp_path: Path) -> None:
    (out / "kosong").mkdir()
    assert run("diff", out / "lama", out / "kosong", "--html", tmp_path / "beda.html")[0] == 2
    shutil.rmtree(out / "kosong")
