"""Whatever is renamed or moved: the handbook says the same, and says it after the way back too."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from drawn_revisions import (
    EXAMPLES,
    PROJECT,
    a_definition,
    changed,
    name_of,
    opened_once,
    problems_of,
    said,
    texts_of,
)

from handbook.problems import RULES
from handbook.revise import CannotRevise, Standing
from handbook.revise.delete import delete
from handbook.revise.move import move
from handbook.revise.rename import rename
from handbook.revise.retire import retire

NEW = "zz-new-name"  # nothing is called so
FEW = [
    *((EXAMPLES / "every-field", seed) for seed in range(3)),
    *((EXAMPLES / "every-field-in-english", seed) for seed in range(2)),
    (EXAMPLES / "no-false-alarms", 0),
]
MANY = [
    *((EXAMPLES / name, seed) for name in ("every-field", "no-false-alarms")
      for seed in range(3, 40)),
    *((PROJECT, seed) for seed in range(8)),
]  # fmt: skip
TOLD = {"narrower-target", "bare-narrower-name", "look-alike-id", "conflicting-limits"}
# Why a change drawn at random may be refused.
RIGHTLY = {"same-section", "taken", "taken-before", "brings-errors", "section-taken", "same-name",
           "into-itself", "bad-section-name", "used", "retired-already", "own-successor",
           "successor-not-live", "unfit-successor"}  # fmt: skip


def _judge(before: Standing, after: Standing, addresses: dict[str, str]) -> None:
    assert said(before.handbook, lambda each: addresses.get(each, each)) == said(after.handbook)
    brought = problems_of(after) - problems_of(before)
    assert all(RULES[rule] == "warning" and rule in TOLD for rule in brought)


def _renamed_there_and_back(standing: Standing, random: Random) -> None:
    definition = a_definition(standing, random)
    old, new = definition.address, "/".join((*definition.section.path, NEW))
    changes = rename(standing, name_of(definition), NEW)
    for before, now in texts_of(standing, changes):
        old_id = str(definition.id)
        assert _evened(now.replace(NEW, old_id), old_id) == _evened(before, old_id)
    there = changed(standing, changes)
    _judge(standing, there, {old: new})
    assert old in there.handbook[new].former_addresses
    back = changed(there, rename(there, name_of(there.handbook[new]), str(definition.id)))
    _judge(standing, back, {})


def _evened(text: str, id: str) -> str:
    """Return a text without former addresses, and what parts it into lines and items.

    The sign before an id of the organisation goes where no other is nearer any more.
    """
    text = re.sub(r"was: \[[^\]]*\]", "", text).replace(f"/{id}", id)
    return re.sub(r"[\s,]", "", text)


def _moved_there_and_back(standing: Standing, random: Random) -> None:
    definition = a_definition(standing, random)
    section = random.choice(standing.handbook.sections)
    old, new = definition.address, "/".join((*section.path, str(definition.id)))
    there = changed(standing, move(standing, name_of(definition), section.address or "/"))
    _judge(standing, there, {old: new})
    way_back = definition.section.address or "/"
    back = changed(there, move(there, name_of(there.handbook[new]), way_back))
    _judge(standing, back, {})


def _section_moved(standing: Standing, random: Random) -> None:
    sections = [each for each in standing.handbook.sections if each.path]
    if not sections:
        return
    section, to = random.choice(sections), random.choice(standing.handbook.sections)
    there = changed(standing, move(standing, f"{section.address}/", to.address or "/"))
    cut = len(section.path) - 1
    addresses = {
        each.address: "/".join((*to.path, *each.section.path[cut:], str(each.id)))
        for each in standing.handbook.definitions
        if each.section.path[: cut + 1] == section.path
    }
    _judge(standing, there, addresses)


def _retired(standing: Standing, random: Random) -> None:
    definition = a_definition(standing, random)
    alike = [each for each in standing.handbook.definitions if each.kind == definition.kind]
    other = random.choice(alike)
    now = changed(standing, retire(standing, name_of(definition), name_of(other)))
    retired = now.handbook[definition.address]
    assert retired.is_retired
    assert now.handbook.successor(retired) is now.handbook[other.address]
    _judge_warnings(standing, now)


def _deleted(standing: Standing, random: Random) -> None:
    definition = a_definition(standing, random)
    now = changed(standing, delete(standing, name_of(definition)))
    addresses = [each.address for each in standing.handbook.definitions]
    assert [each.address for each in now.handbook.definitions] == [
        each for each in addresses if each != definition.address
    ]
    _judge_warnings(standing, now)


def _judge_warnings(before: Standing, after: Standing) -> None:
    brought = problems_of(after) - problems_of(before)
    assert all(RULES[rule] == "warning" for rule in brought)


CHANGES = (_renamed_there_and_back, _moved_there_and_back, _section_moved, _retired, _deleted)


def _drawn(project: Path, seed: int) -> None:
    standing, random = opened_once(project), Random(seed)
    for change in CHANGES:
        try:
            change(standing, random)
        except CannotRevise as refused:
            if refused.key not in RIGHTLY:
                raise


@pytest.mark.parametrize(("project", "seed"), FEW, ids=lambda each: getattr(each, "name", each))
def test_what_is_renamed_or_moved_says_the_same(project: Path, seed: int) -> None:
    _drawn(project, seed)


@pytest.mark.long
@pytest.mark.parametrize(("project", "seed"), MANY, ids=lambda each: getattr(each, "name", each))
def test_what_is_changed_anywhere_says_the_same(project: Path, seed: int) -> None:
    _drawn(project, seed)
