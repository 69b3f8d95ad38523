"""Draw a site page by page as it is asked for: an editor looks at one page after each change.

Nothing is kept from the state before, so nothing can be out of date: the handbook is loaded and
checked anew, and what is asked for is composed and drawn from it. The rest follows behind, until
the folder holds, byte for byte, what a whole build would have written.
"""

from __future__ import annotations

import posixpath
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as DrawnPage

from handbook.compose.frame.page import Page
from handbook.model.export import as_json
from handbook.site import files as handing
from handbook.site.files import DATA
from handbook.site.plugin import HandbookPlugin

# Others may look at all pages at once, in events that come only with a whole build.
KNOWN = frozenset({"search", "material/search", "offline", "material/offline", "handbook"})
QUIET = 0.3  # seconds: a page asks for some thirty files, and all of them go before the rest
SEARCH = "search"  # the folder of its index, which tells of every page


def can_be_drawn_in_part(config: MkDocsConfig) -> bool:
    """Tell whether no other plugin, no hook and no strictness wants to see the site as a whole."""
    return KNOWN.issuperset(config.plugins) and not config.hooks and not config.strict


class OnDemand:
    """The site of one state of the handbook; its folder holds what was drawn so far.

    Raises what MkDocs and its plugins raise when the handbook cannot be built. `before` is the
    folder of the state before: its index serves the search until this one is whole.
    """

    def __init__(
        self, config: MkDocsConfig, plugin: HandbookPlugin, before: Path | None = None
    ) -> None:
        self._lock = threading.Lock()
        self._nobody_waits = threading.Event()
        self._nobody_waits.set()
        self._goes_on = threading.Event()
        self._goes_on.set()
        self._ended = threading.Event()  # whole, or given up
        self._given_up = threading.Event()
        self._asked = time.monotonic()  # when something was asked for the last time
        self._made: set[str] = set()
        config.plugins.on_startup(command="serve", dirty=False)
        self._prepare(config)
        self._composition = plugin.composition
        # MkDocs has one plugin for all states: what each knows of this one.
        self._known = {name: dict(vars(each)) for name, each in self._config.plugins.items()}
        self.folder = Path(self._config.site_dir)
        if before is not None and (before / SEARCH).is_dir():
            shutil.copytree(before / SEARCH, self.folder / SEARCH, dirs_exist_ok=True)

    def _prepare(self, config: MkDocsConfig) -> None:
        """Do what MkDocs does before it draws the first page."""
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._config, self._files, self._nav = config, files, nav
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if file.generated_by is None:
                mkdocs._populate_page(page_of(file), config, files)
        self._env = config.plugins.on_env(env, config=config, files=files)
        files.copy_static_files(inclusion=InclusionLevel.is_in_serve)
        self._made.update(file.dest_uri for file in files if not file.is_documentation_page())
        self._draw_theme_pages()

    def make(self, path: str) -> None:
        """Write a file of the site where it can be made and is not there yet."""
        self._asked = time.monotonic()
        if path.startswith(f"{SEARCH}/") and not (self.folder / path).exists():
            self._ended.wait()
        if path in self._made or self._ended.is_set() or not posixpath.splitext(path)[1]:
            return
        uri = path.removesuffix(".html") + ".md" if path.endswith(".html") else path
        with self._before_the_rest():
            if path == DATA:
                self._write_data()
                return
            for page in self._composition.asked(uri):
                self._take(page)
            file = self._files.get_file_from_path(uri)
            if file is not None and file.is_documentation_page():
                self._draw(file)

    def finish(self) -> None:
        """Make what is left, stepping back whenever something is asked for."""
        try:
            for step in (self._compose_rest, self._draw_rest):
                for _ in step():
                    self._nobody_waits.wait()
                    self._goes_on.wait()
                    while self._quiet_for() < QUIET and not self._given_up.wait(QUIET):
                        pass
                    if self._given_up.is_set():
                        return
            with self._lock:
                self._draw_theme_pages()
                self._config.plugins.on_post_build(config=self._config)
        finally:
            self._ended.set()

    def pause(self) -> None:
        """Let `finish` wait: the next state is being loaded."""
        self._goes_on.clear()

    def go_on(self) -> None:
        """Let `finish` go on: the next state cannot be shown."""
        for name, known in self._known.items():
            vars(self._config.plugins[name]).update(known)
        self._goes_on.set()

    def give_up(self) -> None:
        """Let `finish` end soon, and wait for it."""
        self._given_up.set()
        self._goes_on.set()
        self._ended.wait()
        self._config.plugins.on_shutdown()

    def _quiet_for(self) -> float:
        """Return for how many seconds nothing was asked for."""
        return time.monotonic() - self._asked

    @contextmanager
    def _before_the_rest(self) -> Iterator[None]:
        self._nobody_waits.clear()
        with self._lock:
            self._nobody_waits.set()
            yield

    def _compose_rest(self) -> Iterator[None]:
        rest = self._composition.rest()
        while True:
            with self._lock:
                page = next(rest, None)
                if page is None:
                    return
                self._take(page)
            yield

    def _draw_rest(self) -> Iterator[None]:
        for file in self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            with self._lock:
                self._draw(file)
            yield
        with self._lock:
            self._write_data()
            for file in self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
                level = self._config.validation.links.anchors
                page_of(file).validate_anchor_links(files=self._files, log_level=level)

    def _take(self, page: Page) -> None:
        """Hand over a page and its files; one written by hand at the same address stands."""
        file = self._files.get_file_from_path(page.uri)
        if file is None:
            file = handing.add_page(self._files, page.uri, page.source, self._config, {})
        elif file.generated_by is None:
            return
        file.content_string = page.markdown
        for attachment in page.attachments:
            self._write(attachment.uri, attachment.content)

    def _draw(self, file: File) -> None:
        if file.dest_uri in self._made:
            return
        page, excluded = page_of(file), file.inclusion.is_excluded()
        if page.content is None:
            mkdocs._populate_page(page, self._config, self._files)
        pages = self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        mkdocs._build_page(page, self._config, pages, self._nav, self._env, excluded=excluded)
        self._made.add(file.dest_uri)

    def _draw_theme_pages(self) -> None:
        """Draw the theme's own pages; some list all others, which are not all known at first."""
        for name in self._config.theme.static_templates:
            mkdocs._build_theme_template(name, self._env, self._files, self._config, self._nav)
        for name in self._config.extra_templates:
            mkdocs._build_extra_template(name, self._files, self._config, self._nav)

    def _write_data(self) -> None:
        if DATA not in self._made:
            self._write(DATA, as_json(self._composition.handbook))

    def _write(self, uri: str, content: str | bytes) -> None:
        handing.add_data(self._files, uri, content, self._config).copy_file()
        self._made.add(uri)


def page_of(file: File) -> DrawnPage:
    """Return the page that MkDocs has made for a file of Markdown."""
    assert file.page is not None
    return file.page
