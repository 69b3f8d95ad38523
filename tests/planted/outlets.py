"""Where what was planted can come out: pages, sheets, books, and the data that pages work with."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from tests.composed import NOWHERE
from tests.planted.plant import Garden, as_yaml, planted
from tests.written import SETTINGS

from handbook.compose.frame.composer import Composer
from handbook.compose.pages.definitions import definition_page
from handbook.compose.sheets import compose_sheets
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS
from handbook.model.load import load_tree
from handbook.read import TreeOfBytes

_UNREAD = re.compile(
    r"(?s)\A---\n.*?\n---\n|<style.*?</style>|<script.*?</script>|<svg.*?</svg>"
)
_DATA = re.compile(r'(?s)<script type="application/json" id="desk-data">(.*?)</script>')

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"/>'


@cache
def garden() -> Garden:
    return planted()


@cache
def handbook() -> Handbook:
    """Return what was planted, in a section: ids in it mean nothing to the organisation."""
    doer, *others = garden().definitions
    written = {"handbook": SETTINGS, "all": as_yaml([doer])}
    written |= {"shop/section": "title: 店\n", "shop/all": as_yaml(others)}
    files = {f"content/{name}.yml": text.encode() for name, text in written.items()}
    loaded = load_tree(TreeOfBytes(files | {"content/shop/label.png": PICTURE}))
    assert loaded.problems == ()
    return loaded.handbook


def words_of(html: str) -> str:
    """Return what is read on a page or sheet: its markup, pictures and data taken out."""
    html = _UNREAD.sub("", html)
    return unescape(re.sub(r"<[^>]*>", "", html))


@cache
def _composed() -> dict[tuple[str, str], list[str]]:
    """Return the HTML of sheets by kind and sheet; what is about no definition has no kind."""
    found: dict[tuple[str, str], list[str]] = {}
    for sheet in compose_sheets(handbook(), NOWHERE):
        definition = getattr(sheet, "definition", None)
        if definition is None:
            place = "book" if sheet.sheet in ("handbook", "book") else "overviews"
            found.setdefault(("", place), []).append(sheet.html)
        elif definition.id == "doer":
            found.setdefault(("procedure", "pack"), []).append(sheet.html)
        elif str(definition.id).startswith("full-"):
            found.setdefault((definition.kind, sheet.sheet), []).append(sheet.html)
    return found


def sheets(place: str) -> list[str]:
    """Return the HTML of all sheets of one sort."""
    return [html for (_, each), htmls in _composed().items() if each == place for html in htmls]


@cache
def pages_of(kind: str) -> str:
    """Return the Markdown of the pages of all that is full of one kind."""
    composer = Composer(handbook(), NOWHERE)
    full = [each for each in handbook().definitions if each.id == f"full-{kind}"]
    return "".join(definition_page(each, composer).markdown for each in full)


@cache
def outlets() -> dict[str, dict[str, str]]:
    """Return by kind, then by place, everything that is read there."""
    found: dict[str, dict[str, str]] = {}
    for kind in KINDS:
        page = pages_of(kind)
        found[kind] = {"page": words_of(_DATA.sub("", page))}
        found[kind]["desk"] = unescape("".join(_DATA.findall(page)))
    for (kind, place), htmls in _composed().items():
        html = "".join(htmls)
        text = html if place == "fillable" else words_of(html)
        for each in [kind] if kind else found:
            found[each][place] = text
    return found
