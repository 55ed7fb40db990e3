"""The decree a plan rests on: its number as its own heading prints it, and the day it was signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.headings import read_heading
from pipeline.identity.dates import find_dates, first_date
from pipeline.identity.zones import Zones
from pipeline.prose import TextLine, is_upper
from pipeline.records import Decree

HEADING_LINES = 14
"""A decree's heading, from KEPUTUSAN over NOMOR to TENTANG and its subject, is no longer."""

_DECREE = re.compile(r"^\W*(SURAT\s+)?(K[EF]PUTUSAN|PENETAPAN|PERATURAN)\b(?!.*\b(INI|MENTERI|PRESIDEN)\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\bN[O0]M[O0]R\b\s*[.:;]?\s*(?P<number>.*)$|^\W*N[O0]\s?[.:]\s*(?P<short>.*)$", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*TENTANG\b", re.IGNORECASE)
_PLAN_WORDS = re.compile(r"RENCANA\s+(KERJA|AKSI)|PROGRAM\s+KERJA|DOKUMEN\s+RENCANA|RENJA|PEMBANGUNAN\s+ZONA", re.IGNORECASE)
_SIGNED = re.compile(r"\b(pada\s+tanggal|ditetapkan|disahkan|tanggal)\b", re.IGNORECASE)
_DAY = re.compile(r"^\W*(pada\s+)?tanggal\b|\bpada\s+tanggal\b", re.IGNORECASE)
_IN_FORCE = re.compile(r"\bberlaku\b", re.IGNORECASE)
_PLACED_DATE = re.compile(r"^\W*[A-Z][A-Za-z.\s]{2,30}[,.:;'\"“]\s*\S")
_STROKE_READ_AS_SEVEN = re.compile(r"(/[\d.]{1,8})7(20[0-3]\d)$")
_LAMPIRAN = re.compile(r"^\W*LAMPIRAN\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecreeHeading:
    """A decree found at lines[at]; `number` is None where it is blank, `subject` is what stands below TENTANG."""

    at: int
    number: str | None
    subject: str
    is_front: bool


def find_decree(zones: Zones) -> Decree:
    """The plan's decree, or the day the plan itself was signed where there is none."""
    lines = zones.prose
    headings = _decree_headings(lines, len(zones.front))
    own = _own_decree(headings)
    if own is not None:
        after = [h.at for h in headings if h.at > own.at]
        end = min([*after, len(lines)])
        return Decree(number=own.number, date=_iso(_day_signed(lines[own.at : end])))
    annexed = _named_by_annex(lines)
    if annexed is not None:
        return annexed
    return Decree(number=None, date=_iso(_plan_signed(zones)))


def clean_number(text: str) -> str | None:
    """A decree's number without the word Nomor and the blanks OCR puts around its marks; None where it is left blank."""
    text = re.sub(r"^\W*(nomor|no)\b\W*", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"\s*([/.\-])\s*", r"\1", text).strip(" :;,.")
    text = re.split(r"\s+(?:tentang|tanggal)\b", text, maxsplit=1, flags=re.IGNORECASE)[0]
    text = _STROKE_READ_AS_SEVEN.sub(r"\1/\2", text.strip("“”\"'‘’ "))
    return text if re.search(r"\d", text) else None


def _decree_headings(lines: Sequence[TextLine], front: int) -> list[DecreeHeading]:
    found = []
    for at, line in enumerate(lines):
        if _DECREE.match(line.text) and is_upper(line.text) and not _inside_annex(lines, at):
            heading = _read_heading(lines, at, front)
            if heading is not None:
                found.append(heading)
    return found


def _inside_annex(lines: Sequence[TextLine], at: int) -> bool:
    """Whether the line goes on an annex's letterhead: "LAMPIRAN I" and then "KEPUTUSAN KEPALA …"."""
    return any(_LAMPIRAN.match(line.text) for line in lines[max(0, at - 2) : at])


def _read_heading(lines: Sequence[TextLine], at: int, front: int) -> DecreeHeading | None:
    """The heading with a NOMOR and a TENTANG below KEPUTUSAN; without either it is only a mention."""
    reach = lines[at : at + HEADING_LINES]
    number_at = next((i for i, line in enumerate(reach) if _NUMBER.search(line.text)), None)
    about_at = next((i for i, line in enumerate(reach) if _ABOUT.match(line.text)), None)
    if number_at is None or (about_at is not None and about_at < number_at):
        return None
    stop = about_at if about_at is not None else number_at + 1
    subject = " ".join(line.text for line in reach[stop : stop + 8]) if about_at is not None else ""
    return DecreeHeading(at, _number_in(reach[number_at : max(stop, number_at + 1)]), subject, at < front)


def _number_in(lines: Sequence[TextLine]) -> str | None:
    """The number after NOMOR, gone on over a line's end where it breaks after a mark or is empty there."""
    match = _NUMBER.search(lines[0].text)
    if match is None:
        return None
    said = (match["number"] or match["short"] or "").strip()
    if (
        len(lines) > 1
        and (not re.search(r"\d", said) or said.endswith(("/", "-", ".")))
        and re.match(r"^[\W]*[\w.\-]*\d", lines[1].text)
    ):
        said = f"{said}{lines[1].text.strip()}"
    return clean_number(said)


def _own_decree(headings: Sequence[DecreeHeading]) -> DecreeHeading | None:
    """The decree of the plan: about the plan first, before the chapters first; a later one must be about it."""
    own = [h for h in headings if h.is_front or _PLAN_WORDS.search(h.subject)]
    return max(own, key=lambda h: (bool(_PLAN_WORDS.search(h.subject)), h.is_front, h.number is not None, -h.at), default=None)


def _day_signed(lines: Sequence[TextLine]) -> date | None:
    """The date after "ditetapkan … pada tanggal"; a blank there means that the decree gives none."""
    for i, line in enumerate(lines):
        if not _SIGNED.search(line.text) or not _begins_signing(line.text):
            continue
        here = first_date(line.text)
        if here is not None:
            return here
        if _DAY.search(line.text):
            return _date_in(lines[i : i + 2])
        if i + 1 < len(lines) and not _DAY.search(lines[i + 1].text) and first_date(lines[i + 1].text):
            return first_date(lines[i + 1].text)
    placed = [line for line in lines if _is_placed_date(line.text)]
    return first_date(placed[0].text) if placed else None


def _begins_signing(text: str) -> bool:
    """Whether a line goes on to the day of signature; "berlaku pada tanggal ditetapkan", however short, names none."""
    return not _IN_FORCE.search(text) and (
        bool(re.match(r"^\W*(ditetapkan|disahkan|dikeluarkan|pada\s+tanggal|tanggal)\b", text, re.IGNORECASE)) or len(text) < 60
    )


def _named_by_annex(lines: Sequence[TextLine]) -> Decree | None:
    """Number and date of a decree that only its annex names: LAMPIRAN KEPUTUSAN … NOMOR … TANGGAL …."""
    for at, line in enumerate(lines):
        heading = read_heading(line.text)
        reach = lines[at : at + 9]
        if (
            heading is None
            or heading.kind != "annex"
            or not any(re.search(r"\bkeputusan\b", x.text, re.IGNORECASE) for x in reach[:3])
        ):
            continue
        number = next((_number_in(reach[i : i + 2]) for i, x in enumerate(reach) if _NUMBER.search(x.text)), None)
        day = next((_date_in(reach[i : i + 2]) for i, x in enumerate(reach) if _DAY.search(x.text)), None)
        if number or day:
            return Decree(number=number, date=_iso(day))
    return None


def _date_in(lines: Sequence[TextLine]) -> date | None:
    """The date after TANGGAL, on its line or on the next."""
    return first_date(lines[0].text) or (first_date(lines[1].text) if len(lines) > 1 else None)


def _plan_signed(zones: Zones) -> date | None:
    """The date of the plan's own signature block: "Lumajang, 02 Januari 2019", before the chapters first."""
    for lines in (zones.front, tuple(reversed(zones.body))):
        for i, line in enumerate(lines):
            if _is_placed_date(line.text):
                return first_date(line.text)
            if _DAY.match(line.text) and len(line.text) < 60 and find_dates(line.text):
                return find_dates(line.text)[0].day
            if i > 400:
                break
    return None


def _is_placed_date(text: str) -> bool:
    """Whether a line is a place and a full date and nothing else."""
    found = find_dates(text)
    return bool(found) and bool(_PLACED_DATE.match(text)) and len(text) < 60 and len(text[found[0].end :].strip(" .")) == 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
