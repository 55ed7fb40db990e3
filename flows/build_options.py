"""The files a user may give, turned into the options of `pipeline.build` once for a process."""

from __future__ import annotations

from functools import lru_cache

from canonical.aliases import read_aliases
from flows.settings import RunSettings
from pipeline.build import BuildOptions
from pipeline.checks.settings import read_check_settings


@lru_cache(maxsize=1)
def load_build_options(settings: RunSettings) -> BuildOptions:
    """Raises ValueError or OSError for files that cannot be used."""
    return BuildOptions(
        checks=read_check_settings(settings.checks) if settings.checks else None,
        aliases=read_aliases(settings.aliases) if settings.aliases else None,
    )
