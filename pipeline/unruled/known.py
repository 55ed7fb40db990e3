"""How much a line is like the title of a part, an area or a component, in percent."""

from __future__ import annotations

from pipeline.action_table.known import component_likeness
from pipeline.action_table.titles import title_of

LIKE_A_TITLE = 85


def title_likeness(text: str) -> float:
    """100 for the title of a part or an area, else the likeness to the nearest component's name."""
    return 100.0 if title_of(text) is not None else component_likeness(text)
