"""The MkDocs plugin: hand what the stages before it give over to MkDocs, event by event."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from handbook.compose.desk import desk_words
from handbook.compose.labels import labels
from handbook.compose.pages import compose_pages
from handbook.compose.pages.published import without_drafts
from handbook.messages import catalogue
from handbook.model.export import as_json
from handbook.model.handbook import Handbook
from handbook.site import files as handing
from handbook.site import settings
from handbook.site.closed import require_closed
from handbook.site.config import HandbookConfig
from handbook.site.gathering import gather, line, shown_to, warnings_among
from handbook.site.printing import INDEX, Prints, make_prints
from handbook.site.search import take_over
from handbook.site.staging import Staging

log = logging.getLogger("mkdocs.plugins.handbook")


class HandbookPlugin(BasePlugin[HandbookConfig]):
    """Makes pages and sheets out of content/."""

    handbook: Handbook
    project: Path
    prints: Prints | None = None
    pages: int = 0
    failure: Exception | None = None  # what MkDocs hides behind "Aborted with a BuildError"
    progress: Callable[..., None] | None = None  # told of every sheet that was rendered
    _command: str = "build"
    _staging: Staging | None = None
    _is_whole: bool = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; having this method keeps the plugin across rebuilds."""
        self._command = "dirty" if dirty else command

    # First: the offline and the search plugin read what is changed here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check, before MkDocs empties any folder."""
        self.project = Path(config.config_file_path).resolve().parent
        self._is_whole, self.prints, self.failure = False, None, None
        config.watch += [str(path) for path in _watched(self.project) if path.exists()]
        self.handbook, warnings = gather(self.project)
        self._warn(warnings)
        self.handbook = shown_to(self.handbook, self.config.audience)
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
        if self.config.pdf:
            self.prints = make_prints(
                handbook, self.project, jobs=self.config.jobs, progress=self.progress
            )
            self._warn(warnings_among(list(self.prints.problems), str(handbook.settings.language)))
            for uri, path in self.prints.files.items():
                handing.add_copy(files, uri, path, config)
            handing.add_data(files, INDEX, self.prints.index, config)
        if config.nav is None:
            config.nav = handing.navigation(handbook, handing.hand_written(files))
        pages = compose_pages(handbook, self.project, self.prints and self.prints.rows)
        self.pages = len(pages)
        handing.tell_sources(files, config, self.project)
        handing.add_pages(files, pages, config, handing.in_navigation(config.nav))
        handing.add_data(files, "handbook.json", as_json(handbook), config)
        if handbook.settings.accent:
            path = f"{settings.ASSETS}/accent.css"
            handing.add_data(files, path, settings.accent_css(handbook.settings), config)
            config.extra_css.insert(len(settings.STYLES), path)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Give the theme our labels, and the search our index, before any page is drawn."""
        env.globals["t"] = labels(str(self.handbook.settings.language))
        env.globals["desk_words"] = desk_words(self.handbook.settings)
        env.globals["search_words"] = catalogue(str(self.handbook.settings.language), "search")
        take_over(config.plugins, self.handbook)

    # Last: after the offline plugin has written its part.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make sure that nothing on the site would load from elsewhere."""
        require_closed(Path(config.site_dir), str(self.handbook.settings.language))
        self._is_whole = True

    def on_build_error(self, *, error: Exception) -> None:
        """Remember that the build failed; MkDocs comes here in strict mode for warnings too."""
        self._is_whole = False
        self.failure = error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Let the server show problems in the browser."""
        from handbook.site.preview import preview_of
        from handbook.site.run import failing

        def build() -> None:
            with failing(lambda: self.failure, []):
                builder()

        language = str(self.handbook.settings.language)
        return preview_of(
            server, build, project=self.project, language=language, report=log.warning
        )

    def on_shutdown(self) -> None:
        """Put the new site in place of the old one, or throw it away."""
        staging, self._staging = self._staging, None
        if staging is None:
            return
        if self._is_whole:
            staging.swap()
        staging.discard()

    def _warn(self, problems: list) -> None:
        for found in problems:
            log.warning(line(found, str(self.handbook.settings.language)))


def _watched(project: Path) -> tuple[Path, ...]:
    return project / "content", project / "templates"
