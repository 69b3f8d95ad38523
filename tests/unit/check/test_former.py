"""A reference whose target was deleted does not silently mean a namesake further out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import handbook_of

from handbook.check.former import BUILT, fallen_through, former_titles, titles_built
from handbook.model.export import as_json
from handbook.model.handbook import Handbook

COMMON = (
    "- {kind: policy, id: refund, title: 退款规定, articles: [{id: a, text: 甲}]}\n"
    "- {kind: policy, id: leave, title: 请假规定, articles: [{id: a, text: 甲}]}\n"
)
OWN = "- {kind: policy, id: refund, title: %s, articles: [{id: a, text: 乙}]}\n"
USER = "- {kind: term, id: sale, title: 售车, definition: '退款见 [[refund]]，请假见 [[leave]]'}\n"


def made(own: str = "", user: str = USER) -> Handbook:
    return handbook_of(COMMON, auto__section="title: 汽车\n", auto__all=own + user)


def built(handbook: Handbook, project: Path) -> dict[str, str]:
    (project / BUILT).parent.mkdir()
    (project / BUILT).write_text(as_json(handbook), encoding="utf-8")
    return titles_built(project)


def told(handbook: Handbook, former: dict[str, str]) -> list[tuple[str, str]]:
    found = (dict(each.details) for each in fallen_through(handbook, former))
    return [(each["meant"], each["title"]) for each in found]


def test_what_the_built_site_had_nearer_is_missed(tmp_path: Path) -> None:
    former = built(made(OWN % "汽车退款规定"), tmp_path)
    assert told(made(), former) == [("汽车退款规定", "退款规定")]


@pytest.mark.parametrize("own", [OWN % "汽车退款规定", OWN % "新的规定"])
def test_what_is_still_there_is_meant(tmp_path: Path, own: str) -> None:
    assert told(made(own), built(made(OWN % "汽车退款规定"), tmp_path)) == []


def test_a_namesake_of_the_same_title_is_no_other_thing(tmp_path: Path) -> None:
    assert told(made(), built(made(OWN % "退款规定"), tmp_path)) == []


def test_without_a_site_nothing_is_known(tmp_path: Path) -> None:
    assert titles_built(tmp_path) == {}
    (tmp_path / BUILT).parent.mkdir()
    (tmp_path / BUILT).write_text('{"kind": "term", "id": broken', encoding="utf-8")
    assert titles_built(tmp_path) == {}


def test_a_title_that_was_changed_is_missed_where_texts_still_use_it() -> None:
    user = "- {kind: term, id: t, title: 词, definition: 见《请假规定》，退款规定和请假办法不变}\n"
    handbook = made(user=user)
    former = {"refund": "退款规则", "leave": "请假办法", "t": "词", "gone": "见"}
    assert [dict(each.details)["title"] for each in former_titles(handbook, former)] == ["请假办法"]
    assert not list(former_titles(handbook, former | {"other": "请假办法"}))
