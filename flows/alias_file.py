"""Where a user's own aliases are kept."""

from __future__ import annotations

import os
from pathlib import Path


def alias_path(given: Path | None = None) -> Path:
    """The file named, else that of RENJA_ALIASES, else `renja/aliases.csv` in the user's settings folder."""
    if given is not None:
        return given
    named = os.environ.get("RENJA_ALIASES")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "renja" / "aliases.csv"


def known_aliases(given: Path | None = None) -> Path | None:
    """The file a run reads: the one named, else the user's own where something was taught, else none."""
    path = alias_path(given)
    return path if given is not None or path.is_file() else None
