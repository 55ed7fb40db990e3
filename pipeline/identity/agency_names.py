"""Finding the names of agencies in a text: a head (Dinas, Pengadilan Negeri …), the words of the name, the region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.gazetteer import Region, regions_named
from pipeline.identity.agency_heads import ABBREVIATIONS, HEADS, MIXED_CASE, OFFICIALS, SHORT_FOR, Head
from pipeline.identity.language import Spotter, TokenPattern, spotter, words
from pipeline.identity.region_names import CONNECTORS, NO_REGION, read_region, regions_in
from pipeline.identity.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS = 14

NAME_ENDS = word_set(
    "tahun thn th ta nomor no tentang menuju dalam untuk yang di ke oleh dengan sebagai adalah telah akan pada dari selaku",
    "disusun berdasarkan jl jln jalan telp telepon tlp fax faks email website kode pos zona rencana renja program dokumen tim",
    "ketua nip lampiran bab tanggal periode bulan kepala melalui bahwa serta guna agar wbk wbbm zi melaksanakan merupakan",
    "dapat ini tersebut sesuai memiliki sudah belum harus republik indonesia ri keputusan pembangunan mengetahui menimbang",
    "mengingat memutuskan menetapkan nama jabatan pemerintah disebut tidak sedang kota kabupaten provinsi semester triwulan",
    "nrp sekretaris wakil situs laman mewujudkan",
)
"""Words that end an agency's name."""

_INITIALS = word_set("dr drg h hj prof ir kh st r m a s")
"""Short forms a name of an office may hold, with the dot after them."""

_GOVERNMENT = "pemerintah"
_NUMBERED = frozenset({"negeri", "kelas", "sman", "smkn", "smpn", "sdn", "man", "mtsn", "min", "puskesmas", "tipe", "type"})
_ROMAN = re.compile(r"^(?:[IVX]+|[IVX]*I[A-C]|[1-3][AB])$", re.IGNORECASE)
_CLASS_ONLY = re.compile(r"^(?:I{1,3}|IV|[1-4])$")


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency named in a text: `words` after its head, `region` where one is named with it, span in the text."""

    head: Head
    words: tuple[str, ...]
    region: Region | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """The unit in title case, its region left out."""
        return " ".join([self.head.written, *title_case(self.words)])

    @property
    def kind(self) -> str:
        """The head under which its other names are counted (RSUD under Rumah Sakit Umum Daerah)."""
        return SHORT_FOR.get(self.head.written.lower(), self.head.written.lower())

    @property
    def key(self) -> str:
        """Letters and digits of the name, the same for all ways to write its head."""
        return re.sub(r"[^a-z0-9]", "", f"{self.kind} {' '.join(self.words)}".lower())


def find_mentions(text: str, ends: Sequence[int] = (), breaks: Sequence[int] = ()) -> tuple[Mention, ...]:
    """The agencies a text names, in reading order; no name runs on over an offset in `ends`.

    `breaks` are offsets at which lines end: a region the gazetteer does not know ends there too.
    """
    return tuple(_mentions(text, sorted(ends), sorted(breaks)))


def title_case(name_words: Sequence[str]) -> list[str]:
    """Capitalised, joining words small, abbreviations and classes in capitals."""
    return [_written(word, name_words[i - 1] if i else "") for i, word in enumerate(name_words)]


def _mentions(text: str, ends: Sequence[int], breaks: Sequence[int]) -> Iterator[Mention]:
    document = _spotter()(text)
    read_to = 0
    for span in document.ents:
        if not text[span.start_char].isupper() or span.start_char < read_to:
            continue
        head = _head(span.label_)
        limit = next((end for end in ends if end >= span.end_char), len(text))
        name, region, end = _name_after(list(document[span.end :]), head, limit, breaks)
        if not name and region is None and head.stands_alone and head.is_local:
            region = _government_before(text[: span.start_char])
        if name or (region is not None and head.stands_alone):
            read_to = end
            yield Mention(head, tuple(name), region, span.start_char, end)


def _government_before(text: str) -> Region | None:
    """The region whose government a text ends with ("PEMERINTAH KABUPATEN X"): the office named next is its own."""
    named = list(regions_in(text[text.lower().rfind(_GOVERNMENT) :])) if _GOVERNMENT in text.lower() else []
    return next((region for region, following in named[-1:] if not following), None)


def _head(label: str) -> Head:
    return HEADS[OFFICIALS.get(label, label).lower()]


def _name_after(tokens: Sequence[Token], head: Head, limit: int, breaks: Sequence[int]) -> tuple[list[str], Region | None, int]:
    """The name's words, the region that ends it, and the offset after them."""
    name: list[str] = []
    at, end = 0, tokens[0].idx if tokens else limit
    while at < len(tokens) and len(name) < MOST_WORDS and tokens[at].idx < limit:
        region, used = read_region([t.text for t in tokens[at : at + 8]], _left_on_line(tokens, at, breaks))
        if region is not None:
            return _trimmed(name), region, tokens[at + used - 1].idx + len(tokens[at + used - 1])
        used = _name_word(tokens, at, name, head)
        if not used:
            break
        name.append("".join(t.text for t in tokens[at : at + used]))
        at += used
        end = tokens[at - 1].idx + len(tokens[at - 1])
    return _trimmed(name), None, end


