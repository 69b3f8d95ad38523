"""Every fact of the fact sheets is on a page, where the sheets lie beside the project."""

from __future__ import annotations

import pytest
from tests.facts.__main__ import PROJECT, facts_of, main

SHEETS = PROJECT.parent / "shared" / "facts"


def test_a_fact_is_a_figure_with_its_unit_or_a_name() -> None:
    sheet = {"roles": [{"name": "前台（两名）", "duties": ["30分钟内答复"]}], "source": "2010年"}
    assert list(facts_of(sheet)) == [("roles", "前台"), ("figures", "30分钟")]


@pytest.mark.skipif(not SHEETS.is_dir(), reason="the fact sheets are not part of the project")
def test_every_fact_arrives(capsys) -> None:
    assert main(str(SHEETS)) == 0, capsys.readouterr().out
