"""The register of documents: a column for reviews where anything was reviewed."""

from __future__ import annotations

import csv
import io

from tests.written import handbook_of

from handbook.compose.overviews.downloads import files_of
from handbook.compose.overviews.each.documents import document_table
from handbook.compose.setting.medium import Paper

ONE = "- {kind: policy, id: p, title: 一, effective: 2026-01-01, articles: [{id: a, title: 甲}]}\n"
TWO = "- {kind: policy, id: two, title: 二, reviewed: 2026-11-30, articles: [{id: a, title: 二}]}\n"
ROLE = "- {kind: role, id: boss, title: 经理, reviewed: 2026-11-30}\n"


def tables(above: str, below: str):
    handbook = handbook_of(above, shop__section="title: 店\n", shop__all=below)
    return [
        (section.title, document_table(section, Paper(handbook, section, "x")))
        for section in handbook.sections
    ]


def test_nothing_reviewed_has_no_column() -> None:
    for _, table in tables(ONE, TWO.replace("reviewed: 2026-11-30, ", "")):
        assert "评审日期" not in table.columns


def test_a_reviewed_role_is_no_document() -> None:
    assert all("评审日期" not in table.columns for _, table in tables(ONE, ROLE))


def test_one_reviewed_document_gives_every_section_the_column() -> None:
    found = tables(ONE, TWO)
    assert len({table.columns for _, table in found}) == 1
    file, _ = files_of("文件", "documents.", found, lambda key: key, with_section=True)
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["评审日期"] for row in rows] == ["", "2026-11-30"]
    assert [row["生效日期"] for row in rows] == ["2026-01-01", ""]
