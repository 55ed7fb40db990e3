"""Writing a corpus: for each layout a plan, in each wanted format, with its truth."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.compose import compose
from corpus.draft import Draft
from corpus.invent import invent
from corpus.manuscript import Manuscript
from corpus.scanning import GRADES, scan
from corpus.truth import truth
from corpus.typeset_docx import typeset_docx
from corpus.typeset_pdf import typeset_pdf
from corpus.typeset_text import typeset_flat, typeset_tabbed

TYPESETTERS: dict[str, tuple[str, Callable[[Manuscript], bytes]]] = {
    "pdf": (".pdf", typeset_pdf),
    "docx": (".docx", typeset_docx),
    "txt": (".txt", typeset_tabbed),
    "flat": (".flat.txt", typeset_flat),
}


def write_plan(draft: Draft, formats: Sequence[str], out: Path) -> list[Path]:
    """Write the draft's documents to `out/plans` and its truth to `out/truth/<id>.json`; gives the documents' paths."""
    for folder in (out / "plans", out / "truth"):
        folder.mkdir(parents=True, exist_ok=True)
    manuscript = compose(draft)
    written = []
    for name in formats:
        suffix, data = _document(manuscript, draft, name)
        path = out / "plans" / f"{draft.id}{suffix}"
        path.write_bytes(data)
        written.append(path)
    text = json.dumps(truth(draft), ensure_ascii=False, indent=2) + "\n"
    (out / "truth" / f"{draft.id}.json").write_text(text, encoding="utf-8")
    return written


def _document(manuscript: Manuscript, draft: Draft, wanted: str) -> tuple[str, bytes]:
    """Suffix and bytes of a format: one of TYPESETTERS, or `scan:` and a grade."""
    if wanted.startswith("scan:"):
        grade = GRADES[wanted.removeprefix("scan:")]
        return f".{grade.name}.pdf", scan(typeset_pdf(manuscript), grade, draft.id, draft.lost_page)
    suffix, typeset = TYPESETTERS[wanted]
    return suffix, typeset(manuscript)


def make_corpus(layouts: Sequence[str], seeds: Sequence[int], formats: Sequence[str], out: Path, share: float) -> list[Path]:
    return [path for seed in seeds for name in layouts for path in write_plan(invent(name, seed, share), formats, out)]
