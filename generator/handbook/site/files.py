"""Hand pages to MkDocs: as generated files, and as its navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from handbook.compose.labels import labels
from handbook.compose.page import Page
from handbook.compose.pages import Item, editors_items, menu
from handbook.model.handbook import Handbook


def add_pages(files: Files, pages: Iterable[Page], config: MkDocsConfig, shown: set[str]) -> None:
    """Add pages; one written by hand at the same address stands. `shown` are those in the menu."""
    for page in pages:
        if files.get_file_from_path(page.uri) is not None:
            continue
        inclusion = InclusionLevel.INCLUDED if page.uri in shown else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.uri, content=page.markdown, inclusion=inclusion)
        file.edit_uri = page.source
        files.append(file)
        for attachment in page.attachments:
            add_data(files, attachment.uri, attachment.content, config)


def add_data(files: Files, uri: str, content: str | bytes, config: MkDocsConfig) -> None:
    """Add a file that is no page."""
    files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


def add_copy(files: Files, uri: str, source: Path, config: MkDocsConfig) -> None:
    """Add a file that is copied from somewhere else on this machine."""
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, uri, abs_src_path=str(source), inclusion=inclusion)
    files.append(file)


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


def in_navigation(nav: Any) -> set[str]:
    """Return the addresses of the pages in a navigation."""
    if isinstance(nav, str):
        return {nav}
    if isinstance(nav, dict):
        nav = list(nav.values())
    return set().union(*map(in_navigation, nav)) if nav else set()


def _entry(item: Item) -> dict[str, Any]:
    """Return a line of the menu; titles are Markup, because the theme prints them as they stand."""
    children = [_entry(child) for child in item.children]
    return {escape(item.title): children if item.uri is None else item.uri}
