"""Rows that came out alike by chance: as much of a fault as those planted, and known by comparing what was written."""

from __future__ import annotations

from corpus.draft import Draft, Flag, PlanRow

LEAST_LETTERS = 8
"""Two cells that both say no more than "SKP" are no copies of one another."""


def flag_repeats(draft: Draft) -> None:
    """Flag rows whose action and evidence both repeat another row's, and evidence that is its action without the verb."""
    roles = {column.role for column in draft.layout.columns}
    if not {"action", "evidence"} <= roles:
        return
    flagged = {id(row) for f in draft.flags if f.kind == "duplicate_cell" for row in f.rows}
    groups: dict[tuple[str, str], list[PlanRow]] = {}
    for row in draft.rows:
        says = (_bare(row.action), _bare(row.evidence))
        if all(says) and max(map(len, says)) >= LEAST_LETTERS:
            groups.setdefault(says, []).append(row)
    for alike in groups.values():
        if len(alike) > 1 and not all(id(row) in flagged for row in alike):
            _flag(draft, alike, "action and evidence repeat another row's")
            flagged |= {id(row) for row in alike}
    for row in draft.rows:
        said = _bare(row.evidence)
        if id(row) not in flagged and len(said) >= LEAST_LETTERS and said in (_bare(row.action), _without_verb(row.action)):
            _flag(draft, [row], "action and evidence are equal after the leading verb")


def _flag(draft: Draft, rows: list[PlanRow], why: str) -> None:
    draft.flags.append(Flag("duplicate_cell", rows[0].actions[0], why, "action and evidence", rows))


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def _without_verb(action: str) -> str:
    """The action without its first word, where that is a verb of doing."""
    first, _, rest = _bare(action).partition(" ")
    return rest if first.startswith("me") else ""
