"""In a book the word for a draft stands across the pages of drafts, and across no others."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest
from listening import found_by_outloud, found_by_pdfua
from PIL import ImageChops, ImageFilter
from tests.composed import pressed_book

from handbook.languages import catalogue
from handbook.sheets.worker import Pressed

ACROSS = 80  # pixels: no other letters of a book are as large
LINES = ", ".join(f"{{id: a{n}, title: 待定之{n}, text: 未定稿的话。}}" for n in range(40))
CONTENT = f"""\
- {{kind: role, id: clerk, title: 接待员, duties: [已定稿的话]}}
- {{kind: role, id: novice, title: 见习员, status: draft, duties: [未定稿的话]}}
- {{kind: role, id: porter, title: 门卫, duties: [已定稿的话]}}
- {{kind: policy, id: long, title: 长规定, status: draft, articles: [{LINES}]}}
- {{kind: policy, id: other, title: 另一规定, status: draft,
   articles: [{{id: a, text: 未定稿的话。}}]}}
- {{kind: policy, id: old, title: 旧规定, status: retired, articles: [{{id: a, text: 废掉的话。}}]}}
- {{kind: policy, id: rules, title: 现行规定, articles: [{{id: a, text: 已定稿的话。}}]}}
- {{kind: script, id: hello, title: 问候, status: draft, lines: [未定稿的话]}}
- {{kind: standard, id: speed, title: 接听速度, value: 15秒, status: draft}}
- {{kind: standard, id: pace, title: 办理速度, value: 15分钟}}
- kind: procedure
  id: visit
  title: 接待来客
  steps: [{{id: greet, do: 已定稿的话, by: clerk}}]
"""


def pressed(folder, paper="A4", language="zh-CN") -> Pressed:
    settings = f"title: 手册\norganisation: 单位\npaper: {paper}\nlanguage: {language}\n"
    return pressed_book(folder, settings, CONTENT)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return pressed(tmp_path_factory.mktemp("drafts"))


@pytest.fixture(scope="module")
def pages(made):
    return pypdf.PdfReader(BytesIO(made.pdf)).pages


def words(page) -> str:
    return re.sub(r"\s+", "", page.extract_text().replace("\u2009", ""))


def across(page) -> str:
    """Return the letters of a page that are too large for any other place."""
    found = []
    page.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: found.append((size, text)))
    return "".join(text for size, text in found if size > ACROSS).strip()


def test_the_word_stands_across_the_pages_of_drafts_and_no_others(pages):
    drafts = [number for number, page in enumerate(pages, 1) if "未定稿的话" in words(page)]
    marked = [number for number, page in enumerate(pages, 1) if across(page)]
    assert marked == drafts
    assert {across(pages[number - 1]) for number in marked} == {"草稿"}


def test_a_draft_of_several_pages_is_marked_on_each(pages):
    of_long = [page for page in pages if re.search("待定之[0-9]", words(page))]
    assert len(of_long) > 1
    assert all(across(page) == "草稿" for page in of_long)


def test_what_is_valid_never_shares_a_page_with_the_word(pages):
    valid = [page for page in pages if "已定稿的话" in words(page)]
    assert len(valid) == 2  # of the procedure and a policy; of two roles
    assert not any(map(across, valid))


def test_drafts_behind_one_another_share_their_pages(pages):
    last = next(page for page in pages if "待定之39" in words(page))
    assert "另一规定" in words(last)


def test_the_contents_tell_of_drafts_and_carry_no_word_across(pages):
    contents = next(page for page in pages if "目录" in words(page))
    for title in ("长规定草稿", "见习员草稿", "问候草稿"):
        assert title in words(contents)
    assert not across(contents)


def test_a_line_of_an_index_is_marked_by_itself(pages):
    index = words(pages[-1])
    assert "接听速度草稿" in index
    assert "办理速度草稿" not in index
    assert not across(pages[-1])


def test_what_is_retired_is_on_no_page(pages):
    for page in pages:
        assert "旧规定" not in words(page)
        assert "作废" not in across(page)


def test_pages_are_counted_through(pages):
    for number, page in enumerate(list(pages)[1:], 2):
        assert f"第{number}/{len(pages)}页" in words(page)


def test_the_head_of_a_page_names_the_draft_on_it(pages):
    assert "长规定草稿" in words(next(page for page in pages if "待定之39" in words(page)))


def test_nothing_is_found_by_our_own_rules_or_by_those_who_listen(made, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(made.pdf)
    assert made.misfits == ()
    assert found_by_pdfua(str(file)) == []


@pytest.mark.filterwarnings("ignore")  # its libraries' own
def test_the_book_is_heard_as_well_as_seen(made, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(made.pdf)
    assert found_by_outloud(str(file)) == []


def test_the_word_is_drawn_and_not_read_aloud(made):
    seen = 0
    with pikepdf.open(BytesIO(made.pdf)) as document:
        for page in document.pages:
            around, size = [], 0
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "BDC" | "BMC":
                        around.append(str(operands[0]))
                    case "EMC":
                        around.pop()
                    case "Tf":
                        size = operands[1]
                    case "Tj" | "TJ" if size > ACROSS:
                        seen += 1
                        assert "/Artifact" in around
    assert seen > 3


@pytest.mark.parametrize(("paper", "language"), [("A5", "en"), ("Letter", "zh-TW")])
def test_the_word_stands_whole_on_other_papers_and_in_other_languages(paper, language, tmp_path):
    pdf = pressed(tmp_path, paper, language).pdf
    page = next(page for page in pypdf.PdfReader(BytesIO(pdf)).pages if across(page))
    assert across(page) == catalogue(language, "labels")["stamp-draft"]
    left, top, right, bottom = reddish(pdf, page.page_number)
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.06)
    assert (bottom + top) / 2 == pytest.approx(0.45, abs=0.08)
    assert left > 0.08
    assert right < 0.92
    assert right - left > 0.3


def reddish(pdf: bytes, number: int) -> tuple[float, float, float, float]:
    """Return where the pale red of a page begins and ends, as shares of its width and height."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[number].render(scale=0.5).to_pil().convert("RGB")
    red, green, _ = drawn.split()
    pale = ImageChops.subtract(red, green).point(lambda value: 255 * (14 < value < 26))
    left, top, right, bottom = pale.filter(ImageFilter.MedianFilter(5)).getbbox()
    return (left / drawn.width, top / drawn.height, right / drawn.width, bottom / drawn.height)
