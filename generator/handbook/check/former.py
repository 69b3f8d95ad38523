"""References that came to mean something else since the site was built last.

A bare id is looked up outwards from the section of whoever mentions it. When what it meant is
deleted, and the organisation has something of the same id, the mention leads there without a word.
What there was is known from the handbook.json of the site that stands in the project.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.model.handbook import Handbook, Link
from handbook.problems import Problem, problem

BUILT = "site/handbook.json"
# Each definition has a line of its own, see model/export.py.
_LINE = re.compile(r'^\{"kind": "[a-z]+", "id": ', re.M)
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


def _nearer(link: Link) -> Iterator[str]:
    """Yield the addresses that were looked at before the target was found, nearest first."""
    scope, outer = link.source.section.path, link.target.section.path
    if scope[: len(outer)] == outer:
        for depth in range(len(scope), len(outer), -1):
            yield "/".join((*scope[:depth], str(link.target.id)))
