"""Every kind of the model is shown, or the program says at its start which is not."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from pathlib import Path

import pytest

from handbook.compose.kinds.record import Shown
from handbook.compose.kinds.registry import SHOWN, shown_of
from handbook.compose.setting.labels import labels
from handbook.model.kinds import KINDS, Definition
from handbook.model.settings import LANGUAGES
from handbook.packages import IncompleteKind

TEMPLATES = Path(__file__).parents[4] / "templates"


def test_each_kind_has_its_record():
    assert list(SHOWN) == list(KINDS)


def test_a_record_leaves_no_question_open():
    assert all(each.default is MISSING for each in fields(Shown))
    with pytest.raises(TypeError, match=r"missing 9 required keyword-only arguments: .facts."):
        Shown(kind=KINDS["term"])


def test_a_kind_that_is_not_shown_is_refused_by_name():
    class Tool(Definition):
        kind, folder, order, sheets, registered = "tool", "tools", 95, (), False
        instead_of_summary, concerns, weight, ways = None, (), 1, None

    with pytest.raises(IncompleteKind, match="The kind tool is not shown"):
        shown_of([Tool])


def test_sheets_that_model_and_record_do_not_agree_on_are_refused():
    with pytest.raises(IncompleteKind, match="The kind form has the sheets"):
        replace(SHOWN["form"], sheets={})


def test_a_text_that_stands_in_books_needs_a_view_there():
    with pytest.raises(IncompleteKind, match="The kind policy needs a book_view"):
        replace(SHOWN["policy"], book_view=None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_the_templates_that_its_records_name(kind: str):
    assert (TEMPLATES / "site" / f"{kind}.md").is_file()
    for sheet in SHOWN[kind].sheets:
        assert (TEMPLATES / "print" / f"{sheet}.html").is_file()
    for name in SHOWN[kind].scripts:
        assert (TEMPLATES / f"theme/assets/javascripts/desk/{name}.js").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_words(kind: str, language: str):
    t = labels(language)
    assert t(f"kind-{kind}")
    assert all(t(f"sheet-{sheet}") for sheet in SHOWN[kind].sheets)
    assert SHOWN[kind].book == "none" or t(f"book-{kind}s")