def _left_on_line(tokens: Sequence[Token], at: int, breaks: Sequence[int]) -> int:
    """How many tokens stand on the line of tokens[at]; the kind of a region may end a line and its name begin the next."""
    line_end = next((b for b in breaks if b > tokens[at].idx), None)
    if line_end is None:
        return 4
    count = next((i for i, t in enumerate(tokens[at : at + 8]) if t.idx >= line_end), 8)
    return count if count > 1 else _left_on_line(tokens, at + 1, breaks) + 1 if at + 1 < len(tokens) else 1


def _name_word(tokens: Sequence[Token], at: int, name: Sequence[str], head: Head) -> int:
    """How many tokens from `at` make the name's next word; 0 where the name ends."""
    token, word = tokens[at], tokens[at].text
    if token.ent_iob_ == "B" and not _may_hold_head(word, name, head):
        return 0
    if word.lower() == "di":
        return int(bool(name) and head.is_seated and at + 1 < len(tokens) and bool(regions_named(tokens[at + 1].text)))
    if word.isdigit():
        return _class_token(tokens, at, name, head)
    if word in ",/&-–":
        return _joining_mark(tokens, at, name)
    if word.lower() in CONNECTORS:
        return 1 if name and _goes_on_with_name(tokens, at + 1) else 0
    return _plain_word(tokens, at, head)


def _may_hold_head(word: str, name: Sequence[str], head: Head) -> bool:
    """Whether the head of another office may stand here as a word of this one's name."""
    if not name:
        return head.holds_another
    return name[-1].lower() in CONNECTORS or word.lower() in {"negeri", "bagian", "pusat"}


def _plain_word(tokens: Sequence[Token], at: int, head: Head) -> int:
    """A capitalised word, with the dot of a short form ("dr."), that does not end names."""
    word = tokens[at].text
    if not word[0].isalpha() or (word.lower() in NAME_ENDS and not _is_place_name(word, tokens, at, head)):
        return 0
    if not word[0].isupper() and word.lower() not in {"dr", "drg"}:
        return 0
    return 2 if word.lower() in _INITIALS and at + 1 < len(tokens) and tokens[at + 1].text == "." else 1


def _is_place_name(word: str, tokens: Sequence[Token], at: int, head: Head) -> bool:
    """KOTA in "Kecamatan Kota" or "Tata Kota": a word of the name where no region follows it.

    In "SMA Negeri 1 Bangkinang Kota", too: an office of a kota's own government names the kota there.
    """
    if word.lower() != "kota":
        return False
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    is_after_place = at > 0 and tokens[at - 1].text.isalpha() and not head.is_local
    return following in {"kabupaten", "kab", "kota"} or (is_after_place and following in NO_REGION | {""})


def _class_token(tokens: Sequence[Token], at: int, name: Sequence[str], head: Head) -> int:
    """Numbers of schools and classes ("Negeri 1", "Kelas 1A"); a year or a telephone number ends the name."""
    word = tokens[at].text
    before = (name[-1] if name else head.written.split()[-1]).lower()
    if len(word) > 2 or before not in _NUMBERED:
        return 0
    joined = at + 1 < len(tokens) and not tokens[at].whitespace_ and re.fullmatch(r"[A-C]", tokens[at + 1].text)
    return 2 if joined else 1


def _joining_mark(tokens: Sequence[Token], at: int, name: Sequence[str]) -> int:
    """A comma in a list of fields that ends in "dan"; a hyphen or stroke inside a name."""
    if not name or at + 1 >= len(tokens):
        return 0
    if tokens[at].text != ",":
        return 1 if tokens[at + 1].text[0].isupper() and tokens[at + 1].text.lower() not in NAME_ENDS else 0
    ahead = [t.text.lower() for t in tokens[at + 1 : at + 8]]
    until = next((i for i, word in enumerate(ahead) if word in CONNECTORS), None)
    listed = until is not None and not any(word in NAME_ENDS or word == "." for word in ahead[:until])
    return 1 if listed and tokens[at + 1].text[0].isupper() and not tokens[at + 1].ent_type_ else 0


def _goes_on_with_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper() and tokens[at].text.lower() not in NAME_ENDS


def _trimmed(name: Sequence[str]) -> list[str]:
    """Without joining words and marks left at the end; commas go back to the word before them."""
    kept: list[str] = []
    for word in name:
        if kept and (word in ",/-–" or (kept[-1][-1] in "/-–" and len(kept[-1]) > 1)):
            kept[-1] += word
        else:
            kept.append(word)
    while kept and (kept[-1].lower() in CONNECTORS or kept[-1].lower() in {"dan", "kelas", "tipe"}):
        kept.pop()
    return [*kept[:-1], kept[-1].rstrip(",/-–")] if kept else []


def _written(word: str, before: str) -> str:
    bare = word.strip(",.")
    if bare.lower() in MIXED_CASE:
        return MIXED_CASE[bare.lower()] + ("," if word.endswith(",") else "")
    if word.lower() in CONNECTORS or word.lower() == "di":
        return word.lower()
    if bare.upper() in ABBREVIATIONS or (_ROMAN.match(bare) and (before.lower() in _NUMBERED or _CLASS_ONLY.match(before))):
        return word.upper()
    if re.fullmatch(r"[A-CK]", bare) and _CLASS_ONLY.match(before):
        return word.upper()
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", lambda m: m[0].capitalize(), word)


@cache
def _spotter() -> Spotter:
    rules: list[tuple[str, TokenPattern]] = [(phrase, words(phrase)) for phrase in (*HEADS, *OFFICIALS)]
    return spotter(rules)
