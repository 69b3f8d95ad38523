"""Kinds and languages that Python packages bring: what each must hold, and where it lies.

A package names itself under the entry point `handbook.kinds`:

    [project.entry-points."handbook.kinds"]
    equipment = "our_kinds.equipment"

The module `our_kinds.equipment` is a folder with

    model.py         the class of the kind, as in handbook/model/kinds/
    compose.py       SHOWN, how it is shown, as in handbook/compose/kinds/
    words/*.toml     its words in each language of the program, a table a topic: [labels], [fields…]
    templates/       site/<kind>.md, print/<sheet>.html

Under `handbook.languages` it names a language by its tag, `fr = "our_languages.fr"`: a folder as
those in handbook/languages/.

Here all of it is only found; nothing runs before the stage to which it belongs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

GROUP = "handbook.kinds"
LANGUAGES = "handbook.languages"
ASKED = ("model.py", "compose.py", "words", "templates")


class IncompleteKind(TypeError):
    """A kind, or another thing of a package, that is not complete or says what cannot be."""


@dataclass(frozen=True, slots=True)
class KindPackage:
    """A kind that a package brings: its word, its module and its folder."""

    kind: str
    module: str
    folder: Path


@cache
def kind_packages() -> tuple[KindPackage, ...]:
    """Return the kinds that installed packages bring, by name; raise IncompleteKind."""
    found = sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value))
    return tuple(_package(each.name, each.value) for each in dict.fromkeys(found))


def language_packages() -> dict[str, Path]:
    """Return the folders of the languages that installed packages bring, by tag."""
    found = sorted({(each.name, each.value) for each in entry_points(group=LANGUAGES)})
    return {tag: _folder_of(module, f"language {tag}", LANGUAGES) for tag, module in found}


def _folder_of(module: str, what: str, group: str) -> Path:
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise IncompleteKind(f"The {what} of the entry point {group}: no folder {module}")
    return Path(next(iter(spec.submodule_search_locations)))


def _package(kind: str, module: str) -> KindPackage:
    folder = _folder_of(module, f"kind {kind}", GROUP)
    missing = [name for name in ASKED if not (folder / name).exists()]
    if missing:
        raise IncompleteKind(f"The kind {kind} in {module} lacks {', '.join(missing)}")
    return KindPackage(kind, module, folder)


def insist_on_words(languages: Iterable[str]) -> None:
    """Raise IncompleteKind where a package has no words in one of the program's languages."""
    for package in kind_packages():
        for language in languages:
            name = f"words/{language}.toml"
            if not (package.folder / name).is_file():
                raise IncompleteKind(f"The kind {package.kind} in {package.module} lacks {name}")


def words_of_packages(language: str, topic: str) -> dict[str, Any]:
    """Return what packages say in a language under one topic."""
    found: dict[str, Any] = {}
    for package in kind_packages():
        path = package.folder / "words" / f"{language}.toml"
        found |= tomllib.loads(path.read_text(encoding="utf-8")).get(topic, {})
    return found
