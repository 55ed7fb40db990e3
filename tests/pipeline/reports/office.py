"""LibreOffice for tests: it recalculates a workbook and shows whether a letter opens."""

from __future__ import annotations

import subprocess
from pathlib import Path


def convert(path: Path, suffix: str, out: Path) -> Path:
    """The file as `suffix`, in `out`. Raises CalledProcessError, TimeoutExpired."""
    profile = (out / "profile").as_uri()
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        suffix,
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{suffix}"
