"""Pictures within texts: shown wherever the text is, said in words where nothing can be shown."""

from __future__ import annotations

import re
from base64 import b64encode

import pytest
from tests.composed import NOWHERE
from tests.planted.outlets import PICTURE, garden, pages_of, sheets
from tests.planted.schema import all_keys
from tests.written import SETTINGS

from handbook.compose.frame.composer import Composer
from handbook.compose.pages.composition import compose_pages
from handbook.compose.pages.definitions import definition_page
from handbook.model.audiences.audience import for_audience
from handbook.model.edition import edition_of
from handbook.model.export import as_data
from handbook.model.kinds import KINDS
from handbook.model.load import load_tree
from handbook.read import TreeOfBytes

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><g id="%s"/></svg>'
TERM = "- {kind: term, id: late, title: 迟到, definition: '看图：\n\n    ![考勤机](late.svg)'}\n"


def loaded(text: str = TERM, a: bytes = b"a", **files: bytes):
    written = {
        "handbook.yml": f"{SETTINGS}audiences: [staff, manager]\n".encode(),
        "shop/section.yml": "title: 店\n".encode(),
        "shop/all.yml": text.encode(),
        "shop/late.svg": SVG % a,
    }
    return load_tree(TreeOfBytes({f"content/{k}": v for k, v in (written | files).items()}))


def page(text: str = TERM):
    book = loaded(text).handbook
    return definition_page(book["shop/late"], Composer(book, NOWHERE))


