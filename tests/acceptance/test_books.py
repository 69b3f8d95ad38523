"""Real books, cards and packs, printed from content/ and read back as PDF."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
import segno
from PIL import Image

from handbook.compose.books.sheets import compose_book
from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.press import print_sheets

PROJECT = Path(__file__).parents[2]
SHEETS = (("auto/complaint", "card"), ("auto/complaint", "observe"), ("auto/visit-officer", "role"))


@pytest.fixture(scope="module")
def composed():
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    section = next(each for each in handbook.sections if each.address == "auto")
    sheets = [compose_sheet(handbook, templates, handbook[id], sheet) for id, sheet in SHEETS]
    return {sheet.uri: sheet for sheet in (*sheets, compose_book(handbook, templates, section))}


@pytest.fixture(scope="module")
def printed(composed, tmp_path_factory):
    return print_sheets(composed.values(), cache=tmp_path_factory.mktemp("cache"), jobs=2)


@pytest.fixture(scope="module")
def book(printed):
    return pypdf.PdfReader(printed.files["print/auto/handbook.pdf"].path)


def words(page) -> str:
    return re.sub(r"\s+", " ", page.extract_text().replace("\u2009", " "))


def bookmarks(reader, entries=None, depth=1):
    """Yield (depth, title, page number) of the outline."""
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, list):
            yield from bookmarks(reader, entry, depth + 1)
        else:
            title = entry.title.replace("\u2009", " ")
            yield depth, title, reader.get_destination_page_number(entry) + 1


def test_all_are_made_without_a_problem(printed, composed):
    assert printed.files.keys() == composed.keys()
    assert printed.problems == ()


def test_the_card_and_the_supervisors_sheet_take_one_side(printed):
    card = printed.files["print/auto/complaint.card.pdf"]
    assert (card.pages, card.size_mm) == (1, (210, 148))
    assert printed.files["print/auto/complaint.observe.pdf"].pages == 1


def test_a_card_carries_its_control_line_and_page(printed):
    text = words(pypdf.PdfReader(printed.files["print/auto/complaint.card.pdf"].path).pages[0])
    for word in ("KF-PR-012", "版本 1.0", "版次", "打印件仅在", "第 1 / 1 页"):
        assert word in text


def test_the_last_page_of_a_pack_is_read_and_signed(printed):
    pages = pypdf.PdfReader(printed.files["print/auto/visit-officer.role.pdf"].path).pages
    assert "我已读过《客访专员》" in words(pages[-1])
    assert "我已读过" not in words(pages[-2])


def test_the_contents_tell_the_pages_where_things_stand(book):
    marks = list(bookmarks(book))
    contents = next(number for _, title, number in marks if title == "目录")
    first = next(number for _, title, number in marks if number > contents)
    listed = " ".join(words(book.pages[number - 1]) for number in range(contents, first))
    told = [(title, page) for depth, title, page in marks if depth >= 2]
    assert len(told) > 40
    for title, page in told:
        assert title in words(book.pages[page - 1])
        assert re.search(rf"{re.escape(title)}[ .]*{page}(?!\d)", listed), title


def test_the_outline_has_sections_kinds_and_definitions(book):
    marks = list(bookmarks(book))
    assert {depth for depth, _, _ in marks} == {1, 2, 3}
    assert (1, "目录") in {(depth, title) for depth, title, _ in marks}
    assert (3, "客户投诉处理") in {(depth, title) for depth, title, _ in marks}


def test_mentions_print_the_page_of_what_they_mention(book):
    where = {title: page for depth, title, page in bookmarks(book) if depth == 3}
    text = "".join(words(page) for page in book.pages)
    found = re.findall(r"投诉归口规定 KF-PO-005 第 (\d+) 页", text)
    assert set(found) == {str(where["投诉归口规定"])}


def test_every_page_but_the_cover_tells_what_it_is(book):
    edition = re.search(r"版次 ([0-9a-f]{6})", words(book.pages[0]))[1]
    for number, page in enumerate(book.pages[1:], 2):
        text = words(page)
        for word in (
            "示范服务集团", "汽车经销商客服部手册", f"版次 {edition}",
            f"第 {number} / {len(book.pages)} 页", "打印件仅在",
        ):  # fmt: skip
            assert word in text, number
        valid_from = "(自 2026-10-01 起施行|生效日期待定)"
        assert re.search(rf"版本 \d\.\d 版次 [0-9a-f]{{6}} {valid_from}", text), number


def test_the_head_names_the_document_that_stands_at_the_top_of_the_page(book):
    starts = [(page, title) for depth, title, page in bookmarks(book) if depth == 3]
    for number, page in enumerate(book.pages, 1):
        before = [title for start, title in starts if start < number]
        head = re.split("起施行|生效日期", words(page))[0]
        begins_here = any(start == number for start, _ in starts)
        if before and not begins_here and number < starts[-1][0]:
            assert before[-1] in head, number


def test_every_page_has_the_code_of_its_document_to_scan(book):
    site = "https://handbook.example/auto"
    where = {title: page for depth, title, page in bookmarks(book) if depth == 3}
    assert codes_on(book.pages[0]) == []  # the cover has its code as a drawing
    assert all(len(codes_on(page)) == 1 for page in book.pages[1:])
    assert codes_on(book.pages[2]) == [dots_of(f"{site}/index.html")]
    after = where["客户投诉处理"]  # the page after that on which it begins
    assert codes_on(book.pages[after]) == [dots_of(f"{site}/procedures/complaint.html")]


def codes_on(page) -> list[list[bool]]:
    """Return the dots of the pictures drawn on a page, dark ones true."""
    drawn = re.findall(r"(/\w+) Do", page.get_contents().get_data().decode("latin-1"))
    images = [page["/Resources"]["/XObject"][name] for name in drawn]
    return [
        [dot < 128 for dot in image.decode_as_image().convert("L").tobytes()]
        for image in images
        if image["/Subtype"] == "/Image"
    ]


def dots_of(address: str) -> list[bool]:
    drawn = BytesIO()
    segno.make(address, error="l", micro=False).save(drawn, kind="png", border=0, scale=1)
    return [dot < 128 for dot in Image.open(drawn).convert("L").tobytes()]


def test_only_our_typeface_is_in_a_book(book):
    names = {
        font.get_object()["/BaseFont"]
        for page in book.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all(re.fullmatch(r"/[A-Z]{6}\+Handbook-Sans(-Bold)?", name) for name in names)
