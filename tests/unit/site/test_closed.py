"""What a page would load from elsewhere is found; what it merely links to is not."""

from __future__ import annotations

import pytest
from mkdocs.exceptions import PluginError

from handbook.site.closed import in_css, in_html, in_js, require_closed

LOADING = (
    '<script src="https://x.example/a.js"></script>',
    "<script defer src=//x.example/a.js></script>",
    '<link rel="stylesheet" href="https://x.example/a.css">',
    "<link rel='preconnect' href='https://x.example/'>",
    '<img alt="a > b" src="http://x.example/a.png">',
    '<img srcset="https://x.example/a.png 2x">',
    '<img src="/\\x.example/a.png">',
    "<img src='\\\\x.example/a.png'>",
    "<img src=file:///etc/passwd>",
    "<img srcset=//x.example/a.png>",
    '<img srcset="a.png 1x, https://x.example/a.png 2x">',
    '<link rel=preload imagesrcset="a.png 1x, //x.example/a.png 2x">',
    '<meta http-equiv="Refresh" content="0; url=https://x.example/">',
    "<iframe\n  src = 'https://x.example/'></iframe>",
    '<video poster="https://x.example/a.png"></video>',
    '<object data="https://x.example/a.svg"></object>',
    '<svg><use xlink:href="https://x.example/a.svg#b"/></svg>',
    '<form action="https://x.example/"></form>',
    "<style>@import 'https://x.example/a.css';</style>",
    '<p style="background: url(https://x.example/a.png)">a</p>',
    '<script>fetch("https://x.example/a.json")</script>',
    '<a data-md-component="source" href="a">a</a>',
    '<pre class="mermaid"><code>a</code></pre>',
)
CLOSED = (
    '<a href="https://x.example/">outside</a>',
    '<link rel="canonical" href="https://x.example/">',
    '<link rel="next" href="https://x.example/">',
    '<script src="../assets/a.js"></script>',
    "<p>&lt;script src=&quot;https://x.example/a.js&quot;&gt;</p>",
    '<img src="data:image/png;base64,//x">',
    "<p>https://x.example/a.js</p>",
    '<script id="__config" type="application/json">{"base": "https://x.example"}</script>',
)


@pytest.mark.parametrize("html", LOADING)
def test_loading_from_elsewhere_is_found(html) -> None:
    assert list(in_html(f"{html}<a href='https://x.example/'>outside</a>"))


@pytest.mark.parametrize("html", CLOSED)
def test_what_stays_at_home_is_let_through(html) -> None:
    assert not list(in_html(html))


@pytest.mark.parametrize("css", ['@import "//x.example/a.css";', "a{src:url('https://x.example')}"])
def test_a_stylesheet_is_looked_through(css) -> None:
    assert list(in_css(css))


def test_a_namespace_is_no_load() -> None:
    assert not list(
        in_css("a{background:url(\"data:image/svg+xml,%3Csvg xmlns='http://w3.org'\")}")
    )


@pytest.mark.parametrize(
    "script",
    ['import("https://x.example/a.js")', "new WebSocket(`wss://x.example`)",
     "image.src = 'https://x.example/a.png'", "importScripts('//x.example/a.js')"],
)  # fmt: skip
def test_a_script_is_looked_through(script) -> None:
    assert list(in_js(script))


def test_a_picture_with_a_script_is_found(tmp_path) -> None:
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")
    with pytest.raises(PluginError, match=r"a\.svg"):
        require_closed(tmp_path, "en")


def test_a_site_is_told_by_file_and_address(tmp_path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_text(LOADING[0])
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.js").write_text('fetch("https://x.example/")')
    with pytest.raises(PluginError, match=r"a/b\.html: https://x\.example/a\.js") as error:
        require_closed(tmp_path, "en")
    assert "search_index" not in str(error.value)