def prose_of(kind: str) -> list[str]:
    """Return the words of the pictures planted in each text that may take several lines."""
    keys = all_keys(KINDS[kind], kind)
    shown = [each for each in garden().planted if each.is_shown and each.key in keys]
    in_prose = [each for each in shown if keys[each.key].sort == "as_text"]
    return [each.word for each in in_prose if not each.key.endswith(".note")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_shows_the_pictures_of_every_text(kind):
    html = pages_of(kind)
    assert [word for word in prose_of(kind) if f'.svg" alt="{word}"' not in html] == []


SHOWING = ("procedure", "checklist", "card", "observe", "form", "script", "policy", "role", "pack")


@pytest.mark.parametrize("sheet", [*SHOWING, "book"])
def test_a_sheet_shows_the_pictures_of_every_text_it_holds(sheet):
    html = "".join(sheets(sheet))
    read = re.sub(r"<[^>]*>", "", html)
    within = f'src="data:image/svg+xml;base64,{b64encode(PICTURE).decode()}" alt="'
    words = [word for kind in KINDS for word in prose_of(kind) if word in read]
    assert words
    assert [word for word in words if f'{within}{word}"' not in html] == []


def test_a_picture_lies_beside_each_page_that_shows_it():
    pages = compose_pages(loaded().handbook, NOWHERE)
    showing = [each for each in pages if 'alt="考勤机"' in each.markdown]
    assert {each.uri for each in showing} >= {"shop/terms/late.md", "overview/glossary.md"}
    files = {file.uri: file.content for each in pages for file in each.attachments}
    for each in showing:
        [name] = set(re.findall(r'src="([^"]*)" alt="考勤机"', each.markdown))
        folder = each.uri.rpartition("/")[0]
        assert files[f"{folder}/{name}"] == SVG % b"a"


def test_a_picture_stands_on_a_line_of_its_own():
    shown = page('- {kind: term, id: late, title: 迟到, definition: "甲\\n![乙](late.svg)\\n丙"}\n')
    [around] = re.findall(r"<p>甲(.*)丙</p>", shown.markdown, re.S)
    assert "<br" not in around


@pytest.mark.parametrize("key", ["source", "note"])
def test_one_line_says_what_a_picture_shows(key):
    book = loaded(
        f"- {{kind: term, id: late, title: 迟到, definition: 甲, {key}: '![乙](late.svg)'}}\n"
    )
    assert book.problems == ()
    shown = definition_page(book.handbook["shop/late"], Composer(book.handbook, NOWHERE)).markdown
    assert "![" not in shown
    assert ("乙" in shown) is (key == "source")
    assert "<img" not in shown


@pytest.mark.parametrize("text", ["`![甲](late.svg)`", "\\\\![甲](late.svg)"])
def test_what_is_code_or_taken_back_is_shown_as_typed(text):
    shown = page(
        f"- {{kind: term, id: late, title: 迟到, definition: {text!r}}}\n".replace("\\\\", "\\")
    )
    assert "<img" not in shown.markdown


def test_words_of_a_picture_are_data():
    text = TERM.replace("考勤机", '"><script>x</script>')
    assert "<script>x" not in page(text).markdown


def told(text: str) -> list[tuple[str, str]]:
    written = f"- kind: term\n  id: late\n  title: 迟到\n  definition: |\n    {text}\n"
    return [(each.rule, each.hint) for each in loaded(written).problems]


@pytest.mark.parametrize("text", [
    "![甲](late.svg)", "前![甲](late.svg)后", "![甲[乙]](late.svg)", "![甲](<late.svg>)",
    "![甲](../shop/late.svg)", "注意！[必填](第一行)", "- ![甲](late.svg)", "好![甲]乙",
])  # fmt: skip
def test_what_can_be_shown_is_taken(text):
    assert told(text) == []


@pytest.mark.parametrize(("text", "fault"), [
    ("![](late.svg)", ("picture-in-text", "alt")),
    ("![甲]()", ("picture-in-text", "written")),
    ("![甲][乙]", ("picture-in-text", "written")),
    ("![甲](late.svg", ("picture-in-text", "written")),
    ("![甲]（late.svg）", ("picture-in-text", "written")),
    ("！[甲](late.svg)", ("picture-in-text", "written")),
    ("![看 [[late]]](late.svg)", ("picture-in-text", "written")),
    ("![甲](https://example.org/a.png)", ("picture-in-text", "elsewhere")),
    ("![甲](//example.org/a.png)", ("picture-in-text", "elsewhere")),
    ("![甲](data:image/png;base64,x)", ("picture-in-text", "elsewhere")),
    ("![甲](missing.svg)", ("bad-picture", "missing")),
    ("![甲](../../../etc/passwd)", ("bad-picture", "outside")),
    ("![甲](all.yml)", ("bad-picture", "kind")),
])  # fmt: skip
def test_what_cannot_be_shown_is_told_with_its_cure(text, fault):
    assert told(text) == [fault]


@pytest.mark.parametrize("key", ["title", "aliases", "tags", "asks"])
def test_where_words_are_compared_no_picture_can_stand(key):
    text = "- {kind: term, id: late, title: 迟到, definition: 甲}\n"
    text = text.replace("title: 迟到", "title: '![甲](late.svg)'") if key == "title" else (
        text.replace("}", f", {key}: '![甲](late.svg)'}}"))  # fmt: skip
    assert [(each.rule, each.hint) for each in loaded(text).problems] == [
        ("picture-in-text", "words")
    ]


def test_a_file_is_told_where_it_is_written():
    [found] = loaded(
        "- {kind: term, id: late, title: 迟到, definition: '![甲](no.svg)'}\n"
    ).problems
    assert str(found.place) == "content/shop/all.yml:1:55"


def test_the_sheet_of_a_section_shows_pictures_too():
    sheet = "title: 店\nsummary: '![门面](late.svg)'\n".encode()
    book = loaded(**{"shop/section.yml": sheet}).handbook
    shown = [each for each in compose_pages(book, NOWHERE) if 'alt="门面"' in each.markdown]
    assert {each.uri for each in shown} >= {"shop/index.md", "index.md"}


def test_what_only_hidden_definitions_show_leaves_no_trace():
    secret = (
        "- {kind: term, id: secret, title: 密, audience: manager, definition: '![密图](b.svg)'}\n"
    )
    book = loaded(TERM + secret, **{"shop/b.svg": SVG % b"b"}).handbook
    assert [*for_audience(book, "staff", "略").pictures] == ["content/shop/late.svg"]


def test_what_is_in_a_file_counts_for_the_edition_and_not_where_it_lies():
    def edition(*given: object, **further: object) -> str:
        book = loaded(*given, **further).handbook
        return edition_of(book["shop/late"], book)

    moved = TERM.replace("late.svg", "../b.svg")
    assert edition(moved, **{"b.svg": SVG % b"a"}) == edition() != edition(a=b"b")
    assert edition(TERM.replace("考勤机", "打卡机")) != edition()


def test_other_programs_are_given_the_text_as_written():
    [term] = as_data(loaded().handbook)["definitions"]
    assert term["definition"] == "看图：\n![考勤机](late.svg)"
