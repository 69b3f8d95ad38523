"""QR codes: each address once, with the mask of the standard found by whole rows of bits.

segno weighs the eight masks module by module, which is most of its time. Here a symbol is one
number, a bit a module, so that each rule of ISO/IEC 18004, 7.8.3 is a few shifts. The mask is the
one that segno would choose, and segno draws with it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import segno
from markupsafe import Markup
from segno import consts

from handbook.paper.palette import INK

# Kinds of modules that stay as they are in every code of a size.
_FIXED = frozenset(
    {consts.TYPE_FINDER_PATTERN_DARK, consts.TYPE_FINDER_PATTERN_LIGHT, consts.TYPE_SEPARATOR,
     consts.TYPE_ALIGNMENT_PATTERN_DARK, consts.TYPE_ALIGNMENT_PATTERN_LIGHT,
     consts.TYPE_TIMING_DARK, consts.TYPE_TIMING_LIGHT}
)  # fmt: skip
# By row and column, which modules each mask turns over (table 10).
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, j: i % 2 == 0,
    lambda i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
)
_RUN, _BLOCK, _FINDER, _SHARE = 3, 3, 40, 10  # points for each fault: N1 to N4
_FINDER_WIDTH, _QUIET = 7, 4  # modules of 1:1:3:1:1, and the light ones before or after it
_CORNER, _TIMING, _WITH_VERSION = 8, 6, 45  # where format and timing stand; the first such size
_AGAIN = 4  # modules from the beginning of one to the next that could begin within it
_TO_SIGNS, _FROM_SIGNS = bytes.maketrans(b"\0\1", b"01"), bytes.maketrans(b"01", b"\0\1")


@cache
def qr_code(address: str, label: str) -> Markup:
    """Draw a QR code as inline SVG without a margin; the sheet's own white is margin enough."""
    drawn = _code_of(address).svg_inline(
        border=0, dark=INK, omitsize=True, svgclass=None, lineclass=None, title=label
    )
    return Markup(drawn.replace("<svg", f'<svg role="img" aria-label="{label}"', 1))


@cache
def qr_image(address: str, label: str) -> Markup:
    """Draw a QR code as a picture of one dot a module: a PDF holds it once for all its pages."""
    drawn = BytesIO()
    _code_of(address).save(drawn, kind="png", border=0, scale=1)
    source = "data:image/png;base64," + b64encode(drawn.getvalue()).decode()
    return Markup('<img class="run__qr" alt="{}" src="{}">').format(label, source)


@cache
def _code_of(address: str) -> segno.QRCode:
    """Return the code of an address as `segno.make` would make it without being told a mask."""
    code = _made(address, 0)
    around = _Around.of(code)
    modules, across = _number(code.matrix), _number(zip(*code.matrix, strict=True))
    bare = modules & around.kept ^ around.masks[0]
    bare_across = across & around.kept_across ^ around.across[0]
    points = [
        around.points(bare ^ mask, bare_across ^ turned)
        for mask, turned in zip(around.masks, around.across, strict=True)
    ]
    best = points.index(min(points))
    known = around.size, code.error, best
    if best and known not in _WRITTEN_LATER:
        code = _made(address, best)
        _WRITTEN_LATER[known] = _number(code.matrix) & ~around.kept
    elif best:
        _write(bare ^ around.masks[best] | _WRITTEN_LATER[known], code)
    return code


def _made(address: str, mask: int) -> segno.QRCode:
    # The fewest modules, thus the largest on 15 mm; segno then takes what correction still fits.
    return segno.make(address, error="l", micro=False, mask=mask)


def _write(modules: int, code: segno.QRCode) -> None:
    """Put modules into a code in place of its own."""
    size = len(code.matrix)
    signs = f"{modules:0{size * size}b}"[::-1].encode().translate(_FROM_SIGNS)
    for number, row in enumerate(code.matrix):
        row[:] = signs[number * size : (number + 1) * size]


