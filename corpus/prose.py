# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""Indonesian prose for the chapters, put together from alternatives so that two plans seldom share a sentence.

A sentence is a row of slots, a slot a choice of wordings; {unit}, {region}, {year}, {service} and {head} are filled in.
"""

from __future__ import annotations

import random

Slots = tuple[tuple[str, ...], ...]

BACKGROUND: tuple[Slots, ...] = (
    (
        ("Warga yang datang ke", "Setiap pemohon yang berurusan dengan", "Para pengguna jasa", "Masyarakat yang dilayani"),
        ("{unit}",),
        ("menginginkan", "berhak memperoleh", "mengharapkan", "menuntut"),
        ("kepastian waktu", "proses yang terang", "layanan yang lekas", "perlakuan yang sama"),
        ("dan biaya yang jujur", "tanpa pungutan di luar ketentuan", "dari petugas yang bersih", "sejak berkas diterima sampai selesai"),
    ),
    (
        ("Pengalaman beberapa tahun terakhir", "Catatan pengaduan di loket", "Hasil rapat evaluasi internal", "Masukan dari forum warga"),
        ("menunjukkan bahwa", "memperlihatkan bahwa", "memberi pelajaran bahwa", "menegaskan bahwa"),
        ("prosedur yang berbelit", "wewenang yang tidak jelas", "arsip yang tercecer", "pengawasan yang longgar"),
        ("membuka celah", "menjadi pintu masuk", "sering berujung pada", "memudahkan timbulnya"),
        ("penyimpangan", "praktik tidak terpuji", "keterlambatan layanan", "keluhan berulang"),
    ),
    (
        ("Oleh sebab itu", "Karena alasan tersebut", "Menjawab keadaan itu", "Berangkat dari kenyataan ini"),
        ("{unit}", "pimpinan {unit}", "seluruh jajaran {unit}"),
        ("bertekad membangun", "memutuskan untuk membangun", "menyatakan siap membangun", "bersepakat membangun"),
        ("Zona Integritas", "Zona Integritas secara bertahap", "Zona Integritas di semua bagian"),
        ("dan menuangkannya dalam rencana kerja tahun {year}", "dengan rencana kerja tahun {year} sebagai pegangan", "melalui langkah terukur sepanjang tahun {year}"),
    ),
    (
        ("Layanan utama berupa {service}", "Urusan {service}", "Pekerjaan sehari-hari di bidang {service}"),
        ("menjadi titik berat", "ditempatkan sebagai sasaran pertama", "dipilih sebagai pijakan awal", "memperoleh perhatian khusus"),
        ("karena paling sering diakses warga", "sebab bersentuhan langsung dengan masyarakat", "mengingat banyaknya pemohon setiap pekan"),
        ("sehingga perubahannya mudah dirasakan", "dan hasilnya dapat segera diukur", "serta paling rawan terhadap imbalan"),
    ),
    (
        ("Enam area perubahan", "Keenam area pengungkit", "Enam bidang pembenahan"),
        ("digarap bersama", "dikerjakan serempak", "dibagi kepada enam kelompok kerja", "ditangani menurut urutan kebutuhan"),
        ("dengan pembagian tugas yang tertulis", "di bawah kendali ketua tim", "dan dilaporkan setiap triwulan", "agar tidak saling menunggu"),
    ),
)  # fmt: skip

PURPOSE: tuple[Slots, ...] = (
    (
        ("Dokumen ini menjadi", "Rencana kerja ini disusun sebagai", "Naskah ini dimaksudkan sebagai"),
        ("pegangan", "acuan kerja", "peta jalan", "panduan bersama"),
        ("bagi {unit}", "untuk seluruh pegawai {unit}", "bagi tim dan kelompok kerja"),
        ("dalam mencapai predikat WBK", "menuju WBK dan WBBM", "selama membangun Zona Integritas"),
    ),
    (
        ("Tujuannya ialah", "Yang hendak dicapai adalah", "Sasaran penyusunannya yaitu"),
        ("menyamakan langkah", "menyatukan pemahaman", "memastikan keselarasan kerja", "memudahkan pembagian tugas"),
        ("antarbagian", "semua kelompok kerja", "para penanggung jawab area"),
        ("serta memudahkan pengukuran kemajuan", "dan menjaga ketepatan jadwal", "sehingga bukti dukung terkumpul rapi"),
    ),
)  # fmt: skip

PROGRAM: tuple[Slots, ...] = (
    (
        ("Pencanangan dilakukan", "Deklarasi dibacakan", "Pernyataan kesiapan disampaikan"),
        ("di halaman kantor", "di aula", "dalam apel bersama", "di hadapan tamu undangan"),
        ("oleh {head}", "dan dipimpin {head}", "dengan {head} sebagai pembaca naskah"),
        ("lalu diikuti penandatanganan pakta integritas", "disaksikan wakil pengguna layanan", "serta diliput media setempat"),
    ),
    (
        ("Setelah itu", "Tahap berikutnya", "Sesudah pencanangan"),
        ("setiap kelompok kerja", "masing-masing pokja", "para koordinator area"),
        ("menelaah keadaan awal", "memetakan kekurangan", "mendata bukti yang sudah ada", "memeriksa kelengkapan dokumen"),
        ("dan mengusulkan perbaikan", "kemudian menyusun langkah aksi", "lalu menetapkan tenggat"),
    ),
    (
        ("Kemajuan dibahas", "Perkembangan dilaporkan", "Capaian ditinjau"),
        ("dalam rapat triwulanan", "pada rapat bulanan", "setiap akhir triwulan"),
        ("agar hambatan cepat teratasi", "supaya tidak ada langkah yang tertinggal", "dengan catatan untuk tiap area"),
    ),
)  # fmt: skip

CLOSING: tuple[Slots, ...] = (
    (
        ("Rencana kerja ini bersifat terbuka", "Isi dokumen ini dapat disempurnakan", "Naskah ini bukan harga mati"),
        ("terhadap perubahan keadaan", "bila ada kebutuhan baru", "sesuai hasil evaluasi"),
        ("sepanjang tidak mengurangi tujuan semula", "dengan persetujuan {head}", "tanpa mengubah arah pembangunan Zona Integritas"),
    ),
    (
        ("Keberhasilannya bergantung pada", "Hasil akhirnya ditentukan oleh", "Yang paling menentukan ialah"),
        ("kesungguhan setiap pegawai", "keteladanan pimpinan", "kerja sama seluruh bagian"),
        ("serta dukungan masyarakat", "dan keberanian menolak imbalan", "maupun kedisiplinan menjaga jadwal"),
    ),
)  # fmt: skip

AREA_AIMS: Slots = (
    ("pokja area ini bertugas", "yang hendak dicapai ialah", "pekerjaan utamanya adalah", "langkah pertamanya yaitu", "targetnya ialah"),
    ("merapikan", "membenahi", "menata ulang", "memperkuat", "menyederhanakan", "menyempurnakan"),
    ("cara kerja pegawai", "alur berkas", "pembagian tugas", "pencatatan hasil", "pengawasan harian", "sikap petugas kepada pemohon"),
    ("sehingga warga terlayani lebih cepat", "agar setiap langkah tercatat", "supaya tidak ada celah pungutan", "dengan bukti yang tersimpan rapi",
     "dan melaporkannya setiap triwulan", "tanpa menambah beban pemohon"),
    ("di {unit}", "pada layanan {service}", "di semua bagian", "menurut jadwal yang disepakati"),
)  # fmt: skip

GLOSSARY = (
    "Zona Integritas adalah sebutan bagi {unit} setelah pimpinan dan pegawainya berjanji mencegah korupsi serta memperbaiki layanan.",
    "Tim Penilai Internal adalah petugas yang menilai kemajuan pembangunan Zona Integritas sebelum diusulkan ke tingkat nasional.",
    "Pokja adalah kelompok kerja yang mengurus satu area perubahan dan mengumpulkan bukti dukungnya.",
    "Agen perubahan adalah pegawai yang dipilih untuk memulai kebiasaan kerja yang lebih baik.",
    "Bukti dukung adalah dokumen, foto, atau rekaman yang memperlihatkan bahwa suatu langkah sungguh dikerjakan.",
    "Pengguna layanan adalah orang atau badan yang menerima {service} dari {unit}.",
)


def sentence(slots: Slots, dice: random.Random) -> str:
    return " ".join(dice.choice(slot) for slot in slots) + "."


def paragraphs(pool: tuple[Slots, ...], dice: random.Random, count: int) -> list[str]:
    """`count` paragraphs, each of two to four sentences drawn from the pool."""
    made = []
    for _ in range(count):
        chosen = dice.sample(pool, k=min(len(pool), dice.randint(2, 4)))
        made.append(" ".join(sentence(slots, dice) for slots in chosen))
    return made
