"""What a page written by hand may hold: nothing that it would load, run or lead to in secret.

Addresses come from the page as it is converted, whatever they are written as; `site/closed.py` and
`site/policy.py` look at the finished site once more.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import unquote_to_bytes

from handbook.model.handbook import Handbook
from handbook.problems import Place, Problem, problem
from handbook.read.addresses_in_html import (
    Address,
    addresses_in_script,
    addresses_in_style,
)
from handbook.read.picture import fault_of_svg

SHOWN = 60  # signs of what is refused
# What runs where it is followed, or leads to what only one computer has.
_RUNNING = frozenset(
    {"javascript", "vbscript", "livescript", "mocha", "data", "blob", "filesystem", "view-source"}
)
_LOOKS: dict[str, Callable[[str], Iterable[Address]]] = {
    "css": addresses_in_style,
    "js": addresses_in_script,
    "mjs": addresses_in_script,
}
_INLINE = re.compile(r"<(?:script|style)\b|.*\s(?:style|on\w+)\s*=", re.I | re.S)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]", re.I)
_SVG = re.compile(r"data:image/svg\+xml([^,]*),(.*)", re.I | re.S)


def refused_addresses(handbook: Handbook) -> Iterator[Problem]:
    """A page loads nothing from elsewhere, and leads to nothing that runs."""
    for address, place in _addresses(handbook):
        hint = _why_refused(address)
        if hint is not None:
            yield problem("refused-address", place(), hint, address=_short(address.written))


def _addresses(handbook: Handbook) -> Iterator[tuple[Address, Callable[[], Place]]]:
    """Yield the addresses of pages, and of styles and scripts beside them, each with its place."""
    for page in handbook.written:
        for address in page.parsed.addresses:
            yield address, partial(page.place_of, address.written)
    for file in handbook.beside:
        look = _LOOKS.get(file.uri.lower().rpartition(".")[2])
        if look is None:
            continue
        for line in file.lines:
            for address in look(line):
                yield address, partial(line.offset_place, max(0, line.find(address.written)))


def refused_markup(handbook: Handbook) -> Iterator[Problem]:
    """A page holds no script, style or frame of its own: its policy lets no browser take it."""
    for page in handbook.written:
        if not page.parsed.is_whole:
            yield problem("refused-markup", Place(page.path), "unclear", markup="?")
        for markup in page.parsed.refused:
            hint = "inline" if _INLINE.match(markup) else "frame"
            yield problem("refused-markup", page.place_of(markup), hint, markup=_short(markup))


def _why_refused(address: Address) -> str | None:
    """Say why no page may have an address; None for one that it may have."""
    scheme = address.scheme
    if not scheme:
        return None
    if scheme == "file":
        return "file"
    if not address.loads:
        return "script" if scheme in _RUNNING else None
    if scheme != "data":
        return "elsewhere"
    return None if _is_harmless(address.plain) else "picture"


def _is_harmless(address: str) -> bool:
    if _PICTURE.match(address):
        return True
    found = _SVG.match(address)
    if found is None:
        return False
    content = unquote_to_bytes(found[2])
    try:
        content = b64decode(content) if "base64" in found[1].lower() else content
    except Error:
        return False
    return fault_of_svg(content) is None


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
