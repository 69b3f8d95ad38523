"""References that came to mean something else since the site was built last, and old titles.

A bare id is looked up outwards from the section of whoever mentions it. When what it meant is
deleted, and the organisation has something of the same id, the mention leads there without a word.
What there was is known from the handbook.json of the site that stands in the project.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.model.handbook import Handbook, Link
from handbook.model.index import names_of
from handbook.model.kinds import Definition
from handbook.model.walk import NOT_PROSE, leaves
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

BUILT = "site/handbook.json"
# Each definition has a line of its own, see model/export.py.
_LINE = re.compile(r'^\{"kind": "[a-z]+", "id": ', re.M)
TELLING = 4  # characters; a shorter title may be any words where it has no marks
_DECODER = json.JSONDecoder()


def titles_built(project: Path) -> dict[str, str]:
    """Return the titles of what stands in the built site, by address; nothing where none is."""
    try:
        text = (project / BUILT).read_text(encoding="utf-8")
        found = (_DECODER.raw_decode(text, line.start())[0] for line in _LINE.finditer(text))
        return {str(each["address"]): str(each["title"]) for each in found}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def fallen_through(handbook: Handbook, former: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the references that meant what is gone, and now mean a namesake further out."""
    there = {definition.address for definition in handbook.definitions} | handbook.unreadable
    gone = former.keys() - there
    if not gone:
        return
    for link in handbook.links:
        meant = next((address for address in _nearer(link) if address in gone), None)
        if meant is not None and former[meant] != str(link.target.title):
            yield problem(
                "fallen-through", link.place, "say",
                id=link.target.id, meant=former[meant], address=meant,
                title=link.target.title, where=link.target.place,
            )  # fmt: skip


def former_titles(handbook: Handbook, former: Mapping[str, str]) -> Iterator[Problem]:
    """Yield where texts use titles that definitions had, in 《》 or without those marks."""
    renamed = dict(_renamed(handbook, former))
    if not renamed:
        return
    old = re.compile("|".join(map(re.escape, sorted(renamed, key=len, reverse=True))))
    for definition in handbook.definitions:
        scope = definition.section.path
        for leaf in leaves(definition):
            is_title = leaf.field == "title" and len(leaf.parts) == 1
            if not isinstance(leaf.value, Text) or leaf.field in NOT_PROSE or is_title:
                continue
            for found in old.finditer(leaf.value):
                target = renamed[found[0]]
                path = target.section.path
                is_marked = leaf.value[: found.start()].endswith("《")
                if path == scope[: len(path)] and (is_marked or len(found[0]) >= TELLING):
                    yield problem(
                        "former-title", leaf.value.offset_place(found.start()), "write",
                        title=found[0], now=target.title, id=target.id, where=target.place,
                    )  # fmt: skip


def _renamed(handbook: Handbook, former: Mapping[str, str]) -> Iterator[tuple[str, Definition]]:
    """Yield the titles that nothing bears any more, and what bore each; of two, neither."""
    known = {name for each in handbook.definitions for name in names_of(each)}
    often = Counter(former.values())
    for each in handbook.definitions:
        title = former.get(each.address)
        if title and title not in known and often[title] == 1:
            yield title, each


def _nearer(link: Link) -> Iterator[str]:
    """Yield the addresses that were looked at before the target was found, nearest first."""
    scope, outer = link.source.section.path, link.target.section.path
    if scope[: len(outer)] == outer:
        for depth in range(len(scope), len(outer), -1):
            yield "/".join((*scope[:depth], str(link.target.id)))
