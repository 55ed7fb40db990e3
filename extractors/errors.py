"""What can be wrong with a file, each with the sentence its sender reads. `flows/` turns them into statuses."""

from __future__ import annotations

from typing import ClassVar


class DocumentError(Exception):
    """The document is at fault, not renja; `status` is the status of the contract it ends in."""

    status: ClassVar[str] = "failed"
    sentence: ClassVar[str] = "Berkas ini tidak dapat diproses."

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(f"{self.sentence} ({detail})" if detail else self.sentence)


class UnreadableFile(DocumentError):
    status = "unreadable"
    sentence = "Berkas rusak atau terpotong; mintalah salinan yang utuh dari pengirim."


class EmptyFile(DocumentError):
    status = "unreadable"
    sentence = "Berkas ini kosong; mintalah salinan yang utuh dari pengirim."


class UnsupportedFormat(DocumentError):
    status = "unsupported"
    sentence = "Jenis berkas ini tidak dibaca; kirimkan sebagai PDF, DOCX, XLSX, teks, atau gambar JPEG, PNG atau TIFF."


class PicturesOnly(DocumentError):
    """A document in a format without pages into which scans of pages were pasted."""

    status = "unsupported"
    sentence = (
        "Dokumen ini hanya berisi gambar, tanpa teks; simpan sebagai PDF lalu jalankan lagi, agar halamannya dibaca dengan OCR."
    )


class EncryptedFile(DocumentError):
    status = "encrypted"
    sentence = "Berkas dikunci dengan kata sandi; simpan ulang tanpa kata sandi lalu kirim kembali."


class TooLarge(DocumentError):
    """More bytes, pages, pixels or nesting than a plan can have: a mistake or a trap."""

    status = "failed"
    sentence = "Isi berkas melebihi batas yang wajar untuk sebuah rencana kerja; periksa atau pecah berkas ini."


class NotAFile(DocumentError):
    status = "unsupported"
    sentence = "Bukan berkas biasa (pipa, perangkat, atau tautan); salin isinya ke berkas biasa."


class NotPermitted(DocumentError):
    status = "unreadable"
    sentence = "Tidak ada izin membaca berkas ini; ubah izinnya lalu jalankan lagi."


class VanishedFile(DocumentError):
    status = "unreadable"
    sentence = "Berkas hilang atau tautannya putus; letakkan kembali lalu jalankan lagi."


class TimedOut(DocumentError):
    status = "timed_out"
    sentence = "Pembacaan melewati batas waktu dan dihentikan; naikkan --limits atau periksa berkas ini."


class OutOfMemory(DocumentError):
    status = "failed"
    sentence = "Pembacaan melewati batas memori dan dihentikan; naikkan --limits memory atau pecah berkas ini."


class ReaderCrashed(DocumentError):
    status = "failed"
    sentence = "Pembaca berhenti mendadak karena isi berkas ini; simpan ulang berkas lalu coba lagi."


class UnexpectedContent(DocumentError):
    """Our code met something it does not foresee; the detail names the spot for a report to its keepers."""

    status = "failed"
    sentence = "Isi berkas ini tidak terduga dan tidak dapat diproses; simpan ulang berkas atau laporkan."
