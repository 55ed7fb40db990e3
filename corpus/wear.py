"""What copiers, scanners, phones and hands do to a page. Pictures are BGR arrays of bytes, lengths are pixels."""

from __future__ import annotations

import cv2
import numpy as np
from cv2.typing import MatLike as Image


def skew(page: Image, degrees: float) -> Image:
    """The page turned by a small angle on white paper."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))


def fade(page: Image, ink: float, dpi: int, dice: np.random.Generator) -> Image:
    """Print as dark as `ink` on average (1 black), uneven from one two centimetres to the next as from a drum that runs dry."""
    spread = 1.4 * (1 - ink)
    strength = _blotches(page, ink - spread, min(ink + spread, 1.0), dpi, dice)
    return (255 - (255 - page.astype(np.float32)) * strength).clip(0, 255).astype(np.uint8)


def grey_paper(page: Image, grey: float, dpi: int, dice: np.random.Generator) -> Image:
    """Paper that is not white: `grey` on average (255 white), lighter and darker by half of what it lacks."""
    lack = (255 - grey) / 255
    return (page * _blotches(page, 1 - 1.5 * lack, 1 - 0.5 * lack, dpi, dice)).clip(0, 255).astype(np.uint8)


def _blotches(page: Image, low: float, high: float, dpi: int, dice: np.random.Generator) -> Image:
    """A factor for each pixel, changing softly every two centimetres."""
    height, width = page.shape[:2]
    coarse = dice.uniform(low, high, (round(height / dpi * 1.27) + 2, round(width / dpi * 1.27) + 2)).astype(np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)[:, :, None]


def break_rules(page: Image, share: float, dice: np.random.Generator) -> Image:
    """Pieces of the ruling lines bleached: some gone, some faint. Letters stay."""
    ink = 255 - cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    dark = (ink > 90).astype(np.uint8)
    length = max(page.shape[:2]) // 30
    rules = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    rules = np.maximum(rules, upright)
    patch = length // 2
    rows, columns = (page.shape[0] // patch + 1, page.shape[1] // patch + 1)
    loss = np.where(dice.random((rows, columns)) < share, dice.uniform(0.5, 1.0, (rows, columns)), 0.0).astype(np.float32)
    spread = cv2.resize(loss, (columns * patch, rows * patch), interpolation=cv2.INTER_NEAREST)
    bleach = (rules * spread[: page.shape[0], : page.shape[1]])[:, :, None]
    return (page + (255 - page) * bleach).astype(np.uint8)


def speckle(page: Image, per_square_cm: float, dpi: int, dice: np.random.Generator) -> Image:
    """Dark grains as a dirty glass leaves them, three in four of one pixel, the others of two."""
    page = page.copy()
    height, width = page.shape[:2]
    count = int(per_square_cm * height * width / (dpi / 2.54) ** 2)
    for x, y, size, grey in zip(
        dice.integers(0, width, count),
        dice.integers(0, height, count),
        dice.random(count),
        dice.integers(30, 110, count),
        strict=True,
    ):
        page[y : y + (2 if size < 0.12 else 1), x : x + (2 if size > 0.88 else 1)] = grey
    return page


def darken_edges(page: Image, dpi: int, dice: np.random.Generator) -> Image:
    """The dark bars along two edges where the copier's lid stood open."""
    page = page.copy()
    top, left = int(dice.uniform(0.05, 0.2) * dpi / 2.54 * 2), int(dice.uniform(0.05, 0.2) * dpi / 2.54 * 2)
    page[:top] = (page[:top] * 0.35).astype(np.uint8)
    page[:, :left] = (page[:, :left] * 0.4).astype(np.uint8)
    return page


def add_noise(page: Image, deviation: float, dice: np.random.Generator) -> Image:
    noise = dice.standard_normal(page.shape[:2], dtype=np.float32) * deviation
    return (page + (noise[:, :, None] if page.ndim == 3 else noise)).clip(0, 255).astype(np.uint8)


def light_unevenly(page: Image, strength: float, dice: np.random.Generator) -> Image:
    """Light that falls off towards one corner, with the shadow of a hand or a phone."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    corner_x, corner_y = dice.integers(0, 2, 2)
    away = np.hypot(xs - corner_x, ys - corner_y) / np.sqrt(2)
    light = 1.0 - strength * (1 - away) ** 1.5
    tint = np.array([0.93, 0.98, 1.0], np.float32)
    return (page.astype(np.float32) * light[:, :, None] * tint).clip(0, 255).astype(np.uint8)


def photograph(page: Image, keystone: float, degrees: float, dice: np.random.Generator) -> Image:
    """The page on a table, seen slightly from the side; the table shows at the edges."""
    height, width = page.shape[:2]
    page = skew_on(page, dice.uniform(-degrees, degrees), 255)
    inset = 0.025
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + dice.uniform(-keystone, keystone, (4, 2)).astype(np.float32) * np.array([width, height])
    centre = np.array([width / 2, height / 2], np.float32)
    moved = (centre + (moved - centre) * (1 - 2 * inset)).astype(np.float32)
    table = tuple(int(v) for v in dice.integers(60, 110, 3))
    view = cv2.getPerspectiveTransform(corners, moved)
    return cv2.warpPerspective(page, view, (width, height), flags=cv2.INTER_LINEAR, borderValue=table)


def skew_on(page: Image, degrees: float, paper: int) -> Image:
    """Turned by a small angle, the corners filled with `paper`."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(paper,) * 3)


def stamp(page: Image, dpi: int, dice: np.random.Generator, is_copied: bool = False) -> Image:
    """A round office stamp and a signature in ink that lets the print show through; grey where the paper is itself a copy."""
    height, width = page.shape[:2]
    layer = np.full_like(page, 255)
    radius = int(dpi * 0.65)
    x, y = int(dice.uniform(0.25, 0.75) * width), int(dice.uniform(0.3, 0.8) * height)
    ink = (int(dice.integers(150, 200)), int(dice.integers(40, 90)), int(dice.integers(60, 120)))
    thickness = max(dpi // 70, 1)
    cv2.circle(layer, (x, y), radius, ink, thickness, cv2.LINE_AA)
    cv2.circle(layer, (x, y), int(radius * 0.72), ink, thickness, cv2.LINE_AA)
    cv2.putText(
        layer,
        "PEMERINTAH",
        (x - int(radius * 0.62), y + radius // 8),
        cv2.FONT_HERSHEY_SIMPLEX,
        dpi / 260,
        ink,
        thickness,
        cv2.LINE_AA,
    )
    layer = skew_on(layer, dice.uniform(-8, 8), 255)
    points = np.cumsum(dice.normal(0, dpi / 9, (14, 2)), axis=0) + np.array([x + radius, y])
    smooth = cv2.resize(points.astype(np.float32)[:, None, :].transpose(1, 0, 2), (140, 1), interpolation=cv2.INTER_CUBIC)
    cv2.polylines(layer, [smooth.reshape(-1, 1, 2).astype(np.int32)], False, (130, 40, 30), thickness, cv2.LINE_AA)
    if is_copied:
        layer = cv2.cvtColor(cv2.cvtColor(layer, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    strength = float(dice.uniform(0.55, 0.85))
    softened = 255 - (255 - layer.astype(np.float32)) * strength
    return (page.astype(np.float32) * softened / 255).astype(np.uint8)


def blacken(page: Image, dice: np.random.Generator) -> Image:
    """A page the scanner swallowed: nearly black, nothing to read."""
    return add_noise(np.full_like(page, 28), 10.0, dice)
