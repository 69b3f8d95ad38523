"""The words of a page are those that people read, part by part."""

from __future__ import annotations

import pytest

from handbook.site.search.words import Part, parts_of


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<h1>T</h1><p>a<b>b</b> c</p>", [("", "", "ab c")]),
        ("<p>a</p><p>b<br>c</p>", [("", "", "a b c")]),
        ("<h2 id=\"x\">He<a class=\"headerlink\" href=#>¶</a>ad</h2>t", [("x", "Head", "t")]),
        ("<h3 id=\"y&amp;z\">S</h3>u&amp;v", [("y&z", "S", "u&v")]),
        ("<h2>no id</h2>\u200bx", [("", "no id", "x")]),
        ("<script>var a='<p>x</p>'</script>z<style>a</style><svg><text>q</text></svg>w",
         [("", "", "zw")]),
        ("<div data-search-exclude>a<p>b<br>c</p>d</div>e", [("", "", "e")]),
        ("<h2 id=\"x\" data-search-exclude>no</h2>gone<p>gone</p><h2 id=\"y\">yes</h2>here",
         [("y", "yes", "here")]),
        ("a<!-- <p> -->c<template>d<img><b>e</b></template>f <img src=x>g", [("", "", "acf g")]),
        ("<p title=\"a>b\">x</p><td>1</td><td>2</td>", [("", "", "x 1 2")]),
        ("<P>a</P>b<H2 ID='x'>c</H2>d", [("", "", "a b"), ("", "c", "d")]),
        ("<h2 id=\"a\"></h2><h2 id=\"b\">B</h2>", [("b", "B", "")]),
        ("<script>never closed", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_page_is_parted_at_its_headings(html: str, parts: list[tuple[str, str, str]]) -> None:
    assert parts_of(html) == tuple(Part(*part) for part in parts)
