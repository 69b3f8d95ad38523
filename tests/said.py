"""What the pages and sheets of an example say, as readers take it in: words, and where links lead.

python -m tests.said    # write it anew after a change that is meant, and read what changed
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from pathlib import Path

from tests.composed import NOWHERE

from handbook.compose.pages.composition import compose_pages
from handbook.compose.sheets import compose_sheets
from handbook.model.load import load

EXAMPLE = Path(__file__).parent / "examples" / "valid" / "every-field"
GOLDEN = Path(__file__).parent / "golden" / "said"
PARTS = ("pages", "sheets")
OF_THE_TOOL = {"rules.md", "keys.md"}  # its rules and keys, whatever a handbook says
_NOT_READ = re.compile(r"<(svg|style|title)\b.*?</\1>", re.S)
_LINK = re.compile(r"<a\b[^>]*?href=\"([^\"]*)\"[^>]*>")
_LINE = re.compile(
    r"</?(?:p|div|li|tr|h\d|section|table|dl|dt|dd|ul|ol|main|header|footer)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


@cache
def said(part: str) -> dict[str, list[str]]:
    """Return the lines of each page, or of each sheet, by its address."""
    handbook = load(EXAMPLE).handbook
    if part == "pages":
        pages = compose_pages(handbook, NOWHERE)
        return {page.uri: _lines(page.markdown) for page in pages if page.uri not in OF_THE_TOOL}
    sheets = compose_sheets(handbook, NOWHERE)
    return {
        sheet.uri: _lines(sheet.html.partition("<body")[2].partition(">")[2]) for sheet in sheets
    }


@cache
def expected(part: str) -> dict[str, list[str]]:
    """Return what they said when somebody read it last."""
    text = (GOLDEN / f"{part}.txt").read_text(encoding="utf-8")
    parts = re.split(r"^=== (.*)\n", text, flags=re.M)[1:]
    return {uri: lines.splitlines() for uri, lines in zip(parts[::2], parts[1::2], strict=True)}


def _lines(html: str) -> list[str]:
    text = _LINK.sub(r"‹\1› ", _NOT_READ.sub("", html))
    text = unescape(_TAG.sub(" ", _LINE.sub("\n", text))).replace("\u2009", " ")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _written(told: Iterable[tuple[str, list[str]]]) -> str:
    return "".join(f"=== {uri}\n" + "".join(f"{line}\n" for line in lines) for uri, lines in told)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name in PARTS:
        (GOLDEN / f"{name}.txt").write_text(_written(said(name).items()), encoding="utf-8")
