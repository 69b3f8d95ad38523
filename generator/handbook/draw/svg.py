"""Write a layout as SVG that looks alike in a browser and in print, and can be read aloud.

Every shape carries its colours as attributes, for paper; its class lets a page's style sheet give
it others, for dark mode.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from handbook.draw.channels import WORD
from handbook.draw.geometry import Box, Point
from handbook.draw.layout import FONT, LIMIT_LINE, LINE, SLANT, Arrow, Layout, Placed
from handbook.languages import UNNAMED, record_of
from handbook.paper import marks
from handbook.paper.palette import Palette


def svg(
    layout: Layout,
    title: str,
    description: str,
    palette: Palette | None = None,
    scale: float = 1.0,
    language: str = UNNAMED,
) -> str:
    """Return the SVG of a layout; title and description are its text alternative."""
    colours = palette or Palette()
    size = f'viewBox="0 0 {pt(layout.width)} {pt(layout.height)}"'
    width = f'width="{pt(layout.width * scale)}pt" height="{pt(layout.height * scale)}pt"'
    # An image has no parts for a screen reader; a picture that leads somewhere is a group of links.
    role = "group" if any(placed.node.href for placed in layout.placed) else "img"
    families = record_of(language).typefaces.picture
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{marks.SWIMLANE}" role="{role}" '
        f"{width} {size} "
        f'font-family="{escape(families)}" font-size="{pt(FONT)}" fill="none">',
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
        *_lanes(layout, colours),
        *(_arrow(arrow, colours) for arrow in layout.arrows),
        *(_node(placed, colours) for placed in layout.placed),
        *(_word(arrow, arrow.word_at, colours) for arrow in layout.arrows if arrow.word_at),
        "</svg>",
    ]
    return "".join(parts)


def _lanes(layout: Layout, c: Palette) -> Iterator[str]:
    for number, lane in enumerate(layout.lanes):
        if number % 2 == 0:
            yield (
                f'<rect class="sl-lane" x="{pt(lane.x)}" y="0" width="{pt(lane.width)}" '
                f'height="{pt(layout.height)}" fill="{c.tint}"/>'
            )
        first = layout.head / 2 - (len(lane.lines) - 1) * LINE / 2 + FONT * 0.36
        for row, line in enumerate(lane.lines):
            yield (
                f'<text class="sl-name" x="{pt(lane.x + lane.width / 2)}" '
                f'y="{pt(first + row * LINE)}" text-anchor="middle" font-weight="700" '
                f'fill="{c.accent}">{escape(line)}</text>'
            )
    y = pt(layout.head)
    yield (
        f'<path class="sl-rule" d="M0 {y}H{pt(layout.width)}" stroke="{c.accent}" '
        f'stroke-width="0.8"/>'
    )


def _node(placed: Placed, c: Palette) -> str:
    node, box = placed.node, placed.box
    colour = c.warning if node.is_critical else c.accent
    classes = f"sl-{node.kind}" + (" sl-critical" if node.is_critical else "")
    outline = f'fill="{c.paper}" stroke="{colour if node.kind in ("step", "question") else c.soft}"'
    shape = _shape(node.kind, box)
    drawn = f'<{shape} class="sl-shape" {outline} stroke-width="1"/>' + "".join(_text(placed, c))
    if node.limit and not placed.limit_within:
        drawn += (
            f'<text class="sl-limit" x="{pt(box.right)}" y="{pt(box.bottom + 9)}" '
            f'text-anchor="end" font-size="{pt(WORD)}" font-weight="700" fill="{c.accent}">'
            f"{escape(node.limit)}</text>"
        )
    if node.href:
        drawn = f'<a href="{escape(node.href)}">{drawn}</a>'
    return f'<g class="{classes}">{drawn}</g>'


def _shape(kind: str, box: Box) -> str:
    if kind == "question":
        x, y, right, bottom, middle = box.x, box.y, box.right, box.bottom, box.middle[1]
        corners = [
            (x + SLANT, y), (right - SLANT, y), (right, middle), (right - SLANT, bottom),
            (x + SLANT, bottom), (x, middle),
        ]  # fmt: skip
        return f'path d="M{"L".join(f"{pt(px)} {pt(py)}" for px, py in corners)}Z"'
    radius = box.height / 2 if kind in ("start", "end") else 3
    return (
        f'rect x="{pt(box.x)}" y="{pt(box.y)}" width="{pt(box.width)}" '
        f'height="{pt(box.height)}" rx="{pt(radius)}"'
    )


def _text(placed: Placed, c: Palette) -> Iterator[str]:
    x, middle = placed.box.middle
    height = len(placed.lines) * LINE + len(placed.limit_within) * LIMIT_LINE
    first = middle - height / 2 + FONT
    number = str(placed.node.number) if placed.node.number is not None else None
    for row, line in enumerate(placed.lines):
        words = escape(line)
        if row == 0 and number and line.startswith(number):
            colour = c.warning if placed.node.is_critical else c.accent
            words = (
                f'<tspan class="sl-number" font-weight="700" fill="{colour}">{number}</tspan>'
                f"{escape(line[len(number) :])}"
            )
        words = words.replace("▲", f'<tspan class="sl-mark" fill="{c.warning}">▲</tspan>')
        yield (
            f'<text class="sl-text" x="{pt(x)}" y="{pt(first + row * LINE)}" '
            f'text-anchor="middle" fill="{c.ink}">{words}</text>'
        )
    for row, line in enumerate(placed.limit_within):
        y = first + (len(placed.lines) - 1) * LINE + (row + 1) * LIMIT_LINE
        yield (
            f'<text class="sl-limit" x="{pt(x)}" y="{pt(y)}" text-anchor="middle" '
            f'font-size="{pt(WORD)}" font-weight="700" fill="{c.accent}">{escape(line)}</text>'
        )


def _arrow(arrow: Arrow, c: Palette) -> str:
    head = _head(arrow.points[-2], arrow.points[-1])
    line = "L".join(f"{pt(x)} {pt(y)}" for x, y in arrow.points)
    return (
        f'<path class="sl-way" d="M{line}" stroke="{c.soft}" stroke-width="1"/>'
        f'<path class="sl-head" d="{head}" fill="{c.soft}"/>'
    )


def _head(before: Point, tip: Point) -> str:
    x, y = tip
    if before[0] == x:
        back = -5 if y > before[1] else 5
        return f"M{pt(x)} {pt(y)}L{pt(x - 2.6)} {pt(y + back)}H{pt(x + 2.6)}Z"
    back = -5 if x > before[0] else 5
    return f"M{pt(x)} {pt(y)}L{pt(x + back)} {pt(y - 2.6)}V{pt(y + 2.6)}Z"


def _word(arrow: Arrow, at: Point, c: Palette) -> str:
    x, y = at
    return (
        f'<text class="sl-word" x="{pt(x)}" y="{pt(y)}" font-size="{pt(WORD)}" font-weight="700" '
        f'fill="{c.soft}">{escape(arrow.way.word)}</text>'
    )


def pt(value: float) -> str:
    """Write a number shortly, and alike on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
