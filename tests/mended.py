"""Drawn handbooks from which what breaks a rule is taken out, until `check` passes them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.drawn import Files, written

from handbook.check import check
from handbook.model.handbook import Handbook
from handbook.model.load import Loaded, assemble
from handbook.problems import Place, Problem, in_order
from handbook.read import Reading, SourceFile, read_text
from handbook.read.nodes import Node, Record, Sequence, Text

DAY = datetime.date(2026, 11, 30)
MOST_ROUNDS = 25


@dataclass(frozen=True)
class Green:
    """A handbook that `check` passes: its data, its YAML by path, and what it became."""

    files: Files
    texts: dict[str, str]
    handbook: Handbook
    problems: tuple[Problem, ...]  # warnings


def mended(files: Files) -> Green | None:
    """Take out what breaks a rule, round by round; None where nothing green is left."""
    for _ in range(MOST_ROUNDS):
        texts = written(files)
        sources, loaded = loaded_from(texts)
        problems = in_order([*loaded.problems, *check(loaded.handbook, DAY)])
        errors = [each for each in problems if each.severity == "error"]
        if not errors:
            return Green(files, texts, loaded.handbook, tuple(problems))
        for source in sources:
            wrong = {each.place for each in errors if each.place.path == source.path}
            if wrong:
                kept = _without(source.root, files[source.path], wrong)
                if kept is None:
                    files = {path: data for path, data in files.items() if path != source.path}
                else:
                    files = {**files, source.path: kept}
        if "content/handbook.yml" not in files:
            return None
    return None


def loaded_from(texts: dict[str, str]) -> tuple[list[SourceFile], Loaded]:
    """Read and link files that are written in memory."""
    sources, problems = [], []
    for path, text in sorted(texts.items()):
        root, found = read_text(text, path)
        problems += found
        if root is not None:
            *folder, name = path.split("/")[1:]
            sources.append(SourceFile(path, tuple(folder), name, root))
    return sources, assemble(Reading(tuple(sources), tuple(in_order(problems))))


def _without(node: Node, data: Any, wrong: Iterable[Place]) -> Any:
    """Return data without what stands at the places; None when nothing of it is left.

    A list without entries and a mapping without keys go too.
    """
    if node.place in wrong or (isinstance(node, Text) and _holds(node, wrong)):
        return None
    if isinstance(node, Record):
        left = {
            str(key): _without(value, data[key], wrong)
            for key, value in node.items()
            if key.place not in wrong
        }
        return {key: value for key, value in left.items() if value is not None} or None
    if isinstance(node, Sequence):
        left = [_without(value, each, wrong) for value, each in zip(node, data, strict=True)]
        return [each for each in left if each is not None] or None
    return data


def _holds(text: Text, wrong: Iterable[Place]) -> bool:
    """Tell whether one of the places lies within a text; each text has a line of its own."""
    return any(each.line == text.line and each.column >= text.column for each in wrong)


def keys_written(green: Green) -> Iterator[tuple[str, str]]:
    """Yield the keys (class, key) that are written in a green handbook."""
    from handbook.model.part import Part

    def within(value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, Part):
            kind = type(value)
            for name, info in kind.model_fields.items():
                key = str(info.alias or name)
                if key in value._written:
                    yield kind.__name__, key
                yield from within(getattr(value, name))
        elif isinstance(value, tuple):
            for each in value:
                yield from within(each)
        elif isinstance(value, dict):
            for each in value.values():
                yield from within(each)

    handbook = green.handbook
    sheets = (each.sheet for each in handbook.sections)
    kept = (part for each in handbook.kept for part in each.parts)
    for part in (handbook.settings, *sheets, *kept, *handbook.definitions):
        yield from within(part)
