"""Every page carries a policy that it keeps itself, and that refuses what is planted."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_site import desk_site, opened
from sites import POLICY, browsing, mkdocs, small_project

PAGES = (
    "index", "404", "rules", "keys", "print/index", "tags/index", "procedures/index",
    "procedures/complaint", "scripts/reception", "forms/complaint-form", "policies/reply-rules",
    "roles/clerk", "units/front", "standards/answer-rate", "terms/callback", "documents/licence",
    "overview/index", "overview/calendar", "overview/responsibilities", "overview/limits",
    "overview/organisation", "overview/dates",
)  # fmt: skip
PLANTED = (
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
    "<a id=planted href='javascript:window.hit = 3'>x</a><p id=look style='color: #010203'>x</p>"
    "<iframe srcdoc='<script>parent.hit = 4</script>'></iframe>"
    "<form action='https://elsewhere.example/'><button id=send>x</button></form>"
)
SENDING = """new Promise((tell) => {
  addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective));
  document.querySelector("#send").click();
})"""


class Silent(http.server.SimpleHTTPRequestHandler):
    """Hands out files without telling."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", params=["file", "http"])
def address(request) -> Iterator[str]:
    """Where the site is: on the disk, and on a server."""
    if request.param == "file":
        yield desk_site().as_uri()
        return
    handler = functools.partial(Silent, directory=str(desk_site()))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def context():
    with browsing(offline=False) as context:  # to a browser without a network no server answers
        yield context


@pytest.fixture
def page(context, address):
    page, wrong = opened(context, address)
    yield page
    page.close()
    assert not wrong


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_own_policy(page, address, name: str) -> None:
    if name == "404" and address.startswith("file:"):
        pytest.skip("only a server gives that page out")
    answers: list[str] = []
    page.on("requestfailed", lambda request: answers.append(request.url))
    page.goto(f"{address}/{name}.html")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--key')")  # our style
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()  # our scripts
    assert not answers


def test_the_search_loads_its_index(page, address) -> None:
    page.goto(f"{address}/procedures/complaint.html")
    page.keyboard.press("/")
    page.keyboard.type("投诉")
    page.wait_for_selector(".md-search-result__item")


def test_dark_is_chosen_and_kept(page, address) -> None:
    page.goto(f"{address}/index.html")
    page.locator("label.md-header__button[for=__palette_1]").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.goto(f"{address}/rules.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.evaluate("localStorage.clear()")


def test_what_is_planted_on_a_page_is_refused(context, address) -> None:
    plain = desk_site() / "procedures" / "complaint.html"
    planted = plain.with_name("planted.html")
    planted.write_text(
        plain.read_text(encoding="utf-8").replace("</article>", PLANTED + "</article>"), "utf-8"
    )
    page, wrong = opened(context, address)
    left: list[str] = []
    page.on("request", lambda request: left.append(request.url))
    page.goto(f"{address}/procedures/planted.html")
    page.locator("#planted").click()
    assert page.evaluate("window.hit") is None
    assert page.locator("#look").evaluate("each => getComputedStyle(each).color") != "rgb(1, 2, 3)"
    refused = "\n".join(said for said in wrong if POLICY in said)
    assert "script-src" in refused
    assert "style-src" in refused
    assert page.evaluate(SENDING) == "form-action"
    assert not [url for url in left if "elsewhere" in url]
    page.close()
    planted.unlink()


def test_a_style_in_a_page_stops_the_build_and_is_told(tmp_path: Path) -> None:
    about = "# 关于\n\n<p style='color: red'>红</p>\n"
    project = small_project(tmp_path / "project", **{"content/pages/about.md": about})
    done = mkdocs(project)
    assert done.returncode == 1
    assert "content/pages/about.md:3:1: " in done.stderr
    assert "<p style='color: red'>" in done.stderr
    assert "[refused-markup]" in done.stderr
