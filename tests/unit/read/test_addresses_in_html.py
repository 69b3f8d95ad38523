"""Everything that a page leads to or loads is found, as a browser would find it."""

from __future__ import annotations

import pytest

from handbook.read.addresses_in_html import (
    Address,
    addresses_in_script,
    addresses_in_style,
    parsed,
)


@pytest.mark.parametrize(
    ("html", "leading", "loaded"),
    [
        ("<a href='x' ping=y>", {"x", "y"}, set()),
        ("<area href=x>", {"x"}, set()),
        ("<img src=a.png longdesc=d>", {"d"}, {"a.png"}),
        ("<img srcset='a.png 1x, b.png 2x,c.png'>", set(), {"a.png", "b.png", "c.png"}),
        ("<link imagesrcset='a.png'>", set(), {"a.png"}),
        ("<object archive=x data=y classid=z>", set(), {"y", "z"}),
        ("<applet archive=x>", set(), {"x"}),
        ("<q cite=a>", {"a"}, set()),
        ("<head profile=p>", {"p"}, set()),
        ("<svg><use xlink:href='#b'/></svg>", set(), {"#b"}),
        ("<video poster=p src=v></video>", set(), {"p", "v"}),
        ("<button formaction=f>", set(), {"f"}),
        ("<p style='background:url(a.png)'>x", set(), {"a.png"}),
        ("<rect fill='url(x.svg)' title='none'/>", set(), {"x.svg"}),
        ("<style>@import 'a.css'; b{c:url( \"d\" )}</style>", set(), {"a.css", "d"}),
        ("<meta http-equiv=Refresh content='0; url=x'>", set(), {"x"}),
        ("<meta http-equiv=refresh content='5'>", set(), {""}),
        ("<meta http-equiv=content-type content='x'>", set(), set()),
        ("<a href=a href=b>", {"a"}, set()),
        ("<p title='a' lang=zh>", set(), set()),
    ],
)
def test_what_leads_somewhere_is_told_from_what_is_loaded(
    html: str, leading: set[str], loaded: set[str]
) -> None:
    found = parsed(html).addresses
    assert {each.written for each in found if not each.loads} == leading
    assert {each.written for each in found if each.loads} == loaded


def test_a_link_of_markdown_is_told_from_one_that_is_typed_as_html() -> None:
    html = "<a href=p.md ping=q data-of-markdown>x</a><img src=a data-of-markdown><a href=r.md>"
    marked = {each.written: each.is_markdown for each in parsed(html).addresses}
    assert marked == {"p.md": True, "q": False, "a": True, "r.md": False}


def test_anchors_are_ids_and_names() -> None:
    assert parsed("<p id=q><a name=r id=''></a><i id=q>").anchors == {"q", "r"}


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ("<iframe></iframe><br/><form>", ("<iframe>", "<form>")),
        ("<p style='a:b'>", ("<p style='a:b'>",)),
        ("<p onclick=a>", ("<p onclick=a>",)),
        ("<p one=b on=c once=d>", ()),
        ("<script>1</script><script src=x></script>", ("<script>",)),
        ("<script type='application/json'>{}</script><script type=text/plain>", ()),
        ("<style>a{}</style><style>b{}</style>", ("<style>",)),
        ("<p title=x>", ()),
    ],
)
def test_what_no_browser_may_run_or_show_is_told_as_it_begins(
    html: str, refused: tuple[str, ...]
) -> None:
    assert parsed(html).refused == refused


def test_words_are_what_people_read_and_prose_is_not_code() -> None:
    html = (
        "<script>s</script>a<style>t</style>b<code>c<kbd>d</kbd>e</code>f</code>g<br/>h<pre>i</pre>"
    )
    page = parsed(html)
    assert (page.words, page.is_whole) == ("abcdefghi", True)
    assert page.prose.split() == ["ab", "fgh"]


@pytest.mark.parametrize(
    ("css", "loaded"),
    [
        ("a{b:url(c)}", ["c"]),
        ("a{b:url('c d')}", ["c d"]),
        ("/* url(x) */ a", []),
        ('@import "x.css";', ["x.css"]),
        ("u\\72l(x)", ["x"]),
        ("url()", []),
        ("\\0 x url(\\110000)", ["\ufffd"]),
        ("url(\\10FFFF)", ["\U0010ffff"]),
        ("url(\\41 b)", ["Ab"]),
        ("url(\\1)", ["\x01"]),
        ("url(\\0 a)", ["\ufffda"]),
        ("url(\\D800 a)", ["\ufffda"]),
        ("url(\\DFFF a)", ["\ufffda"]),
        ("url(\\E000 a)", ["\ue000a"]),
        ("url(\\D7FF a)", ["\ud7ffa"]),
        ("url(\\)a)", [""]),
    ],
)
def test_a_style_hides_nothing_that_it_loads(css: str, loaded: list[str]) -> None:
    found = list(addresses_in_style(css))
    assert [each.written for each in found] == [each for each in loaded if each]
    assert all(each == Address(each.written, "style", loads=True) for each in found)


def test_a_script_loads_what_lies_elsewhere() -> None:
    script = (
        "import('https://a/b.js');fetch(\"//c/d\"); x.src = 'http://e'; fetch('/here');"
        "new Worker(`ws://f`); print('https://g')"
    )
    assert list(addresses_in_script(script)) == [
        Address(written, "script", loads=True)
        for written in ("https://a/b.js", "//c/d", "http://e", "ws://f")
    ]


@pytest.mark.parametrize(
    ("written", "plain", "scheme"),
    [
        (" a\nb\t ", "ab", ""),
        ("HTTPS://x\\y", "HTTPS://x/y", "https"),
        ("FILE:\\\\x", "FILE://x", "file"),
        ("mailto:a\\b", "mailto:a\\b", "mailto"),
        ("JavaScript:a\\B", "javascript:a\\B", "javascript"),
        ("c:\\x", "c:/x", ""),
        ("\\\\host\\x", "//host/x", "//"),
        ("//h/x", "//h/x", "//"),
        ("ab:c\\d", "ab:c\\d", "ab"),
        ("a/b:c", "a/b:c", ""),
        ("http:x\\y", "http:x/y", "http"),
    ],
)
def test_an_address_is_taken_as_a_browser_takes_it(written: str, plain: str, scheme: str) -> None:
    found = Address(written, "a", loads=False)
    assert (found.plain, found.scheme) == (plain, scheme)
