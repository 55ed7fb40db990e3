"""How much time, memory and size one document may take before it is given up."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields


class BadLimit(ValueError):
    """The text of `--limits` is not a list of known names with numbers above 0."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds are those a worker works on a page or on a document, waiting in the queue left out.

    `memory` is MiB of private memory a worker and each of its children may hold; `size` MiB of the file; `pages` of
    one document; `members` and `unpacked` (MiB) what one .zip may hold.
    """

    page: float = 180.0
    document: float = 1800.0
    memory: int = 2048
    size: int = 512
    pages: int = 3000
    members: int = 2000
    unpacked: int = 4096


def parse_limits(text: str) -> Limits:
    """`page=60,document=600` over the defaults. Raises BadLimit."""
    limits = Limits()
    names = [f.name for f in fields(Limits)]
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, _, value = (p.strip() for p in part.partition("="))
        if name not in names:
            raise BadLimit(f"batas '{name}' tidak dikenal; yang ada: {', '.join(names)}")
        is_whole = isinstance(getattr(limits, name), int)
        limits = Limits(**{**asdict(limits), name: _number(name, value, int if is_whole else float)})
    return limits


def _number(name: str, value: str, kind: type[int] | type[float]) -> int | float:
    try:
        number = kind(value)
    except ValueError as error:
        raise BadLimit(f"batas '{name}' harus angka, bukan '{value}'") from error
    if not 0 < number < float("inf"):
        raise BadLimit(f"batas '{name}' harus lebih dari 0")
    return number
