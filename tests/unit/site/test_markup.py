"""Our pages become the same HTML as Python-Markdown makes of them; anything else is left to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from mkdocs.structure.toc import AnchorLink, get_toc

from handbook.compose.pages.composition import compose_pages
from handbook.compose.setting.markdown import split_head
from handbook.model.load import load
from handbook.site.markup import anchors_of, draw, takes

EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "admonition"]


def told(items: list[AnchorLink]) -> list:
    return [(item.title, item.id, item.level, told(item.children)) for item in items]


@pytest.mark.parametrize("permalink", [True, False])
@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir()))
def test_every_page_is_drawn_as_python_markdown_draws_it(example, permalink) -> None:
    settings = {"toc": {"permalink": permalink, "slugify": slugify_unicode}}
    assert takes(EXTENSIONS, settings)
    for page in compose_pages(load(EXAMPLES / example).handbook, EXAMPLES / example):
        _, text = split_head(page.markdown)
        usual = Markdown(extensions=EXTENSIONS, extension_configs=settings)
        html = usual.convert(text)
        drawn = draw(text, permalink=permalink)
        assert drawn is not None, page.uri
        assert drawn.html == html, page.uri
        assert told(drawn.toc.items) == told(get_toc(usual.toc_tokens).items), page.uri


@pytest.mark.parametrize(
    "text",
    [
        "Words by themselves",
        "# A heading without an id",
        "<div>\n\n# Inside {#x}\n\n</p>",
        "<div></div> and words",
        "<span>a line</span>",
        "<div>\n",
        "</div>",
        "<!-- a comment -->",
        "- a list",
        "<div>a\tb</div>",
        "# Two {#a data-x=y}",
    ],
)
def test_what_is_more_than_headings_and_blocks_is_left_alone(text) -> None:
    assert draw(text, permalink=True) is None


def test_what_looks_like_a_heading_inside_html_is_none() -> None:
    text = "<pre>\n\n# x {#y}\n\n</pre>\n\n<div>\n\n## z {#w}\n\n</div>"
    assert draw(text, permalink=True).html == text


@pytest.mark.parametrize(
    ("extensions", "settings"),
    [
        ([*EXTENSIONS, "smarty"], {}),
        (["toc"], {}),
        (EXTENSIONS, {"toc": {"baselevel": 2}}),
        (EXTENSIONS, {"toc": {"permalink": "§"}}),
    ],
)
def test_other_extensions_and_settings_are_left_to_python_markdown(extensions, settings) -> None:
    assert not takes(extensions, settings)


def test_anchors_are_found() -> None:
    assert anchors_of('<h1 id="_top">a</h1><a name="b">c</a><p class="d">') == {"_top", "b"}
