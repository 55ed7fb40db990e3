"""Make the peers' environments, one each, under a folder: `python corpus/peers/set_up.py FOLDER`.

They pull wheels that do not fit together in one environment (two builds of OpenCV, for one). A peer that cannot be
installed is said and left out; the benchmark names it.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

REQUIREMENTS = {
    "pdfplumber": ["pdfplumber==0.11.10"],
    "pymupdf": ["pymupdf==2.0"],
    "camelot": ["camelot-py[base]==2.0.0", "pypdfium2==5.15.2", "pypdf==7.1.0"],
    "img2table": ["img2table==2.0.0", "pypdf==7.1.0"],
    "ocrmypdf": ["ocrmypdf==17.13.0", "pdfplumber==0.11.10", "opencv-python-headless==5.0.0.93"],
}


def main(folder: Path) -> int:
    failed = []
    for name, packages in REQUIREMENTS.items():
        place = folder / name
        if (place / "ready").is_file():
            continue
        venv.create(place, with_pip=True, clear=True)
        done = subprocess.run([place / "bin" / "python", "-m", "pip", "install", "--quiet", *packages], check=False)
        if done.returncode:
            failed.append(name)
        else:
            (place / "ready").write_text("", encoding="utf-8")
    print(f"ready: {', '.join(n for n in REQUIREMENTS if n not in failed)}")
    if failed:
        print(f"could not be installed: {', '.join(failed)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
