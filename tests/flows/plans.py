"""Small made-up plans for tests of the run: quick to read, different from one another by their number."""

from __future__ import annotations

from pathlib import Path

HEAD = "NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU\tOUTPUT"
INDICATORS = (
    ("Tim Kerja", "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas"),
    ("Rencana Pembangunan", "Terdapat target-target prioritas yang relevan dengan tujuan pembangunan WBK/WBBM"),
    ("Pemantauan", "Seluruh kegiatan pembangunan telah dilaksanakan sesuai dengan rencana"),
)


def plan_text(number: int, rows: int = 3) -> str:
    """A plan as tab-separated text, of a made-up agency."""
    lines = [
        "RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS",
        f"DINAS CONTOH NOMOR {number} KABUPATEN REKAAN",
        "TAHUN 2024",
        "BAB I",
        "PENDAHULUAN",
        f"Dokumen rekaan nomor {number} ini hanya untuk mencoba perangkat.",
        "BAB II",
        "RENCANA AKSI",
        HEAD,
        "I\tMANAJEMEN PERUBAHAN",
    ]
    for n in range(rows):
        component, indicator = INDICATORS[n % len(INDICATORS)]
        lines.append(f"{n + 1}\t{component}\t{indicator}\tMenyusun berkas {number}.{n}\tNotulen {n}\tMaret 2024\t1 dokumen")
    return "\n".join(lines) + "\n"


def write_plans(folder: Path, count: int, rows: int = 3) -> list[Path]:
    """`count` plans as files rencana-000.txt and on."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"rencana-{n:03}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(plan_text(n, rows), encoding="utf-8")
    return paths
