"""Rows that cannot be judged as they stand; always `info`, so that a letter can ask for better.

The rules: the action only restates the indicator; the evidence names no document, record or picture; the output has
neither number nor thing counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from canonical.reason import Reason, because
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages
from pipeline.plan import Plan
from pipeline.records import Finding, Row

KIND: Final = "weak_row"

_DOCUMENT = re.compile(
    r"\b(?:dok\w*|sk|s\.k|kep(?:wal|bup|gub|kadin)|sop|spt|skp|surat|keputusan|laporan|lap|l\w*kip|lkj\w*|lakin|daftar|dftar"
    r"|absen\w*|presensi|notul\w*|undangan|foto\w*|gambar|video|rekaman|screen\w*|ss|tangkapan"
    r"|capture|print\s?out|bukti|buktiscreen|rekap\w*|data\w*|register|regist\w+|formulir|form|blangko|ku[ei]sioner|angket"
    r"|buku|bku|berita acara|ba|bap|bast|nota|memo\w*|disposisi"
    r"|lembar\w*|kartu|catatan|logbook|log\s?book|jurnal|agenda|ceklis|cek\s?list|check\s?list|ikhtisar|resume|ringkasan"
    r"|kuitansi|kwitansi|faktur|karcis|tanda terima|resi|salinan|fotokopi|foto\s?copy|scan|pindaian|lampiran|naskah"
    r"|renstra|renja|rkt|rkap?|rka\w*|dpa\w*|rab|iku|iki|pk|anjab|abk|peta|pemetaan|denah|matriks?|tabel|grafik|jadwal|kalender|time\s?line"
    r"|banner|baner|spanduk|poster|leaflet|brosur|pamflet|flyer|booklet|stiker|papan|maklumat|piagam|sertifikat|piala|plakat|baliho"
    r"|x-?banner|roll\s?up|infografis|pengumuman|plang|running text|mading|buletin|majalah|kliping|berita|artikel"
    r"|website|web|laman|situs|aplikasi|app|link|tautan|url|akun|media|sim\w*|sistem|e-?\w+|arsip|berkas|file|bundel|album"
    r"|dashboard|barcode|qr|instagram|facebook|youtube|whatsapp|email|surel"
    r"|pedoman|panduan|manual|juknis|juklak|kebijakan|peraturan|perbup|perwali|instruksi|edaran|pakta|perjanjian|kontrak|mou|pks"
    r"|komitmen|pernyataan|struktur|telaah\w*|kajian|analisis|paparan|presentasi|powerpoint|ppt|slide"
    r"|bagan|alur|standar|spp|rtp|kertas kerja|lke|lhe|lhp|lhr|hasil|nilai|indeks|ikm|skm"
    r"|survei|survey|inovasi|proposal|tor|kak|materi|bahan|modul|rencana|program|dupak|cascading|pohon|sampel|kotak"
    r"|sarana|ruang|loket|siak|siaran|konten|podcast|apel|lhkpn|lhkasn|lhkan|spip|upg|wbs|tl)\b",
    re.IGNORECASE,
)
_EMPTY_WORDS = re.compile(
    r"\b(?:telah|sudah|akan|unit kerja|adanya|terdapat(?:nya)?|(?:me|di|ter)(?:laksana|laku|wujud)kan(?:nya)?|terlaksananya"
    r"|terwujudnya|(?:menyelenggara|diselenggara|mengupaya|diupaya|memasti|dipasti)kan|(?:men|di)jalankan)\b"
)
"""Words that an action takes on or an indicator drops without saying what will be done: "Melaksanakan tim telah dibentuk"."""

_LEAST_LETTERS = 15
_ALIKE = 92
"""Percent: a slip of the pen apart."""

_MEASURE = re.compile(
    r"\d|\b(?:se(?:buah|kali|mua|luruh)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|dua belas)\b|"
    + _DOCUMENT.pattern,
    re.IGNORECASE,
)


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, [item for row in plan.rows for item in _weaknesses(row)])


def _weaknesses(row: Row) -> Iterator[Evidence]:
    if _restates(row):
        yield _weak(row, "action", row.action, because("finding.action_restates_indicator"))
    if _has_words(row.evidence) and not _DOCUMENT.search(row.evidence):
        yield _weak(row, "evidence", row.evidence, because("finding.evidence_without_document"))
    if _has_words(row.output) and not _MEASURE.search(row.output):
        yield _weak(row, "output", row.output, because("finding.output_without_measure"))


def _restates(row: Row) -> bool:
    action, indicator = _plain(row.action), _plain(row.indicator)
    return min(len(action), len(indicator)) >= _LEAST_LETTERS and fuzz.ratio(action, indicator) >= _ALIKE


def _plain(text: str) -> str:
    """What is left of a sentence without its words of doing and having."""
    return re.sub(r"\W+", "", _EMPTY_WORDS.sub("", text.casefold()))


def _has_words(text: str) -> bool:
    return len(re.findall(r"[a-z]{3,}", text.casefold())) >= 1


def _weak(row: Row, role: str, text: str, reason: Reason) -> Evidence:
    where = row.cells[role].where if role in row.cells else row.where
    return Evidence(" ".join(text.split()), reason, where, "info", (row.id,), key=f"{row.id} {role}")
