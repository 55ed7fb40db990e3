"""HTML reports for tests: parsed once, asked by XPath."""

from __future__ import annotations

from pathlib import Path

from lxml import html


def parsed(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


def parsed_file(path: Path) -> html.HtmlElement:
    return parsed(path.read_text(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    """The text within an element, white space folded."""
    return " ".join(element.text_content().split())


def texts_of(root: html.HtmlElement, path: str) -> list[str]:
    """The words of each element the XPath finds."""
    return [words(element) for element in root.xpath(path)]
