"""Turn the Markdown of our own templates into HTML, as Python-Markdown would but at once.

Our pages are headings and finished blocks of HTML. Python-Markdown looks through all of that for
what might be Markdown; we only look whether it is nothing else. What is more than headings and
blocks (a template of the project's own may write any Markdown) is left to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, strip_tags
from markdown.util import BLOCK_LEVEL_ELEMENTS
from mkdocs.structure.toc import TableOfContents, get_toc

# Extensions that leave headings and blocks of HTML alone, and how `toc` may be set.
UNCONCERNED = frozenset({"toc", "tables", "fenced_code", "attr_list", "admonition", "def_list"})
SETTABLE = frozenset({"permalink", "slugify"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
# A tag, or a heading as compose.pages.markdown writes it: marks and an id in braces at its end.
_SEEN = re.compile(
    r"<(?P<end>/)?(?P<name>[a-zA-Z][\w-]*)(?=[\s/>])[^<>]*>"
    r"|^(?P<level>#{1,6}) (?P<words>.*) \{#(?P<id>[^\s{}]+)(?P<marks>(?: [^\s{}=]+)*)\}\n\n?",
    re.M,
)
_LITERAL = frozenset({"pre", "script", "style", "svg", "textarea"})
_STRANGE = ("\t", "\r", "\x02", "\x03", "<!", "<?")
_BLANKS = re.compile(r"\n +\n")  # a line of them
_ID = re.compile(r"""\s(?:id|name)="([^"]+)\"""")
LINK = '<a class="headerlink" href="#{id}" title="Permanent link">&para;</a>'


@dataclass(frozen=True)
class Drawn:
    """The HTML of a page and its table of contents."""

    html: str
    toc: TableOfContents


def takes(extensions: list[str], settings: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether these Markdown extensions leave our pages as they are."""
    toc = settings.get("toc") or {}
    return (
        UNCONCERNED.issuperset(extensions)
        and "attr_list" in extensions
        and "toc" in extensions
        and SETTABLE.issuperset(toc)
        and toc.get("permalink", False) in (True, False)
    )


def draw(markdown: str, *, permalink: bool) -> Drawn | None:
    """Return a page of headings and blocks as HTML; None when there is more in it."""
    text = markdown.strip("\n") + "\n"
    if any(sign in text for sign in _STRANGE) or _BLANKS.search(f"\n{text}"):
        return None
    parts: list[str] = []
    tokens: list[dict[str, Any]] = []
    done = 0
    for heading in _headings(text):
        if heading is None:
            return None
        parts += text[done : heading.start()], _heading(heading, permalink)
        tokens.append(_token(heading))
        done = heading.end()
    html = "".join((*parts, text[done:])).rstrip("\n")
    return Drawn(html, get_toc(nest_toc_tokens(tokens)))


def anchors_of(html: str) -> set[str]:
    """Return what a link can lead to within a page."""
    return set(_ID.findall(html))


def _headings(text: str) -> Iterator[re.Match[str] | None]:
    """Yield the headings that stand outside of all HTML; None where there is something else."""
    within: list[str] = []
    end = 0  # of what was seen last
    for seen in _SEEN.finditer(text):
        if seen.start() < end:  # in literal text
            continue
        name = seen["name"]
        if not within:
            gap = text[end : seen.start()]
            is_apart = seen.start() == 0 or text[seen.start() - 1] == "\n"
            if gap.strip("\n") or not is_apart or (name and (seen["end"] or name not in _BLOCKS)):
                yield None
                return
            if not name:
                yield seen
        end = seen.end()
        if not name or name in _VOID or text[end - 2] == "/":
            continue
        if seen["end"]:
            if within.pop() != name:
                yield None
                return
        elif name in _LITERAL:
            end = text.find(f"</{name}>", end) + len(f"</{name}>")
        else:
            within.append(name)
    if within or text[end:].strip("\n"):
        yield None


def _heading(heading: re.Match[str], permalink: bool) -> str:
    level, id = len(heading["level"]), heading["id"]
    marks = heading["marks"].split()
    classes = " ".join(mark[1:] for mark in marks if mark.startswith("."))
    names = "".join(f" {mark}" for mark in marks if not mark.startswith("."))
    css = f' class="{classes}"' if classes else ""
    link = LINK.format(id=id) if permalink else ""
    return f'<h{level}{css}{names} id="{id}">{heading["words"]}{link}</h{level}>\n'


def _token(heading: re.Match[str]) -> dict[str, Any]:
    """Return a heading as an entry of the table of contents."""
    name = strip_tags(heading["words"])
    return {"level": len(heading["level"]), "id": heading["id"], "name": name}
