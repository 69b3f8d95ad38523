"""What a handbook's own fields say stands wherever the rest of it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from handbook.compose.pages.composition import compose_pages
from handbook.compose.sheets import compose_sheets
from handbook.model.edition import edition_of
from handbook.model.export import as_data
from handbook.model.handbook import Handbook
from handbook.model.json_schema import schemas
from handbook.model.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "valid" / "own-fields"


@cache
def example() -> Handbook:
    loaded = load(EXAMPLE)
    assert loaded.problems == ()
    return loaded.handbook


@cache
def made() -> dict[str, str]:
    """Return all pages and sheets by address, as plain text."""
    pages = {page.uri: page.markdown for page in compose_pages(example(), EXAMPLE)}
    sheets = {sheet.uri: sheet.html for sheet in compose_sheets(example(), EXAMPLE)}
    return {uri: re.sub(r"<[^>]+>|\s+", " ", text) for uri, text in (pages | sheets).items()}


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("procedures/complaint.md", ["风险等级", "高", "单次成本", "12.5", "扳手、千斤顶", "待定"]),
        ("print/complaint.procedure.pdf", ["风险等级 高", "风险等级 低", "单次成本 12.5"]),
        ("print/complaint.checklist.pdf", ["风险等级 高"]),
        ("print/handbook.pdf", ["风险等级 高", "风险等级 低", "微笑", "2026-09-01"]),
        ("roles/clerk.md", ["提示", "先看 投诉处理 ，再接待。", "俗称", "前台", "持证上岗", "是"]),
        ("print/clerk.role.pdf", ["持证上岗 是"]),
        ("policies/rules.md", ["上次宣讲", "2026-10-01", "2026-09-01"]),
        ("print/rules.policy.pdf", ["2026-10-01", "2026-09-01"]),
        ("scripts/greet.md", ["开场白", "微笑"]),
        ("print/greet.script.pdf", ["开场白", "微笑"]),
        ("forms/slip.md", ["工本费", "2元"]),
        ("print/slip.form.pdf", ["工本费 2"]),
        ("documents/lease.md", ["工本费", "待定"]),
        ("units/shop.md", ["周一盘点。"]),
        ("standards/reply.md", ["含周末"]),
        ("terms/walk-in.md", ["不说“路人”。"]),
        ("overview/documents.md", ["风险等级", "高"]),
        ("overview/own.md", ["风险等级", "单次成本", "12.5", "记录", "待定"]),
        ("overview/open.md", ["租约"]),
    ],
)  # fmt: skip
def test_what_they_say_stands_on_pages_sheets_and_in_registers(uri: str, told: list[str]):
    text = " ".join(made()[uri].split())
    assert [words for words in told if words not in text] == []


def test_the_card_of_a_procedure_has_room_for_the_work_alone():
    assert "风险等级" not in made()["print/complaint.card.pdf"]


def test_a_mention_in_them_is_a_link():
    links = example().uses(example()["clerk"])
    assert any(each.target.id == "complaint" and each.relation == "own_remark" for each in links)


def test_they_are_exported_by_their_keys():
    data = as_data(example())
    found = next(each for each in data["definitions"] if each["id"] == "complaint")
    assert found["own"] == {"risk": "高"}
    assert found["steps"][0]["own"] == {"risk": "低", "cost": 12.5, "tools": ["扳手", "千斤顶"]}
    assert found["steps"][1]["own"] == {"risk": {"open": True}, "cost": {"open": True}}


def test_they_count_for_the_edition():
    policy = example()["rules"]
    without = replace(
        example(),
        definitions=tuple(
            each.model_copy(update={"own": None}) if each is policy else each
            for each in example().definitions
        ),
    )
    bare = next(each for each in without.definitions if each.id == "rules")
    assert edition_of(bare, without) != edition_of(policy, example())


def test_editors_are_told_of_them_where_they_may_stand():
    defs = schemas(example())["definitions.schema.json"]["$defs"]
    own = defs["step"]["properties"]["own"]
    assert list(own["properties"]) == ["risk", "cost", "tools"]
    assert own["required"] == ["risk"]
    assert own["properties"]["risk"]["title"] == "风险等级"
    assert own["properties"]["risk"]["description"] == "出错时的后果"
    assert "own" not in defs["group"]["properties"]
