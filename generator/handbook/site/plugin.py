"""The MkDocs plugin: hand what the stages before it give over to MkDocs, event by event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from handbook.compose.pages.composition import Composition
from handbook.compose.pages.published import without_drafts
from handbook.compose.pages.written import without_gaps_in_chinese, written_pages
from handbook.compose.pages.written_links import broken_links
from handbook.compose.templates.drawn_once import draw_once
from handbook.compose.templates.tight import tighten
from handbook.model.export import as_json
from handbook.model.handbook import Handbook
from handbook.opening import Opened, line
from handbook.problems import Problem
from handbook.read.site_settings import OURS as OURS_ALONE
from handbook.site import files as handing
from handbook.site import settings
from handbook.site.closed import require_closed
from handbook.site.config import PLUGIN, HandbookConfig
from handbook.site.files import DATA
from handbook.site.foreign import in_our_words, is_ours, raised, stopped
from handbook.site.gathering import (
    gathered,
    require_apart,
    shown_to,
    warnings_among,
)
from handbook.site.kept_pages import KeptPages, kept_pages
from handbook.site.named import require_unnamed
from handbook.site.order import Order
from handbook.site.overheard import OURS, be_silent, speak_for_mkdocs
from handbook.site.printing import INDEX, Prints, make_prints
from handbook.site.run import is_listening
from handbook.site.search import take_over
from handbook.site.staging import Staging
from handbook.site.stock import stock_of

if TYPE_CHECKING:  # an HTTP server takes long to load, and a build needs none
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger(OURS)


class HandbookPlugin(BasePlugin[HandbookConfig]):
    """Makes pages and sheets out of content/."""

    order: Order
    handbook: Handbook
    project: Path = Path()
    prints: Prints | None = None
    pages: int = 0
    stock: str = ""  # what lies in the site, as it was put there
    failure: Exception | None = None  # what MkDocs hides behind "Aborted with a BuildError"
    composition: Composition
    _ordered: Order | None = None  # for the next build; without one mkdocs.yml orders
    _opened: Opened  # what no audience is kept from
    _written: Mapping[str, str]  # what stands on the pages written by hand
    _command: str = "build"
    _staging: Staging | None = None
    _may_stay: bool = False
    _kept: KeptPages | None = None  # what the last build has drawn
    _is_whole: bool = False

    def take(self, order: Order) -> None:
        """Take the order for the builds that follow."""
        self._ordered = self.order = order.within(self.config)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Let MkDocs, where it is run itself, say in our words what it then finds in mkdocs.yml."""
        if config_file_path and not is_listening():
            speak_for_mkdocs(Path(config_file_path).resolve().parent)
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; having this method keeps the plugin across rebuilds."""
        self._command = "dirty" if dirty else command
        self.failure = None

    # First: the offline and the search plugin read what is changed here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check, before MkDocs empties any folder."""
        self.project = Path(config.config_file_path).resolve().parent
        speak_for_mkdocs(self.project)
        self._is_whole, self.prints, self.failure = False, None, None
        self._kept = None
        config.watch += [str(path) for path in _watched(self.project) if path.exists()]
        self.order = self._ordered or Order(project=self.project).within(self.config)
        self._opened = found = gathered(self.order)
        self.handbook = whole = found.handbook
        require_apart(config, self.project, str(whole.settings.language))
        self._warn(found.problems)
        self.handbook = shown_to(found, self.order.audience)
        released = found.told_released(self.order.audience)
        if released:
            log.info(released)
        if not self.order.drafts:
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
        if self.order.audience:
            require_unnamed(config, self._opened, self.order.audience)
        if handbook is not self._opened.handbook:  # links to what is kept back lead nowhere now
            self._warn(broken_links(handbook, self.project))
        if self.order.pdf:
            self.prints = make_prints(handbook, self.order)
            self._warn(warnings_among(self.prints.problems, str(handbook.settings.language)))
            for uri, path in self.prints.files.items():
                handing.add_copy(files, uri, path, config)
            handing.add_data(files, INDEX, self.prints.index, config)
        if config.nav is None:
            config.nav = handing.navigation(handbook, handing.hand_written(files))
        handing.tell_sources(files, config, self.project)
        rows = self.prints.rows if self.prints else None
        self.composition = Composition(handbook, self.project, rows)
        shown = handing.in_navigation(config.nav)
        if self.order.on_demand:
            handing.expect_pages(files, self.composition.addresses(), config, shown)
        else:
            pages = list(self.composition.rest())
            self.pages = len(pages)
            handing.add_pages(files, pages, config, shown)
            handing.add_data(files, DATA, as_json(handbook), config)
        if handbook.logo:
            uri = settings.logo_path(handbook.logo)
            handing.add_data(files, uri, handbook.logo.content, config)
            config.theme["logo"] = uri
        uri = f"{settings.ASSETS}/language.css"
        handing.add_data(files, uri, settings.language_css(handbook.settings), config)
        config.extra_css.insert(0, uri)
        if handbook.settings.accent:
            uri = f"{settings.ASSETS}/accent.css"
            handing.add_data(files, uri, settings.accent_css(handbook.settings), config)
            config.extra_css.insert(len(settings.STYLES) + 1, uri)

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
        tighten(env, self.project)
        draw_once(env)
        settings.without_worker(config)  # the offline plugin asks for it after us
        env.globals.update(settings.theme_words(self.handbook.settings))
        take_over(config.plugins, self.handbook, self.project)
        # Others may change a file of the new site where it stands.
        self._may_stay = OURS_ALONE.issuperset(config.plugins) and not config.hooks
        if self._staging is not None and self._may_stay:
            handing.let_stay(files, self._staging.stays)
        if self._staging is not None:
            self._kept = kept_pages(self.handbook, self.order, config, self._staging.site)
            if self._kept is not None:
                self._kept.over(env)

    # Last: what others do to a page is done.
    @event_priority(-200)
    def on_post_page(self, output: str, *, page: Any, **_: Any) -> str | None:
        """Write no page that stands in the old site as it is; MkDocs writes none without text."""
        if self._staging is None or not self._may_stay or not output.strip():
            return None
        content = output.encode("utf-8", "xmlcharrefreplace")  # as MkDocs does
        return "" if self._staging.stays(page.file.dest_uri, content) else None

    # Last: after the offline plugin has written its part.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make sure that nothing on the site would load from elsewhere."""
        kept = self._kept.kept if self._kept else frozenset()
        require_closed(Path(config.site_dir), str(self.handbook.settings.language), kept)
        self._is_whole = True

    # Last: it ends the build, and others may have something to tidy up.
    @event_priority(-200)
    def on_build_error(self, *, error: Exception) -> None:
        """Tell in our words what failed; MkDocs comes here in strict mode for warnings too."""
        self._is_whole = False
        self.failure = error
        if isinstance(error, Abort):
            sentence = in_our_words(error.message, self.project)
            error.message = sentence  # type: ignore[misc]  # click calls it final; MkDocs shows it
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
            return for_readers(failure, self.project, self.order.audience)

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
        self._ordered = None
        staging, self._staging = self._staging, None
        if staging is None:
            return
        if self._is_whole:
            if self._kept is not None:
                self._kept.keep()
            self.stock = stock_of(staging.folder)  # before anybody else can change it
            staging.swap()
        staging.discard()

    def _warn(self, problems: Iterable[Problem]) -> None:
        for found in problems:
            log.warning(line(found, str(self.handbook.settings.language)))


def _watched(project: Path) -> tuple[Path, ...]:
    return project / "content", project / "templates"


def take(config: MkDocsConfig, order: Order) -> HandbookPlugin:
    """Give an order to the plugin that a configuration names; return the plugin."""
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, HandbookPlugin)
    plugin.take(order)
    return plugin
