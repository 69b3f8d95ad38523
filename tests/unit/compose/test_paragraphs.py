"""Texts of several paragraphs stay whole: no paragraph is opened inside another."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from handbook.compose.pages.composition import compose_pages
from handbook.compose.sheets import compose_sheets
from handbook.model.load import load

SETTINGS = "title: 手册\norganisation: 单位\n"
TWO = '"头一段。\\n\\n后一段。"'
PROCEDURE = f"""\
- {{kind: role, id: clerk, title: 文员}}
- kind: procedure
  id: work
  title: 办事
  summary: {TWO}
  purpose: {TWO}
  steps:
    - id: one
      do: 收下
      by: clerk
      critical: yes
      how: {TWO}
      caution: {TWO}
      why: {TWO}
      checks: [{{text: {TWO}}}]
      escalate: {{when: {TWO}, to: clerk, how: {TWO}}}
    - {{id: two, do: 办完, by: clerk}}
"""
CLOSE_A_PARAGRAPH = {"div", "ul", "ol", "table", "p", "section", "h1", "h2", "h3"}


class Paragraphs(HTMLParser):
    """Counts what a browser would tear: blocks inside a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.open = False
        self.torn: list[str] = []

    def handle_starttag(self, tag, attrs):
        if self.open and tag in CLOSE_A_PARAGRAPH:
            self.torn.append(tag)
        self.open = tag == "p" or (self.open and tag not in CLOSE_A_PARAGRAPH)

    def handle_endtag(self, tag):
        if tag == "p":
            self.open = False


def torn(html: str) -> list[str]:
    found = Paragraphs()
    found.feed(html.partition("<body")[2] or html)
    return found.torn


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paragraphs")
    (folder / "content").mkdir()
    (folder / "content/handbook.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content/all.yml").write_text(PROCEDURE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["procedure", "checklist", "card", "observe", "role"])
def test_no_sheet_tears_a_text_of_two_paragraphs(project, kind):
    sheets = compose_sheets(load(project).handbook, project)
    [sheet] = [each for each in sheets if each.sheet == kind]
    assert "后一段" in sheet.html
    assert torn(sheet.html) == []


def test_no_page_tears_a_text_of_two_paragraphs(project):
    pages = compose_pages(load(project).handbook, project)
    [page] = [each for each in pages if each.uri == "procedures/work.md"]
    assert "后一段" in page.markdown
    assert torn(MarkdownIt("commonmark", {"html": True}).render(page.markdown)) == []
