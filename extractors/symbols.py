"""Signs of the symbol fonts, which files give by their place in the font and not by what a reader sees."""

from __future__ import annotations

SIGNS = {
    "\uf0a7": "▪", "\uf0b7": "•", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fe": "☑", "\uf0a8": "□", "\uf06f": "□", "\uf02d": "-",
    "\uf0e0": "→", "\uf076": "❖", "\uf071": "❑",
}  # fmt: skip
"""Places of Wingdings and Symbol, as Word's lists and its check marks use them."""

BULLET = "•"


def as_seen(letter: str) -> str:
    """The sign a letter of a private code point (U+E000 to U+F8FF) shows, a bullet where it is not known; others as they are."""
    return SIGNS.get(letter, BULLET) if "\ue000" <= letter <= "\uf8ff" else letter
