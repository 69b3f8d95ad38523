"""Pages of what follows from the definitions."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.unit.compose.pages.test_pages import pages_of
from tests.written import handbook_of

from handbook.compose.overviews import table_pages as tables
from handbook.compose.pages.tooltips import Explained, explained
from handbook.languages import LANGUAGES, catalogue
from handbook.model.handbook import Handbook

CONTENT = """\
- {kind: unit, id: desk, title: 前台组, head: boss, headcount: 3}
- {kind: unit, id: maker, title: 厂商, external: yes}
- {kind: role, id: boss, title: 经理, unit: desk}
- {kind: role, id: clerk, title: 文员, unit: desk, reports_to: boss}
- {kind: role, id: anyone, title: 任何人, members: [clerk]}
- {kind: term, id: dc, title: 7DC, definition: "提车后第七日的 <b>回访</b>。", aliases: [七日回访]}
- {kind: form, id: slip, title: 登记单, filled_by: clerk, keep: 待定, groups: [{fields: [{id: name, label: 姓名, personal: yes}]}]}
- kind: procedure
  id: visit
  title: 接待
  purpose: 做好 7DC，也就是七日回访；不是 17DC。
  promise: 1小时
  schedule: [{every: 周, on: 周一}, {after: {event: 客户提车, at: 7天}}]
  steps:
    - {id: greet, do: 问好, by: clerk, within: 30分钟, fill: slip}
    - {id: note, do: 登记, by: anyone, within: 2小时, inform: desk}
- {kind: procedure, id: old, title: 旧流程, status: retired, schedule: {every: 周}, steps: [{id: a, do: 做, by: clerk}]}
"""  # noqa: E501
SHOP = {
    "shop__section": "title: 门店\n",
    "shop__all": "- {kind: procedure, id: sell, title: 卖, steps: [{id: a, do: 卖, by: clerk}]}\n",
}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT, **SHOP)


@pytest.fixture(scope="module")
def pages(handbook):
    return {uri: page.markdown for uri, page in pages_of(handbook).items()}


def test_a_procedure_shows_its_flow_with_links_to_the_steps_below(pages) -> None:
    markdown = pages["procedures/visit.md"]
    assert 'class="swimlane" role="group"' in markdown
    assert '<a href="#greet">' in markdown


def test_a_broken_promise_is_told_on_the_page(pages) -> None:
    words = pages["procedures/visit.md"].replace("\u2009", " ")
    assert "合计 2 小时 30 分钟 &gt; 承诺 1 小时" in words


def test_a_single_step_is_no_flow(pages) -> None:
    assert "<svg" not in pages["shop/procedures/sell.md"]


def test_the_matrix_marks_what_follows_from_the_order_of_superiors(pages) -> None:
    markdown = pages["overview/responsibilities.md"]
    assert '<td class="R">R</td>' in markdown
    assert '<td class="d">(A)</td>' in markdown


def test_a_section_has_pages_of_its_own_and_leads_to_them(pages) -> None:
    assert "shop/overview/responsibilities.md" in pages
    assert 'href="overview/responsibilities.html"' in pages["shop/index.md"]
    assert "shop/overview/glossary.md" not in pages


def test_what_is_retired_is_nobodys_duty(pages) -> None:
    for name in ("responsibilities", "limits", "calendar"):
        assert "旧流程" not in pages[f"overview/{name}.md"]
    assert "已作废" in pages["overview/documents.md"]


def test_a_role_finds_what_it_does_as_one_of_a_group(pages) -> None:
    assert '<option value="clerk" data-along="anyone">' in pages["overview/limits.md"]


def test_a_role_leads_to_its_own_part_and_its_calendar(pages) -> None:
    markdown = pages["roles/clerk.md"]
    assert "responsibilities.html#role=clerk" in markdown
    assert 'href="clerk.ics" download' in markdown


def test_who_others_report_to_sees_what_they_answer_for(pages) -> None:
    assert "作为上级负责" in pages["roles/boss.md"]
    assert "作为上级负责" not in pages["roles/clerk.md"]


def test_dates_are_given_to_the_page_as_rules(pages) -> None:
    assert 'data-rule="[1,[0,7,0],[0,7,0]]"' in pages["overview/dates.md"]


def test_the_register_of_forms_names_personal_data(pages) -> None:
    assert "<td>姓名</td>" in pages["overview/forms.md"]


def test_an_open_point_says_what_is_open(pages) -> None:
    assert "保存期" in pages["overview/open.md"]


def test_outside_units_are_marked_in_the_chart(pages) -> None:
    markdown = pages["overview/organisation.md"]
    assert "stroke-dasharray" in markdown
    assert "外部单位" in markdown


def test_every_table_comes_as_files_and_the_matrix_as_a_grid_too(handbook) -> None:
    for uri, page in pages_of(handbook).items():
        if re.search(r"overview/(?!index|organisation|dates)", uri):
            stem = uri.removesuffix("md")
            grid = [f"{stem}grid.csv"] if "responsibilities" in uri else []
            files = [each.uri for each in page.attachments]
            assert files == [f"{stem}csv", *grid, f"{stem}xlsx"]
            assert all(file.rpartition("/")[2] in page.markdown for file in files)


def test_a_table_that_is_too_large_is_parted(handbook, monkeypatch) -> None:
    monkeypatch.setattr(tables, "MOST_OVER_ALL", 100)
    monkeypatch.setattr(tables, "MOST_ON_A_PAGE", 400)
    pages = pages_of(handbook)
    assert 'href="shared/limits.html"' in pages["overview/limits.md"].markdown
    assert 'href="limits-2.html"' in pages["overview/shared/limits.md"].markdown
    assert "overview/shared/limits-2.md" in pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_there_in_every_language(handbook, language: str) -> None:
    settings = handbook.settings.model_copy(update={"language": language})
    assert len(pages_of(replace(handbook, settings=settings))) == len(pages_of(handbook))
    assert set(catalogue(language, "derived")) == set(catalogue("zh-CN", "derived"))


def test_a_term_explains_itself_once_a_page(pages) -> None:
    found = re.findall(
        r'<abbr class="term" title="([^"]*)"[^>]*>([^<]*)', pages["procedures/visit.md"]
    )
    assert found == [("提车后第七日的 &lt;b&gt;回访&lt;/b&gt;。", "7DC")]


def test_a_term_is_not_explained_on_its_own_page(pages) -> None:
    assert "<abbr" not in pages["terms/dc.md"]


TERMS = {"投诉": Explained("t", ("投诉",), "不满")}


@pytest.mark.parametrize(
    "markdown",
    ["# 投诉 {#top}", "---\ntitle: 投诉\n---\n", '<p><a href="投诉">投诉</a></p>',
     "<svg><text>投诉</text></svg>", "<dl><dt>投诉</dt></dl>",
     '<span class="label">投诉</span>', "<a><b>投诉</b></a>"],
)  # fmt: skip
def test_links_headings_and_labels_are_left_alone(markdown: str) -> None:
    assert explained(markdown, TERMS) == markdown


def test_what_stands_after_a_link_is_explained() -> None:
    assert explained("<p><a>投诉</a>、投诉</p>", TERMS).count("<abbr") == 1
