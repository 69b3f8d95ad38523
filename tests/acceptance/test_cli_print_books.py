"""handbook print makes books: of a section, and of everything."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from test_cli_running import handbook_here, write

RULES = """\
- {kind: policy, id: ID-a, title: ID first, articles: [{id: a, text: One.}]}
- {kind: policy, id: ID-b, title: ID second, articles: [{id: a, text: Two.}]}
"""
NAMED = "{kind: policy, id: night, title: Nights, articles: [{id: a, text: b}]}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        **{
            "top": RULES.replace("ID", "top"),
            "shop/section": "title: Shop\n",
            "shop/rules": RULES.replace("ID", "shop"),
            "shop/night/section": "title: Night\n",
            "shop/night/rules": RULES.replace("ID", "night"),
            "shop/named": NAMED,
            "lone/section": "title: Lone\n",
            "lone/term": "{kind: term, id: word, title: Word, definition: Said.}\n",
        },
    )


def said(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("args", [["shop"], ["shop", "--sheet", "handbook"], ["/shop"]])
def test_a_section_is_printed_as_a_book_with_all_below_it(project: Path, args: list[str]) -> None:
    ran = handbook_here("print", *args, "--out", "out", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    text = said(project / "out/handbook.pdf")
    assert "shop first" in text
    assert "night second" in text
    assert "top first" not in text


def test_a_section_within_another_is_printed_when_it_is_asked_for(project: Path) -> None:
    ran = handbook_here("print", "shop/night", "--sheet", "handbook", cwd=project)
    assert ran.returncode == 0
    assert "night first" in said(project / "handbook.pdf")
    assert "shop first" not in said(project / "handbook.pdf")


def test_a_definition_goes_before_a_section_of_the_same_name(project: Path) -> None:
    ran = handbook_here("print", "shop/night", "--out", "out", cwd=project)
    assert ran.returncode == 0
    assert [path.name for path in (project / "out").iterdir()] == ["night.policy.pdf"]


def test_the_whole_handbook_and_a_part_of_it_keep_apart(project: Path) -> None:
    ran = handbook_here("print", "handbook", "shop", cwd=project)
    assert ran.returncode == 0
    whole, part = said(project / "handbook.pdf"), said(project / "shop/handbook.pdf")
    assert "top first" in whole
    assert "night second" in whole
    assert "top first" not in part


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["shp", "--sheet", "handbook"], "there is no section 'shp'; did you mean 'shop'?"),
        (["shop/nigth"], "did you mean 'shop/night'?"),
        (["xyzzy", "--sheet", "handbook"], "the sections are"),
        (["lone"], "'lone' holds too little for a book"),
        (["shop", "--sheet", "card"], "'shop' has no sheet 'card'"),
    ],
)
def test_what_is_no_book_is_told(project: Path, args: list[str], told: str) -> None:
    ran = handbook_here("print", *args, cwd=project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
