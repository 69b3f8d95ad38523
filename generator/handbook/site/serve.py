"""Serve a live preview as `handbook serve` does: it goes on while the YAML is wrong."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.livereload import _serve_url

from handbook.compose.labels import labels
from handbook.model.load import load
from handbook.site.preview import PreviewServer
from handbook.site.run import CONFIG, PLUGIN, Tell, configured, listening, run


def serve(
    project: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    pdf: bool = False,
    drafts: bool = True,
    open_browser: bool = False,
    report: Tell | None = None,
) -> None:
    """Serve until interrupted; `report` is called with each line for the terminal.

    Raises OSError when the port is taken.
    """
    report = report or _to_stderr
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        preview = Preview(project, Path(folder), pdf=pdf, drafts=drafts, report=report)
        server = preview.server(host, port)
        server.server_bind()
        server.rebuild()
        for path in _watched(project):
            server.watch(str(path))
        t = labels(server.language)
        report(t("serve-at", url=server.url))
        try:
            with listening():
                server.serve(open_in_browser=open_browser)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


class Preview:
    """Builds the site again and again, each time into a fresh folder."""

    def __init__(
        self, project: Path, folder: Path, *, pdf: bool, drafts: bool, report: Tell
    ) -> None:
        self.project = project
        self.folder = folder
        self.pdf = pdf
        self.drafts = drafts
        self.report = report
        self.url = ""
        self._built = 0
        self._failed = False

    def server(self, host: str, port: int) -> PreviewServer:
        """Return the server of this preview."""
        self.url = _serve_url(host, port, "/")
        language = str(load(self.project).handbook.settings.language)
        return PreviewServer(
            self.build, host, port, str(self.folder / "none"),
            project=self.project, language=language, report=self._tell_failure,
        )  # fmt: skip

    def build(self) -> str:
        """Build the site and return its folder; raises BuildFailed."""
        self._built += 1
        fresh = self.folder / f"site-{self._built}"
        try:
            with listening(self.report) as messages:
                config = configured(self.project, messages, site_dir=str(fresh), site_url=self.url)
                plugin: Any = config.plugins[PLUGIN]
                plugin.config.pdf, plugin.config.drafts = self.pdf, self.drafts
                run(config, messages, "serve", self.url)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        if self._failed:
            self.report(labels(str(plugin.handbook.settings.language))("serve-repaired"))
        self._failed = False
        for older in self.folder.glob("site-*"):
            if older != fresh:
                shutil.rmtree(older, ignore_errors=True)
        return str(fresh)

    def _tell_failure(self, line: str) -> None:
        self._failed = True
        self.report(line)


def _watched(project: Path) -> list[Path]:
    paths = (project / "content", project / "templates", project / CONFIG)
    return [path for path in paths if path.exists()]


def _to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
