"""The words that cells of such plans are told by, whatever the agency: times, papers, deeds, amounts, persons."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)]?")
_MONTHS = (
    r"jan(?:uari)?|feb(?:ruari|uari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s(?:tus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"no[vp](?:ember)?|des(?:ember)?"
)
TIME_WORD = re.compile(
    rf"(?:(?:{_MONTHS})\W*(?:\d{{2,4}})?(?:\W*(?:{_MONTHS}))?|(?:19|20)\d\d|\d{{1,2}}|s/?d\.?|s\.d\.?|sampai|dengan|hingga|dan|&|[-–—/,;.]|"
    r"setiap|tiap|se?tiap\w*|sepanjang|ke-?\d{1,2}|bulan(?:an)?|pekan(?:an)?|minggu(?:an)?|hari(?:an)?|tahun(?:an)?|tri?wulan(?:an)?|tribulan(?:an)?|semester(?:an)?|tw|"
    r"i{1,3}v?|iv|b\d{1,2}(?:\W+b\d{1,2})*|q[1-4]|sesuai|jadwal|kebutuhan|jika|ada|apabila|bila|perubahan|ketika|saat|awal|akhir|pertengahan|minimal|kali|sekali|"
    r"dalam|setahun|sebulan|per|selama|berkala|kontinyu|kontinu|terus|menerus|insidentil|insidental|pertemuan|rutin|berjalan|"
    r"tentatif|tanggal|th|thn|smt|periodik|satu|dua|tiga|empat|enam|kegiatan|pelaksanaan|data|pegawai|kebijakan)\W*",
    re.IGNORECASE,
)
ANCHOR = re.compile(
    rf"\b(?:{_MONTHS}|20\d\d|B\d\d|TW\s?[IV1-4]+|smt|setiap|tiap|bulanan|mingguan|harian|tahunan|tri?wulan(?:an)?|tribulan(?:an)?|semester(?:an)?|jadwal|"
    r"kebutuhan|jika|apabila|ketika|berkala|rutin|insident[ia]l|tahun|bulan|minggu|hari|tentatif)\b",
    re.IGNORECASE,
)
"""A word without which nothing is a time; numbers and "sampai" alone are none."""
FREQUENCY = re.compile(
    r"(?:mingguan|bulanan|tri?wulanan|tribulanan|semesteran|tahunan|harian|berkala|insident[ia]l)", re.IGNORECASE
)
MONTH_MARKS = re.compile(r"[xXvV√✓●■•](?:\s+[xXvV√✓●■•]){0,11}")
"""Marks under the months of a year."""
MARK_INSIDE = re.compile(r"(?:^|\s)[X√✓●■](?:\s|$)")
OUTPUT = re.compile(
    r"\d{1,4}\s*(?:\([^)]*\)\s*)?(?:dok(?:umen)?|kegiatan|laporan|berkas|sk|sop|kali|orang|pegawai|unit|paket|lembar|buah|banner|lokasi|"
    r"aplikasi|inovasi|foto|bulan|keputusan|surat|notul\w+|matriks|sertifikat|daftar|poster|modul|formulir|buku|website|tim|rapat|set|peraturan|%|persen)\b.*",
    re.IGNORECASE,
)
VERB = re.compile(r"Me(?:m|n|ng|ny|l|r|w|y|l)?[a-z]{3,}|Di[a-z]{4,}kan|Ber[a-z]{4,}")
DEED_INSIDE = re.compile(r"\sMe(?!nuju|nteri|kanisme|dia|layani|mo)(?:m|n|ng|ny|l|r|w|y)[a-z]{4,}")
"""A deed after other words, with a capital of its own: only actions hold several sentences."""
FIRST_ITEM = re.compile(r"\s1[.)]\s?[A-Z]")
VERBAL_NOUN = re.compile(
    r"(?:Pe(?:m|n|ng|ny|l|r)?[a-z]{3,}an|Rapat|Sosialisasi|Monitoring|Monev|Revi[ue]w?|Reviu|Evaluasi|Koordinasi|Tindak|Upaya)$"
)
EVIDENCE = re.compile(
    r"(?:SK|S[Kk]\.|SOP|SPT|SS|BA|Dokumen(?:tasi)?|Laporan|Notul\w+|Undangan|Daftar|Foto\S*|Screen\s?sh?o+t\w*|Surat|Berita|Bukti|Rekap\w*|"
    r"Banner|Spanduk|Poster|Leaflet|Link|Tangkapan|Sertifikat|Form\w*|Buku|Peta|Matriks|Kertas|Nota|Perjanjian|SKP|Renstra|RENSTRA|"
    r"LKjIP|LAKIP|Peraturan|Keputusan|Kepwal|Kepbup|Perbup|Perwali|Website|Kebijakan|Pedoman|Materi|Modul|Jadwal|Lembar|Lampiran|"
    r"Register|Hasil|Data|Arsip|Naskah|Brosur|Video|Piagam|Pakta|Absen\w*|Rencana|Survei|Sampel|Print|Cascading|DPA|RKA|IKU|Memo\w*|Disposisi|"
    r"Alamat|Tautan|Telaah\w*|Proposal|Kamus|Panduan|Pengumuman|Tabel|Catatan|Kuesioner|Inventaris|Denah|Desain|Risalah|Tampilan|"
    r"Kartu|Presensi|Slide|Paparan|Salinan|Bagan|Grafik)"
)
TOLD = re.compile(
    r"\b(?:telah|sudah|terdapat|dilakukan|berkala|memiliki|dimiliki|sesuai|terlibat|berorientasi|tersedia|adanya)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:tim|kepala|kasubbag|kasi|kabid|bagian|bidang|sekretari\w+|pokja|koordinator|pelaksana|pimpinan|camat|lurah|direktur|area)\b",
    re.IGNORECASE,
)
LETTER = re.compile(r"[a-z][.)] ")
"""The letter that numbers an indicator, with which it may well begin."""
LONE_LABEL = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])[.)]$")
"""The label of an item whose words are yet to come."""
CONDITION = re.compile(r"(?:Bila(?:mana)?|Jika|Apabila|Ketika|Sewaktu)\s")
"""How a time begins that is a condition: "Bila ada mutasi"."""
DANGLING = re.compile(
    r"\b(?:tanggal|nomor|sampai|hingga|s/?d|dan|atau|yang|untuk|pada|dengan|dalam|di|ke|dari|atas|terhadap|tentang|oleh|sebagai|serta|secara|telah|sudah|akan|bagi|para|dari|"
    r"antar|melalui|guna|agar|seluruh|setiap|tidak|per)$|\bs\.\s?d\.?$|[,/(&–-]$"
)
"""An end after which a text must go on."""
LINKING = re.compile(r"(?:dan|atau|serta|yang|dengan|oleh|dalam|terhadap)\b")
"""A beginning before which something must stand."""
DATE_JOINT = re.compile(
    rf"\b(?:{_MONTHS}|tahun|thn?\.?|ta\.?|i{{1,3}}|iv|anggaran),?\s(?:19|20)\d\d\b|\b(?:tri?wulan|tribulan|semester|smt|tw|minggu|pekan)\s"
    rf"(?:i{{1,3}}|iv|(?:ke-?\s?)?[1-5])\b|(?:\b|\bke-?)\d{{1,2}}\s(?:{_MONTHS})\b|\b(?:sepanjang|awal|pertengahan|akhir)\s(?:tahun|bulan|minggu)\b",
    re.IGNORECASE,
)
"""Two words of one date: a month and its year, a quarter and its number."""
