"""Every definition gets its page; a page says what was written, with the anchors as written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ours import PROJECT, our_handbook
from tests.written import handbook_of

from handbook.compose.frame.page import Page
from handbook.compose.pages.composition import compose_pages
from handbook.compose.pages.published import without_drafts
from handbook.languages import LANGUAGES, rules
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS

ALL_KINDS = """\
- {kind: unit, id: desk, title: 前台组, head: lead, headcount: 3}
- {kind: unit, id: night, title: 夜班组, parent: desk, shifts: [{title: 晚班, from: 18:30, to: 24:00}]}
- {kind: role, id: lead, title: 组长, unit: desk, headcount: 1}
- {kind: role, id: clerk, title: 接待员, unit: desk, reports_to: lead, headcount: 2, duties: [接电话]}
- {kind: role, id: anyone, title: 任何人, members: [desk]}
- {kind: standard, id: fast, title: 应答时限, value: 20秒, sense: at-most}
- {kind: term, id: vip, title: 贵宾, definition: 常来的客户。, aliases: [老客户]}
- {kind: document, id: contract, title: 合同, where: 档案柜, external: yes}
- {kind: script, id: hello, title: 开场白, lines: [{id: open, say: "{姓名}您好"}], slots: {姓名: 张先生}, never: [不知道]}
- {kind: form, id: slip, title: 登记单, filled_by: clerk, groups: [{title: 客户, fields: [{id: name, label: 姓名, required: yes}]}]}
- {kind: policy, id: rules, title: 规矩, articles: [{id: late, number: "4.1", title: 迟到, text: "见[[fast]]"}]}
- kind: procedure
  id: visit
  title: 接待
  code: PR-1
  tags: [前台]
  asks: [有人吗]
  steps:
    - {id: greet, phase: 开始, do: 问好, by: clerk, within: 5分钟, critical: yes, say: hello, fill: slip}
    - {id: ask, do: "问来意，填《登记单》", by: anyone, branches: [{when: 要投诉, go: old}, {go: end}]}
- {kind: procedure, id: old, title: 旧流程, status: retired, replaced_by: visit, steps: [{id: a, do: 做}]}
- {kind: procedure, id: new, title: 新流程, status: draft, steps: [{id: a, do: 做, by: clerk}]}
"""  # noqa: E501


def pages_of(handbook: Handbook, printed=None) -> dict[str, Page]:
    return {page.uri: page for page in compose_pages(handbook, PROJECT, printed)}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(ALL_KINDS)


@pytest.fixture(scope="module")
def pages(handbook) -> dict[str, Page]:
    return pages_of(handbook)


def test_every_definition_of_every_kind_has_a_page(handbook, pages) -> None:
    assert {definition.kind for definition in handbook.definitions} == set(KINDS)
    for definition in handbook.definitions:
        page = pages[f"{definition.folder}/{definition.id}.md"]
        assert page.title == str(definition.title)
        assert page.source == "content/all.yml"
        assert f"# {definition.title} {{#_top}}" in page.markdown


def test_every_kind_has_an_index_that_links_to_its_pages(handbook, pages) -> None:
    for definition in handbook.definitions:
        assert f'href="{definition.id}.html"' in pages[f"{definition.folder}/index.md"].markdown


@pytest.mark.parametrize("anchor", ["greet", "ask"])
def test_a_step_is_a_heading_with_its_own_id(pages, anchor) -> None:
    heading = rf"^#### .*\{{#{anchor} \.step"
    assert re.search(heading, pages["procedures/visit.md"].markdown, re.M)


def test_a_field_a_line_and_an_article_keep_their_ids(pages) -> None:
    assert 'id="name"' in pages["forms/slip.md"].markdown
    assert 'id="open"' in pages["scripts/hello.md"].markdown
    assert "{#late .article}" in pages["policies/rules.md"].markdown


def test_the_ids_of_the_page_itself_begin_with_an_underscore(pages) -> None:
    for uri in ("procedures/visit.md", "roles/clerk.md", "scripts/hello.md", "forms/slip.md"):
        markdown = pages[uri].markdown
        own = {"greet", "ask", "open", "name"}
        ids = set(re.findall(r"^#+ .*\{#(\S+?)[ }]", markdown, re.M)) - own
        assert ids
        assert all(id.startswith("_") for id in ids)


def test_a_step_tells_who_how_long_what_to_say_and_what_to_fill(pages) -> None:
    markdown = pages["procedures/visit.md"].markdown
    for words in ("接待员", "5\u2009分钟内", "关键", "您好", "不知道", "登记单"):
        assert words in markdown


def test_a_branch_leads_to_a_step_a_procedure_or_the_end(pages) -> None:
    markdown = pages["procedures/visit.md"].markdown
    assert re.search(r"要投诉.*href=\"old\.html\"", markdown)
    assert re.search(r"否则.*结束", markdown)


def test_a_retired_page_stays_and_names_what_replaced_it(pages) -> None:
    markdown = pages["procedures/old.md"].markdown
    assert "已作废" in markdown
    assert 'href="visit.html"' in markdown


def test_a_draft_is_marked(pages) -> None:
    assert "草稿" in pages["procedures/new.md"].markdown


def test_without_drafts_there_is_no_page_and_no_link_to_one(handbook) -> None:
    pages = pages_of(without_drafts(handbook))
    assert "procedures/new.md" not in pages
    assert not any("new.html" in page.markdown for page in pages.values())
    assert "procedures/visit.md" in pages


def test_a_mention_of_a_hidden_draft_prints_its_title() -> None:
    text = """\
