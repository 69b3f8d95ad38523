"""The organisation chart: units as a tree from left to right, with their roles inside.

A tree that grows downwards fits any number of units on a page and any screen. Levels are columns; a
parent stands at the height of its first child. A unit whose parent is not shown begins a tree of
its own; trees stand side by side where there is room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from handbook.draw.geometry import Box
from handbook.draw.svg import pt
from handbook.draw.wrap import width_of, wrap
from handbook.languages import UNNAMED, record_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Role, Unit
from handbook.paper import measures
from handbook.paper.palette import Palette

FONT, LINE, PADDING = measures.PICTURE, measures.PICTURE_LINE, 6.0
COLUMN, ROOM, GAP = 132.0, 22.0, 8.0
COLUMNS = 4  # of small trees side by side


@dataclass(frozen=True)
class UnitBox:
    """A unit with its place, the lines of its title, its marks, and its roles as lines."""

    unit: Unit
    level: int
    box: Box
    title: tuple[str, ...]
    marks: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A chart ready to be written; `lines` join the boxes of a parent and a child."""

    boxes: tuple[UnitBox, ...]
    lines: tuple[tuple[Box, Box], ...]
    width: float
    height: float


@dataclass(frozen=True)
class ChartWords:
    """The words of a chart in the handbook's language."""

    people: Callable[[object], str]  # a headcount: 3 人
    external: str
    planned: str


def chart(
    handbook: Handbook, units: Iterable[Unit], words: ChartWords, columns: int = COLUMNS
) -> Chart:
    """Lay the units out; those whose parent is not among them are roots."""
    children = tree_of(handbook, units)
    roles: dict[Unit, list[Role]] = {}
    for role in handbook.of(Role):
        if role.is_retired:
            continue
        for unit in handbook.all_of(role.unit):
            if isinstance(unit, Unit):
                roles.setdefault(unit, []).append(role)
    boxes: list[UnitBox] = []
    lines: list[tuple[Box, Box]] = []

    def depth(unit: Unit) -> int:
        return 1 + max(map(depth, children.get(unit, [])), default=0)

    def place(unit: Unit, level: int, top: float) -> tuple[Box, float]:
        made = _box(unit, level, top, roles.get(unit, []), words)
        boxes.append(made)
        below = top
        for child in children.get(unit, []):
            child_box, below = place(child, level + 1, below)
            lines.append((made.box, child_box))
        return made.box, max(below, made.box.bottom + GAP)

    roots = children.get(None, [])
    depths = [depth(root) for root in roots]
    bottoms = [GAP / 2] * max(max(depths, default=1), min(columns, sum(depths)))
    for root in roots:
        levels = depth(root)
        tops = [max(bottoms[at : at + levels]) for at in range(len(bottoms) - levels + 1)]
        first = tops.index(min(tops))
        _, bottom = place(root, first, tops[first])
        bottoms[first : first + levels] = [bottom] * levels
    width = max((each.box.right for each in boxes), default=0.0)
    return Chart(tuple(boxes), tuple(lines), width + 1, max(bottoms))


def tree_of(handbook: Handbook, units: Iterable[Unit]) -> dict[Unit | None, list[Unit]]:
    """Return the units below each; below None those that begin a tree, in the order given."""
    shown = list(units)
    parent_of: dict[Unit, Unit | None] = {}
    for unit in shown:
        parent = handbook.find(unit.parent) if unit.parent else None
        parent_of[unit] = parent if isinstance(parent, Unit) and parent in shown else None
    children: dict[Unit | None, list[Unit]] = {}
    for unit in shown:
        above = None if _in_a_cycle(unit, parent_of) else parent_of[unit]
        children.setdefault(above, []).append(unit)
    return children


def _in_a_cycle(unit: Unit, parent_of: dict[Unit, Unit | None]) -> bool:
    """Tell whether following the parents leads back to the unit (a fault that check reports)."""
    seen, above = {unit}, parent_of[unit]
    while above is not None and above not in seen:
        seen.add(above)
        above = parent_of[above]
    return above is unit


