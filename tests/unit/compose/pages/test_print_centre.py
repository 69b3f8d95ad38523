"""The print centre lists every sheet by section, folded away where they are many."""

from __future__ import annotations

import re

import pytest
from test_pages import pages_of
from tests.written import handbook_of

from handbook.compose.frame.composer import Composer
from handbook.compose.pages import prints
from handbook.compose.templates.environment import shipped_templates
from handbook.model.handbook import Handbook

CONTENT = "- {kind: procedure, id: visit, title: 回访, code: HF-1, steps: [{id: a, do: 打}]}\n"
SECTIONS = {
    "desk__section": "title: 前台\n",
    "desk__all": "- {kind: procedure, id: greet, title: 接待, steps: [{id: a, do: 迎}]}\n",
    "desk__night__section": "title: 夜班\n",
    "desk__night__all": "- {kind: script, id: hi, title: 夜里来人, lines: [{id: a, say: 好}]}\n",
}


def row_of(section: str, id: str, kind: str, sheet: str) -> dict:
    uri = "/".join(filter(None, ("print", section, f"{id}.{sheet}.pdf")))
    found = {"section": section, "id": id, "kind": kind, "sheet": sheet, "uri": uri}
    return found | {"pages": 1, "bytes": 2048, "title": id, "edition": "abc123"}


ROWS = [
    row_of("", "visit", "procedure", "checklist"),
    row_of("desk", "greet", "procedure", "checklist"),
    row_of("desk", "greet", "procedure", "card"),
    row_of("desk/night", "hi", "script", "script"),
    row_of("", "handbook", "book", "book") | {"title": "全书"},
    row_of("desk", "handbook", "book", "book") | {"title": "前台手册"},
]


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT, **SECTIONS)


@pytest.fixture(scope="module")
def centre(handbook) -> str:
    return pages_of(handbook, ROWS)["print/index.md"].markdown


def test_a_section_holds_its_sheets_its_book_and_the_sections_inside(centre) -> None:
    desk = centre[centre.index('<summary id="_desk">') : centre.index('<summary id="_shared">')]
    assert 'href="desk/greet.checklist.pdf">检查表</a>' in desk
    assert "前台手册" in desk
    inner = desk[desk.index('<summary id="_desk-night">') :]
    assert desk.count("</details>") == 2
    assert "夜里来人" in inner


def test_the_number_of_a_section_counts_what_is_inside(centre) -> None:
    assert re.search(r'id="_desk">前台 <small>4 份</small>', centre)
    assert re.search(r'id="_desk-night">夜班 <small>1 份</small>', centre)


def test_the_book_of_everything_stands_first(centre) -> None:
    assert centre.index("全书") < centre.index('<summary id="_desk">')


def test_one_chooses_among_the_sorts_of_sheets_there_are(centre) -> None:
    assert re.findall(r'<option value="(\w*)">', centre) == ["", "checklist", "card", "script"]


def test_few_sheets_are_all_in_sight(centre) -> None:
    assert centre.count('<details class="prints-part" open>') == 3


def test_many_sheets_are_folded_away(handbook, monkeypatch) -> None:
    monkeypatch.setattr(prints, "MOST_IN_SIGHT", 2)
    markdown = pages_of(handbook, ROWS)["print/index.md"].markdown
    assert markdown.count('<details class="prints-part">') == 3


def test_too_many_are_on_pages_of_their_sections(handbook, monkeypatch) -> None:
    monkeypatch.setattr(prints, "MOST_ON_A_PAGE", 10)
    pages = pages_of(handbook, ROWS)
    assert 'href="desk/night/index.html">夜班</a>' in pages["print/index.md"].markdown
    assert "greet.checklist.pdf" not in pages["print/index.md"].markdown
    desk = pages["print/desk/index.md"].markdown
    assert 'href="greet.checklist.pdf"' in desk
    assert "夜里来人" not in desk
    assert '<details class="prints-part" open>' in desk


def test_the_weight_of_a_section_is_what_it_takes_on_a_page() -> None:
    steps = "steps: [{id: a, do: 迎}]"
    many = "".join(
        f"- {{kind: procedure, id: p{n}, title: 很长的标题{n}, code: DH-{n}, {steps}}}\n"
        for n in range(50)
    )
    handbook = handbook_of(many)
    rows = [row_of("", f"p{n}", "procedure", s) for n in range(50) for s in ("checklist", "card")]
    composer = Composer(handbook, shipped_templates(), rows)
    screen = composer.screen("print/index")
    section = prints._section(handbook.organisation, (), composer, screen)
    markdown = pages_of(handbook, rows)["print/index.md"].markdown
    table = markdown[markdown.index("</thead>") : markdown.index("</table>")].encode()
    assert 0.8 * len(table) < section.weight < 1.3 * len(table)
