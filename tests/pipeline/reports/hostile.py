"""Texts a plan might hold that must stay texts wherever they are shown."""

from __future__ import annotations

from pipeline.records import Finding, PlanRecord, Row

FORMULAS = ('=HYPERLINK("http://jahat.invalid";"klik")', "+62811", "-2+3", "@SUM(1)", "=1+1")
MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} & "kutip"'
CONTROL = "baris\x00kendali\x0b"


def spoilt(record: PlanRecord) -> PlanRecord:
    """The record with hostile texts in every field of its first rows, its findings and its identity."""
    rows = tuple(_spoilt_row(row, number) for number, row in enumerate(record.rows))
    findings = tuple(_spoilt_finding(f, number) for number, f in enumerate(record.findings))
    plan = record.plan.model_copy(update={"agency": f"=Dinas {MARKUP}", "region": MARKUP})
    source = record.source.model_copy(update={"file": f"={MARKUP}.pdf"})
    return record.model_copy(update={"rows": rows, "findings": findings, "plan": plan, "source": source})


def _spoilt_row(row: Row, number: int) -> Row:
    if number >= len(FORMULAS):
        return row
    text = FORMULAS[number]
    cells = dict.fromkeys(("action", "evidence", "schedule", "output"), text)
    return row.model_copy(update={"indicator": f"{MARKUP} {CONTROL}", "component": MARKUP, **cells})


def _spoilt_finding(finding: Finding, number: int) -> Finding:
    return finding.model_copy(update={"text": f"{FORMULAS[number % len(FORMULAS)]} {MARKUP}", "why": f"{MARKUP} {CONTROL}"})
