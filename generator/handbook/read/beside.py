"""What lies beside the pages: which files are published, and what words they hold.

Only kinds of files that people look at or take away are published. A copy that an editor's program
left, a page under another ending or a definition in the wrong place is left out, and told.
"""

from __future__ import annotations

import codecs
import posixpath
import re
from dataclasses import dataclass

from handbook.problems import Place, Problem, problem
from handbook.read.heads import opens_with_head, tells_an_audience
from handbook.read.nodes import Text
from handbook.read.picture import fault_of_svg
from handbook.read.tree import Tree, Unreadable

BINARY_SHOWS = 8192  # bytes in which a file that is no text has a zero
OLDER = ("gb18030", "big5")  # what spreadsheets and editors of China write without being asked
KINDS = (  # endings of what is published
    "png jpg jpeg gif webp avif svg ico bmp apng tif tiff",
    "pdf ofd doc docx dot dotx docm xls xlsx xlsm xlt xltx ppt pptx pps ppsx odt ods odp odg rtf",
    "wps et dps csv tsv txt log json geojson ics vcf eml msg epub",
    "vsd vsdx drawio mm xmind mpp dwg dxf psd ai eps sketch fig",
    "zip 7z rar gz tar",
    "mp3 m4a aac ogg oga opus wav flac mp4 m4v webm ogv mov avi vtt srt",
    "css js mjs map woff woff2 ttf otf webmanifest",
)
BARE = frozenset({"CNAME", "robots.txt", "LICENSE"})  # files that servers and readers look for
PROSE = (".txt", ".log", ".rtf", ".csv")  # what a page may have been saved as
_COPY = re.compile(
    r"~$|^#.*#$|^~\$|^\._|(?:^|[._-])(?:bak|backup|old|orig|rej|save|sav|tmp|temp|swp|swo|swn|swx"
    r"|part|crdownload|base|local|remote|mine|theirs|r\d+|\d{1,3})(?:~|\.?\d+)?$"
    r"|^(?:thumbs\.db|desktop\.ini)$",
    re.I,
)
_PUBLISHED = frozenset(" ".join(KINDS).split())
_PAGES = re.compile(
    r"\.(?:md\w*|mkd\w*|mdown|markdn|mark(?:down)?\w*|rmd|qmd|adoc|asciidoc|rst|textile|org)$", re.I
)
_PAGE_AS_TEXT = re.compile(r"\.(?:md|markdown|mdx)\b.*\.(?:txt|html?|log|xml|json|csv|rtf)$", re.I)


@dataclass(frozen=True)
class Beside:
    """A file that is no page: its path, its address below content/pages, and its lines if any."""

    path: str
    uri: str
    lines: tuple[Text, ...]


def read_file_beside(tree: Tree, path: str, uri: str) -> tuple[Beside | None, list[Problem]]:
    """Read a file that is no page; None for one that is not published, and why."""
    place = Place(path)
    hint = _why_left_out(uri)
    if hint is not None:
        return None, [problem("not-published", place, hint)]
    if tree.entry(path).kind == "special":
        return None, [problem("unreadable-file", place, "special")]
    try:
        content = tree.read(path, BINARY_SHOWS)
        if b"\0" not in content or _is_wide(content):
            content = tree.read(path)
    except Unreadable:
        return None, [problem("unreadable-file", place, "permission")]
    fault = fault_of_svg(content) if uri.lower().endswith(".svg") else None
    if fault is not None:
        return None, [problem("unsafe-picture", place, fault)]
    lines = tuple(
        Text.at(line, path, number, 1)
        for text in _texts_in(content)
        for number, line in enumerate(text.splitlines(), 1)
    )
    is_prose = uri.lower().endswith(PROSE)
    if tells_an_audience(lines) if is_prose else opens_with_head(lines):
        return None, [problem("not-published", place, "head")]
    return Beside(path, uri, lines), []


def _why_left_out(uri: str) -> str | None:
    """Say why a file is not published, by its name; None for one that is."""
    name = posixpath.basename(uri)
    suffix = posixpath.splitext(name.lower())[1]
    if name in BARE:
        return None
    if suffix in (".yml", ".yaml"):
        return "definition"
    if _COPY.search(name):
        return "copy"
    if _PAGES.search(name) or _PAGE_AS_TEXT.search(name):
        return "page"
    return None if suffix.removeprefix(".") in _PUBLISHED else "kind"


def _texts_in(content: bytes) -> list[str]:
    """Return what a file may say: where its encoding cannot be told, in each that is possible."""
    if _is_wide(content):
        return [content.decode("utf-16", "replace")]
    if b"\0" in content[:BINARY_SHOWS]:
        return []
    for encodings in (("utf-8-sig",), OLDER):
        told = [text for each in encodings if (text := _decoded(content, each)) is not None]
        if told:
            return told
    return []


def _is_wide(content: bytes) -> bool:
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
