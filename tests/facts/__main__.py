"""Count how much of the fact sheets arrives on the pages, and list what does not.

    .venv/bin/python -m tests.facts FOLDER_OF_FACT_SHEETS [SECTION …]

A fact is a figure with its unit, or the name of a unit, a role, a form or a term. It has arrived
when its words stand on a page of the section, those below it, or the organisation's own. Names may
be worded anew in content/, so that a listed one is a place to look, not a verdict.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml
from tests.facts.lines import LINES, WORDED_ANEW

from handbook.compose.pages import compose_pages
from handbook.model.load import load

PROJECT = Path(__file__).parents[2]
NAMED = ("units", "roles", "forms", "terms")
FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s*(?:%|元|万元|天|日|周|个月|月|年|小时|分钟|秒|个工作日|次|人|名|分|倍|条|项|家|户|米|公里|字)"
)
NOT_FACTS = ("source", "source_also", "source_notes", "note", "notes", "name_note")


def facts_of(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield (what, words) for each fact below a node of a fact sheet."""
    if isinstance(node, dict):
        name = node.get("name") or node.get("term")
        if key in NAMED and isinstance(name, str):
            yield key, re.split(r"[（(/、]", name)[0]
        for inner, value in node.items():
            if inner not in NOT_FACTS:
                yield from facts_of(value, inner if inner in NAMED else key)
    elif isinstance(node, list):
        for item in node:
            yield from facts_of(item, key)
    elif isinstance(node, str):
        for figure in FIGURE.findall(node):
            yield "figures", figure


def bare(text: str) -> str:
    """Leave only the words of a page, without blanks and marks."""
    return re.sub(r"[\s《》“”]", "", unescape(re.sub(r"<[^>]*>", "", text)))


def main(folder: str, *wanted: str) -> int:
    """Print a line a section, and what is missing below it; 1 when anything is."""
    pages = compose_pages(load(PROJECT).handbook, PROJECT)
    words = {page.uri: bare(page.markdown) for page in pages}
    shared = "".join(text for uri, text in words.items() if uri.count("/") == 1)
    total = arrived = 0
    for section, sheets in LINES.items():
        if wanted and section not in wanted:
            continue
        text = shared + "".join(t for uri, t in words.items() if uri.startswith(section + "/"))
        found = [fact for sheet in sheets for fact in facts_in(Path(folder) / f"{sheet}.yml")]
        missing = [
            fact
            for fact in dict.fromkeys(found)
            if bare(fact[1]) not in text and fact[1] not in WORDED_ANEW
        ]
        count = len(dict.fromkeys(found))
        total, arrived = total + count, arrived + count - len(missing)
        print(f"{section:20} {count - len(missing):4} of {count:4}")
        for what, name in missing:
            print(f"    {what:8} {name}")
    print(f"{'all':20} {arrived:4} of {total:4}")
    return 0 if arrived == total else 1


def facts_in(path: Path) -> list[tuple[str, str]]:
    """Return the facts of a sheet."""
    return list(facts_of(yaml.safe_load(path.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
