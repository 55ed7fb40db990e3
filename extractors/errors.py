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
    sentence = "Berkas kosong (0 byte); mintalah salinan yang utuh dari pengirim."


class UnsupportedFormat(DocumentError):
    status = "unsupported"
    sentence = "Jenis berkas ini tidak dibaca; kirimkan sebagai PDF, DOCX, atau teks."


class EncryptedFile(DocumentError):
    status = "encrypted"
    sentence = "Berkas dikunci dengan kata sandi; simpan ulang tanpa kata sandi lalu kirim kembali."
