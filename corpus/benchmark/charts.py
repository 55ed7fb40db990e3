# ruff: noqa: E501 - markup is easier to read unbroken
"""Charts as inline SVG: bars and lines, no script, no font from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_COLOURS = ("#1f6f8b", "#d08c2e", "#6a8f3c", "#a3485c", "#6b5b95", "#888888")


def bars(title: str, groups: Mapping[str, Mapping[str, float | None]], low: float = 0.0, unit: str = "") -> str:
    """Grouped bars: group → name → value; the axis begins at `low`."""
    names = list(dict.fromkeys(name for values in groups.values() for name in values))
    top = max([1.0 if not unit else 0.0, *(v for values in groups.values() for v in values.values() if v is not None)])
    bar, gap, height = 14, 22, 150
    room = max(bar * len(names), 70)
    legend_width = sum(8 * len(name) + 20 for name in names) + 60
    width = max((room + gap) * len(groups) + 60, legend_width)
    parts, x = [], 45.0
    for label, values in groups.items():
        for k, name in enumerate(names):
            value = values.get(name)
            if value is not None:
                tall = max((value - low) / (top - low), 0.0) * height
                tip = f"{label}, {name}: {value:.3f}{unit}"
                parts.append(_bar(x + k * bar, 20 + height - tall, bar - 2, tall, _COLOURS[k % len(_COLOURS)], tip))
        parts.append(_text(x + room / 2, height + 36, label, "middle"))
        x += room + gap
    axis = _text(40, 26, f"{top:g}{unit}", "end") + _text(40, 20 + height, f"{low:g}{unit}", "end")
    legend = "".join(
        f'<tspan fill="{_COLOURS[k % len(_COLOURS)]}">■ </tspan><tspan>{escape(name)}  </tspan>' for k, name in enumerate(names)
    )
    body = axis + "".join(parts) + f'<text x="45" y="{height + 58}">{legend}</text>'
    return _figure(title, width, height + 70, body)


def line(title: str, points: Sequence[tuple[float, float]], x_name: str, y_name: str, is_proportional: bool = True) -> str:
    """Points joined; what should grow in proportion has the straight line from the origin through the last beside it."""
    width, height, left, top = 420, 220, 55, 15
    if not points:
        return ""
    most_x, most_y = max(p[0] for p in points) or 1.0, max(p[1] for p in points) or 1.0

    def place(x: float, y: float) -> tuple[float, float]:
        return left + x / most_x * (width - left - 20), top + height - y / most_y * height

    drawn = " ".join(f"{a:.1f},{b:.1f}" for a, b in (place(*p) for p in points))
    dots = "".join(
        f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{_COLOURS[0]}"><title>{p[0]:g} {escape(x_name)}: {p[1]:.2f} {escape(y_name)}'
        "</title></circle>"
        for p in points
        for a, b in (place(*p),)
    )
    (x0, y0), (x1, y1) = place(0, 0), place(*points[-1])
    ideal = f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="#bbb" stroke-dasharray="4 4"/>'
    axes = f'<path d="M{left},{top}V{top + height}H{width - 10}" fill="none" stroke="#666"/>'
    labels = (
        _text(left - 5, top + 8, f"{most_y:.3g}", "end")
        + _text(width - 15, top + height + 18, f"{most_x:g} {x_name}", "end")
        + _text(left + 6, top + 8, y_name, "start")
    )
    body = (
        axes
        + (ideal if is_proportional else "")
        + f'<polyline points="{drawn}" fill="none" stroke="{_COLOURS[0]}" stroke-width="2"/>'
        + dots
        + labels
    )
    return _figure(title, width, height + 45, body)


def _bar(x: float, y: float, width: float, height: float, colour: str, tip: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"><title>{escape(tip)}</title></rect>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _figure(title: str, width: float, height: float, body: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'aria-label="{escape(title)}" font-family="sans-serif" font-size="11">{body}</svg>'
    )
    return f"<figure><figcaption>{escape(title)}</figcaption>{svg}</figure>"
