"""Tiers: the ranges of a table or of a standard's levels meet without overlap and without gap.

Convention (Civil Code of China, article 1259): 以上, 以下 and 以内 include the figure; 不满, 超过
and 以外 do not. What is counted in whole units follows each other (1-3, 4-6), percentages do not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handbook.check.consistency.quantities import number, quantities
from handbook.model.handbook import Handbook
from handbook.model.kinds import Policy, Standard
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

_BARE = r"\d{1,9}(?:,\d{3})*(?:\.\d+)?"


def _end(before: str, behind: str) -> re.Pattern[str]:
    """Make the pattern of a figure with one of some words before it, or behind it."""
    after = "|".join(map(re.escape, behind.replace("_", " ").split("|")))
    ahead = "|".join(map(re.escape, before.replace("_", " ").split("|")))
    return re.compile(rf"(?:{ahead})(.+)|(.+?)(?:及|或|\s+and|\s+or)?\s*(?:{after})", re.I)


_AT_LEAST = _end(">=|≥|at_least_|不低于|不低於|不少于|不少於|至少|满|滿", "以上|up|above|more|+")
_ABOVE = _end(">|＞|超过|超過|大于|大於|高于|高於|多于|多於|more_than_|over_|above_", "以外")
_AT_MOST = _end(
    "<=|≤|不超过|不超過|不高于|不高於|不多于|不多於|at_most_|up_to_",
    "以下|以内|以內|之内|之內|内|內|less|below",
)
_BELOW = _end(
    "<|＜|不足|不满|不滿|未满|未滿|低于|低於|少于|少於|小于|小於|less_than_|under_|below_",
    "未满|不满",
)
_ENDS = ((_AT_LEAST, True, True), (_ABOVE, True, False), (_AT_MOST, False, True),
         (_BELOW, False, False))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tier:
    """A range of figures in one unit; `low_in` and `high_in` tell whether its ends belong to it."""

    text: Text
    low: float
    high: float
    unit: str
    low_in: bool = True
    high_in: bool = True


def overlapping_tiers(handbook: Handbook) -> Iterator[Problem]:
    """No figure belongs to two tiers."""
    for tiers in _columns(handbook):
        for lower, upper in pairwise(tiers):
            meet = lower.high == upper.low and lower.high_in and upper.low_in
            if meet or lower.high > upper.low:
                yield _told("overlapping-tiers", lower, upper, "meet" if meet else "cross")


def gaps_between_tiers(handbook: Handbook) -> Iterator[Problem]:
    """Between two tiers no figure is left over."""
    for tiers in _columns(handbook):
        for lower, upper in pairwise(tiers):
            open_point = lower.high == upper.low and not lower.high_in and not upper.low_in
            if open_point or upper.low - lower.high > _step(lower, upper):
                yield _told("gap-between-tiers", lower, upper, "close")


def _step(lower: Tier, upper: Tier) -> float:
    """Return how far apart two ends may be that follow each other: whole things by one."""
    ends = (lower.high, upper.low)
    size = 86400 if lower.unit == "s" and all(end % 86400 == 0 for end in ends) else 1
    if lower.unit == "s" and size == 1:
        size = next((u for u in (3600, 60) if all(end % u == 0 for end in ends)), 1)
    whole = all(float(end / size).is_integer() for end in ends)
    return size if whole and lower.unit != "%" and lower.high_in and upper.low_in else 0.0


def _told(rule: str, lower: Tier, upper: Tier, hint: str) -> Problem:
    later = max((lower, upper), key=lambda tier: tier.text.place)
    at = _shown(lower.high, lower.unit)
    to = _shown(upper.low, upper.unit)
    return problem(rule, later.text.place, hint, lower=lower.text, upper=upper.text, at=at, to=to)


def _shown(figure: float, unit: str) -> str:
    if unit == "s":
        for size, word in ((86400, "天"), (3600, "小时"), (60, "分钟"), (1, "秒")):
            if figure % size == 0:
                return f"{figure / size:g}{word}"
    return f"{figure:g}{'' if unit == 'wd' else unit}"


def _columns(handbook: Handbook) -> Iterator[Sequence[Tier]]:
    """Yield the tiers that divide one scale, in rising order."""
    for policy in handbook.current(Policy):
        for article in policy.articles:
            if article.table is None:
                continue
            rows = [row for row in article.table.rows if row]
            for number_ in range(max(map(len, rows), default=0)):
                cells = [row[number_] for row in rows if len(row) > number_]
                yield from _scale(cells, first=number_ == 0)
    for standard in handbook.current(Standard):
        yield from _scale([level.when for level in standard.levels], first=True)


def _scale(cells: Sequence[Text], *, first: bool) -> Iterator[Sequence[Tier]]:
    """Yield the tiers in some cells, where they are meant to divide a scale.

    They are when every cell is a tier, one of them has two ends or both directions are open, and
    none is repeated. Ranges further right may just be facts about the rows (一般 3天以内): they
    must follow each other like a scale, in one direction.
    """
    tiers = [tier for cell in cells if (tier := tier_of(cell)) is not None]
    if len(tiers) < 2 or len(tiers) < len(cells) or len({t.unit for t in tiers} - {""}) > 1:
        return
    closed = any(math.isfinite(t.low) and math.isfinite(t.high) and t.low < t.high for t in tiers)
    opens_up = any(t.high == math.inf for t in tiers)
    opens_down = any(t.low == -math.inf for t in tiers)
    if not (closed or (opens_up and opens_down)):
        return
    rising = sorted(tiers, key=lambda tier: (tier.low, tier.high))
    if len({(tier.low, tier.high) for tier in tiers}) < len(tiers):
        return
    if not first and rising not in (tiers, tiers[::-1]):
        return
    if not first and any(a.high > b.low for a, b in pairwise(rising)):
        return
    if sum(t.high == math.inf for t in tiers) > 1 or sum(t.low == -math.inf for t in tiers) > 1:
        return
    yield rising


def tier_of(cell: Text) -> Tier | None:
    """Read a cell as a range: 60%-80%, 85分以上, 不足60%, 1-3, 三次以内; None when it is none."""
    words = cell.strip()
    for pattern, upwards, included in _ENDS:
        match = pattern.fullmatch(words)
        if match:
            figure = _figure(next(part for part in match.groups() if part))
            if figure is None:
                return None
            end, _, unit = figure
            if upwards:
                return Tier(cell, end, math.inf, unit, low_in=included, high_in=False)
            return Tier(cell, -math.inf, end, unit, low_in=False, high_in=included)
    figure = _figure(words)
    return Tier(cell, figure[0], figure[1], figure[2]) if figure else None


def _figure(words: str) -> tuple[float, float, str] | None:
    words = words.strip()
    found = list(quantities(words))
    if len(found) == 1 and found[0].words == words:
        return found[0].low, found[0].high, found[0].unit
    bare = re.fullmatch(rf"({_BARE})(?:\s*[-–—~～至到]\s*({_BARE}))?", words)
    if bare and bare[2]:
        return number(bare[1]), number(bare[2]), ""
    if bare:
        return number(bare[1]), number(bare[1]), ""
    return None
