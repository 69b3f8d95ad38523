"""Pages that would grow too long are parted, and say how much is where."""

from __future__ import annotations

import json
import re

import pytest
from tests.unit.compose.overviews.test_derived_pages import CONTENT, SHOP
from tests.unit.compose.pages.test_pages import pages_of
from tests.written import handbook_of

from handbook.compose.frame.composer import Composer
from handbook.compose.overviews import table_pages as tables
from handbook.compose.overviews.records import OVERVIEWS
from handbook.compose.pages import home, indexes, prints
from handbook.compose.setting.addresses import overview_page
from handbook.compose.templates.environment import shipped_templates
from handbook.model.handbook import Handbook


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT, **SHOP)


def row_of(id: str, section: str = "") -> dict:
    uri = f"print/{section}/{id}.card.pdf"
    sheet = {"section": section, "id": id, "kind": "procedure", "sheet": "card", "uri": uri}
    return sheet | {"pages": 1, "bytes": 2048, "title": id}


def test_the_page_over_all_tells_how_many_rows_are_where_and_for_whom(handbook, monkeypatch):
    monkeypatch.setattr(tables, "MOST_OVER_ALL", 10)
    markdown = pages_of(handbook)["overview/responsibilities.md"].markdown
    told = {
        href: json.loads(tally)
        for tally, href in re.findall(r"data-tally='([^']*)'.*?href=\"([^\"]*)\"", markdown)
    }
    assert set(told) == {"../shop/overview/responsibilities.html", "shared/responsibilities.html"}
    shared = told["shared/responsibilities.html"]
    assert shared[""] == {"": 2}  # the two steps of the one live procedure
    assert shared["clerk"] == {"": 2}  # the one it does itself, the other as one of a group
    assert shared["desk"] == {"": 1}
    assert told["../shop/overview/responsibilities.html"]["clerk"] == {"": 1}


def test_rows_are_counted_by_length_too(handbook, monkeypatch) -> None:
    monkeypatch.setattr(tables, "MOST_OVER_ALL", 10)
    markdown = pages_of(handbook)["overview/limits.md"].markdown
    tally = json.loads(re.search(r"data-tally='([^']*)'", markdown)[1])
    assert tally[""] == {"": 3, "hour": 2, "day": 1}
    assert tally["clerk"] == {"": 2, "hour": 1, "day": 1}


@pytest.mark.parametrize("name", ["responsibilities", "limits", "documents", "forms", "open"])
def test_the_weight_of_a_table_is_what_it_takes_on_a_page(handbook, name: str) -> None:
    composer = Composer(handbook, shipped_templates())
    screen = composer.screen(overview_page(name))
    table = OVERVIEWS[name].pages.table(handbook.organisation, screen)
    macros = composer.environment.get_template("macros/tables.html").module
    html = macros.matrix(table, composer.t) if table.form == "matrix" else macros.list(table)
    rows = html.split("</thead>")[1].encode()
    weight = sum(map(table.weight, table.groups))
    assert 0.8 * len(rows) < weight < 1.3 * len(rows)


def test_an_index_over_all_leads_to_those_of_the_sections(handbook, monkeypatch) -> None:
    assert "entry__name" in pages_of(handbook)["all/procedures.md"].markdown
    monkeypatch.setattr(indexes, "MOST_ON_A_PAGE", 10)
    markdown = pages_of(handbook)["all/procedures.md"].markdown
    assert 'href="../shop/procedures/index.html">门店</a>' in markdown
    assert "接待" not in markdown


def test_many_tags_list_names_only(monkeypatch) -> None:
    handbook = handbook_of(
        "- {kind: term, id: dc, title: 交车, definition: 提车当天, tags: [提车]}\n"
    )
    assert "提车当天" in pages_of(handbook)["tags/index.md"].markdown
    monkeypatch.setattr(indexes, "MOST_ON_A_PAGE", 10)
    markdown = pages_of(handbook)["tags/index.md"].markdown
    assert "提车当天" not in markdown
    assert 'href="../terms/dc.html"' in markdown


def test_the_first_page_leads_to_procedures_that_are_too_many(handbook, monkeypatch) -> None:
    assert "接待" in pages_of(handbook)["index.md"].markdown
    monkeypatch.setattr(home, "MOST_PROCEDURES", 1)
    markdown = pages_of(handbook)["index.md"].markdown
    assert "接待" not in markdown
    assert 'href="shop/procedures/index.html"' in markdown


def test_the_print_centre_has_a_page_a_section_when_it_is_long(handbook, monkeypatch) -> None:
    printed = [row_of("visit"), row_of("sell", "shop")]
    whole = pages_of(handbook, printed)
    assert "visit.card.pdf" in whole["print/index.md"].markdown
    assert "print/shop/index.md" not in whole
    monkeypatch.setattr(prints, "MOST_ON_A_PAGE", 10)
    parted = pages_of(handbook, printed)
    assert "card.pdf" not in parted["print/index.md"].markdown
    assert 'href="shop/index.html"' in parted["print/index.md"].markdown
    assert 'href="sell.card.pdf"' in parted["print/shop/index.md"].markdown
    assert "visit.card.pdf" not in parted["print/shop/index.md"].markdown
    assert "visit.card.pdf" in parted["print/index-shared.md"].markdown
