"""Whatever stands in a document, its chapters and identity are read without an error, and the same way twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.chapters import find_chapters
from pipeline.identity import find_identity
from tests.pipeline.identity.documents import text_document

WORDS = (
    "BAB I|BAB II|BAB|LAMPIRAN|LAMPIRAN I|DAFTAR ISI|KEPUTUSAN|NOMOR|NOMOR :|TENTANG|TAHUN 2024|TANGGAL|NIP.|NIP 197001011995031001|"
    "KEPALA DINAS|DINAS|KABUPATEN|KABUPATEN TUBAN|Kota|Peraturan Presiden Nomor|Nomor 5 Tahun 2014|UU|1.1|A.|a.|S.H., M.H.|......... 3|"
    "Ditetapkan di|pada tanggal|3 Januari 2024|,|:|-|{table}|{end}|x | y|SITI AMINAH, S.E.|UPT|Kelas|/|Negeri 1"
)
PIECES = st.sampled_from(WORDS.split("|"))
LINES = st.lists(st.one_of(PIECES, st.text(max_size=12)), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=25).map("\n".join))
def test_reads_anything_twice_alike(text: str) -> None:
    document = text_document(text)
    chapters = find_chapters(document)
    identity = find_identity(document, chapters)
    assert find_chapters(document) == chapters
    assert find_identity(document, chapters) == identity
    assert all(s.nip is None or (len(s.nip) == 18 and s.nip.isdigit()) for s in identity.signatories)
    assert all(chapter.label.startswith(("BAB ", "LAMPIRAN", "Lampiran")) for chapter in chapters)
