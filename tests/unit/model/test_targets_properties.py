"""A file that a page shows is found however the page writes it, for only so can it be kept back."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.model.written import written_page
from handbook.read.nodes import Text
from handbook.read.pages import PageSource
from handbook.read.site_settings import PLAIN, Dialect

NAME = st.text(st.sampled_from("abcXYZ019-_ .图片é()&'+,=@~!"), min_size=1, max_size=8).filter(
    lambda name: name.strip(" .") == name and ".." not in name
)
FOLDER = st.sampled_from(["", "img/", "图 片/", "../", "../img/", "./", "img/../img/"])
AFTER = st.sampled_from(["", "?v=1", "#a", "?a#b"])
EXTENDED = Dialect(("admonition", "md_in_html", "footnotes", "def_list", "pymdownx.superfences"))


def references(address: str) -> str:
    return ";".join(f"&#{ord(sign)}" for sign in address) + ";"


SPELLINGS = {
    "angles": lambda at, raw: f"![x](<{raw}>)",
    "encoded": lambda at, raw: f"![x]({at})",
    "titled": lambda at, raw: f'![x]({at} "words")',
    "reference": lambda at, raw: f"![x][there]\n\n[there]: {at}",
    "shortcut": lambda at, raw: f"![There]\n\n[there]: <{at}> 'words'",
    "link": lambda at, raw: f"[x]({at})",
    "image in a link": lambda at, raw: f"[![x]({at})](https://x.example)",
    "in a list": lambda at, raw: f"* a\n\n    * ![x]({at})",
    "in a table": lambda at, raw: f"| a |\n|---|\n| ![x]({at}) |",
    "in a quotation": lambda at, raw: f"> ![x]({at})",
    "double quotes": lambda at, raw: f'<img alt="a > b" src="{escape(raw)}">',
    "single quotes": lambda at, raw: f"<IMG SRC='{escape(raw)}'/>",
    "no quotes": lambda at, raw: f"<div>\n<img src={at}>\n</div>",
    "two lines": lambda at, raw: f'<div><img\n alt="x"\n src =\n "{escape(raw)}"\n></div>',
    "blanks around": lambda at, raw: f'<img src=" {escape(raw)}\t">',
    "backslashes": lambda at, raw: f'<img src="{escape(raw).replace("/", chr(92))}">',
    "character references": lambda at, raw: f'<img src="{references(raw)}">',
    "srcset": lambda at, raw: f'<img srcset="a.png 1x,{at} 2x">',
    "source": lambda at, raw: f'<picture><source srcset="{at}"><img src="a.png"></picture>',
    "poster": lambda at, raw: f'<video poster="{escape(raw)}"></video>',
    "video": lambda at, raw: f'<video controls><source src="{escape(raw)}"></video>',
    "style": lambda at, raw: f"<p style=\"background: url('{at}')\">x</p>",
    "style sheet": lambda at, raw: f"<style>p {{ background: url({at}) }}</style>",
    "anchor": lambda at, raw: f'text <a download href="{escape(raw)}">x</a>',
    "svg": lambda at, raw: f'<svg><image xlink:href="{escape(raw)}"/></svg>',
    "object": lambda at, raw: f'<object data="{escape(raw)}"></object>',
    "background": lambda at, raw: f'<table background="{escape(raw)}"></table>',
    "in a block": lambda at, raw: f'<div class="a">\n<p>\n<img src="{escape(raw)}">\n</p>\n</div>',
}


def found(text: str, dialect: Dialect) -> set[str]:
    lines = tuple(
        Text.at(line, "content/pages/deep/a.md", number, 1)
        for number, line in enumerate(f"# Page\n\n{text}\n".split("\n"), 1)
    )
    source = PageSource("content/pages/deep/a.md", "deep/a.md", None, False, lines, dialect)
    return written_page(source, ("public",))[0].targets()


def is_found(spelling: str, folder: str, name: str, after: str, dialect: Dialect) -> None:
    there = {"": "deep/", "./": "deep/", "../": "", "../img/": "img/", "图 片/": "deep/图 片/"}
    raw = f"{folder}{name}.png"
    at = quote(raw, safe="/.~") + after
    raw = raw.replace("%", "%25").replace("#", "%23").replace("?", "%3F") + after
    assert f"{there.get(folder, 'deep/img/')}{name}.png" in found(
        SPELLINGS[spelling](at, raw), dialect
    )


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(FOLDER, NAME, AFTER, st.sampled_from([PLAIN, EXTENDED]))
@settings(max_examples=5, deadline=None)
def test_it_is_found(spelling, folder, name, after, dialect) -> None:
    is_found(spelling, folder, name, after, dialect)


@pytest.mark.long
@pytest.mark.parametrize("spelling", SPELLINGS)
@given(FOLDER, NAME, AFTER, st.sampled_from([PLAIN, EXTENDED]))
@settings(max_examples=400, deadline=None)
def test_it_is_found_in_many_places(spelling, folder, name, after, dialect) -> None:
    is_found(spelling, folder, name, after, dialect)
