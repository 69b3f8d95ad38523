"""What keeps people from using a page is found, however many rows look like one another."""

from __future__ import annotations

import re

import pytest
from barriers import barriers
from desk_site import opened
from sites import browsing

PAGE = """<!doctype html><html lang=zh><title>页</title><style>
.pale, .late td, tr.even:nth-child(even) td, :checked + b, .last td:last-child, [href^="http"]
{ color: #ddd; background: #fff }
</style><main><h1>页</h1><table>%s</table></main>"""
ROW = "<tr><td>第一行</td><td><a href='#%d'>第二格</a></td></tr>"
MANY = "".join(ROW % n for n in range(30))
PALE = (
    "<tr><td id=a-class class=pale>三行</td></tr>",
    "<tr class=late><td id=its-row>三行</td></tr>",
    "<tr><td><a href='#x' id=a-link class=pale>三行</a></td></tr>",
    "<tr class=even><td id=odd>三行</td></tr><tr class=even><td id=even>三行</td></tr>",
    "<tr><td><input type=checkbox title=a><b id=unchosen>三行</b></td></tr>"
    "<tr><td><input type=checkbox title=a checked><b id=chosen>三行</b></td></tr>",
    "<tr class=last><td id=not-last>三行</td><td id=last>三行</td></tr>",
    "<tr><td><a href='https://a.example/' id=outside>三行</a></td></tr>",
    "<tr><td><input type=checkbox title=a><b id=before>三行</b>"
    "<input type=checkbox title=a checked><b id=after>三行</b></td></tr>",
)
ALIKE = "<tr><td><input title=名></td></tr>" * 6
UNNAMED = "<tr><td><input title=''></td></tr>"


@pytest.fixture(scope="module", params=["light", "dark"])
def context(request):
    with browsing(color_scheme=request.param) as context:
        yield context


def test_a_row_that_looks_otherwise_is_seen_among_many(context) -> None:
    page, _ = opened(context)
    page.set_content(PAGE % (MANY + MANY.join(PALE) + MANY))
    told = barriers(page)
    page.close()
    assert {each.partition(":")[0] for each in told} == {"color-contrast"}
    found = {re.search(r'<[^>]* id="([\w-]+)"', each)[1] for each in told}
    judged = {"a-class", "its-row", "a-link", "chosen", "after", "last", "outside"}
    assert found == judged | (found & {"odd", "even"})
    assert len(found & {"odd", "even"}) == 1


def test_of_rows_that_look_alike_a_few_are_judged(context) -> None:
    page, _ = opened(context)
    page.set_content(PAGE % ("<tr><td class=pale>三行</td></tr>" * 20))
    assert 1 <= len(barriers(page)) <= 4
    page.close()


def test_what_only_words_can_get_wrong_is_judged_in_every_row(context) -> None:
    page, _ = opened(context)
    page.set_content(PAGE % (ALIKE + UNNAMED + ALIKE))
    in_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert [told.partition(":")[0] for told in barriers(page)] == ([] if in_dark else ["label"])
    page.close()
