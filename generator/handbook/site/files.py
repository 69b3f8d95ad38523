"""Hand pages to MkDocs: as generated files, and as its navigation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from handbook.compose.frame.page import Page
from handbook.compose.pages.menu import Item, editors_items, menu
from handbook.compose.setting.labels import labels
from handbook.model.handbook import Handbook
from handbook.site.page import HandbookPage

DATA = "handbook.json"  # the whole linked model, for other programs


def add_pages(
    files: Files, pages: Iterable[Page], config: MkDocsConfig, shown: Mapping[str, str | None]
) -> None:
    """Add pages; one written by hand at the same address stands. `shown` is what the menu has."""
    for page in pages:
        if files.get_file_from_path(page.uri) is None:
            add_page(files, page.uri, page.source, config, shown).content_string = page.markdown
            for attachment in page.attachments:
                add_data(files, attachment.uri, attachment.content, config)


def expect_pages(
    files: Files,
    addresses: Iterable[tuple[str, str | None]],
    config: MkDocsConfig,
    shown: Mapping[str, str | None],
) -> None:
    """Add pages that are still to be composed, each with the place where it is written."""
    for uri, source in addresses:
        if files.get_file_from_path(uri) is None:
            add_page(files, uri, source, config, shown)


def add_page(
    files: Files,
    uri: str,
    source: str | None,
    config: MkDocsConfig,
    shown: Mapping[str, str | None],
) -> File:
    """Add a page of ours, still empty, that is written in `source`; return its file."""
    inclusion = InclusionLevel.INCLUDED if uri in shown else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, uri, content="", inclusion=inclusion)
    file.edit_uri = source
    files.append(file)
    HandbookPage(shown.get(uri), file, config)  # the file knows it from now on
    return file


def add_data(files: Files, uri: str, content: str | bytes, config: MkDocsConfig) -> File:
    """Add a file that is no page, and return it."""
    file = File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    files.append(file)
    return file


def add_copy(files: Files, uri: str, source: Path, config: MkDocsConfig) -> None:
    """Add a file that is copied from somewhere else on this machine."""
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, uri, abs_src_path=str(source), inclusion=inclusion)
    files.append(file)


def let_stay(files: Files, stays: Callable[[str, bytes | Path], bool]) -> None:
    """Take out of MkDocs' files what is no page and stands in the old site as it is."""
    for file in list(files):
        if not file.is_documentation_page() and file.inclusion.is_included():
            source = file.abs_src_path
            if stays(file.dest_uri, Path(source) if source else file.content_bytes):
                files.remove(file)


def keep_to_what_was_read(files: Files, handbook: Handbook, config: MkDocsConfig) -> None:
    """Take out of MkDocs' files whatever is below content/pages and not for these readers.

    Only what was read there as a page, or as a file beside one, is published: not a copy of a page
    that an editor's program left, and not what a mkdocs.yml of its own would let in.
    """
    shown = {page.uri for page in handbook.written}
    shown |= {file.uri for file in handbook.beside} - handbook.withheld
    gone = [
        file
        for file in files
        if not file.generated_by and file.src_dir == config.docs_dir and file.src_uri not in shown
    ]
    for file in gone:
        files.remove(file)
    config.nav = _nav_without(config.nav, {file.src_uri for file in gone})


def _nav_without(nav: Any, gone: Container[str]) -> Any:
    """Return a navigation without some pages; groups that hold nothing else go too."""
    if isinstance(nav, str):
        return None if nav in gone else nav
    if isinstance(nav, dict):
        named = {title: _nav_without(inner, gone) for title, inner in nav.items()}
        return {title: inner for title, inner in named.items() if inner} or None
    return nav and [kept for item in nav if (kept := _nav_without(item, gone))]


def tell_sources(files: Files, config: MkDocsConfig, project: Path) -> None:
    """Let the edit links of hand-written pages count from the top of the project."""
    docs = Path(config.docs_dir)
    for file in files.documentation_pages():
        if file.generated_by is None and docs.is_relative_to(project):
            file.edit_uri = (docs.relative_to(project) / file.src_uri).as_posix()


def navigation(handbook: Handbook, written: Iterable[str]) -> list[dict[str, Any] | str]:
    """Return MkDocs' `nav`: the menu, then what was written by hand, and what editors look up."""
    t = labels(str(handbook.settings.language))
    about = [*sorted(written), *map(_entry, editors_items(handbook))]
    return [*(_entry(item) for item in menu(handbook)), {escape(t("about")): about}]


def hand_written(files: Files) -> Iterator[str]:
    """Yield the addresses of the pages written by hand."""
    for file in files.documentation_pages():
        if file.generated_by is None and file.inclusion.is_in_nav():
            yield file.src_uri


def in_navigation(nav: Any) -> dict[str, str | None]:
    """Return the pages of a navigation with the titles it gives them; the first title counts."""
    if isinstance(nav, str):
        return {nav: None}
    found: dict[str, str | None] = {}
    for item in nav or ():
        named = item.items() if isinstance(item, dict) else [(None, item)]
        for title, inner in named:
            pages = {inner: title} if isinstance(inner, str) else in_navigation(inner)
            found = {**pages, **found}
    return found


def _entry(item: Item) -> dict[str, Any]:
    """Return a line of the menu; titles are Markup, because the theme prints them as they stand."""
    children = [_entry(child) for child in item.children]
    return {escape(item.title): children if item.uri is None else item.uri}
