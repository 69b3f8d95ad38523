"""A handbook as it stands, from which changes of it are planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.nearest import nearest
from handbook.model.section import Section
from handbook.problems import READING, Problem, names_of
from handbook.read import Tree
from handbook.revise.changes import CannotRevise

Judge = Callable[[Tree], tuple[Handbook, tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A handbook, the tree it was read from, what is wrong with it, and how another is judged."""

    tree: Tree
    handbook: Handbook
    problems: tuple[Problem, ...]
    judge: Judge

    @classmethod
    def of(cls, tree: Tree, judge: Judge) -> Standing:
        """Open the handbook of a tree."""
        handbook, problems = judge(tree)
        return cls(tree, handbook, problems, judge)

    def require_readable(self) -> None:
        """Raise CannotRevise where something could not be read.

        What it names could not be followed.
        """
        book = self.handbook
        whole = (
            book.nothing_lost and not book.unreadable and not book.damaged
            and book.settings_are_whole
            and all(each.sheet_is_whole for each in book.sections)
            and all(each.is_whole for each in book.kept)
            and not any(page.is_damaged for page in book.written)
        )  # fmt: skip
        errors = [each for each in self.problems if each.severity == "error"]
        unread = [each for each in errors if each.rule in READING]
        if whole and not unread:
            return
        raise CannotRevise("unreadable", problems=unread or errors)

    def definition(self, id: str) -> Definition:
        """Return what an id or address names. Raises CannotRevise."""
        found = list(self._named(id))
        if len(found) > 1:
            names = names_of(typed_address(each) for each in found)
            raise CannotRevise("ambiguous", id=id, addresses=names, is_usage=True)
        if found:
            return found[0]
        known = {name for each in self.handbook.definitions for name in (each.id, each.address)}
        near = nearest(id, sorted(map(str, known)))
        key = "unknown-nearest" if near else "unknown"
        raise CannotRevise(key, id=id, nearest=near, is_usage=True)

    def section(self, address: str) -> Section:
        """Return the section at an address; / is the organisation. Raises CannotRevise."""
        found = self.section_at(address)
        if found is not None:
            return found
        known = [each.address for each in self.handbook.sections if each.path]
        near = nearest(address, known)
        key = "no-section-nearest" if near else "no-section"
        raise CannotRevise(
            key, section=address, nearest=near, sections=names_of(["/", *known]), is_usage=True
        )

    def section_at(self, address: str) -> Section | None:
        """Return the section at an address, if there is one."""
        wanted = address.strip("/")
        return next((each for each in self.handbook.sections if each.address == wanted), None)

    def is_definition(self, id: str) -> bool:
        """Tell whether an id or address names a definition."""
        return any(True for _ in self._named(id))

    def _named(self, id: str) -> Iterator[Definition]:
        exact = "/" in id
        for each in self.handbook.definitions:
            if each.address == id.strip("/") if exact else each.id == id:
                yield each


def typed_address(definition: Definition) -> str:
    """Return the address as it is typed: /id at the top, where an id alone would be searched."""
    return definition.address if definition.section.path else f"/{definition.id}"


def folder_of(section: Section) -> str:
    """Return the folder of a section, which folders that only tidy up may lie around."""
    if section.sheet is not None:
        return section.sheet.place.path.rpartition("/")[0]
    return "/".join(("content", *section.path))