@dataclass(frozen=True)
class _Around:
    """What all codes of a size share; a number holds the rows one after the other."""

    size: int
    kept: int  # modules that are not written after the mask was chosen
    kept_across: int  # the same with rows and columns exchanged, as all that is across
    masks: tuple[int, ...]  # the modules that each turns over
    across: tuple[int, ...]
    all: int
    pairs: int  # modules that have one after them in their row

    @classmethod
    def of(cls, code: segno.QRCode) -> _Around:
        size = len(code.matrix)
        return _SIZES.get(size) or _SIZES.setdefault(size, cls._measured(code, size))

    @classmethod
    def _measured(cls, code: segno.QRCode, size: int) -> _Around:
        kinds = [list(row) for row in code.matrix_iter(border=0, verbose=True)]
        kept = [[not _is_later(i, j, size) for j in range(size)] for i in range(size)]
        masks = [
            [[kept[i][j] and kind not in _FIXED and turns(i, j) for j, kind in enumerate(row)]
             for i, row in enumerate(kinds)]
            for turns in _MASKS
        ]  # fmt: skip
        return cls(
            size,
            _number(kept),
            _number(zip(*kept, strict=True)),
            tuple(map(_number, masks)),
            tuple(_number(zip(*mask, strict=True)) for mask in masks),
            (1 << size * size) - 1,
            _number([[1] * (size - 1) + [0]] * size),
        )

    def points(self, modules: int, across: int) -> int:
        """Return how many points a masked symbol gets; `across` is it with columns as rows."""
        same = ~(modules ^ modules >> 1) & self.pairs
        below = ~(modules ^ modules >> self.size) & self.all >> self.size
        blocks = (same & same >> self.size & below).bit_count() * _BLOCK
        lines = self._runs(same) + self._runs(~(across ^ across >> 1) & self.pairs)
        finders = self._finders(modules) + self._finders(across)
        share = abs(float(modules.bit_count()) / self.size**2 * 100 - 50)
        return lines + blocks + finders * _FINDER + int(share / 5) * _SHARE

    @staticmethod
    def _runs(same: int) -> int:
        """Return the points of five and more modules alike; `same` are those like the next."""
        fives = same & same >> 1 & same >> 2 & same >> 3
        return fives.bit_count() + (_RUN - 1) * (fives & ~(fives << 1)).bit_count()

    def _finders(self, modules: int) -> int:
        """Count what looks like a corner's mark: 1:1:3:1:1 with light before or after it."""
        light = ~modules & self.all
        marks = (
            modules & light >> 1 & modules >> 2 & modules >> 3 & modules >> 4 & light >> 5
            & modules >> 6
        )  # fmt: skip
        found, free = 0, 0  # free: where the next may begin
        for at in _ones(marks):
            row, start = divmod(at, self.size)
            if start > self.size - _FINDER_WIDTH or at < free:
                continue
            first = max(start - _QUIET, 0)
            before = modules >> row * self.size + first & (1 << start - first) - 1
            room = min(_QUIET, self.size - start - _FINDER_WIDTH)
            after = modules >> at + _FINDER_WIDTH & (1 << room) - 1
            is_one = not before or not after
            found += is_one
            free = at + (_FINDER_WIDTH if is_one else _AGAIN)
        return found


_SIZES: dict[int, _Around] = {}
# What is written after the mask was chosen tells the correction and the mask alone.
_WRITTEN_LATER: dict[tuple[int, str, int], int] = {}


def _is_later(i: int, j: int, size: int) -> bool:
    """Tell whether a module is written when the mask is chosen: format, version, the dark one."""
    low, high = sorted((i, j))
    if (high == _CORNER and low != _TIMING) or (low == _CORNER and high >= size - _CORNER):
        return True
    return size >= _WITH_VERSION and low < _TIMING and size - 11 <= high < size - _CORNER


def _number(rows: Iterable[Iterable[int]]) -> int:
    """Return rows of modules one after the other, the first as the lowest bit."""
    return int(b"".join(map(bytes, rows)).translate(_TO_SIGNS)[::-1], 2)


def _ones(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set, from the lowest."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
