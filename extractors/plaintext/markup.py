"""Marks of Markdown and HTML taken out of a text, keeping what they say: bold, lines, list items."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__(?!\w)|<(?:b|strong)>(.*?)</(?:b|strong)>", re.I | re.S)
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)")
LIST = re.compile(r"<(ol|ul)\b([^>]*)>(.*?)</\1>", re.I | re.S)
ITEM = re.compile(r"<li\b[^>]*>(.*?)(?=</li>|<li\b|$)", re.I | re.S)
BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>|</div>\s*<div>", re.I)
TAG = re.compile(
    r"</?(?:a|b|big|center|code|div|em|font|h[1-6]|i|li|mark|ol|p|s|small|span|strong|sub|sup|u|ul)\b[^<>]*/?>", re.I
)
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>", re.I)
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?:https?:|mailto:|#)[^)]*\)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~ ])")
HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without marks; `bold` where all of it was bold. Lines and list items stand on lines of their own."""

    text: str
    bold: bool = False


def plain(text: str) -> Plain:
    """A piece of text (a cell, a line) without its marks."""
    text = PICTURE.sub("", text)
    is_bold = bool(text.strip()) and not BOLD.sub("", text).strip(" .:")
    text = LIST.sub(_listed, text)
    text = BREAK.sub("\n", text)
    text = BOLD.sub(_inside, text)
    text = EMPHASIS.sub(_inside, text)
    text = LINK.sub(r"\1", text)
    text = html.unescape(TAG.sub("", text))
    text = ESCAPE.sub(r"\1", text)
    return Plain(folded(text), is_bold)


def folded(text: str) -> str:
    """White space folded to one blank, empty lines taken out."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def heading(line: str) -> tuple[int, str] | None:
    """Level and text of a Markdown heading, None where the line is none."""
    found = HEADING.match(line)
    return (len(found[1]), found[2]) if found else None


def _inside(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group is not None), "")


def _listed(found: re.Match[str]) -> str:
    """The items of an HTML list, a line each; numbered where a browser would number them."""
    items = [item.strip() for item in ITEM.findall(found[3])]
    is_numbered = found[1].lower() == "ol" and not re.search(r"list-style(?:-type)?\s*:\s*none", found[2], re.I)
    if is_numbered:
        items = [f"{count}. {item}" for count, item in enumerate(items, 1)]
    return "\n" + "\n".join(items) + "\n"
