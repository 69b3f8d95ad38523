"""The head of a table is said, or told: WeasyPrint leaves out one that has no room."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf

from handbook.sheets.outcome import Pressed
from handbook.sheets.worker import press

PAGE = """<!doctype html><html lang="zh-CN"><head><title>题</title>
<style>@page { size: 90mm 70mm; margin: 10mm } table { width: 70mm; table-layout: fixed }
th:first-child { width: 60mm }</style></head><body class="overview"><main><div>
<table><thead><tr>HEAD</tr></thead><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>
</div></main></body></html>"""


def pressed(*heads: str) -> Pressed:
    made = press(PAGE.replace("HEAD", "".join(f"<th>{head}</th>" for head in heads)))
    assert isinstance(made, Pressed), made
    return made


def said(made: Pressed) -> str:
    pages = pypdf.PdfReader(BytesIO(made.pdf)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def told(made: Pressed) -> list[str]:
    return [each.rule for each in made.misfits]


def test_a_head_that_is_too_high_gets_the_room_of_all_columns() -> None:
    made = pressed("步骤", "客户投诉处理流程与回访管理办法" * 3)
    assert said(made).count("客户投诉处理流程") == 3
    assert told(made) == []


def test_a_head_that_is_higher_than_any_page_is_told() -> None:
    assert told(pressed("步骤", "很长的岗位名称" * 90)) == ["outside-its-box"]


def test_a_head_that_fits_stands_on_each_page_as_it_was() -> None:
    assert said(pressed("步骤", "岗位")).count("岗位") == 1
