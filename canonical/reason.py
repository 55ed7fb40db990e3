"""Why something was decided or found: a key and what its sentence is filled with, so that any language can say it.

The sentences stand in `pipeline/texts/`, one file a language; keys are written out where reasons are given, so that a test
can read them off the sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Value = int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """`key` is "section.name" of the catalogue, `values` are by the names its sentence uses. Dates are ISO, shares percent.

    `notes` go on with the sentence, in order.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()

    def noting(self, *notes: Reason) -> Reason:
        """The same with more to say at its end."""
        return replace(self, notes=(*self.notes, *notes))


def because(key: str, /, **values: Value) -> Reason:
    return Reason(key, values)
