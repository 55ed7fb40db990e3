"""What a style gives its paragraphs and runs: bold, capitals, size, alignment, numbering."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.docx.xml import Element, W, find, number, switch, value

MOST_STYLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; `size` is the font size in points, 0 where the document does not say."""

    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph takes from its style and its own properties. `list_id` and `level` are its numbering."""

    look: Look = Look()
    centred: bool = False
    list_id: str | None = None
    level: int = 0
    name: str = ""


class Styles:
    """The styles part; styles inherit from the one they are based on, then from the document's defaults."""

    def __init__(self, root: Element | None) -> None:
        listed = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in listed}
        self._base = dressed(Look(), find(root, "docDefaults/rPrDefault/rPr"))
        self._manners: dict[str, Manner] = {}
        self._default = next((key for key, style in self._styles.items() if _is_default_paragraph(style)), "")

    def manner_of(self, paragraph: Element) -> Manner:
        own = find(paragraph, "pPr")
        manner = self._manner(value(own, "pStyle") or self._default)
        return mannered(manner, own)

    def look_of(self, run: Element, manner: Manner) -> Look:
        own = find(run, "rPr")
        look = manner.look
        for style in self._chain(value(own, "rStyle") or ""):
            look = dressed(look, find(style, "rPr"))
        return dressed(look, own)

    def list_of(self, style_id: str) -> str | None:
        return self._manner(style_id).list_id

    def _manner(self, style_id: str) -> Manner:
        if style_id not in self._manners:
            manner = Manner(look=self._base)
            for style in self._chain(style_id):
                manner = mannered(manner, find(style, "pPr"))
                manner = replace(manner, look=dressed(manner.look, find(style, "rPr")), name=value(style, "name") or "")
            self._manners[style_id] = manner
        return self._manners[style_id]

    def _chain(self, style_id: str) -> list[Element]:
        """The style after all it is based on, the most general first."""
        chain: list[Element] = []
        while style_id in self._styles and len(chain) < MOST_STYLE_DEPTH:
            chain.append(self._styles[style_id])
            style_id = value(chain[-1], "basedOn") or ""
        return chain[::-1]


def dressed(look: Look, properties: Element | None) -> Look:
    """A look after run properties, which may change it or say nothing."""
    if properties is None:
        return look
    half_points = number(properties, "sz")
    return Look(
        bold=_said(switch(properties, "b"), look.bold),
        capitals=_said(switch(properties, "caps"), look.capitals),
        hidden=_said(switch(properties, "vanish"), look.hidden),
        size=look.size if half_points is None else half_points / 2,
    )


def mannered(manner: Manner, properties: Element | None) -> Manner:
    """A manner after paragraph properties, which may change it or say nothing."""
    if properties is None:
        return manner
    alignment = value(properties, "jc")
    list_id = value(properties, "numPr/numId")
    level = number(properties, "numPr/ilvl")
    return replace(
        manner,
        centred=manner.centred if alignment is None else alignment == "center",
        list_id=manner.list_id if list_id is None else list_id,
        level=manner.level if level is None else min(max(level, 0), 8),
    )


def _said(own: bool | None, inherited: bool) -> bool:
    return inherited if own is None else own


def _is_default_paragraph(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}
