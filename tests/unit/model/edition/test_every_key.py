"""Whatever readers are shown counts for the edition, key by key, and nothing else does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import reduce
from typing import Any

import pytest
from tests.planted.outlets import garden
from tests.planted.plant import as_yaml
from tests.unit.model.edition.golden import definitions, handbook_of
from tests.written import handbook_of as written_handbook

from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS, ControlledDocument, Definition
from handbook.model.part import Part

# Decided once: what is only for editors and programs, for finding, or for the control of documents.
LEFT_OUT = {
    "audience", "tags", "asks", "aliases", "source", "note", "version", "effective", "reviewed",
    "review_every", "owner", "approved_by", "was", "changes",
}  # fmt: skip
NAMED = {"kind", "id"}  # see test_who_changes.py
OF_PICTURES = {"pictures", "file", "width"}  # no words: see compose/test_shown_pictures.py
ONLY = {"score", "table"}  # types of fields: what stands beside them fits no other
OTHERS = {
    "yes": "no", "draft": "active", "public": "staff", "do-confirm": "read-do", "周": "月",
    "role-typist": "role-writer", "日": "月", "定期": "不定期", "choice": "choices",
    "phone": "chat", "counter": "visit", "at-most": "exactly", "永久": "3年",
    "role-head": "role-desk", "role-desk": "role-head", "unit-team": "unit-whole",
    "unit-whole": "unit-team", "proc-refund": "proc-complaint", "proc-complaint": "proc-refund",
    "script-sorry": "script-bye", "form-complaint": "form-slip", "policy-rules": "doc-lease",
    "doc-lease": "policy-rules", "step-record": "step-ask", "step-close": "step-ask",
    "end": "step-record", "line-refund": "end", "[[std-reply]]": "1小时", "std-reply": "快",
}  # fmt: skip


def parts_of(annotation: Any) -> Iterator[type[Part]]:
    """Yield the parts a field may hold, and those within them."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
        for field in annotation.model_fields.values():
            yield from parts_of(field.annotation)
    for inner in getattr(annotation, "__args__", ()):
        yield from parts_of(inner)


def key_of(part: type[Part], name: str) -> tuple[str, str]:
    """Return a key, of the head where it belongs to all kinds or to all controlled documents."""
    head = (each for each in (Definition, ControlledDocument) if issubclass(part, each))
    owner = next((each for each in head if name in each.model_fields), part)
    return owner.__name__, str(part.model_fields[name].alias or name)


def keys_of(part: type[Part]) -> set[tuple[str, str]]:
    return {key_of(part, name) for name in part.model_fields}


def written_in(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Part):
        names = {str(f.alias or name): name for name, f in type(value).model_fields.items()}
        yield from (key_of(type(value), names[key]) for key in value._written)
        value = tuple(value.__dict__.values())
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, Part | tuple | dict):
            yield from written_in(each)


def leaves(node: Any, path: tuple = ()) -> Iterator[tuple]:
    """Yield the way to each text of a definition."""
    if isinstance(node, str):
        yield path
        return
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
        yield from leaves(inner, (*path, key))


def at(node: Any, path: tuple) -> Any:
    return reduce(lambda inner, key: inner[key], path, node)


def other(text: str) -> str:
    """Return something else that may stand where a text stands."""
    if text in OTHERS:
        return OTHERS[text]
    if re.fullmatch(r"\d{1,2}:\d\d", text):
        return "15:15"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text[:-2] + ("16" if text[-2:] != "16" else "17")  # what begins still ends later
    number = re.fullmatch(r"(\d+)(天|小时|年|秒)?", text)
    return f"{int(number[1]) + 1}{number[2] or ''}" if number else f"改{text}"


def changed(number: int, path: tuple) -> str:
    """Return the handbook with one text of one definition changed."""
    every = definitions()
    at(every[number], path[:-1])[path[-1]] = other(at(every[number], path))
    return json.dumps(every, ensure_ascii=False)


def lacking() -> set[tuple[str, str]]:
    """Return the keys younger than the golden handbook, whose values stay as they are."""
    every = set().union(*(keys_of(part) for kind in KINDS.values() for part in parts_of(kind)))
    return every - {each for d in handbook_of().definitions for each in written_in(d)}


def planted_handbook(old: str = "", new: str = "") -> Handbook:
    """Return a handbook with a word at every key, one of them as another word."""
    doer, *others = garden().definitions
    rest = as_yaml(others).replace(old, new) if old else as_yaml(others)
    return written_handbook(as_yaml([doer]), shop__section="title: 店\n", shop__all=rest)


def test_each_key_stands_in_the_golden_handbook_or_has_a_word_planted() -> None:
    planted = {each.key.rpartition(".")[2] for each in garden().planted}
    assert {key for _, key in lacking() if key not in planted} == OF_PICTURES


def test_what_the_golden_handbook_lacks_counts_too_where_it_is_shown() -> None:
    young, before, wrong = {key for _, key in lacking()}, planted_handbook(), []
    for each in garden().planted:
        key = each.key.rpartition(".")[2]
        if key in young:
            holder = next(d["id"] for d in garden().definitions if each.word in as_yaml([d]))
            after = planted_handbook(each.word, "其他")
            address = f"shop/{holder}"
            is_new = after.edition(after[address]) != before.edition(before[address])
            if is_new == any(step in LEFT_OUT for step in each.key.split(".")):
                wrong.append(each.key)
    assert wrong == []


@pytest.mark.parametrize("number", range(len(definitions())))
def test_what_is_shown_counts_and_nothing_else(number: int) -> None:
    written = definitions()[number]
    address, before = written["id"], handbook_of()
    edition, wrong = before.edition(before[address]), []
    for path in leaves(written):
        key = next(step for step in reversed(path) if isinstance(step, str))
        if key in NAMED or at(written, path) in ONLY:
            continue
        after = handbook_of(changed(number, path))
        is_new = after.edition(after[address]) != edition
        if is_new == any(step in LEFT_OUT for step in path):
            wrong.append(path)
    assert wrong == []
