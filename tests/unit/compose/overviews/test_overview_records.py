"""Every overview is one complete record: its words are there, its names and places are its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import MISSING, fields

import pytest
from tests.ours import PROJECT

from handbook.compose.overviews.record import Overview, TablePages
from handbook.compose.overviews.records import ON_PAPER, OVERVIEWS, found_in
from handbook.compose.overviews.sheets import compose_overview
from handbook.compose.pages.composition import compose_pages
from handbook.compose.setting.labels import labels
from handbook.compose.templates.environment import environment
from handbook.languages import LANGUAGES
from handbook.model.handbook import Handbook
from handbook.model.load import load


def words_of(overview: Overview) -> list[str]:
    sheets = [f"sheet-{name}" for name in overview.sheet_names]
    return [f"overview-{overview.name}", f"lead-{overview.name}", *sheets]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OVERVIEWS)
def test_an_overview_has_its_words(name: str, language: str) -> None:
    t, missing = labels(language), []
    for key in words_of(OVERVIEWS[name]):
        try:
            assert t(key)
        except KeyError:
            missing.append(key)
    assert not missing, f"{name} has no words in {language}: {', '.join(missing)}"


def test_no_two_overviews_stand_at_one_place_or_share_a_sheet() -> None:
    orders = Counter(each.order for each in OVERVIEWS.values())
    sheets = Counter(name for each in OVERVIEWS.values() for name in each.sheet_names)
    assert [each for each, times in (orders + sheets).items() if times > 1] == []


def test_what_must_be_decided_of_an_overview_has_no_default() -> None:
    assert all(
        each.default is MISSING and each.default_factory is MISSING for each in fields(Overview)
    )
    with pytest.raises(TypeError, match="'gathers', 'has_any'"):
        Overview(name="new", order=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("name", OVERVIEWS)
def test_an_overview_gathers_something_and_has_pages(name: str) -> None:
    assert OVERVIEWS[name].gathers
    assert callable(OVERVIEWS[name].pages) or isinstance(OVERVIEWS[name].pages, TablePages)


def test_a_file_without_a_record_is_refused_by_name(tmp_path, monkeypatch) -> None:
    room = tmp_path / "room_of_others"
    room.mkdir()
    (room / "__init__.py").write_text("")
    (room / "visits.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    import room_of_others

    with pytest.raises(TypeError, match=r"visits has no record: OVERVIEW = Overview"):
        list(found_in(room_of_others))
    (room / "visits.py").write_text(
        "from handbook.compose.overviews.each.forms import OVERVIEW as OVERVIEW\n"
    )
    monkeypatch.delitem(__import__("sys").modules, "room_of_others.visits")
    with pytest.raises(TypeError, match="visits has the record of another: forms"):
        list(found_in(room_of_others))


@pytest.fixture(scope="module")
def everything() -> Handbook:
    """Return the example that has every key, and so something for every overview."""
    return load(PROJECT / "tests/examples/valid/every-field").handbook


@pytest.fixture(scope="module")
def pages(everything) -> dict[str, str]:
    return {page.uri: page.markdown for page in compose_pages(everything, PROJECT)}


@pytest.mark.parametrize("name", OVERVIEWS)
def test_an_overview_has_its_page_and_leads_to_it_from_the_page_of_all(pages, name: str) -> None:
    title = labels("zh-CN")(f"overview-{name}")
    assert f"# {title}" in pages[f"overview/{name}.md"]
    assert f'href="{name}.html">{title}' in pages["overview/index.md"]


@pytest.mark.parametrize("sheet", ON_PAPER)
def test_every_way_of_drawing_is_known_to_the_template(everything, sheet: str) -> None:
    made = compose_overview(everything, environment(PROJECT), everything.organisation, sheet)
    main = made.html[made.html.index("<main>") :]
    shown = re.sub(r"<h2>.*?</h2>|<[^>]*>|\s", "", main)
    assert shown, f"print/overview.html draws nothing of {sheet}"
