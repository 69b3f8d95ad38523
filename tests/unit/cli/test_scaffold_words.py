"""What is filled into a scaffold is read back as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.cli.scaffolds import as_yaml, filled
from handbook.read import read_text

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, exclude_categories=["C"]))


@given(PRINTABLE.map(lambda text: " ".join(text.split())).filter(bool))
def test_any_title_comes_back(title: str) -> None:
    root, problems = read_text(f"title: {as_yaml(title)}  # remark\n", "new.yml")
    assert not problems
    assert root == {"title": title}


@pytest.mark.parametrize("title", ["客户投诉处理", "Handling a complaint", "8:30", "no"])
def test_an_ordinary_title_needs_no_quotes(title: str) -> None:
    assert as_yaml(title) == title


@pytest.mark.parametrize("title", ["a: b", "# 1", "@home", "[[x]]", "“引号”: 有", '"said"'])
def test_a_title_that_yaml_would_misread_is_quoted(title: str) -> None:
    assert as_yaml(title)[0] in ("'", '"')


def test_other_dollars_stay() -> None:
    assert filled("id: $id costs $5 and $other", id="x") == "id: x costs $5 and $other"
