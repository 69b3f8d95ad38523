"""Pages of tables: over all and per section, parted where they grow too large to be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import MOST_OF_ROWS, Attachment, Page
from handbook.compose.overviews.calendar.offered import not_in_calendars, role_calendars
from handbook.compose.overviews.downloads import downloads, files_of
from handbook.compose.overviews.sifting import Choices, Tally, role_choices, size_choices, tally
from handbook.compose.overviews.subjects import Subject, address_of
from handbook.compose.overviews.table import Table
from handbook.compose.overviews.ways import ways_of
from handbook.compose.setting.medium import Screen
from handbook.model.section import Section

MOST_OVER_ALL = MOST_OF_ROWS  # more, and the sections' own pages are quicker to use
MOST_ON_A_PAGE = MOST_OF_ROWS
HEAD = {"search": {"exclude": True}}  # what these pages tell, the pages of definitions tell too


@dataclass(frozen=True)
class Way:
    """A way to rows that stand elsewhere (no `href`: here), and how many there are for whom."""

    words: str
    href: str
    count: int
    tally: Tally


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
    choices = _choices(subject, parts, screen)
    yield _page(
        subject,
        composer,
        screen,
        choices,
        parts=() if is_apart else parts,
        index=[_line(subject, part, choices, screen) for part in parts] if is_apart else (),
        head=HEAD | {"hide": ["toc"]},
        attachments=_files(subject, parts, screen, composer, with_section=has_sections),
        page_of_files=screen.base,
    )
    for section in sections:
        if section.parent is not None or is_apart:
            yield from _section_pages(subject, section, composer)


def _section_pages(subject: Subject, section: Section, composer: Composer) -> Iterator[Page]:
    """Yield a section's pages of a subject; all lead to each other, and share one file."""
    address = address_of(subject.name, section)
    whole = _part(subject, section, composer, composer.screen(address, section))
    tables = whole.table.pages(MOST_ON_A_PAGE)
    choices = _choices(subject, [whole], composer.screen(address, section))
    for number, table in enumerate(tables, 1):
        here = composer.screen(address_of(subject.name, section, number), section)
        part = Part(section, "", whole.anchor, table)
        yield _page(
            subject,
            composer,
            here,
            choices,
            parts=[part],
            section=section,
            pages=_pager(subject, section, tables, number, choices, here),
            head=HEAD | {"hide": ["toc"]},
            attachments=(
                _files(subject, [whole], here, composer, with_section=False) if number == 1 else ()
            ),
            page_of_files=f"{address}.html",
        )


def _choices(subject: Subject, parts: Iterable[Part], screen: Screen) -> Choices:
    """Return the roles by which the tables can be sifted."""
    if not subject.by_role:
        return ()
    return role_choices({person for part in parts for person in part.table.people}, screen)


def _part(subject: Subject, section: Section, composer: Composer, screen: Screen) -> Part:
    """Return a section's table, its text read in the scope of the section."""
    scoped = composer.screen(screen.base.removesuffix(".html"), section)
    anchor = f"_{section.address.replace('/', '-') or 'shared'}"
    return Part(section, section.title, anchor, subject.table(section, scoped))


def _page(
    subject: Subject,
    composer: Composer,
    screen: Screen,
    choices: Choices,
    *,
    parts: Iterable[Part],
    head: dict,
    attachments: tuple[Attachment, ...],
    page_of_files: str,
    section: Section | None = None,
    pages: Iterable = (),
    index: Iterable = (),
) -> Page:
    t = composer.t
    title = t(f"overview-{subject.name}")
    is_calendar = subject.name == "calendar"
    return composer.page(
        "derived/table",
        screen,
        title if section is None else t("overview-of", subject=title, section=section.title),
        head=head,
        attachments=attachments,
        subject=subject.name,
        lead=t(f"lead-{subject.name}"),
        as_of=composer.as_of(subject.name, section),
        parts=list(parts),
        several=len(list(parts)) > 1,
        index=list(index),
        pages=list(pages),
        ways=ways_of(subject.name, section, composer, screen),
        sheets=composer.overviews(subject.name, section, screen),
        roles=choices,
        sizes=size_choices(screen) if subject.by_size else (),
        downloads=[
            (label, screen.to(page_of_files.removesuffix("html") + suffix))
            for label, suffix in downloads(subject.name, composer.t)
        ],
        calendars=role_calendars(composer, screen, section) if is_calendar else (),
        left_out=not_in_calendars(composer, section) if is_calendar else (),
    )  # fmt: skip


def _line(subject: Subject, part: Part, choices: Choices, screen: Screen) -> Way:
    """Return the line of a section in the index."""
    href = screen.to(f"{address_of(subject.name, part.section)}.html")
    return Way(part.section.title, href, part.table.count, tally(part.table.sifted, choices))


def _pager(
    subject: Subject,
    section: Section,
    tables: list[Table],
    here: int,
    choices: Choices,
    screen: Screen,
) -> list[Way]:
    if len(tables) == 1:
        return []
    ways = []
    for number, table in enumerate(tables, 1):
        page = screen.to(f"{address_of(subject.name, section, number)}.html")
        href = "" if number == here else page
        ways.append(Way(str(number), href, table.count, tally(table.sifted, choices)))
    return ways


def _files(
    subject: Subject, parts: list[Part], screen: Screen, composer: Composer, *, with_section: bool
) -> tuple[Attachment, ...]:
    """Return the tables of all parts as files."""
    stem = screen.base.removesuffix("html")
    found = [(part.section.title, part.table) for part in parts]
    return files_of(subject.name, stem, found, composer.t, with_section=with_section)
