"""Fail when any file of the site would load something from elsewhere while it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from mkdocs.exceptions import PluginError

from handbook.messages import catalogue
from handbook.site.policy import refused_in

_ELSEWHERE = r"(?:https?:|wss?:)?//[^\s\"'<>)`]+"
# A tag that loads, up to its end; a > between quotes does not end it.
_TAG = re.compile(
    r"<(script|link|img|iframe|source|video|audio|track|embed|object|input|image|use|base|form)\b"
    r"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.I,
)
_ADDRESS = re.compile(r"=\s*[\"']?\s*(?:https?:|wss?:)?//", re.I)
_LINK = re.compile(r"<a\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.I)
_LOADING = re.compile(
    rf"\s(?:src|href|xlink:href|srcset|data|poster|action|background)\s*=\s*[\"']?\s*({_ELSEWHERE})",
    re.I,
)
# Links that name a page without loading it.
_MERELY_NAMED = re.compile(r"\brel\s*=\s*[\"']?(?:canonical|alternate|prev|next|license)\b", re.I)
_IN_CSS = re.compile(rf"(?:@import\s+(?:url\()?|url\()\s*[\"']?\s*({_ELSEWHERE})", re.I)
_STYLES = (  # apart from each other, because a search for one word that is nowhere is quick
    re.compile(r"<style\b[^>]*>(.*?)</style>", re.I | re.S),
    re.compile(r"style\s*=\s*(\"[^\"]*\"|'[^']*')", re.I),
)
_IN_JS = re.compile(
    rf"(?:import\s*\(|importScripts\s*\(|fetch\s*\(|from\s|\bimport\s|\.src\s*=|\.open\s*\("
    rf"|new\s+(?:Worker|WebSocket|EventSource|Request)\s*\()[^;\n]{{0,80}}?[\"'`]({_ELSEWHERE})",
    re.I,
)
_SCRIPTS = re.compile(r"<script\b(?![^>]*\bsrc\s*=)([^>]*)>(.*?)</script>", re.I | re.S)
_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json\b", re.I)
# The theme's own script fetches these, each only for a page that asks for it.
THEME_SCRIPT = re.compile(r"assets/javascripts/(?:bundle|workers/search)\.[0-9a-f]+\.min\.js")
ASKING = tuple(
    re.compile(each)
    for each in (r"data-md-component=\"?source\b", r"class=\"mermaid\b", "<pre class=mermaid")
)


def require_closed(site: Path, language: str) -> None:
    """Raise PluginError that names every file, and what it would load or a browser would refuse."""
    loads: list[str] = []
    refused: list[str] = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        loads += (f"{name}: {address}" for address in dict.fromkeys(loads_of(path, site)))
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8", errors="replace")
            refused += (f"{name}: {found}" for found in dict.fromkeys(refused_in(html)))
    words = catalogue(language, "pages")
    told = [
        "\n".join((words[key], *found))
        for key, found in (("not-closed", loads), ("against-policy", refused))
        if found
    ]
    if told:
        raise PluginError("\n".join(told))


def loads_of(path: Path, site: Path) -> Iterator[str]:
    """Yield what a file of the site would load from elsewhere."""
    if path.suffix == ".html":
        yield from in_html(path.read_text(encoding="utf-8", errors="replace"))
    elif path.suffix == ".css":
        yield from in_css(path.read_text(encoding="utf-8", errors="replace"))
    elif path.suffix == ".js" and not _holds_no_code_of_ours(path, site):
        yield from in_js(path.read_text(encoding="utf-8", errors="replace"))


def _holds_no_code_of_ours(path: Path, site: Path) -> bool:
    """Tell whether a script is the theme's own, or the words of the search."""
    uri = path.relative_to(site).as_posix()
    return uri.startswith("search/") or THEME_SCRIPT.fullmatch(uri) is not None


def in_html(html: str) -> Iterator[str]:
    """Yield what a page would load from elsewhere."""
    for tag in _tags_that_name_elsewhere(html):
        if tag[1].lower() == "link" and _MERELY_NAMED.search(tag[2]):
            continue
        yield from (unescape(load[1]) for load in _LOADING.finditer(tag[2]))
    for style in (found for each in _STYLES for found in each.finditer(html)):
        yield from in_css(style[1])
    for script in _SCRIPTS.finditer(html):
        if not _DATA.search(script[1]):
            yield from in_js(script[2])
    for asking in (found for each in ASKING for found in each.finditer(html)):
        yield asking[0]


def _tags_that_name_elsewhere(html: str) -> Iterator[re.Match[str]]:
    """Yield the loading tags that hold such an address; looking at every tag would take long."""
    seen = -1
    for address in _ADDRESS.finditer(html):
        start = html.rfind("<", 0, address.start())
        link = _LINK.match(html, start)
        if start == seen or (link and link.end() > address.start()):
            continue
        seen = start
        tag = _TAG.match(html, start)
        if tag is None or tag.end() < address.start():  # a < between quotes: look at all
            yield from (tag for tag in _TAG.finditer(html) if "//" in tag[2])
            return
        yield tag


def in_css(css: str) -> Iterator[str]:
    """Yield what a stylesheet would load from elsewhere."""
    return (load[1] for load in _IN_CSS.finditer(css))


def in_js(script: str) -> Iterator[str]:
    """Yield what a script would load from elsewhere, as far as it is written in one piece."""
    return (load[1] for load in _IN_JS.finditer(script))
