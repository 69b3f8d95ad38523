"""Count how much of the fact sheets arrives in the sections, and list what does not.

    .venv/bin/python -m tests.facts FOLDER_OF_FACT_SHEETS [SECTION …]

What can be counted: figures with their unit, clock times, fields of forms, and the names of units,
roles, forms and terms. A figure or a field has arrived when it stands on a page of the section's
own definitions, a figure not as the end of a longer one (3天 is not in 13天). A name has arrived
when a definition is called so, in the section or above it, where shared ones live. What a sheet
says in sentences (duties, steps, rules) is worded anew in content/ and cannot be counted so.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml
from tests.facts.lines import LINES, WORDED_ANEW

from handbook.compose.frame.page import Page
from handbook.compose.pages.composition import compose_pages
from handbook.model.handbook import Handbook
from handbook.model.index import names_of
from handbook.model.load import load

PROJECT = Path(__file__).parents[2]
NAMED = ("units", "roles", "forms", "terms")
FIGURE = re.compile(
    r"\d{1,2}:\d{2}|\d+(?:\.\d+)?\s*(?:%|万元|元|天|日|周|个月|月|年|小时|分钟|秒|个工作日|人次|次|人"
    r"|名|分|倍|条|项|家|户|米|公里|字|类|级|章|页|篇|辆|步|种)"
)
NOT_FACTS = ("source", "source_also", "source_notes", "section", "note", "notes", "name_note")
LEFT_OPEN = re.compile("[未待]")


def facts_of(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield (what, words) for each fact below a node of a fact sheet."""
    if isinstance(node, dict):
        name = node.get("name") or node.get("term")
        if key in NAMED and isinstance(name, str):
            yield key, name
        if key == "forms":
            yield from (("fields", field) for field in fields_of(node.get("fields")))
        for inner, value in node.items():
            if inner not in NOT_FACTS:
                yield from facts_of(value, inner if inner in NAMED else key)
    elif isinstance(node, list):
        for item in node:
            yield from facts_of(item, key)
    elif isinstance(node, str):
        for figure in FIGURE.findall(node):
            yield "figures", figure


def fields_of(fields: object) -> Iterator[str]:
    """Yield the fields of a form: a list, or words in a row; none where the sheet has none."""
    if isinstance(fields, str):
        fields = [] if LEFT_OPEN.search(fields) else re.split("[、，；]", fields)
    for field in fields if isinstance(fields, list) else ():
        if isinstance(field, str):
            yield re.split("[（(：:]", field)[0].strip()


def bare(text: str) -> str:
    """Leave only the words of a page, without blanks and marks."""
    return re.sub(r"[\s《》“”]", "", unescape(re.sub(r"<[^>]*>", "", text)))


def called(name: str) -> str:
    """Leave only the words of a name: 药店/连锁药店 and 药店、连锁药店 are one."""
    return re.sub("[/、（）()]", "", bare(name))


def shortened(name: str) -> str:
    """Leave out what a name says in brackets or after a stroke: 前台（两名） is 前台."""
    return re.split("[（(/、]", name)[0]


def words_of(section: str, pages: list[Page]) -> str:
    """Return the words on the pages of a section's own definitions, without its sub-sections."""
    inner = tuple(f"{other}/" for other in LINES if other.startswith(f"{section}/"))
    return "".join(
        bare(page.markdown)
        for page in pages
        if page.source and page.uri.startswith(f"{section}/") and not page.uri.startswith(inner)
    )


def titles_for(section: str, handbook: Handbook) -> set[str]:
    """Return what the definitions of a section and of those above it are called."""
    above = ("", *(section[: at.start()] for at in re.finditer("/", section)), section)
    return {
        called(name)
        for definition in handbook.definitions
        if definition.section.address in above
        for name in names_of(definition)
    }


def arrives(what: str, words: str, text: str, titles: set[str]) -> bool:
    """Say whether a fact stands in the text of its section, or among its titles."""
    if what == "figures":
        return re.search(rf"(?<![\d.]){re.escape(bare(words))}", text) is not None
    if what == "fields":
        return bare(words) in text
    return called(words) in titles or called(shortened(words)) in titles


def main(folder: str, *wanted: str) -> int:
    """Print a line a section, and what is missing below it; 1 when anything is."""
    handbook = load(PROJECT).handbook
    pages = compose_pages(handbook, PROJECT)
    total = arrived = anew = 0
    idle = dict.fromkeys(each for each in WORDED_ANEW if not wanted)
    for section, sheet in LINES.items():
        if wanted and not any(f"{section}/".startswith(f"{each}/") for each in wanted):
            continue
        text, titles = words_of(section, pages), titles_for(section, handbook)
        facts = facts_in(Path(folder) / f"{sheet}.yml")
        absent = [fact for fact in facts if not arrives(*fact, text, titles)]
        missing = [fact for fact in absent if (section, shortened(fact[1])) not in WORDED_ANEW]
        for fact in absent:
            idle.pop((section, shortened(fact[1])), None)
        total, arrived = total + len(facts), arrived + len(facts) - len(absent)
        anew += len(absent) - len(missing)
        print(f"{section:34} {len(facts) - len(absent):4} of {len(facts):4}")
        for what, name in missing:
            print(f"    {what:8} {name}")
    print(f"{'all':34} {arrived:4} of {total:4}, and {anew} in other words (lines.py)")
    for section, name in idle:
        print(f"    no longer needed in lines.py: {section} {name}")
    return 0 if arrived + anew == total and not idle else 1


def facts_in(path: Path) -> list[tuple[str, str]]:
    """Return the facts of a sheet, each once."""
    return list(dict.fromkeys(facts_of(yaml.safe_load(path.read_text(encoding="utf-8")))))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
