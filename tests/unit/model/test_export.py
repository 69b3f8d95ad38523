"""handbook.json: plain data, the same for the same handbook, with everything but editors' notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.model.audiences.audience import for_audience
from handbook.model.export import FORMAT, as_data, as_json
from handbook.model.load import load

ROOT = Path(__file__).parents[3]
PROJECTS = [ROOT, *sorted((ROOT / "tests/examples/valid").iterdir())]
HANDBOOK = """
title: 手册
organisation: 集团
note: 不公布
"""
SECTION = """
title: 门店
defaults: {owner: head, effective: 2026-10-01, review_every: 1年}
"""
CONTENT = """
- kind: role
  id: head
  title: 店长
  headcount: 待定
- kind: standard
  id: reply
  title: 应答时限
  value: 20秒
- kind: term
  id: refund
  title: 退款
  definition: 由[[head]]批准。
  note: 不公布
- kind: procedure
  id: sale
  title: 接待
  schedule: [{every: 周, at: 14:30}, {after: {event: 提车, at: 7-10天}}]
  steps:
    - id: ask
      do: 问清需要
      by: head
      within: "[[reply]]"
      critical: yes
      branches: [{when: 要退款, go: pay}, {when: 不买, go: end}]
    - id: pay
      do: 退款
      within: {within: 2个工作日, after: 申请}
      next: elsewhere
  records: [{text: 收据, keep: 3个月±1周}]
- kind: form
  id: slip
  title: 收据
  groups: 待定
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    content = tmp_path_factory.mktemp("project") / "content"
    (content / "shop").mkdir(parents=True)
    (content / "handbook.yml").write_text(HANDBOOK, encoding="utf-8")
    (content / "shop/section.yml").write_text(SECTION, encoding="utf-8")
    (content / "shop/all.yml").write_text(CONTENT, encoding="utf-8")
    return as_data(load(content.parent).handbook)


def one(data: dict[str, Any], id: str) -> dict[str, Any]:
    return next(each for each in data["definitions"] if each["id"] == id)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_json_keeps_all_of_it(project: Path) -> None:
    handbook = load(project).handbook
    assert json.loads(as_json(handbook)) == as_data(handbook)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_each_definition_has_a_line_of_its_own(project: Path) -> None:
    handbook = load(project).handbook
    lines = as_json(handbook).splitlines()
    begun = [line for line in lines if line.startswith('{"kind": ')]
    assert len(begun) == len(handbook.definitions)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_the_same_handbook_gives_the_same_bytes(project: Path) -> None:
    once, again = (as_json(load(project).handbook) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_notes_for_editors_stay_inside(project: Path) -> None:
    assert "note" not in _keys_in(as_data(load(project).handbook))


def _keys_in(node: Any) -> set[str]:
    if isinstance(node, dict):
        return set(node).union(*map(_keys_in, node.values()))
    return set().union(*map(_keys_in, node)) if isinstance(node, list) else set()


def test_it_tells_its_format_and_settings(data: dict[str, Any]) -> None:
    assert data["format"] == FORMAT
    assert data["settings"]["title"] == "手册"
    assert data["settings"]["language"] == "zh-CN"


def test_sections_begin_with_the_organisation(data: dict[str, Any]) -> None:
    organisation, shop = data["sections"]
    assert (organisation["address"], organisation["parent"]) == ("", None)
    assert (shop["address"], shop["title"], shop["parent"]) == ("shop", "门店", "")
    assert shop["sheet"]["defaults"]["effective"] == "2026-10-01"


def test_a_definition_begins_with_what_names_it(data: dict[str, Any]) -> None:
    sale = one(data, "sale")
    head = ["kind", "id", "address", "section", "title", "edition", "status", "place"]
    assert list(sale)[: len(head)] == head
    assert sale["address"] == "shop/sale"
    assert sale["place"] == {"path": "content/shop/all.yml", "line": 15}


@pytest.mark.parametrize("audience", ["public", "manager"])
def test_no_line_tells_an_audience_where_something_is_kept_back(handbook, audience) -> None:
    whole = handbook("{kind: term, id: word, title: 词, definition: 义}")
    read = as_data(for_audience(whole, audience, "…"))
    assert one(read, "word")["place"] == {"path": "content/all.yml"}


def test_a_reference_tells_what_it_names(data: dict[str, Any]) -> None:
    assert one(data, "sale")["steps"][0]["by"] == [{"id": "head", "address": "shop/head"}]


def test_a_branch_tells_where_it_leads(data: dict[str, Any]) -> None:
    ask, pay = one(data, "sale")["steps"]
    to_step, to_end = (branch["go"] for branch in ask["branches"])
    assert to_step == {"id": "pay", "address": None, "part": "pay"}
    assert to_end == {"id": "end", "address": None}
    assert pay["next"] == {"id": "elsewhere", "address": None}


def test_a_limit_tells_its_seconds(data: dict[str, Any]) -> None:
    ask, pay = one(data, "sale")["steps"]
    assert ask["within"]["within"] == {
        "text": "[[reply]]",
        "kind": "standard",
        "standard": {"id": "reply", "address": "shop/reply"},
        "seconds_max": 20,
    }
    assert pay["within"] == {
        "within": {
            "text": "2个工作日",
            "kind": "duration",
            "seconds_min": 172800,
            "seconds_max": 172800,
            "working_days": True,
        },
        "after": "申请",
    }


def test_a_schedule_tells_its_interval_or_event(data: dict[str, Any]) -> None:
    weekly, after = one(data, "sale")["schedule"]
    assert weekly == {"every": {"text": "周", "unit": "week", "seconds": None}, "at": "14:30"}
    assert after["after"]["event"] == "提车"
    assert after["after"]["at"]["seconds_max"] == 864000


def test_a_margin_is_told_in_seconds(data: dict[str, Any]) -> None:
    assert one(data, "sale")["records"][0]["keep"]["seconds_margin"] == 604800


def test_an_open_point_is_told_as_such(data: dict[str, Any]) -> None:
    assert one(data, "head")["headcount"] == {"open": True}
    assert one(data, "slip")["groups"] == {"open": True}


def test_the_control_block_takes_the_defaults_of_its_section(data: dict[str, Any]) -> None:
    control = one(data, "sale")["control"]
    assert control["owner"] == [{"id": "head", "address": "shop/head"}]
    assert control["effective"] == "2026-10-01"
    assert control["next_review"] == "2027-10-01"
    assert control["edition"] == one(data, "sale")["edition"]
    assert control["version"] is None
    assert "control" not in one(data, "refund")


def test_links_are_told_at_both_ends(data: dict[str, Any]) -> None:
    assert {"to": "shop/head", "relation": "definition", "part": None} in one(data, "refund")[
        "links"
    ]
    assert {"from": "shop/sale", "relation": "by", "part": "ask"} in one(data, "head")["used_by"]
