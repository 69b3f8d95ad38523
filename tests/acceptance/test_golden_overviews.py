"""Sheets of what follows from the definitions: as they looked, sound, accessible, with every word.

To renew the pictures after a change that is meant, and then look at them:

    .venv/bin/python tests/acceptance/test_golden_overviews.py
"""

from __future__ import annotations

import io
import re
import sys
from functools import cache

import pypdf
import pytest
from golden import FOLDER, assert_alike, page_of
from listening import found_by_pdfua
from PIL import Image

from handbook.compose.overviews.calendar.planners import compose_planner
from handbook.compose.overviews.records import ON_PAPER
from handbook.compose.overviews.sheets import OverviewSheet, compose_overview
from handbook.compose.setting.medium import Paper
from handbook.compose.templates.environment import environment
from handbook.derive.period import Period
from handbook.model.load import load
from handbook.sheets.outcome import Pressed
from handbook.sheets.worker import press

PROJECT = FOLDER / "overviews"
PERIODS = {"month-2026-10": Period(2026, 10), "year-2026": Period(2026)}
KINDS = [*ON_PAPER, *PERIODS]
PICTURES = [kind for kind in KINDS if (PROJECT / f"{kind}.png").is_file()]


@cache
def composed(kind: str) -> OverviewSheet:
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    if kind in PERIODS:
        return compose_planner(handbook, templates, handbook.organisation, PERIODS[kind])
    return compose_overview(handbook, templates, handbook.organisation, kind)


@cache
def pressed(kind: str) -> Pressed:
    made = press(composed(kind).html)
    assert isinstance(made, Pressed), made
    return made


@cache
def drawn(kind: str) -> Image.Image:
    """Draw the first page of a sheet."""
    return page_of(pressed(kind).pdf)


@cache
def words(kind: str) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pressed(kind).pdf)).pages
    text = " ".join(page.extract_text() for page in pages)
    return re.sub(r"\s+", "", text.replace("\u2009", ""))


@pytest.fixture(params=KINDS)
def kind(request) -> str:
    return request.param


@pytest.mark.parametrize("kind", PICTURES)
def test_a_sheet_looks_as_it_did(kind):
    assert_alike(drawn(kind), PROJECT / f"{kind}.png")


def test_whatever_is_drawn_in_another_way_has_a_picture():
    handbook = load(PROJECT).handbook
    paper = Paper(handbook, handbook.organisation, "")
    forms = {
        kind: made.make(handbook.definitions, paper).form for kind, made in ON_PAPER.items()
    }
    pictured = {form for kind, form in forms.items() if kind in PICTURES}
    assert set(forms.values()) == pictured


def test_nothing_on_it_is_too_small_or_torn(kind):
    assert pressed(kind).misfits == ()


def test_it_is_sound_for_those_who_listen(kind, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pressed(kind).pdf)
    assert found_by_pdfua(str(path)) == []


def test_head_and_foot_stand_on_every_page(kind):
    document = pypdf.PdfReader(io.BytesIO(pressed(kind).pdf))
    for number, page in enumerate(document.pages, 1):
        text = re.sub(r"\s+", "", page.extract_text().replace("\u2009", ""))
        for part in ("示范服务集团", "服务手册", f"版次{composed(kind).edition}",
                     f"第{number}/{len(document.pages)}页"):  # fmt: skip
            assert part in text


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("organisation", ["客户服务中心", "接待员4人", "会员俱乐部", "筹建中", "外部单位"]),
        ("responsibilities", ["客户投诉处理PR-001", "1先听完，再复述确认", "RA", "R执行A负责"]),
        ("limits", ["承诺客户4天", "合计3天2小时30分钟≤承诺4天", "30分钟", "升级"]),
        ("month", ["每天1打烊", "2开门检查", "周例会", "核对账单", "月底", "周内", "10日至20日"]),
        ("year", ["6月月内季度考核", "10月1日节日问候", "客户提车后7天", "打烊"]),
        ("documents", ["PR-001客户投诉处理1.2", "2026-01-01", "有效"]),
        ("forms", ["投诉登记单FM-001", "3年", "客户姓名、电话"]),
        ("records", ["投诉登记单", "投诉专档"]),
        ("standards", ["不少于95%", "系统日志"]),
        ("glossary", ["首问负责", "七日回访"]),
        ("open", ["满意率标准", "样本至少多少", "上一级不在时报给谁"]),
        ("month-2026-10", ["2026年10月月历", "节日问候", "抽样回访", "周四", "汇总周报"]),
        ("year-2026", ["2026年年历", "25日周五节日问候", "客服月报"]),
    ],
)
def test_it_says_what_follows(kind, parts):
    for part in parts:
        assert part in words(kind)


def test_a_planner_for_the_wall_is_one_page():
    assert {kind: pressed(kind).pages for kind in ("month", "month-2026-10", "year-2026")} == {
        "month": 1, "month-2026-10": 1, "year-2026": 1,
    }  # fmt: skip


def test_the_same_handbook_gives_the_same_bytes():
    assert press(composed("month").html).pdf == pressed("month").pdf


if __name__ == "__main__":
    for name in PICTURES:
        drawn(name).save(PROJECT / f"{name}.png", optimize=True)
        sys.stdout.write(f"{name} {pressed(name).pages} {pressed(name).misfits}\n")
