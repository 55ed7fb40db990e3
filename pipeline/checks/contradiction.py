"""Sentences that deny what a plan has to show: "belum mengimplementasikan …" among siblings that say "telah"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from canonical.reason import because
from pipeline.checks.finding import Evidence, at, gather
from pipeline.checks.passages import Passage, Passages
from pipeline.checks.phrases import clause_around, words_around
from pipeline.plan import Plan
from pipeline.records import Finding

KIND: Final = "contradiction"

_DEED = (
    r"(?:mengimplementasi\w*|diimplementasi\w*|menerapkan|diterapkan|melaksanakan|dilaksanakan|terlaksana|melakukan"
    r"|dilakukan|memiliki|dimiliki|menyusun|disusun|tersusun"
    r"|membuat|dibuat|menetapkan|ditetapkan|membentuk|dibentuk|terbentuk|membangun|dibangun|terbangun|menyediakan"
    r"|disediakan|tersedia|terdapat|ada|mempunyai"
    r"|menindaklanjuti|ditindaklanjuti|mensosialisasikan|disosialisasikan|melibatkan|dilibatkan|terlibat|mengevaluasi"
    r"|dievaluasi|memantau|dipantau|memenuhi|terpenuhi"
    r"|menyampaikan|disampaikan|melaporkan|dilaporkan|mengacu|berorientasi|dipublikasikan|mempublikasikan|menggunakan"
    r"|digunakan|dimanfaatkan|memanfaatkan"
    r"|dimutakhirkan|dimaklumatkan|diinternalisasi\w*|terintegrasi|diintegrasikan|menunjuk|ditunjuk|mengelola|dikelola"
    r"|sesuai|optimal|maksimal|mampu|pernah"
    r"|mengendalikan|dikendalikan|menjalankan|dijalankan|menyelenggarakan|diselenggarakan|mengumumkan|diumumkan"
    r"|mengkomunikasikan|dikomunikasikan|mengidentifikasi\w*|diidentifikasi\w*|berjalan|efektif|SMART)"
)
_NEGATION = re.compile(
    rf"\b(?P<no>belum|tidak|tdk|blm|tanpa)\s+(?:(?:pernah|dapat|bisa|sepenuhnya|semua|seluruhnya|secara\s+\w+"
    rf"|juga)\s+)*(?P<deed>{_DEED})\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Bb]elum|BELUM|[Tt]idak|TIDAK|[Tt]dk|[Bb]lm")
_OPEN = re.compile(
    r"\b(?:jika|bila|apabila|bilamana|kalau|dalam hal|seandainya|sekiranya|agar|supaya|sehingga|untuk|yang|bagi|ketika"
    r"|saat|karena|akibat|sebab|maka|kendala|masalah"
    r"|permasalahan|hambatan|kelemahan|tantangan|isu|identifikasi|daftar|mencegah|menghindari|sanksi|hukuman|larangan"
    r"|dilarang|komitmen|pernyataan"
    r"|tanpa|walaupun|meskipun|namun|kondisi saat ini|kondisi awal|sebelum|apakah|atau|maupun|pegawai|layanan|jumlah"
    r"|persentase|tidak ada lagi|bukan|masih|diketahui"
    r"|ditemukan|temuan|rekomendasi|catatan|bertujuan|bila layanan|keluhan|pengaduan yang)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\W*$|\W*[.;,\n]|\s+(?:sop|tim|dokumen|sistem|kebijakan|standar|evaluasi|monitoring|rencana|agen|unit|sk|survei|maklumat|peta|pedoman|aturan"
    r"|mekanisme|inovasi|sarana|media|petugas|pengelola)\b",
    re.IGNORECASE,
)
"""What a plan must not lack; of complaints, levies or changes there may well be none."""

_WISHED = re.compile(
    r"\btidak\s+(?:menerima|melakukan (?:pungli|pungutan|korupsi|kkn|gratifikasi|penyimpangan|pelanggaran)|ada (?:pungli"
    r"|pungutan|gratifikasi|benturan|pelanggaran|perubahan|biaya"
    r"|diskriminasi|pengaduan|keluhan|temuan)|terdapat (?:pungli|pungutan|gratifikasi|benturan|pelanggaran|temuan"
    r"|pengaduan|keluhan|diskriminasi|perbedaan)|sesuai standar"
    r"|dipungut|menggunakan jabatan|berjalan lambat|wajib)",
    re.IGNORECASE,
)
_OWN_CLAIM = re.compile(
    r"\b(?:telah|sudah)\b.{0,80}\b(?:belum|tidak)\b|\b(?:unit kerja|instansi ini|kantor ini|satuan kerja|dinas|kecamatan"
    r"|pengadilan|rumah sakit|puskesmas|sekolah|madrasah|lapas|rutan"
    r"|balai|badan|kantor)\b.{0,80}\b(?:belum|tidak)\b",
    re.IGNORECASE | re.DOTALL,
)
_TELLS_LACKS = re.compile(
    r"\b(?:kondisi|keadaan|permasalahan|masalah|kendala|hambatan|kelemahan|kesenjangan|isu|tantangan|catatan|temuan|capaian|realisasi"
    r"|keterangan|ket)\b",
    re.IGNORECASE,
)
"""Headers of columns that say how things stand now, which may well be what is lacking."""

_AFFIRMED = re.compile(r"\b(?:telah|sudah)\b", re.IGNORECASE)


def check(_plan: Plan, passages: Passages) -> Iterator[Finding]:
    evidence = [item for index, passage in enumerate(passages) for item in _denials(passages, index, passage)]
    yield from gather(KIND, evidence)


def _denials(passages: Passages, index: int, passage: Passage) -> Iterator[Evidence]:
    if not _HINT.search(passage.text) or _TELLS_LACKS.search(passage.role):
        return
    for found in _NEGATION.finditer(passage.text):
        if _is_denial(passage, found) and _has_affirming_company(passages, index, passage):
            text = words_around(passage.text, found.start(), found.end(), before=0, after=6)
            yield at(passage, text, because("finding.denial"))


def _is_denial(passage: Passage, found: re.Match[str]) -> bool:
    left, _ = clause_around(passage.text, found.start(), found.end())
    begin = max(passage.text.rfind(mark, 0, found.start()) for mark in (". ", "; ", "\n")) + 1
    if _WISHED.match(passage.text, found.start()) or found["no"].lower() == "tanpa":
        return False
    if found["deed"].lower() in {"ada", "terdapat"} and not _PLANNED.match(passage.text[found.end() :]):
        return False
    if found["no"].lower() in {"tidak", "tdk"} and passage.role not in {"indicator", "action"} and passage.source == "row":
        return False
    return _OPEN.search(passage.text[min(left, begin) : found.start()]) is None


def _has_affirming_company(passages: Passages, index: int, passage: Passage) -> bool:
    """A plan's own statement stands among siblings that say "telah"; a row of the table always makes such a claim."""
    if passage.source == "row":
        return True
    if _OWN_CLAIM.search(passage.text):
        return True
    near = [p for p in passages[max(0, index - 4) : index + 5] if p is not passage]
    return sum(_AFFIRMED.search(p.text) is not None for p in near) >= 2
