"""The files under content/ that hold no definitions: what each is called, where, and what it says.

This table alone knows them: loading, schemas, the settings of editors and the page of keys ask it.
A further one is a row here and the words of its part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from handbook.model.holidays import Holidays
from handbook.model.known_findings import KnownFinding, known_finding
from handbook.model.nearest import is_one_slip_off
from handbook.model.part import Part
from handbook.model.section import SectionSheet
from handbook.model.settings import Settings
from handbook.model.validate import Context, keys_of, validate
from handbook.problems import Place, Problem, problem
from handbook.read import SourceFile
from handbook.read.entries import CONTENT
from handbook.read.nodes import Node, Record, Sequence

Folder = tuple[str, ...]
Make = Callable[[Node, Context], tuple[Part | None, list[Problem]]]


@dataclass(frozen=True)
class SpecialFile:
    """A kind of file that holds no definitions.

    `name` is its name below content/, or below the folder of any section where `in_sections`; an
    asterisk stands for any name of a file. It says one `part`, or a list of them. `make` makes a
    part of what is written, where more than its fields is to be judged.
    """

    name: str
    part: type[Part]
    schema: str
    in_sections: bool = False
    is_list: bool = False
    make: Make | None = None
    must_be_there: bool = False  # an empty one is filled in, not deleted
    for_editors: bool = False  # no reader is shown anything of it

    @property
    def pattern(self) -> str:
        """Where it may stand, as a pattern of paths."""
        return "/".join((CONTENT, *(["**"] if self.in_sections else []), self.name))

    @property
    def path(self) -> str:
        """Its path in the organisation's own folder."""
        return f"{CONTENT}/{self.name}"

    def is_at(self, path: str) -> bool:
        """Tell whether it is this that stands at a path, relative to the project."""
        return _matches(self).fullmatch(path) is not None

    def made(self, node: Node, context: Context) -> tuple[Part | None, list[Problem]]:
        """Make a part of what is written, keeping as much as can be understood."""
        return self.make(node, context) if self.make else validate(self.part, node, context)


SETTINGS = SpecialFile("handbook.yml", Settings, "handbook.schema.json", must_be_there=True)
SECTION = SpecialFile(
    "section.yml", SectionSheet, "section.schema.json", in_sections=True, must_be_there=True
)
KNOWN = SpecialFile(
    "known-findings.yml", KnownFinding, "known-findings.schema.json",
    is_list=True, make=known_finding, for_editors=True,
)  # fmt: skip
HOLIDAYS = SpecialFile("holidays.yml", Holidays, "holidays.schema.json", in_sections=True)
SPECIAL = (SECTION, SETTINGS, KNOWN, HOLIDAYS)


def special_file(path: str) -> SpecialFile | None:
    """Return what stands at a path; None for a file of definitions."""
    return next((each for each in SPECIAL if each.is_at(path)), None)


@cache
def _matches(special: SpecialFile) -> re.Pattern[str]:
    around = r"(?:[^/]+/)*" if special.in_sections else ""
    name = r"[^/]+".join(re.escape(each) for each in special.name.split("*"))
    return re.compile(f"{CONTENT}/{around}{name}")


@dataclass(frozen=True)
class SortedFiles:
    """The files that were read: those of definitions, and the special ones of each sort."""

    of_definitions: tuple[SourceFile, ...]
    problems: tuple[Problem, ...] = ()
    _special: dict[str, dict[str, SourceFile]] = field(default_factory=dict)

    def of(self, special: SpecialFile) -> tuple[SourceFile, ...]:
        """Return the files of a sort, sorted by path."""
        return tuple(self._special.get(special.name, {}).values())


def sorted_out(files: Iterable[SourceFile]) -> SortedFiles:
    """Tell the special files from those of definitions.

    One whose name is misspelt is told, and taken as meant where no other is there.
    """
    definitions: list[SourceFile] = []
    found: dict[str, dict[str, SourceFile]] = defaultdict(dict)
    lost: list[SourceFile] = []
    for file in files:
        special = special_file(file.path)
        if special is not None:
            found[special.name][file.path] = file
        else:
            (lost if _defines_nothing(file.root) else definitions).append(file)
    problems: list[Problem] = []
    for file in lost:
        special = _meant(file)
        if special is None:
            definitions.append(file)
            continue
        here = "/".join((CONTENT, *file.folder, special.name))
        may_stand_here = special.is_at(here)
        meant = here if may_stand_here else special.path
        hint = "nearest" if may_stand_here else "place"
        details = {"name": file.name, "nearest": meant}
        problems.append(problem("unread-file", Place(file.path), hint, **details))
        if may_stand_here:
            found[special.name].setdefault(meant, replace(file, name=special.name))
    by_path = sorted(definitions, key=lambda file: file.path)
    special_ones = {name: dict(sorted(each.items())) for name, each in found.items()}
    return SortedFiles(tuple(by_path), tuple(problems), special_ones)


def _defines_nothing(root: Node) -> bool:
    """Tell whether nothing in a file says what it defines."""
    nodes = root if isinstance(root, Sequence) else [root]
    return all(isinstance(node, Record) and not {"kind", "id"} & node.keys() for node in nodes)


def _meant(file: SourceFile) -> SpecialFile | None:
    """Return the special file that is meant by a name that is not quite its own, or out of place.

    What it says must look like it: a definition without kind and id is told as that.
    """
    nodes = file.root if isinstance(file.root, Sequence) else [file.root]
    keys = {str(key) for node in nodes if isinstance(node, Record) for key in node}
    for special in SPECIAL:
        if "*" in special.name:
            continue  # any name will do in its folder
        fits = special.is_list or not isinstance(file.root, Sequence)
        if fits and keys & set(keys_of(special.part)) and _is_almost(file.name, special.name):
            return special
    return None


def _is_almost(name: str, known: str) -> bool:
    """Tell whether a name is a slip away from another, its ending and small signs left aside."""
    written, meant = (re.sub(r"\.ya?ml$|[^a-z]", "", each.lower()) for each in (name, known))
    return written == meant or is_one_slip_off(written, meant)