def _box(unit: Unit, level: int, top: float, roles: list[Role], words: ChartWords) -> UnitBox:
    inner = (COLUMN - 2 * PADDING) / FONT
    count = words.people(unit.headcount) if unit.headcount is not None else ""
    marks = " · ".join(
        mark for mark in (
            count, words.external if unit.external else "", words.planned if unit.planned else ""
        ) if mark
    )  # fmt: skip
    lines = tuple(line for role in roles for line in _role_lines(role, inner, words))
    title = tuple(wrap(str(unit.title), inner))
    rows = len(title) + bool(marks) + len(lines)
    height = rows * LINE + 2 * PADDING + (3 if lines else 0)
    box = Box(1 + level * (COLUMN + ROOM), top, COLUMN, height)
    return UnitBox(unit, level, box, title, marks, lines)


def _role_lines(role: Role, inner: float, words: ChartWords) -> list[str]:
    count = f" {words.people(role.headcount)}" if role.headcount is not None else ""
    title = str(role.title)
    if width_of(title + count) <= inner:
        return [title + count]
    return wrap(title + count, inner)


def chart_svg(
    drawn: Chart,
    title: str,
    description: str,
    href: Callable[[Unit], str | None],
    palette: Palette | None = None,
    language: str = UNNAMED,
) -> str:
    """Return the SVG of a chart; `href` gives the address of a unit's page, or None on paper."""
    c = palette or Palette()
    size = f'viewBox="0 0 {pt(drawn.width)} {pt(drawn.height)}"'
    # As in a swimlane: a picture that leads somewhere is a group of links.
    role = "group" if any(href(each.unit) for each in drawn.boxes) else "img"
    families = record_of(language).typefaces.picture
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="orgchart" role="{role}" '
        f'width="{pt(drawn.width)}pt" height="{pt(drawn.height)}pt" {size} '
        f'font-family="{escape(families)}" font-size="{pt(FONT)}" fill="none">',
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
    ]
    for parent, child in drawn.lines:
        y, to_y = parent.y + PADDING + LINE / 2, child.y + PADDING + LINE / 2
        middle = parent.right + ROOM / 2
        parts.append(
            f'<path class="oc-line" d="M{pt(parent.right)} {pt(y)}H{pt(middle)}V{pt(to_y)}'
            f'H{pt(child.x)}" stroke="{c.hairline}" stroke-width="1"/>'
        )
    for each in drawn.boxes:
        inner = "".join(_drawn(each, c))
        address = href(each.unit)
        parts.append(f'<a href="{escape(address)}">{inner}</a>' if address else inner)
    return "".join((*parts, "</svg>"))


def _drawn(each: UnitBox, c: Palette) -> Iterator[str]:
    box = each.box
    dashed = ' stroke-dasharray="4 3"' if each.unit.external or each.unit.planned else ""
    yield (
        f'<rect class="oc-unit" x="{pt(box.x)}" y="{pt(box.y)}" width="{pt(box.width)}" '
        f'height="{pt(box.height)}" rx="3" fill="{c.paper}" stroke="{c.accent}"{dashed}/>'
    )
    x, y = box.x + PADDING, box.y + PADDING + FONT
    for line in each.title:
        yield _line(x, y, line, "oc-title", c.accent, bold=True)
        y += LINE
    if each.marks:
        yield _line(x, y, each.marks, "oc-marks", c.soft)
        y += LINE
    y += 3
    for line in each.roles:
        yield _line(x, y, line, "oc-role", c.ink)
        y += LINE


def _line(x: float, y: float, words: str, name: str, colour: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text class="{name}" x="{pt(x)}" y="{pt(y)}"{weight} '
        f'fill="{colour}">{escape(words)}</text>'
    )
