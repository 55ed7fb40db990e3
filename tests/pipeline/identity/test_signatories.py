"""Signature blocks of made-up people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.identity.people import clean_name, is_name
from pipeline.identity.signatories import find_signatories, read_nip
from tests.pipeline.identity.documents import page_document, text_document

Person = tuple[str, str | None, str | None]

BLOCKS: list[tuple[str, str, list[Person]]] = [
    (
        "title, name, NIP",
        "Jember, 3 Januari 2024\nKEPALA DINAS PERIKANAN\nKABUPATEN JEMBER\nHERU PRAKOSO, S.Pi., M.M.\nNIP. 19710412 199803 1 004",
        [("HERU PRAKOSO, S.Pi., M.M.", "197104121998031004", "KEPALA DINAS PERIKANAN KABUPATEN JEMBER")],
    ),
    (
        "a rank between name and NIP",
        "Kepala Kejaksaan Negeri Tuban,\nDr. LARAS WENING, S.H., M.H.\nJaksa Madya NIP. 19740304 199903 2 002",
        [("Dr. LARAS WENING, S.H., M.H.", "197403041999032002", "Kepala Kejaksaan Negeri Tuban")],
    ),
    (
        "rank on a line of its own, dotted line, brackets",
        "CAMAT GUCIALIT\nttd\n(BAGUS SANTIKO, S.STP)\nPembina Tk. I (IV/b)\nNIP. 198001012000121001",
        [("BAGUS SANTIKO, S.STP", "198001012000121001", "CAMAT GUCIALIT")],
    ),
    (
        "degrees broken off the name",
        "Ketua Pengadilan Agama Ngawi\nDrs. H. MUHAMAD YASIN ALBANI,\nS.H., M.H.\nNIP 196502031990031003",
        [("Drs. H. MUHAMAD YASIN ALBANI, S.H., M.H.", "196502031990031003", "Ketua Pengadilan Agama Ngawi")],
    ),
    (
        "misread label and digits",
        "KEPALA RUTAN KELAS IIB TRENGGALEK\nGUNTUR WIJANARKO, A.Md.IP., S.H.\nNlP. 19780506 2OOO03 1 OO1",
        [("GUNTUR WIJANARKO, A.Md.IP., S.H.", "197805062000031001", "KEPALA RUTAN KELAS IIB TRENGGALEK")],
    ),
    (
        "a scan's dust in name and number",
        "Camat Tempeh\n“ DEWI ANGGRAENI; S.KM.,'M.Kes.\nMP, 19770528:200412 2 019",
        [("DEWI ANGGRAENI, S.KM., M.Kes.", "197705282004122019", "Camat Tempeh")],
    ),
    (
        "no NIP below the name",
        "Ditetapkan di Ngawi\npada tanggal 2 Januari 2024\nKEPALA KANTOR PERTANAHAN\nKABUPATEN NGAWI\nWULAN SEKARINI, S.ST., M.H.\nLAMPIRAN I",
        [("WULAN SEKARINI, S.ST., M.H.", None, "KEPALA KANTOR PERTANAHAN KABUPATEN NGAWI")],
    ),
    (
        "a blank NIP",
        "Kepala Puskesmas Sumbersari\ndr. Intan Pertiwi\nNIP. ........................",
        [("dr. Intan Pertiwi", None, "Kepala Puskesmas Sumbersari")],
    ),
    (
        "an officer with NRP",
        "KEPALA KEPOLISIAN RESOR PONOROGO\nADITYA BRAMANTYO, S.I.K., M.H.\nAJUN KOMISARIS BESAR POLISI NRP 81020304",
        [("ADITYA BRAMANTYO, S.I.K., M.H.", None, "KEPALA KEPOLISIAN RESOR PONOROGO")],
    ),
    (
        "the chapter that follows is no signer",
        "Pada tanggal : 10 Januari 2022\nKEPALA KEJAKSAAN NEGERI TUBAN\nRADEN BIMO, S.H., M.H.\nJAKSA MADYA NIP. 19730101 199903 1 001\n"
        "BAB I\nPENDAHULUAN",
        [("RADEN BIMO, S.H., M.H.", "197301011999031001", "KEPALA KEJAKSAAN NEGERI TUBAN")],
    ),
    (
        "on behalf of another",
        "a.n. BUPATI TUBAN\nSEKRETARIS DAERAH\nRATNA DEWANTI, S.H.\nNIP. 197001011995032001",
        [("RATNA DEWANTI, S.H.", "197001011995032001", "a.n. BUPATI TUBAN SEKRETARIS DAERAH")],
    ),
    (
        "titles stacked over two people",
        "Mengetahui,\nKEPALA UPTD PASAR HEWAN\nKETUA TIM ZONA INTEGRITAS\nDEDI KURNIA, S.Pt\nNIP. 197001011995031002\n"
        "RINA MELATI, S.E.\nNIP. 198505052010012003",
        [
            ("DEDI KURNIA, S.Pt", "197001011995031002", "KEPALA UPTD PASAR HEWAN"),
            ("RINA MELATI, S.E.", "198505052010012003", "KETUA TIM ZONA INTEGRITAS"),
        ],
    ),
    (
        "the same person twice, spelled two ways",
        "pada tanggal 5 Januari 2023\nKEPALA DINAS SOSIAL\nTEGUH PRASOJO, S.Sos., M.AP\nLAMPIRAN\nKEPALA DINAS SOSIAL\n"
        "TEGUH PRASOJO . S.Sos. MAP\nNIP. 196808081990031008",
        [("TEGUH PRASOJO, S.Sos., M.AP", "196808081990031008", "KEPALA DINAS SOSIAL")],
    ),
    (
        "a borderless table of two columns",
        "{table}\nMengetahui\\nKEPALA BADAN PERENCANAAN\\nSRI HANDAYANI, S.E., M.Si\\nNIP. 196909091994032004 | "
        "Blitar, 4 Januari 2023\\nKETUA TIM\\nEKO NUGROHO, S.T.\\nNIP. 198303032009011005\n{end}",
        [
            ("SRI HANDAYANI, S.E., M.Si", "196909091994032004", "KEPALA BADAN PERENCANAAN"),
            ("EKO NUGROHO, S.T.", "198303032009011005", "KETUA TIM"),
        ],
    ),
    (
        "a title wrapped within a region's name, a mark for the signature",
        "pada tanggal 3 Januari 2024\nKEPALA DINAS SOSIAL KABUPATEN SUMBER\nJATI\nttd\nBUDI SANTOSO\nBAB I",
        [("BUDI SANTOSO", None, "KEPALA DINAS SOSIAL KABUPATEN SUMBER JATI")],
    ),
    (
        "a wrapped title over nobody",
        "pada tanggal 3 Januari 2024\nKEPALA DINAS SOSIAL KABUPATEN SUMBER\nJATI\nBAB I\nPENDAHULUAN",
        [],
    ),
    (
        "a wrapped title over the room for a name and a number",
        "pada tanggal 3 Januari 2024\nKEPALA DINAS SOSIAL KABUPATEN\nSUMBER JATI\n(........................)\nNIP. ...............",
        [],
    ),
    (
        "a name of one word, its rank below",
        "pada tanggal 3 Januari 2024\nCAMAT GUCIALIT\nSUHARTO\nPembina Tk. I (IV/b)",
        [("SUHARTO", None, "CAMAT GUCIALIT")],
    ),
    (
        "a line between name and rank",
        "pada tanggal 3 Januari 2024\nCAMAT GUCIALIT\nBUDI SANTOSO\n____________\nPembina Tk. I (IV/b)",
        [("BUDI SANTOSO", None, "CAMAT GUCIALIT")],
    ),
    (
        "a staff list is no signature block",
        "{table}\nNO | NAMA | NIP | JABATAN\n1 | ANDI WIBOWO, S.H. | 197001011995031001 | Ketua\n2 | BIMA SAKTI | 198001012005011002 | Anggota\n{end}",
        [],
    ),
]


def test_a_long_list_without_a_header_is_no_signature_block() -> None:
    rows = "\n".join(f"{n} | Kepala Seksi {n}\\nANDI WIBOWO, S.H.\\nNIP. 1970010119950310{n:02d}" for n in range(11, 22))
    assert find_signatories(text_document(f"{{table}}\n{rows}\n{{end}}")) == ()


@pytest.mark.parametrize(("text", "people"), [b[1:] for b in BLOCKS], ids=[b[0] for b in BLOCKS])
def test_block(text: str, people: list[Person]) -> None:
    assert [(s.name, s.nip, s.title) for s in find_signatories(text_document(text))] == people


def test_two_blocks_side_by_side_on_a_page() -> None:
    page = [
        (500.0, 300.0, "Madiun, 10 Januari 2022"),
        (515.0, 80.0, "Mengetahui,"),
        (530.0, 60.0, "KEPALA DINAS PERTANIAN||||||KETUA TIM ZONA INTEGRITAS"),
        (545.0, 85.0, "KOTA MADIUN"),
        (620.0, 60.0, "Ir. YOGA SATRIA, M.P.||||||DIAN LESTARI, S.P."),
        (635.0, 60.0, "NIP. 19660606 199203 1 006||||||NIP. 19870707 201101 2 007"),
    ]
    found = [(s.name, s.nip, s.title) for s in find_signatories(page_document(page))]
    assert found == [
        ("Ir. YOGA SATRIA, M.P.", "196606061992031006", "KEPALA DINAS PERTANIAN KOTA MADIUN"),
        ("DIAN LESTARI, S.P.", "198707072011012007", "KETUA TIM ZONA INTEGRITAS"),
    ]


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("CITRA WARDHANA,.S.KM., M.Kes.", "CITRA WARDHANA, S.KM., M.Kes."),
        ("BAGAS PERMADI, S.E.,.M.M.", "BAGAS PERMADI, S.E., M.M."),
        ("(……… Budi Hartono, S.E. ………)", "Budi Hartono, S.E."),
        ("Ma'ruf Amin, S.Ag.", "Ma'ruf Amin, S.Ag."),
        ("dr. Intan Pertiwi, Sp.PD.", "dr. Intan Pertiwi, Sp.PD."),
    ],
)
def test_names_are_cleaned_of_frames_and_dust(read: str, name: str) -> None:
    assert clean_name(read) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BUDI HARTONO, S.E.", True),
        ("Nyi Ratu Kencana", True),
        ("dr. H. Salman Alfarisi, Sp.PD.", True),
        ("KEPALA DINAS SOSIAL", False),
        ("KABUPATEN JEMBER", False),
        ("Pembina Utama Muda", False),
        ("Jember, 3 Januari 2024", False),
        ("pada tanggal", False),
    ],
)
def test_names_are_told_from_other_lines(text: str, expected: bool) -> None:
    assert is_name(text) is expected


@given(st.from_regex(r"19[6-9][0-9](0[1-9]|1[0-2])[0-2][0-9](19|20)[0-2][0-9](0[1-9]|1[0-2])[12][0-9]{3}", fullmatch=True))
def test_nip_is_read_however_it_is_grouped(nip: str) -> None:
    grouped = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    assert read_nip(nip) == read_nip(grouped) == read_nip(grouped.replace("0", "O")) == nip


def test_a_short_nip_is_none() -> None:
    assert read_nip("19760811 199703 1 05") is None
