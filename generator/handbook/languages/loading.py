"""Read the record of a language from its folder, complete or refused by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from handbook.languages.record import Language
from handbook.packages import IncompleteKind

FILE = "language.toml"
T = TypeVar("T")


class IncompleteLanguage(IncompleteKind):
    """A language whose record is not complete, or says what cannot be."""


def language_in(folder: Path, tag: str) -> Language:
    """Read the language of a folder; raise IncompleteLanguage."""
    try:
        told = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise IncompleteLanguage(f"The language {tag} lacks {FILE}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IncompleteLanguage(f"The language {tag}, {FILE}: {error}") from None
    return _Reader(tag).made(Language, told, {"tag": tag, "folder": folder})


class _Reader:
    def __init__(self, tag: str) -> None:
        self.tag = tag

    def made(
        self, record: type[T], told: Mapping[str, Any], known: Mapping[str, Any], table: str = ""
    ) -> T:
        """Return a record of a table, in which each key stands once and no other."""
        assert is_dataclass(record)
        hints = get_type_hints(record)
        asked = {each.name.replace("_", "-"): each.name for each in fields(record)}
        asked = {key: name for key, name in asked.items() if name not in known}
        where = f" [{table}]" if table else ""
        if missing := [key for key in asked if key not in told]:
            raise IncompleteLanguage(
                f"The language {self.tag} lacks{where} {', '.join(missing)} in {FILE}"
            )
        if other := [key for key in told if key not in asked]:
            raise IncompleteLanguage(
                f"The language {self.tag} says{where} {', '.join(other)} in {FILE}, "
                "which nothing asks for"
            )
        values = {
            name: self.value(told[key], hints[name], f"{table}.{key}" if table else key)
            for key, name in asked.items()
        }
        return record(**known, **values)

    def value(self, told: object, wanted: Any, key: str) -> Any:
        """Return a value of the wanted type."""
        if get_origin(wanted) in (Union, UnionType):  # a table, or a word in its place
            wanted = get_args(wanted)[not isinstance(told, dict)]
        if is_dataclass(wanted) and isinstance(wanted, type):
            if isinstance(told, dict):
                return self.made(wanted, told, {}, key)
        elif get_origin(wanted) is tuple:
            kinds = get_args(wanted)
            if isinstance(told, list) and (kinds[-1] is ... or len(told) == len(kinds)):
                return tuple(self.value(each, kinds[0], key) for each in told)
        elif get_origin(wanted) is dict:
            if isinstance(told, dict):
                of = get_args(wanted)[1]
                return {name: self.value(each, of, f"{key}.{name}") for name, each in told.items()}
        elif get_origin(wanted) is Literal:
            if told in get_args(wanted):
                return told
            wanted = " or ".join(map(str, get_args(wanted)))
        elif type(told) is wanted:
            return told
        name = getattr(wanted, "__name__", str(wanted))
        raise IncompleteLanguage(
            f"The language {self.tag}: {key} in {FILE} is {told!r}, where {name} is asked"
        )