- {kind: term, id: soon, title: 将来, definition: 还没有。, status: draft}
- {kind: term, id: now, title: 现在, definition: "与[[soon]]相对。"}
"""
    pages = pages_of(without_drafts(handbook_of(text)))
    assert "与将来相对。" in pages["terms/now.md"].markdown


def test_a_role_shows_its_steps_and_those_of_its_groups(pages) -> None:
    markdown = pages["roles/clerk.md"].markdown
    assert 'href="../procedures/visit.html#greet"' in markdown
    assert 'href="../procedures/visit.html#ask"' in markdown
    assert "作为" in markdown
    assert 'href="../scripts/hello.html"' in markdown
    assert 'href="../forms/slip.html"' in markdown


def test_a_unit_shows_its_posts_and_what_is_below_it(pages) -> None:
    markdown = pages["units/desk.md"].markdown
    for words in ("组长", "接待员", "2 人", "夜班组"):
        assert words in markdown
    assert "18:30–24:00" in pages["units/night.md"].markdown


def test_a_standard_shows_its_figure_and_its_sense(pages) -> None:
    markdown = pages["standards/fast.md"].markdown
    assert "不超过" in markdown
    assert "20\u2009秒" in markdown


def test_a_page_lists_where_it_is_used(pages) -> None:
    assert 'href="../procedures/visit.html#greet"' in pages["scripts/hello.md"].markdown


def test_tags_gather_what_bears_them(pages) -> None:
    markdown = pages["tags/index.md"].markdown
    assert 'id="tag-前台"' in markdown
    assert 'href="../procedures/visit.html"' in markdown


def test_the_home_page_offers_search_roles_and_procedures(pages) -> None:
    markdown = pages["index.md"].markdown
    assert 'data-opens="search"' in markdown
    assert '<select data-role="roles">' in markdown  # where the work of each role lies
    assert '<option value="clerk">接待员</option>' in markdown
    assert 'href="procedures/visit.html"' in markdown
    assert "procedures/old.html" not in markdown


def test_sections_have_their_own_index_and_the_kinds_one_over_all() -> None:
    handbook = handbook_of(
        "- {kind: term, id: a, title: 甲, definition: 一}\n",
        shop__section="title: 门店\nsummary: 卖东西\n",
        shop__terms="- {kind: term, id: b, title: 乙, definition: 二}\n",
    )
    pages = pages_of(handbook)
    assert 'href="terms/b.html"' in pages["shop/index.md"].markdown
    assert "卖东西" in pages["shop/index.md"].markdown
    assert {"a.html", "b.html"} <= set(re.findall(r"\w\.html", pages["all/terms.md"].markdown))
    assert 'href="shop/index.html"' in pages["index.md"].markdown


ROW = {
    "uri": "print/visit.checklist.pdf", "kind": "procedure", "id": "visit", "section": "",
    "sheet": "checklist", "title": "接待", "code": "PR-1", "version": "1", "edition": "abc123",
    "pages": 2, "bytes": 25_000,
}  # fmt: skip


def test_sheets_that_were_made_are_offered_with_pages_and_size(handbook) -> None:
    pages = pages_of(handbook, [ROW])
    for uri in ("procedures/visit.md", "print/index.md"):
        markdown = pages[uri].markdown
        assert "visit.checklist.pdf" in markdown
        assert "2 页" in markdown
    assert "24 KB" in pages["procedures/visit.md"].markdown


def test_without_sheets_no_page_mentions_one(pages) -> None:
    assert not any(".pdf" in page.markdown for page in pages.values())
    assert "没有生成打印件" in pages["print/index.md"].markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_every_language(handbook, language) -> None:
    settings = handbook.settings.model_copy(update={"language": language})
    pages = pages_of(replace(handbook, settings=settings), [ROW])
    assert len(pages) == len(pages_of(handbook))


def test_the_page_of_rules_tells_every_rule(pages) -> None:
    markdown = pages["rules.md"].markdown
    for rule in rules("zh-CN"):
        assert f'id="{rule}"' in markdown


def test_every_link_and_anchor_of_the_shipped_handbook_exists() -> None:
    pages = pages_of(our_handbook())
    ids = {
        uri.removesuffix(".md") + ".html": {
            *re.findall(r'\bid="([^"]+)"', page.markdown),
            *re.findall(r"^#+ .*\{#(\S+?)[ }]", page.markdown, re.M),
        }
        for uri, page in pages.items()
    }
    ids |= {each.uri: set() for page in pages.values() for each in page.attachments}
    broken = []
    for uri, page in pages.items():
        for href in re.findall(r'href="([^":]+)"', page.markdown):
            target, _, anchor = href.partition("#")
            anchor = "" if "=" in anchor else anchor  # what a table is sifted by
            place = uri.removesuffix(".md") + ".html"
            if target:
                folder = Path(place).parent / target
                place = str(Path(*_walked(folder.parts)))
            if place not in ids or (anchor and _unquoted(anchor) not in ids[place]):
                broken.append((uri, href))
    assert not broken


def _walked(parts: tuple[str, ...]) -> list[str]:
    walked: list[str] = []
    for part in parts:
        walked = walked[:-1] if part == ".." else [*walked, part]
    return walked


def _unquoted(anchor: str) -> str:
    from urllib.parse import unquote

    return unquote(anchor)
