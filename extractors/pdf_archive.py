"""A PDF made PDF/A-2b by Ghostscript, its page images passed through (each JPEG stream gets a second end mark, nothing else)."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

from PIL import ImageCms

NOT_ARCHIVAL = "Salinan ini PDF biasa, bukan PDF/A-2b: Ghostscript tidak terpasang atau menolak berkas ini."

SECONDS = 600

_DEFINITION = """%!
[/_objdef {{icc}} /type /stream /OBJ pdfmark
[{{icc}} << /N 3 >> /PUT pdfmark
[{{icc}} ({profile}) (r) file /PUT pdfmark
[/_objdef {{intent}} /type /dict /OBJ pdfmark
[{{intent}} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {{icc}} /OutputConditionIdentifier (sRGB) >> /PUT pdfmark
[{{Catalog}} << /OutputIntents [ {{intent}} ] >> /PUT pdfmark
"""


def as_archival(plain: Path, target: Path) -> bool:
    """Writes `plain` as PDF/A-2b to `target`; False, and nothing written, where Ghostscript is missing or will not."""
    program = shutil.which("gs")
    if program is None:
        return False
    folder = target.parent
    profile, definition = folder / f".{target.stem}.icc", folder / f".{target.stem}.ps"
    half = folder / f".{target.name}.half"
    try:
        profile.write_bytes(_srgb_profile())
        definition.write_text(_DEFINITION.format(profile=profile), encoding="utf-8")
        command = [program, *_options(profile), f"-sOutputFile={half}", str(definition), str(plain)]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        if done.returncode != 0 or not half.is_file():
            return False
        half.replace(target)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        for path in (profile, definition, half):
            path.unlink(missing_ok=True)


def _srgb_profile() -> bytes:
    """The sRGB colour profile, with a fixed date of creation in its header (ICC.1, 7.2.8) instead of this moment."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return bytes(profile)


def _options(profile: Path) -> list[str]:
    """Nothing that touches an image: no downsampling, no change of colours, JPEG streams passed through."""
    return [
        "-dBATCH", "-dNOPAUSE", "-dQUIET", "-sDEVICE=pdfwrite", "-dPDFA=2", "-dPDFACompatibilityPolicy=1",
        "-sColorConversionStrategy=LeaveColorUnchanged", "-dPassThroughJPEGImages=true", "-dPassThroughJPXImages=true",
        "-dDownsampleColorImages=false", "-dDownsampleGrayImages=false", "-dDownsampleMonoImages=false",
        "-dAutoFilterColorImages=false", "-dAutoFilterGrayImages=false",
        "-dColorImageFilter=/FlateEncode", "-dGrayImageFilter=/FlateEncode", "-dAutoRotatePages=/None",
        f"--permit-file-read={profile}",
    ]  # fmt: skip
