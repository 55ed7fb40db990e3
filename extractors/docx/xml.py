"""Short ways to ask WordprocessingML elements for what they say."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from extractors.docx.package import WORD

Element = etree._Element
W = f"{{{WORD}}}"


def name_of(element: Element) -> str:
    """The local name, "" for what is no element (an unresolved entity)."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: Element) -> Iterator[tuple[str, Element]]:
    for child in element:
        if name := name_of(child):
            yield name, child


def find(element: Element | None, path: str) -> Element | None:
    """The first `w:` element at a path such as "pPr/rPr/del"."""
    if element is None:
        return None
    return element.find("/".join(W + step for step in path.split("/")))


def value(element: Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path, None where there is none."""
    found = find(element, path)
    return None if found is None else found.get(W + "val")


def number(element: Element | None, path: str) -> int | None:
    text = value(element, path)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(element: Element | None, path: str) -> bool | None:
    """An on/off property: None where it is not said (ECMA-376 17.17.4)."""
    found = find(element, path)
    if found is None:
        return None
    return found.get(W + "val", "true") not in {"0", "false", "off", "none"}
