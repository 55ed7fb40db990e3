"""Memory of page images is fetched once."""

from __future__ import annotations

import subprocess
import sys

COUNT = """
import resource
import numpy as np
import extractors.scan

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

first = [np.ones(12_000_000, np.uint8) for _ in range(3)]
del first
before = faults()
for _ in range(10):
    again = [np.ones(12_000_000, np.uint8) for _ in range(3)]
    del again
print(faults() - before)
"""


def test_images_of_the_next_page_lie_where_those_of_the_last_did() -> None:
    found = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)
    assert int(found.stdout) < 1_000  # of 88,000 pages of 4 kB
