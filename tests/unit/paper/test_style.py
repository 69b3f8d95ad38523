"""What Python measures with is what the style sheets of paper draw with: no number stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.paper import measures, palette
from handbook.paper.style import COLOURS, paper_style, properties

PRINT = Path(__file__).parents[3] / "templates" / "print"
STYLES = sorted((PRINT / "css").glob("*.css"))
OWN = set(properties("procedure", False, "zh-CN"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")


def declarations(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (selector, property, value) of each declaration of a style sheet."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"\{\{.*?\}\}", "", text)
    for at_page, inner in re.findall(r"(@page[^{]*)\{((?:[^{}]|\{[^{}]*\})*)\}", text):
        for name, value in _pairs(re.sub(r"@[\w-]+\s*\{[^{}]*\}", "", inner)):
            yield at_page.strip(), name, value
    for selectors, body in RULE.findall(text):
        for selector in selectors.split(","):
            for name, value in _pairs(body):
                yield selector.strip(), name, value


def _pairs(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def used_in(value: str) -> set[str]:
    return OWN & set(re.findall(r"var\(--([\w-]+)\)", value))


# Type may be larger or smaller anywhere; a length that Python counts with stands here alone.
TAKEN = {
    (selector, name)
    for path in STYLES for selector, name, value in declarations(path)
    if used_in(value) and name not in ("font-size", "line-height", "color")
}  # fmt: skip


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_has_no_colour_of_its_own(path: Path) -> None:
    assert not COLOUR.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_what_one_style_sheet_takes_from_here_no_other_writes_as_a_number(path: Path) -> None:
    written = [
        (selector, name, value) for selector, name, value in declarations(path)
        if (selector, name) in TAKEN and not re.search(r"var\(--|inherit|none|static", value)
    ]  # fmt: skip
    assert not written


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_leaves_the_margins_of_pages_and_the_size_of_text_to_python(
    path: Path,
) -> None:
    of_pages = [each for each in declarations(path) if each[0].startswith("@page")]
    assert not [each for each in of_pages if each[1].startswith("margin") and "var(" not in each[2]]
    sizes = {f"{size:g}pt" for size in (measures.TEXT, measures.LABEL, measures.LINE)}
    assert not [each for each in declarations(path) if sizes & set(each[2].split())]


def test_each_property_is_used_and_each_used_one_is_known() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*STYLES, *PRINT.glob("*.html")))
    used = set(re.findall(r"var\(--([\w-]+)\)", text))
    assert used >= OWN
    # What is written beside: the handbook's colour, faces, and what a template tells of an element.
    own_of_elements = {"face", "accent", "accent-tint", "width", "lines", "columns", "row", "level"}
    assert used - OWN == own_of_elements


def test_a_sheet_on_a5_has_closer_margins_and_labels() -> None:
    large, small = properties("role", False, "zh-CN"), properties("role", True, "zh-CN")
    assert (large["margin-top"], large["margin-left"], large["margin-first"]) == (
        "32mm", "16mm", "10mm",
    )  # fmt: skip
    assert (small["margin-top"], small["margin-left"], small["margin-first"]) == (
        "27mm", "11mm", "8mm",
    )  # fmt: skip
    assert (large["label"], small["label"]) == ("20mm", "16mm")
    assert (large["qr"], small["qr"]) == ("15mm", "13mm")


def test_english_labels_have_more_room() -> None:
    assert properties("policy", False, "en")["label"] == "24mm"
    assert properties("policy", True, "en")["label"] == "21mm"
    assert properties("role", False, "zh-TW")["label"] == "20mm"


def test_labels_of_a_policy_stand_in_line_with_its_articles() -> None:
    assert properties("policy", False, "zh-CN")["label"] == "16mm"
    assert properties("policy", True, "zh-TW")["label"] == "16mm"


def test_forms_cards_and_books_have_margins_of_their_own() -> None:
    assert properties("form", False, "zh-CN")["margin-bottom"] == "25mm"
    assert properties("fillable", True, "zh-CN")["margin-bottom"] == "25mm"
    assert properties("policy", True, "zh-CN")["margin-bottom"] == "19mm"
    card = properties("card", False, "zh-CN")
    assert (card["margin-top"], card["margin-right"], card["margin-bottom"]) == (
        "25mm", "11mm", "15mm",
    )  # fmt: skip
    assert card["qr"] == "10.4mm"
    script = properties("script", False, "zh-CN")
    assert (script["margin-left"], script["margin-bottom"], script["qr"]) == (
        "12mm", "18mm", "15mm",
    )  # fmt: skip
    book = properties("book", False, "zh-CN")
    assert (book["margin-left"], book["margin-right"], book["running"]) == ("22mm", "18mm", "9mm")
    assert book["qr"] == "13mm"


def test_the_text_of_a_page_is_what_the_margins_leave() -> None:
    assert measures.text_width("A4", measures.SHEET) == 178.0
    assert measures.text_width("A4", measures.SHEET, is_across=True) == 265.0
    assert measures.text_width("A5", measures.SMALL) == 126.0
    assert measures.BOOK.sides == 40.0


def test_properties_are_written_as_declarations() -> None:
    written = paper_style("procedure", False, "zh-CN")
    assert f"--ink: {palette.INK}; --soft: {COLOURS['soft']}; " in written
    assert "--text: 10.5pt; --line: 15.75pt" in written
    assert "--leading: 1.5; --card-leading: 1.4; --indent: 1.75em" in written


def test_a_pdf_says_a_colour_in_shares() -> None:
    assert palette.shares("#1c2127") == "0.11 0.129 0.153"
    assert palette.shares("#ff0033") == "1 0 0.2"
