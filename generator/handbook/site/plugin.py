"""The MkDocs plugin: hand what the stages before it give over to MkDocs, event by event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from handbook.compose.pages.composition import Composition
from handbook.compose.pages.published import without_drafts
from handbook.compose.pages.written import without_gaps_in_chinese, written_pages
from handbook.compose.pages.written_links import broken_links
from handbook.compose.setting.readers import told_released
from handbook.compose.templates.tight import tighten
from handbook.model.export import as_json
from handbook.model.handbook import Handbook
from handbook.model.memory import Memory
from handbook.problems import Problem
from handbook.site import files as handing
from handbook.site import settings
from handbook.site.closed import require_closed
from handbook.site.config import HandbookConfig
from handbook.site.files import DATA
from handbook.site.foreign import in_our_words, is_ours, raised, stopped
from handbook.site.gathering import (
    Gathered,
    gather,
    line,
    require_apart,
    shown_to,
    warnings_among,
)
from handbook.site.named import require_unnamed
from handbook.site.overheard import OURS, be_silent, speak_for_mkdocs
from handbook.site.printing import INDEX, Prints, make_prints
from handbook.site.search import take_over
from handbook.site.staging import Staging

if TYPE_CHECKING:  # an HTTP server takes long to load, and a build needs none
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger(OURS)


class HandbookPlugin(BasePlugin[HandbookConfig]):
    """Makes pages and sheets out of content/."""

    handbook: Handbook
    project: Path = Path()
    prints: Prints | None = None
    pages: int = 0
    failure: Exception | None = None  # what MkDocs hides behind "Aborted with a BuildError"
    progress: Callable[..., None] | None = None  # told of every sheet that was rendered
    executor: Executor | None = None  # renders the sheets; without one, processes here do
    given: Gathered | None = None  # gathered already, for the next build only
    memory: Memory | None = None  # of what was loaded before
    is_on_demand: bool = False  # pages are expected, and composed when they are asked for
    composition: Composition
    _gathered: Gathered  # what no audience is kept from
    _written: Mapping[str, str]  # what stands on the pages written by hand
    _command: str = "build"
    _staging: Staging | None = None
    _is_whole: bool = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; having this method keeps the plugin across rebuilds."""
        self._command = "dirty" if dirty else command
        self.is_on_demand = False

    # First: the offline and the search plugin read what is changed here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check, before MkDocs empties any folder."""
        self.project = Path(config.config_file_path).resolve().parent
        speak_for_mkdocs(self.project)
        self._is_whole, self.prints, self.failure = False, None, None
        config.watch += [str(path) for path in _watched(self.project) if path.exists()]
        self._gathered = whole, judged = self.given or gather(self.project, self.memory)
        self.given, self.handbook = None, whole
        require_apart(config, self.project, str(whole.settings.language))
        self._warn(judged.problems)
        self.handbook = shown_to(whole, judged, self.config.audience)
        released = told_released(whole, judged.known, self.config.audience)
        if released:
            log.info(released)
        if not self.config.drafts:
            self.handbook = without_drafts(self.handbook)
        settings.require_segmentation(str(self.handbook.settings.language))
        settings.apply(self.handbook.settings, config, self.project)
        if self._command == "build":
            self._staging = Staging(Path(config.site_dir), self.project)
            config.site_dir = str(self._staging.folder)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the pages, the sheets and the data."""
        handbook = self.handbook
        self._written = written_pages(handbook, self.project)
        handing.keep_to_what_was_read(files, handbook, config)
        if self.config.audience:
            require_unnamed(config, *self._gathered, self.config.audience)
        if handbook is not self._gathered[0]:  # links to what is kept back lead nowhere now
            self._warn(broken_links(handbook, self.project))
        if self.config.pdf:
            self.prints = make_prints(
                handbook,
                self.project,
                jobs=self.config.jobs,
                executor=self.executor,
                progress=self.progress,
            )
            self._warn(warnings_among(list(self.prints.problems), str(handbook.settings.language)))
            for uri, path in self.prints.files.items():
                handing.add_copy(files, uri, path, config)
            handing.add_data(files, INDEX, self.prints.index, config)
        if config.nav is None:
            config.nav = handing.navigation(handbook, handing.hand_written(files))
        handing.tell_sources(files, config, self.project)
        self.composition = Composition(handbook, self.project, self.prints and self.prints.rows)
        shown = handing.in_navigation(config.nav)
        if self.is_on_demand:
            handing.expect_pages(files, self.composition.addresses(), config, shown)
        else:
            pages = list(self.composition.rest())
            self.pages = len(pages)
            handing.add_pages(files, pages, config, shown)
            handing.add_data(files, DATA, as_json(handbook), config)
        if handbook.logo:
            path = settings.logo_path(handbook.logo)
            handing.add_data(files, path, handbook.logo.content, config)
            config.theme["logo"] = path
        if handbook.settings.accent:
            path = f"{settings.ASSETS}/accent.css"
            handing.add_data(files, path, settings.accent_css(handbook.settings), config)
            config.extra_css.insert(len(settings.STYLES), path)

    # First: what others do to a page they do to what its readers may see.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> str | None:
        """Put links in the place of mentions on the pages written by hand."""
        return None if page.file.generated_by else self._written.get(page.file.src_uri)

    def on_page_content(self, html: str, *, page: Any, **_: Any) -> str | None:
        """Join the lines of Chinese on the pages written by hand."""
        return None if page.file.generated_by else without_gaps_in_chinese(html)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Give the theme our labels, and the search our index, before any page is drawn."""
        tighten(env)
        settings.without_worker(config)  # the offline plugin asks for it after us
        env.globals.update(settings.theme_words(self.handbook.settings))
        take_over(config.plugins, self.handbook, self.project)

    # Last: after the offline plugin has written its part.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make sure that nothing on the site would load from elsewhere."""
        require_closed(Path(config.site_dir), str(self.handbook.settings.language))
        self._is_whole = True

    # Last: it ends the build, and others may have something to tidy up.
    @event_priority(-200)
    def on_build_error(self, *, error: Exception) -> None:
        """Tell in our words what failed; MkDocs comes here in strict mode for warnings too."""
        self._is_whole = False
        self.failure = error
        if isinstance(error, Abort):
            error.message = in_our_words(error.message, self.project)
            return
        told = raised(error, self.project)
        if told is None and isinstance(error, BuildError):
            told = str(error) if is_ours(error) else in_our_words(str(error), self.project)
        if told:
            log.error(told)
            raise Abort(stopped(self.project)) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Let the server show problems in the browser."""
        from handbook.site.preview import preview_of
        from handbook.site.run import failing
        from handbook.site.trouble import for_readers

        def kept(failure: Exception) -> Exception:
            return for_readers(failure, self.project, self.config.audience)

        def build() -> None:
            with failing(self.project, lambda: self.failure, []):
                builder()

        language = str(self.handbook.settings.language)
        return preview_of(
            server, build,
            project=self.project, language=language, report=log.warning, kept=kept,
        )  # fmt: skip

    def on_shutdown(self) -> None:
        """Put the new site in place of the old one, or throw it away."""
        be_silent()
        staging, self._staging = self._staging, None
        if staging is None:
            return
        if self._is_whole:
            staging.swap()
        staging.discard()

    def _warn(self, problems: Iterable[Problem]) -> None:
        for found in problems:
            log.warning(line(found, str(self.handbook.settings.language)))


def _watched(project: Path) -> tuple[Path, ...]:
    return project / "content", project / "templates"
