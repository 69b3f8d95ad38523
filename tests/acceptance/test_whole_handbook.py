"""The whole handbook in one piece: its contents, mentions, indexes and outline run through."""

from __future__ import annotations

import re

import pypdf
import pytest
from sites import small_project
from test_books import bookmarks, words
from tests.composed import compose_books

from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.press import print_sheets

SHARED = """\
- {kind: role, id: clerk, title: 接待员}
- {kind: form, id: slip, title: 登记单, code: FM-1, filled_by: clerk, groups: [{fields: [姓名]}]}
- {kind: term, id: guest, title: 来客, definition: 上门的人。}
- {kind: policy, id: manners, title: 接待规矩, code: PO-1, articles: [{id: a, text: 起身问好。}]}
"""
SECTION = """\
- kind: procedure
  id: visit
  title: 接待来客ID
  code: PR-ID
  steps:
    - {id: greet, do: "照[[manners]]问好", by: clerk, fill: slip}
    - {id: seat, do: 请坐, by: clerk}
- {kind: term, id: seat, title: 坐席ID, definition: 接电话的位子。}
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    files = {}
    for name in ("east", "west", "west/night"):
        files[f"content/{name}/section.yml"] = f"title: {name}\n"
        files[f"content/{name}/all.yml"] = SECTION.replace("ID", name.replace("/", "-"))
    project = small_project(tmp_path_factory.mktemp("whole") / "p", SHARED, **files)
    loaded = load(project)
    assert loaded.problems == ()
    composed = compose_books(loaded.handbook, environment(project))
    made = print_sheets(composed, cache=project / ".cache", jobs=1)
    assert made.problems == ()
    return {uri: pypdf.PdfReader(each.path) for uri, each in made.files.items()}


@pytest.fixture
def whole(books):
    return books["print/handbook.pdf"]


def test_each_definition_stands_in_the_whole_and_in_one_book_of_a_section(books):
    assert list(books) == ["print/handbook.pdf", "print/east/handbook.pdf",
                           "print/west/handbook.pdf"]  # fmt: skip
    holding = [uri for uri, book in books.items() if "接待来客 west-night" in said(book)]
    assert holding == ["print/handbook.pdf", "print/west/handbook.pdf"]


def said(book) -> str:
    return " ".join(map(words, book.pages))


def test_the_outline_has_every_section_and_the_indexes(whole):
    tops = [title for depth, title, _ in bookmarks(whole) if depth == 1]
    assert tops == ["小手册", "受控页", "目录", "各栏目共用", "east", "west", "west/night",
                    "表单索引", "术语"]  # fmt: skip


def test_a_mention_in_any_section_tells_the_page_of_what_all_share(whole):
    where = {title: page for depth, title, page in bookmarks(whole) if depth == 3}
    found = re.findall(r"照接待规矩 PO-1 第 (\d+) 页", said(whole))
    assert found == [str(where["接待规矩"])] * 3


def test_the_index_of_forms_tells_the_pages_of_all_procedures_that_fill_one(whole):
    where = {title: page for depth, title, page in bookmarks(whole) if depth == 3}
    index = next(page for _, title, page in bookmarks(whole) if title == "表单索引")
    told = words(whole.pages[index - 1])
    for name in ("east", "west", "west-night"):
        assert f"接待来客 {name} PR-{name} 第 {where[f'接待来客 {name}']} 页" in told


def test_the_glossary_is_one_for_all(whole):
    page = next(page for _, title, page in bookmarks(whole) if title == "术语")
    told = words(whole.pages[page - 1])
    for word in ("来客", "坐席 east", "坐席 west", "坐席 west-night"):
        assert word in told


def test_the_contents_tell_every_page(whole):
    contents = next(page for _, title, page in bookmarks(whole) if title == "目录")
    told = words(whole.pages[contents - 1])
    for depth, title, page in bookmarks(whole):
        if depth == 3:
            assert re.search(rf"{re.escape(title)}[ .]*{page}(?!\d)", told), title
