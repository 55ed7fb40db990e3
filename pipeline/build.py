"""From the document to the record of the contract: the order of the stages, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean

from canonical.aliases import Aliases
from extractors.document import Document
from pipeline.action_table import find_action_table
from pipeline.chapters import find_chapters
from pipeline.checks import run_checks
from pipeline.checks.settings import CheckSettings
from pipeline.coverage import cover
from pipeline.flattened import restore_tables
from pipeline.identity import find_identity
from pipeline.matching import match_rows
from pipeline.plan import ActionTable, Plan
from pipeline.records import MadeBy, PlanRecord, Row, Source, Status
from pipeline.unruled import restore_unruled
from pipeline.when import parse_when

NO_TABLE = "Tidak ada tabel rencana aksi yang dikenali dalam dokumen ini; periksa apakah berkasnya memang rencana kerja."
NO_TABLE_BUT_PICTURES = (
    "Tidak ada tabel rencana aksi dalam teks dokumen ini, tetapi ada gambar; bila tabelnya ditempel sebagai gambar, "
    "simpan sebagai PDF lalu jalankan lagi, agar dibaca dengan OCR."
)


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a user may set: which checks run and how severe they are, and the pairs people have taught the matcher."""

    checks: CheckSettings | None = None
    aliases: Aliases | None = None


def build_record(document: Document, source: Source, made_by: MadeBy, options: BuildOptions | None = None) -> PlanRecord:
    """document.json of one document; `source` needs only file, hash and format, the pages are filled in here."""
    options = options or BuildOptions()
    plan = build_plan(document, options.aliases)
    findings = run_checks(plan, options.checks)
    source = _with_pages(source, document)
    status = _status(plan, source)
    return PlanRecord(
        status=status,
        reason=_reason(document) if status == "no_action_table" else None,
        source=source,
        made_by=made_by,
        plan=plan.identity,
        chapters=plan.chapters,
        columns={c.role: c.header for c in plan.table.columns} if plan.table else {},
        rows=plan.rows,
        coverage=plan.coverage,
        findings=findings,
    )


def build_plan(document: Document, aliases: Aliases | None = None) -> Plan:
    """Everything the document says, matched and measured; the checks come after."""
    document = restore_unruled(restore_tables(document))
    chapters = find_chapters(document)
    identity = find_identity(document, chapters)
    table = find_action_table(document)
    rows = match_rows([_with_when(row) for row in table.rows], aliases) if table else ()
    return Plan(
        document=document,
        identity=identity,
        chapters=chapters,
        table=ActionTable(table.columns, rows, table.headings) if table else None,
        rows=rows,
        coverage=cover(rows, identity.year),
    )


def _with_when(row: Row) -> Row:
    return row.model_copy(update={"when": parse_when(row.schedule)})


def _with_pages(source: Source, document: Document) -> Source:
    pages = document.pages
    return source.model_copy(
        update={
            "pages": len(pages) or None,
            "scanned_pages": tuple(p.number for p in pages if p.origin == "ocr"),
            "unread_pages": tuple(p.number for p in pages if p.origin == "none" and p.note),
            "confidence": round(mean(p.confidence for p in pages), 3) if pages else 1.0,
        }
    )


def _status(plan: Plan, source: Source) -> Status:
    if not plan.rows:
        return "no_action_table"
    doubtful = any(row.is_doubtful for row in plan.rows)
    in_review = any(m.decision == "review" for row in plan.rows for m in row.matches if not row.accepted_codes)
    return "review" if doubtful or in_review or source.unread_pages else "done"


def _reason(document: Document) -> str:
    return NO_TABLE_BUT_PICTURES if document.has_pictures else NO_TABLE
