"""A preview server that shows what is wrong in the browser and keeps the last good site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.livereload import LiveReloadServer, _serve_url

from handbook.compose.setting.labels import labels
from handbook.site.hosts import is_called_rightly
from handbook.site.policy import trusting
from handbook.site.run import BuildFailed, Tell
from handbook.site.trouble import bare_page, lines_of, overlay

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

# Builds the site, and returns its folder if that is another one than before.
Build = Callable[[], str | None]
# Makes a file of the site that may not have been made yet; its path within the site.
Make = Callable[[str], None]
POLLING = 0.15  # seconds between two looks at the files
QUIET = 0.05  # seconds without a further change, because editors may save in several goes


class PreviewServer(LiveReloadServer):
    """MkDocs' live server; a failed build leaves the site and lays a notice over its pages."""

    def __init__(
        self,
        build: Build,
        host: str,
        port: int,
        root: str,
        mount_path: str = "/",
        *,
        project: Path,
        language: str,
        make: Make | None = None,
        report: Tell | None = None,
        kept: Callable[[Exception], Exception] | None = None,
    ) -> None:
        super().__init__(self.rebuild, host, port, root, mount_path, polling_interval=POLLING)
        self.build_delay = QUIET
        self.build = build
        self.make = make
        self.project = project
        self.language = language
        self.report = report or (lambda line: None)
        self.kept = kept or (lambda failure: failure)  # without what these readers may not see
        self.bound = host
        self.notice = b""
        self.error_handler = self.not_found
        self._is_bound = False

    def rebuild(self) -> None:
        """Build; on success serve the new site, else say what is wrong over the old one."""
        try:
            root = self.build()
        except Exception as failure:  # whatever it is, the editor goes on working
            self.fail(failure)
        else:
            self.root, self.notice = root or self.root, b""

    def fail(self, failure: Exception) -> None:
        """Lay what is wrong over the pages, and report it."""
        if isinstance(failure, BuildFailed) and failure.language:
            self.language = failure.language
        has_site = Path(self.root).is_dir()
        shown = self.kept(failure)
        self.notice = overlay(shown, self.project, self.language, has_site=has_site).encode()
        for line in lines_of(failure):
            self.report(line)

    def server_bind(self) -> None:
        """Take the port once: before the first build already, which may last."""
        if not self._is_bound:
            super().server_bind()
            host, port = self.server_address[:2]
            self.url = _serve_url(str(host), port, self.mount_path)
            self._is_bound = True

    def serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer who calls this preview by its own name; see site/hosts.py."""
        if not is_called_rightly(environ.get("HTTP_HOST"), self.bound):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [labels(self.language)("serve-foreign", url=self.url).encode()]
        return super().serve_request(environ, start_response)

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        """Answer as MkDocs does, once what is asked for has been made."""
        while True:
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            root = self.root
            self._make(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"))
            answer = super()._serve_request(environ, start_response)
            if answer is not None or self.root == root:  # else there is a newer site by now
                return answer

    def _make(self, path: str) -> None:
        if self.make is None or not path.startswith(self.mount_path):
            return
        inner = path[len(self.mount_path) :]
        name = posixpath.normpath("/" + inner + ("index.html" if path.endswith("/") else ""))
        try:
            self.make(name.lstrip("/"))
        except Exception as failure:  # a page that cannot be drawn is a build that failed
            self.fail(failure)

    def not_found(self, code: int) -> bytes | None:
        """Answer what is not there: by the site's own page, by the notice where there is none."""
        page = Path(self.root) / f"{code}.html"
        if page.is_file():
            return self._inject_js_into_html(page.read_bytes(), self._visible_epoch)
        if self.notice:
            empty = bare_page(self.project.name, self.language)
            return self._inject_js_into_html(empty, self._visible_epoch)
        return None

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        end = content.rfind(b"</body>")
        if self.notice and end >= 0:
            content = content[:end] + self.notice + content[end:]
        page = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]  # untyped there
        return trusting(page, self.notice + page[page.rfind(b"<script>") :])


def preview_of(
    server: LiveReloadServer,
    build: Build,
    *,
    project: Path,
    language: str,
    report: Tell | None,
    kept: Callable[[Exception], Exception] | None = None,
) -> PreviewServer:
    """Return a preview server in place of one that MkDocs has made and not yet bound."""
    host, port = server.server_address[:2]
    root, mount = server.root, server.mount_path
    preview = PreviewServer(
        build, str(host), port, root, mount,
        project=project, language=language, report=report, kept=kept,
    )  # fmt: skip
    for path in server._watched_paths:
        preview.watch(path)
    server.server_close()
    return preview
