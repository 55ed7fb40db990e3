"""What a page read by OCR depends on is in the key it is kept under."""

from __future__ import annotations

import subprocess
import sys

from flows.versions import ROOT, SCAN_SOURCES

HARMLESS = {"extractors/__init__.py", "extractors/errors.py"}
"""What decides nothing of a page that could be read."""

ASKED = """
import sys
import extractors.scan
print(*(m.__file__ for name, m in sys.modules.items() if name.partition(".")[0] == "extractors"), sep="\\n")
"""


def test_every_module_a_scan_is_read_with_is_a_source_of_its_version() -> None:
    printed = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    loaded = {line.removeprefix(f"{ROOT}/") for line in printed.splitlines()}
    assert "extractors/grid.py" in loaded
    assert {path for path in loaded - HARMLESS if not path.startswith(tuple(SCAN_SOURCES))} == set()
