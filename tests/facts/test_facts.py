"""Every fact of the fact sheets is on a page, where the sheets lie beside the project."""

from __future__ import annotations

import pytest
from tests.facts.__main__ import PROJECT, arrives, facts_of, main

SHEETS = PROJECT.parent / "shared" / "facts"


def test_a_fact_is_a_figure_with_its_unit_or_a_name() -> None:
    sheet = {"roles": [{"name": "前台（两名）", "duties": ["30分钟内答复"]}], "source": "2010年"}
    assert list(facts_of(sheet)) == [("roles", "前台（两名）"), ("figures", "30分钟")]


def test_a_clock_time_is_a_fact() -> None:
    assert list(facts_of({"policies": [{"rule": "8:30上班"}]})) == [("figures", "8:30")]


@pytest.mark.parametrize("fields", [["姓名（必填）", "车牌"], "姓名、车牌"])
def test_the_fields_of_a_form_are_facts(fields) -> None:
    sheet = {"forms": [{"name": "单", "fields": fields}]}
    assert list(facts_of(sheet)) == [("forms", "单"), ("fields", "姓名"), ("fields", "车牌")]


def test_fields_that_a_sheet_leaves_open_are_none() -> None:
    sheet = {"forms": [{"name": "单", "fields": "原文未列"}]}
    assert list(facts_of(sheet)) == [("forms", "单")]


def test_a_figure_has_not_arrived_in_a_longer_one() -> None:
    assert not arrives("figures", "3天", "第13天，共3.3天", set())
    assert arrives("figures", "3 天", "最迟3天", set())


def test_a_name_arrives_as_a_title_not_in_passing() -> None:
    assert not arrives("roles", "前台", "交给前台", set())
    assert arrives("roles", "前台（两名）", "", {"前台"})
    assert arrives("units", "药店/连锁药店", "", {"药店连锁药店"})


@pytest.mark.skipif(not SHEETS.is_dir(), reason="the fact sheets are not part of the project")
def test_every_fact_arrives(capsys) -> None:
    assert main(str(SHEETS)) == 0, capsys.readouterr().out
