"""Make the sections out of the folders that have a section.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handbook.model.file_names import INDEX, unfit_names
from handbook.model.kinds import KINDS
from handbook.model.section import Section, SectionSheet
from handbook.model.settings import Settings
from handbook.model.validate import Context, validate
from handbook.model.values import ID
from handbook.problems import Place, Problem, problem
from handbook.read import Reading, SourceFile

Folder = tuple[str, ...]
Sections = dict[Folder, Section]

# Folders of the built site that a section of the same name would write into.
RESERVED = frozenset(
    {"all", "assets", INDEX, "javascripts", "overview", "print", "search", "stylesheets", "tags"}
)
FOLDERS_OF_KINDS = frozenset(kind.folder for kind in KINDS.values())


def sections_of(
    files: Iterable[SourceFile], settings: Settings, reading: Reading, problems: list[Problem]
) -> Sections:
    """Return the sections by folder; folders without a section.yml only tidy up."""
    sheets = {file.folder: file for file in files}
    organisation = Section((), str(settings.organisation), None, None)
    sections: Sections = {(): _with_sheet(organisation, sheets.pop((), None), reading, problems)}
    for folder in sorted(sheets):
        parent, name = section_of(folder, sections), folder[-1]
        bare = Section((*parent.path, name), name, parent, None)
        place = Place(sheets[folder].path)
        problems += faults_of_section_name(name, bare.address, place)
        if any(other.path == bare.path for other in sections.values()):
            problems.append(problem("duplicate-section", place, "rename", name=bare.address))
        section = _with_sheet(bare, sheets[folder], reading, problems)
        sections[folder] = replace(
            section, title=str(section.sheet.title if section.sheet else name)
        )
    return sections


def section_of(folder: Folder, sections: Mapping[Folder, Section]) -> Section:
    """Return the section that a folder belongs to: the nearest around it that is one."""
    depth = next(depth for depth in range(len(folder), -1, -1) if folder[:depth] in sections)
    return sections[folder[:depth]]


def faults_of_section_name(name: str, address: str, place: Place) -> Iterator[Problem]:
    """Yield why no section can have this name; its folder becomes part of addresses."""
    if name != INDEX:
        yield from unfit_names(name, address, place)
    if not ID.fullmatch(name):
        yield problem("bad-section-name", place, "example", name=name)
    if name in RESERVED or name in FOLDERS_OF_KINDS:
        yield problem("reserved-section-name", place, "rename", name=name)


def order_of(section: Section) -> list[tuple[float, str]]:
    """Return the sort key of sections: outer ones first, then as section.yml orders them."""
    return [each.rank for each in reversed(section.lineage)][1:]


def _with_sheet(
    section: Section, file: SourceFile | None, reading: Reading, problems: list[Problem]
) -> Section:
    if file is None:
        return section
    sheet, found = validate(SectionSheet, file.root, Context(section))
    problems += found
    misread = any(each.place.path == file.path for each in reading.faults)
    return replace(section, sheet=sheet, sheet_is_whole=not found and not misread)
