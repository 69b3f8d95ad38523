"""Whatever stands on a page, what it says and leads to can be asked for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.read.addresses_in_html import addresses_in_script, addresses_in_style, parsed
from handbook.read.converted import page_of
from handbook.read.site_settings import PLAIN

PIECES = st.sampled_from([
    "<", ">", "</", "/>", "<!", "<![", "<![foo[", "<![CDATA[", "<!--", "-->", "<?", "?>",
    "<!DOCTYPE", "[", "](", ")", "![", "]: ", "`", "```\n", "*", "_", "#", "\n", "\n\n", "    ",
    "> ", "- ", "| ", "img", "a ", "style", "script", "svg", " src=", " href='", " srcset=\"",
    '"', "'", "=", "&#", "&#x0;", ";", "\\", "{", "{:", "}", "x", "裁", "a.png", "url(",
    "@import", "javascript:", "//", "\0", "\x02", "{#", "!!! note\n", "[^1]: ", "\u200b",
    "data:,",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_markup_is_taken_apart_or_given_up(text: str) -> None:
    page = page_of(text, PLAIN)
    for address in page.addresses:
        assert isinstance(address.scheme, str)
    assert isinstance(page.words, str)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_style_and_script_is_looked_through(text: str) -> None:
    list(addresses_in_style(text))
    list(addresses_in_script(text))


def test_deep_nesting_and_odd_declarations_are_no_fault_of_ours() -> None:
    for text in (">" * 3000 + "x", "<![foo[ bar ]]>", "<![if x]>a<![endif]>", "[" * 2000):
        assert isinstance(page_of(text, PLAIN).is_whole, bool)


def test_each_way_to_write_an_address_says_whether_it_loads() -> None:
    html = "<a href=a><img src=b srcset='c 1x, d'><q cite=e><p style='x: url( \"f\" )'>"
    loads = {each.written: each.loads for each in parsed(html).addresses}
    assert loads == {"a": False, "b": True, "c": True, "d": True, "e": False, "f": True}
