"""Where things are: the addresses of pages and sheets, relative to the root of the site."""

from __future__ import annotations

from urllib.parse import quote

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section

HOME = "index"
PRINT_CENTRE = "print/index"
TAGS = "tags/index"
RULES = "rules"
KEYS = "keys"
# The folder of pages that say what follows from definitions, and the kind of their sheets in
# print/index.json.
OVERVIEW = "overview"
OVERVIEW_ID = "section"  # stands for a definition in the names of sheets about a whole section


def prints_of(section: Section) -> str:
    """Return the page of a section's sheets, where the print centre alone would be too long."""
    return "/".join(("print", *section.path, "index")) if section.path else "print/index-shared"


def page_of(definition: Definition) -> str:
    """Return a definition's page without its ending: auto/procedures/complaint."""
    return "/".join((*definition.section.path, definition.folder, definition.id))


def section_page(section: Section) -> str:
    """Return a section's own page; the organisation's is the home page."""
    return "/".join((*section.path, "index"))


def kind_page(section: Section, folder: str) -> str:
    """Return the index of one kind in a section."""
    return "/".join((*section.path, folder, "index"))


def all_of_kind(folder: str) -> str:
    """Return the index of one kind over all sections."""
    return f"all/{folder}"


def overall(handbook: Handbook, folder: str) -> str:
    """Return the index of a kind over everything: without sections, that of the organisation."""
    organisation = handbook.organisation
    if handbook.subsections(organisation):
        return all_of_kind(folder)
    return kind_page(organisation, folder)


def tag_anchor(tag: str) -> str:
    """Return the anchor of a tag on the page of tags; blanks have no place in an id."""
    return "tag-" + "-".join(tag.split())


def tag_href(page: str, tag: str) -> str:
    """Return the link to a tag on the page of tags."""
    return f"{page}#{quote(tag_anchor(tag))}"


def calendar_of(role: Definition) -> str:
    """Return a role's calendar file: auto/roles/visit-officer.ics."""
    return f"{page_of(role)}.ics"


def sheet_of(definition: Definition, sheet: str) -> str:
    """Return a sheet's file: print/auto/complaint.checklist.pdf."""
    return "/".join(("print", *definition.section.path, f"{definition.id}.{sheet}.pdf"))


def overview_page(name: str, section: Section | None = None, page: int = 1) -> str:
    """Return the page of an overview over all, or of a section, without its ending."""
    number = "" if page == 1 else f"-{page}"
    if section is None:
        return f"{OVERVIEW}/{name}"
    if section.parent is None:  # the organisation's own, where those of sections stand apart
        return f"{OVERVIEW}/shared/{name}{number}"
    return "/".join((*section.path, OVERVIEW, name + number))


def overview_sheet(section: Section, sheet: str) -> str:
    """Return the file of what follows from a section: print/auto/section.limits.pdf."""
    return "/".join(("print", *section.path, f"{OVERVIEW_ID}.{sheet}.pdf"))


def book_of(section: Section) -> str:
    """Return the file of a section's book, or of the whole handbook: print/auto/handbook.pdf."""
    return "/".join(("print", *section.path, "handbook.pdf"))


def relative(target: str, base: str) -> str:
    """Return the way from the page `base` to `target` (both with their endings)."""
    here, there = base.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join((*[".."] * (len(here) - shared), *there[shared:]))
