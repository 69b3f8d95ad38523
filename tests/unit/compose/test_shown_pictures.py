"""Pictures of steps, articles, forms and groups, on pages and sheets of those who may see them."""

from __future__ import annotations

import pytest
from tests.composed import NOWHERE
from tests.written import SETTINGS

from handbook.compose.frame.composer import Composer
from handbook.compose.pages.composition import Composition
from handbook.compose.pages.definitions import definition_page
from handbook.compose.sheets import compose_sheets
from handbook.model.audiences.audience import for_audience
from handbook.model.edition import edition_of
from handbook.model.load import load_tree
from handbook.read import TreeOfBytes

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><g id="%s"/></svg>'
SHOWN = "{file: pictures/a.svg, alt: 铭牌位置, width: half}"
ALL = f"""
- kind: role
  id: fitter
  title: 技工
- kind: procedure
  id: fix
  title: 更换
  steps: [{{id: a, do: 装, by: fitter, pictures: {SHOWN}}}]
- kind: policy
  id: rule
  title: 着装
  articles: [{{id: a, pictures: [{SHOWN}]}}]
- kind: form
  id: sheet
  title: 记录
  pictures: {SHOWN}
  groups: [{{fields: [车牌], pictures: {SHOWN}}}]
- kind: procedure
  id: secret
  title: 密
  audience: manager
  steps: [{{id: a, do: 装, by: fitter, pictures: {{file: pictures/b.svg, alt: 密图}}}}]
"""
SECTION = b"title: \xe5\xba\x97\n"


def handbook(a: bytes = b"a", text: str = ALL, name: str = "a.svg"):
    settings = f"{SETTINGS}audiences: [staff, manager]\n"
    loaded = load_tree(
        TreeOfBytes({
            "content/handbook.yml": settings.encode(),
            "content/shop/section.yml": SECTION,
            "content/shop/all.yml": text.encode(),
            f"content/shop/pictures/{name}": SVG % a,
            "content/shop/pictures/b.svg": SVG % b"b",
        })
    )  # fmt: skip
    assert [each for each in loaded.problems if each.severity == "error"] == []
    return loaded.handbook


def page(address: str, book=None):
    book = book or handbook()
    return definition_page(book[address], Composer(book, NOWHERE))


@pytest.mark.parametrize(("id", "times"), [("fix", 1), ("rule", 1), ("sheet", 2)])
def test_a_page_shows_its_pictures_from_files_beside_it(id, times):
    shown = page(f"shop/{id}")
    [file] = [each for each in shown.attachments if each.uri.endswith(".svg")]
    folder, _, name = file.uri.rpartition("/")
    assert shown.uri.startswith(f"{folder}/{id}.")
    assert file.content == SVG % b"a"
    assert shown.markdown.count(f'src="{name}" alt="铭牌位置"') == times


@pytest.mark.parametrize("sheet", ["procedure", "policy", "form", "fillable", "role"])
def test_a_sheet_holds_its_pictures(sheet):
    found = [each.html for each in compose_sheets(handbook(), NOWHERE) if each.sheet == sheet]
    assert any('src="data:image/svg+xml;base64,' in html for html in found)


def test_what_only_hidden_definitions_show_leaves_no_trace():
    book = for_audience(handbook(), "staff", "略")
    assert list(book.pictures) == ["content/shop/pictures/a.svg"]


def test_another_picture_under_the_same_name_is_another_edition():
    before, after = handbook(), handbook(b"other")
    same = handbook(text=ALL.replace("a.svg", "c.svg"), name="c.svg")
    for id in ("shop/fix", "shop/rule", "shop/sheet"):
        assert edition_of(before[id], before) != edition_of(after[id], after)
        assert edition_of(before[id], before) == edition_of(same[id], same)


def test_a_picture_of_another_width_is_another_edition():
    before, after = handbook(), handbook(text=ALL.replace("width: half", "width: third"))
    for id in ("shop/fix", "shop/rule", "shop/sheet"):
        assert edition_of(before[id], before) != edition_of(after[id], after)


def test_a_file_of_a_picture_is_composed_with_its_page():
    [file] = [each for each in page("shop/fix").attachments if each.uri.endswith(".svg")]
    pages = list(Composition(handbook(), NOWHERE).asked(file.uri))
    assert [each.uri for each in pages] == ["shop/procedures/fix.md"]


def test_words_of_a_picture_are_data():
    text = ALL.replace("铭牌位置", "'\"><script>x</script>'")
    shown = page("shop/fix", handbook(text=text)).markdown
    assert "<script>x" not in shown


@pytest.mark.parametrize("lacking", ["alt: 铭牌位置, ", "file: pictures/a.svg, "])
def test_a_picture_names_its_file_and_what_it_shows(lacking):
    with pytest.raises(AssertionError, match="missing-field"):
        handbook(text=ALL.replace(lacking, ""))
