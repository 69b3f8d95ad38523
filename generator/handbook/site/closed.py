"""Fail when any file of the site would load something from elsewhere while it is read."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from html import unescape
from pathlib import Path

from mkdocs.exceptions import PluginError

from handbook.languages import catalogue
from handbook.read.addresses_in_html import addresses_in_script
from handbook.read.picture import fault_of_svg
from handbook.site.policy import refused_in

# Browsers take a backslash for a slash, and what `file:` names lies on one computer.
_ELSEWHERE = r"(?:(?:https?|wss?|ftp|file):)?[/\\]{2}[^\s\"'<>)`]+"
# A tag that loads, up to its end; a > between quotes does not end it.
_TAG = re.compile(
    r"<(script|link|img|iframe|source|video|audio|track|embed|object|input|image|use|base|form)\b"
    r"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.I,
)
_SCHEME = re.compile(r"\s*[\"']?\s*(?:(?:https?|wss?|ftp|file):)?", re.I)
_SLASHES = re.compile(r"[/\\]{2}")
_ANY_TAG = re.compile(r"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.I)
_LOADING = re.compile(
    rf"\s(?:src|href|xlink:href|data|poster|action|background)\s*=\s*[\"']?\s*({_ELSEWHERE})",
    re.I,
)
_ADDRESS = re.compile(_ELSEWHERE, re.I)
_SEVERAL = re.compile(r"\s(?:image)?srcset\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.I)
_REFRESH = re.compile(r"<meta\b[^>]*\brefresh\b[^>]*>", re.I)
# Links that name a page without loading it.
_MERELY_NAMED = re.compile(r"\brel\s*=\s*[\"']?(?:canonical|alternate|prev|next|license)\b", re.I)
_IN_CSS = re.compile(rf"(?:@import\s+(?:url\()?|url\()\s*[\"']?\s*({_ELSEWHERE})", re.I)
_STYLES = (  # apart from each other, because a search for one word that is nowhere is quick
    re.compile(r"<style\b[^>]*>(.*?)</style>", re.I | re.S),
    re.compile(r"style\s*=\s*(\"[^\"]*\"|'[^']*')", re.I),
)
_SCRIPTS = re.compile(r"<script\b(?![^>]*\bsrc\s*=)([^>]*)>(.*?)</script>", re.I | re.S)
_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json\b", re.I)
# The theme's own script fetches these, each only for a page that asks for it.
THEME_SCRIPT = re.compile(r"assets/javascripts/(?:bundle|workers/search)\.[0-9a-f]+\.min\.js")
ASKING = tuple(
    re.compile(each)
    for each in (r"data-md-component=\"?source\b", r"class=\"mermaid\b", "<pre class=mermaid")
)


def require_closed(site: Path, language: str, but: Container[str] = ()) -> None:
    """Raise PluginError that names every file, and what it would load or a browser would refuse.

    `but` names the pages that were looked at before, and are the same.
    """
    loads: list[str] = []
    refused: list[str] = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        look = LOOKS.get(path.suffix)
        if look is None or name in but or (look is in_js and _holds_no_code_of_ours(name)):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        loads += (f"{name}: {address}" for address in dict.fromkeys(look(text)))
        if look is in_html:
            refused += (f"{name}: {found}" for found in dict.fromkeys(refused_in(text)))
    words = catalogue(language, "pages")
    told = [
        "\n".join((words[key], *found))
        for key, found in (("not-closed", loads), ("against-policy", refused))
        if found
    ]
    if told:
        raise PluginError("\n".join(told))


def _holds_no_code_of_ours(uri: str) -> bool:
    """Tell whether a script is the theme's own, or the words of the search."""
    return uri.startswith("search/") or THEME_SCRIPT.fullmatch(uri) is not None


def in_html(html: str) -> Iterator[str]:
    """Yield what a page would load from elsewhere."""
    for tag in _tags_that_name_elsewhere(html):
        if tag[1].lower() == "link" and _MERELY_NAMED.search(tag[2]):
            continue
        yield from (unescape(load[1]) for load in _LOADING.finditer(tag[2]))
    small = html.lower()
    if "srcset" in small:
        yield from (found[0] for each in _SEVERAL.finditer(html) for found in _in(each[1]))
    if "refresh" in small:
        yield from (found[0] for each in _REFRESH.finditer(html) for found in _in(each[0]))
    if "url(" in small or "@import" in small:
        for style in (found for each in _STYLES for found in each.finditer(html)):
            yield from in_css(style[1])
    for script in _SCRIPTS.finditer(html):
        if not _DATA.search(script[1]):
            yield from in_js(script[2])
    for asking in (found for each in ASKING for found in each.finditer(html)):
        yield asking[0]


def _in(text: str) -> Iterator[re.Match[str]]:
    """Yield every address elsewhere in an attribute; several may stand there, with commas."""
    return _ADDRESS.finditer(unescape(text))


def _tags_that_name_elsewhere(html: str) -> Iterator[re.Match[str]]:
    """Yield the loading tags that hold such an address; looking at every tag would take long."""
    seen = -1
    for slashes in _both_slashes(html):
        sign = html.rfind("=", 0, slashes)
        start = html.rfind("<", 0, sign + 1)
        if start == seen or not _SCHEME.fullmatch(html, sign + 1, slashes):
            continue
        seen = start
        around = _ANY_TAG.match(html, start)
        if around is None or around.end() < sign:  # a < between quotes: look at all
            yield from (tag for tag in _TAG.finditer(html) if _SLASHES.search(tag[2]))
            return
        tag = _TAG.match(html, start)
        if tag:
            yield tag


def _both_slashes(html: str) -> list[int]:
    """Return where two slashes stand; looking for each pair is ten times as fast as for any."""
    found = []
    for pair in ("//", "\\\\", "/\\", "\\/"):
        at = html.find(pair)
        while at >= 0:
            found.append(at)
            at = html.find(pair, at + 2)
    return sorted(found)


def in_css(css: str) -> Iterator[str]:
    """Yield what a stylesheet would load from elsewhere."""
    return (load[1] for load in _IN_CSS.finditer(css))


def in_js(script: str) -> Iterator[str]:
    """Yield what a script would load from elsewhere, as far as it is written in one piece."""
    return (load.written for load in addresses_in_script(script))


def in_svg(svg: str) -> Iterator[str]:
    """Yield what is wrong with a picture that holds a script, or loads something."""
    fault = fault_of_svg(svg.encode())
    if fault is not None:
        yield fault


LOOKS = {".html": in_html, ".css": in_css, ".js": in_js, ".mjs": in_js, ".svg": in_svg}
