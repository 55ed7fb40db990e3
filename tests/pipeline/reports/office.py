"""LibreOffice for tests: it recalculates a workbook and shows whether a letter opens."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path


def convert(path: Path, suffix: str, out: Path) -> Path:
    """The file as `suffix`, in `out`. Raises CalledProcessError, TimeoutExpired."""
    return convert_all([path], suffix, out)[0]


def convert_all(paths: Sequence[Path], suffix: str, out: Path) -> list[Path]:
    """Several files with one start of LibreOffice, which takes longer than the work."""
    profile = (out / "profile").as_uri()
    office = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
    subprocess.run(
        [*office, "--convert-to", suffix, "--outdir", str(out), *map(str, paths)], check=True, capture_output=True, timeout=180
    )
    return [out / f"{path.stem}.{suffix}" for path in paths]
