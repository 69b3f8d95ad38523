"""Read a picture below content/ that pages and sheets show, and refuse one that could do harm.

A picture is shown to every reader and printed on every sheet: it must lie in this folder, be what
its name says, be small, and load and run nothing. (SVG 2, 3.5 and 15; PNG, 5.2 and 11.2.2)
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree import ElementTree

from handbook.problems import Problem, problem
from handbook.read.entries import CONTENT
from handbook.read.nodes import Text
from handbook.read.picture_formats import raster_of
from handbook.read.tree import Tree, Unreadable, lies_in

LARGEST = 64 * 1024  # bytes; every sheet carries them
MOST_BYTES, MOST_DOTS = 1024 * 1024, 50_000_000  # of a picture in a text: sheets carry it, too
LOGOS = (".svg", ".png")
MEDIA = {
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
}  # fmt: skip
_PNG = b"\x89PNG\r\n\x1a\n"
_RUNS = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler"}
_ADDRESSES = {"href", "src"}
_HERE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif);base64,)")
_LINK = re.compile(r"(?:https?:|mailto:|tel:)[^\\]*\Z", re.I)
_RULE = re.compile(r"@(?:import|font-face)|\\", re.I)  # an escape could hide either
_BEGINS_AS_SVG = re.compile(rb"\s*<(?:\?xml|!--|!doctype|svg|[\w-]+:svg)", re.I)
_URL = re.compile(r"url\(\s*[\"']?([^)]*)", re.I)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?\s*")


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown: its file below content/, what it is, and its proportions."""

    path: str
    media: str
    content: bytes = field(repr=False)
    ratio: float  # how many times as wide as high

    @property
    def suffix(self) -> str:
        """The ending of its name, by what it is."""
        return next(suffix for suffix, media in MEDIA.items() if media == self.media)


class _Unfit(Exception):
    """A picture is not taken; the message is the hint that says why and what to do."""


def read_picture(tree: Tree, name: Text) -> tuple[Picture | None, list[Problem]]:
    """Read a picture by its path below content/; one that is not taken is a problem at its name."""
    try:
        return _read(tree, str(name)), []
    except _Unfit as unfit:
        most = f"{LARGEST // 1024} KB"
        return None, [problem("bad-logo", name.place, str(unfit), path=name, most=most)]


def read_shown_picture(tree: Tree, name: Text, path: str) -> tuple[Picture | None, list[Problem]]:
    """Read a picture of a text by its path in the project; one not taken is a problem at `name`."""
    try:
        real, found = _found(tree, path, MOST_BYTES)
        return _of_any_kind(real, found), []
    except _Unfit as unfit:
        most = f"{MOST_BYTES // 1024} KB"
        return None, [problem("bad-picture", name.place, str(unfit), path=name, most=most)]


def _of_any_kind(path: str, content: bytes) -> Picture:
    """Tell what a picture is by its content, whatever its name says."""
    raster = raster_of(content)
    if raster is None:
        if not _BEGINS_AS_SVG.match(content[:4096].lstrip(b"\xef\xbb\xbf")):
            raise _Unfit("kind")
        return Picture(path, MEDIA[".svg"], content, _ratio_of_svg(content))
    if not raster.width or not raster.height:
        raise _Unfit("broken")
    if raster.width * raster.height > MOST_DOTS:
        raise _Unfit("dots")
    return Picture(path, raster.media, content, raster.width / raster.height)


def _read(tree: Tree, name: str) -> Picture:
    suffix = posixpath.splitext(name)[1].lower()
    if suffix not in LOGOS:
        raise _Unfit("kind")
    real, found = _found(tree, posixpath.join(CONTENT, name), LARGEST)
    ratio = _ratio_of_svg(found) if suffix == ".svg" else _ratio_of_png(found)
    return Picture(real, MEDIA[suffix], found, ratio)


def _found(tree: Tree, path: str, most: int) -> tuple[str, bytes]:
    """Return where a file below content/ really lies, and what is in it."""
    if any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in path):
        raise _Unfit("missing")  # no file has such a name
    top, real = tree.real(CONTENT), tree.real(path)
    if not lies_in(real, top):
        raise _Unfit("outside")
    if tree.entry(path).kind != "file":
        raise _Unfit("missing")
    try:
        found = tree.read(path, most + 1)
    except Unreadable:
        raise _Unfit("missing") from None
    if len(found) > most:
        raise _Unfit("large")
    return posixpath.relpath(real, top), found


def _ratio_of_png(content: bytes) -> float:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        raise _Unfit("broken")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    if not width or not height:
        raise _Unfit("broken")
    return width / height


def _ratio_of_svg(content: bytes) -> float:
    elements = _elements(content)
    if any(map(_loads_or_runs, elements)):
        raise _Unfit("unsafe")
    return _proportion(elements[0])


def fault_of_svg(content: bytes) -> str | None:
    """Say why an SVG beside the pages is not taken: broken, or unsafe; it may hold links."""
    try:
        elements = _elements(content)
    except _Unfit as unfit:
        return str(unfit)
    return "unsafe" if any(_loads_or_runs(each, may_link=True) for each in elements) else None


def _elements(content: bytes) -> list[ElementTree.Element]:
    """Return the elements of an SVG, itself first."""
    if b"<!ENTITY" in content or b"<\0!\0E\0N" in content or b"\0<\0!\0E" in content:
        raise _Unfit("unsafe")
    try:
        parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(("start", "pi"))
        parser.feed(content)
        parser.close()
        # Of the events asked for, each tells an element.
        events = cast(list[tuple[str, ElementTree.Element]], list(parser.read_events()))
    except (ElementTree.ParseError, ValueError, LookupError):
        raise _Unfit("broken") from None
    elements = [element for event, element in events if event == "start"]
    if not elements or _local(elements[0].tag) != "svg":
        raise _Unfit("broken")
    if len(elements) < len(events):
        raise _Unfit("unsafe")
    return elements


def _loads_or_runs(element: ElementTree.Element, may_link: bool = False) -> bool:
    """Tell whether an element of an SVG holds a program, or names a file of its own."""
    tag = _local(element.tag)
    if tag in _RUNS or (tag == "style" and _reaches_out("".join(element.itertext()))):
        return True
    may_link = may_link and tag == "a"
    return any(_is_bad(name, value, may_link) for name, value in _attributes(element))


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    return ((_local(name), value) for name, value in element.attrib.items())


def _is_bad(name: str, value: str, may_link: bool) -> bool:
    if name in _ADDRESSES:
        return not (_HERE.match(value) or (may_link and _LINK.match(value)))
    changes_address = name == "attributename" and _local(value.rpartition(":")[2]) in _ADDRESSES
    return name.startswith("on") or changes_address or _reaches_out(value)


def _reaches_out(style: str) -> bool:
    """Tell whether a style would load anything."""
    return _RULE.search(style) is not None or not all(map(_HERE.match, _URL.findall(style)))


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def _proportion(svg: ElementTree.Element) -> float:
    box = re.split(r"[\s,]+", svg.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [svg.get("width", ""), svg.get("height", "")]
    found = [_NUMBER.fullmatch(side) for side in sides]
    width, height = (float(each[1]) if each else 0.0 for each in found)
    if not width or not height:
        raise _Unfit("sizeless")
    return width / height
