"""Pages of tables: over all and per section, parted where they grow too large to be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.medium import Screen
from handbook.compose.page import Attachment, Page
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.derived.calendars import role_calendars
from handbook.compose.pages.derived.subjects import Subject, address_of
from handbook.compose.pages.derived.ways import ways_of
from handbook.compose.spreadsheets import as_csv, as_xlsx
from handbook.compose.views.sifting import role_choices, size_choices
from handbook.compose.views.table import Table, bare
from handbook.model.section import Section

MOST_OVER_ALL = 250_000  # bytes of cells; more, and the sections' own pages are quicker to use
MOST_ON_A_PAGE = 500_000
HEAD = {"search": {"exclude": True}}  # what these pages tell, the pages of definitions tell too


@dataclass(frozen=True)
class Part:
    """A section with its table."""

    section: Section
    title: str
    anchor: str
    table: Table


def table_pages(subject: Subject, composer: Composer) -> Iterator[Page]:
    """Yield the pages of a subject: over all, then per section where there are several."""
    handbook = composer.handbook
    sections = [
        section for section in (*handbook.sections[1:], handbook.organisation)
        if subject.has_any(handbook, handbook.in_section(section))
    ]  # fmt: skip
    if not sections:
        return
    screen = composer.screen(address_of(subject.name))
    parts = [_part(subject, section, composer, screen) for section in sections]
    weight = sum(part.table.weight(group) for part in parts for group in part.table.groups)
    is_apart = weight > MOST_OVER_ALL
    has_sections = len(handbook.sections) > 1
    yield _page(
        subject,
        composer,
        screen,
        parts=() if is_apart else parts,
        index=[_line(subject, part, composer, screen) for part in parts] if is_apart else (),
        head=HEAD | {"hide": ["toc"]},
        attachments=_files(subject, parts, screen, composer, with_section=has_sections),
        files_of=screen.base,
    )
    for section in sections:
        if section.parent is not None or is_apart:
            yield from _section_pages(subject, section, composer)


def _section_pages(subject: Subject, section: Section, composer: Composer) -> Iterator[Page]:
    """Yield a section's pages of a subject; all lead to each other, and share one file."""
    address = address_of(subject.name, section)
    whole = _part(subject, section, composer, composer.screen(address, section))
    tables = whole.table.pages(MOST_ON_A_PAGE)
    for number, table in enumerate(tables, 1):
        here = composer.screen(address_of(subject.name, section, number), section)
        part = Part(section, "", whole.anchor, table)
        yield _page(
            subject,
            composer,
            here,
            parts=[part],
            section=section,
            pages=_pager(subject, section, len(tables), number, here),
            head=HEAD | {"hide": ["toc"]},
            attachments=(
                _files(subject, [whole], here, composer, with_section=False) if number == 1 else ()
            ),
            files_of=f"{address}.html",
        )


def _part(subject: Subject, section: Section, composer: Composer, screen: Screen) -> Part:
    """Return a section's table, its text read in the scope of the section."""
    scoped = composer.screen(screen.base.removesuffix(".html"), section)
    anchor = f"_{section.address.replace('/', '-') or 'shared'}"
    return Part(section, section.title, anchor, subject.table(section, scoped))


def _page(
    subject: Subject,
    composer: Composer,
    screen: Screen,
    *,
    parts: Iterable[Part],
    head: dict,
    attachments: tuple[Attachment, ...],
    files_of: str,
    section: Section | None = None,
    pages: Iterable = (),
    index: Iterable = (),
) -> Page:
    t = composer.t
    title = t(f"overview-{subject.name}")
    people = {person for part in parts for person in part.table.people} if subject.by_role else ()
    return composer.page(
        "derived/table",
        screen,
        title if section is None else t("overview-of", subject=title, section=section.title),
        head=head,
        attachments=attachments,
        subject=subject.name,
        lead=t(f"lead-{subject.name}"),
        parts=list(parts),
        several=len(list(parts)) > 1,
        index=list(index),
        pages=list(pages),
        ways=ways_of(subject.name, section, composer, screen),
        roles=role_choices(people, screen),
        sizes=size_choices(screen) if subject.by_size else (),
        downloads=[
            (suffix.upper(), screen.to(files_of.removesuffix("html") + suffix))
            for suffix in ("csv", "xlsx")
        ],
        calendars=role_calendars(composer, screen, section) if subject.name == "calendar" else (),
    )  # fmt: skip


def _line(subject: Subject, part: Part, composer: Composer, screen: Screen) -> tuple[Markup, int]:
    """Return the line of a section in the index: its link, and how many rows it has."""
    words = part.section.title
    return composer.link(screen, address_of(subject.name, part.section), words), part.table.count


def _pager(
    subject: Subject, section: Section, count: int, here: int, screen: Screen
) -> list[tuple[int, str | None]]:
    if count == 1:
        return []
    return [
        (number, None if number == here
         else screen.to(f"{address_of(subject.name, section, number)}.html"))
        for number in range(1, count + 1)
    ]  # fmt: skip


def _files(
    subject: Subject, parts: list[Part], screen: Screen, composer: Composer, *, with_section: bool
) -> tuple[Attachment, ...]:
    """Return the tables of all parts as one CSV and one XLSX."""
    head = parts[0].table.head
    lines = [
        (part.section.title, *line) if with_section else line
        for part in parts
        for line in part.table.flat()
    ]
    if with_section:
        head = (composer.t("col-section"), *head)
    stem = screen.base.removesuffix("html")
    title = bare(composer.t(f"overview-{subject.name}"))
    return (
        Attachment(f"{stem}csv", as_csv(head, lines)),
        Attachment(f"{stem}xlsx", as_xlsx(title, head, lines)),
    )
