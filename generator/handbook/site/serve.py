"""Serve a live preview as `handbook serve` does: it goes on while the YAML is wrong."""

from __future__ import annotations

import gc
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread

from mkdocs.livereload import _serve_url

from handbook.compose.setting.labels import labels
from handbook.model.load import load
from handbook.model.memory import Memory
from handbook.passing import passing_folder
from handbook.read.collector import no_search_for_cycles
from handbook.site.ondemand import OnDemand, can_be_drawn_in_part
from handbook.site.order import Order
from handbook.site.plugin import take
from handbook.site.preview import PreviewServer
from handbook.site.run import CONFIG, Tell, configured, failing, listening, run
from handbook.site.trouble import for_readers


def serve(
    order: Order,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    report: Tell | None = None,
) -> None:
    """Serve what is ordered until interrupted, with drafts, and with sheets if it asks for them.

    `report` is called with each line for the terminal.
    Raises OSError when the port is taken, and KeyboardInterrupt at the end.
    """
    report = report or _to_stderr
    with passing_folder() as folder:
        preview = Preview(order, folder, report)
        server = preview.server(host, port)
        try:
            server.server_bind()
            server.rebuild()
            for path in _watched(order.project):
                server.watch(str(path))
            report(labels(server.language)("serve-at", url=server.url))
            with listening(order.project), no_search_for_cycles():
                server.serve(open_in_browser=open_browser)
        finally:
            server.shutdown()
            preview.end()


class Preview:
    """Shows one state of the handbook after another, each in a fresh folder.

    A page is drawn when it is asked for, the rest behind it. Where the project has plugins of its
    own, which may want to see the site as a whole, it is built whole each time.
    """

    def __init__(self, order: Order, folder: Path, report: Tell) -> None:
        self.project = order.project
        self.audience = order.audience
        self.folder = folder
        self.report = report
        self._memory = Memory()
        self._order = replace(
            order, pdf=bool(order.pdf), drafts=order.drafts is not False, memory=self._memory
        )
        self.url = ""
        self._built = 0
        self._failed = False
        self._shown: OnDemand | None = None
        self._behind: Thread | None = None  # makes the rest of what is shown

    def server(self, host: str, port: int) -> PreviewServer:
        """Return the server of this preview."""
        self.url = _serve_url(host, port, "/")
        language = str(load(self.project, self._memory).handbook.settings.language)
        self._server = PreviewServer(
            self.build, host, port, str(self.folder / "none"), make=self.make,
            project=self.project, language=language, report=self._tell_failure, kept=self._kept,
        )  # fmt: skip
        return self._server

    def build(self) -> str:
        """Load the handbook and return the folder of its site; raises BuildFailed."""
        self._built += 1
        fresh = self.folder / f"site-{self._built}"
        before, shown = self._shown, None
        if before is not None:
            before.pause()
        try:
            with listening(self.project, self.report) as messages:
                order = replace(self._order, site=fresh, url=self.url, audience=self.audience)
                config = configured(order, messages)
                in_part = can_be_drawn_in_part(config)
                plugin = take(config, replace(order, on_demand=in_part))
                self.audience = plugin.order.audience
                if in_part:
                    with failing(self.project, lambda: None, messages.lines):
                        shown = OnDemand(config, plugin, before.folder if before else None)
                else:
                    run(config, messages, "serve", lambda: plugin.failure, self.url)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            if before is not None:
                before.go_on()  # the last good state is what is shown
            raise
        if self._failed:
            self.report(labels(str(plugin.handbook.settings.language))("serve-repaired"))
        self._failed = False
        self._shown = shown
        if before is not None:
            before.give_up()
        for older in self.folder.glob("site-*"):
            if older != fresh:
                shutil.rmtree(older, ignore_errors=True)
        if shown is not None:
            self._behind = Thread(target=self._finish, args=(shown,), daemon=True)
            self._behind.start()
        return str(fresh)

    def make(self, path: str) -> None:
        """Make a file of the site that is asked for, where that has not been done yet."""
        shown = self._shown
        if shown is not None:
            with failing(self.project, lambda: None, []):
                shown.make(path)

    def settle(self) -> None:
        """Wait until all of what is shown has been made, or what is wrong with it was told."""
        if self._behind is not None:
            self._behind.join()

    def end(self) -> None:
        """Stop what goes on behind."""
        if self._shown is not None:
            self._shown.give_up()

    def _finish(self, shown: OnDemand) -> None:
        """Make the rest of a state; what is wrong with it is told as a failed build is."""
        try:
            with failing(self.project, lambda: None, []):
                shown.finish()
        except Exception as failure:
            self._server.fail(failure)
        if self._shown is shown:
            gc.collect()  # now that nobody waits; see serve()

    def _kept(self, failure: Exception) -> Exception:
        """Return a failure as those may see it for whom this is served."""
        return for_readers(failure, self.project, self.audience)

    def _tell_failure(self, line: str) -> None:
        self._failed = True
        self.report(line)


def _watched(project: Path) -> list[Path]:
    paths = (project / "content", project / "templates", project / CONFIG)
    return [path for path in paths if path.exists()]


def _to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
