"""Real sheets, printed by real workers from content/ and read back as PDF."""

from __future__ import annotations

import re

import pypdf
import pytest
from tests.ours import PROJECT, our_handbook

from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.sheets import compose_sheets
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.press import print_sheets

SAMPLE = {
    f"print/{address}.{sheet}.pdf": (address, sheet)
    for address, sheet in (
        ("auto/complaint", "checklist"),
        ("auto/complaint", "procedure"),
        ("auto/complaint-form", "form"),
        ("auto/complaint-form", "fillable"),
        ("auto/club-rules", "policy"),
        ("apology", "script"),
        ("courtesy", "script"),
    )
}
MILLIMETRES = {"A4": (210, 297), "A5": (148, 210)}
LARGEST_PAGE = 60_000  # bytes of a sheet of one page


@pytest.fixture(scope="module")
def sheets():
    handbook, templates = our_handbook(), environment(PROJECT)
    made = [compose_sheet(handbook, templates, handbook[id], kind) for id, kind in SAMPLE.values()]
    return {sheet.uri: sheet for sheet in made}


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def printed(sheets, cache):
    return print_sheets([sheets[uri] for uri in SAMPLE], cache=cache, jobs=2)


@pytest.fixture(params=SAMPLE)
def uri(request):
    return request.param


@pytest.fixture
def pdf(printed, uri):
    return pypdf.PdfReader(printed.files[uri].path)


def words(page) -> str:
    return re.sub(r"\s+", " ", page.extract_text().replace("\u2009", " "))


def test_all_are_made_without_a_problem(printed, sheets):
    assert sorted(printed.files) == sorted(sheets) == sorted(SAMPLE)
    assert printed.problems == ()


def test_head_and_foot_stand_on_every_page(pdf, sheets, uri):
    sheet = sheets[uri]
    for number, page in enumerate(pdf.pages, 1):
        text = words(page)
        for part in (sheet.title, sheet.code, f"版本 {sheet.version}", f"版次 {sheet.edition}",
                     "打印件仅在与在线版本版次一致时有效", "批准"):  # fmt: skip
            assert part in text, f"page {number}"
        assert f"第 {number} / {len(pdf.pages)} 页" in text


def test_title_language_and_tags_are_set(pdf, sheets, uri):
    assert pdf.metadata.title.startswith(sheets[uri].title)
    assert pdf.trailer["/Root"]["/Lang"] == "zh-CN"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_title_is_the_first_bookmark(pdf, sheets, uri):
    assert pdf.outline[0].title.replace("\u2009", " ") == sheets[uri].title


def test_only_our_typeface_is_in_it_cut_down_to_what_is_used(pdf):
    names = {
        font["/BaseFont"] for page in pdf.pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }  # fmt: skip
    assert names
    for name in names:
        assert re.fullmatch(r"/[A-Z]{6}\+Handbook-Sans(-Bold)?", name)


def test_what_is_drawn_is_sound_pdf(pdf):
    for page in pdf.pages:
        depth = 0
        for operands, operator in page.get_contents().operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert operator != b"BDC" or "/MCID" in operands[1]
            assert depth >= 0
        assert depth == 0


def test_pages_have_the_size_they_should(pdf, printed, sheets, uri):
    expected = MILLIMETRES[sheets[uri].paper]
    assert printed.files[uri].size_mm == expected
    for page in pdf.pages:
        size = tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:])
        assert size == expected


def test_sheets_of_one_page_are_small(printed, uri):
    made = printed.files[uri]
    assert made.bytes == made.path.stat().st_size
    assert made.pages > 1 or made.bytes <= LARGEST_PAGE


def test_the_complaint_checklist_fits_one_page(printed):
    assert printed.files["print/auto/complaint.checklist.pdf"].pages == 1


def test_a_draft_says_so_across_each_page(printed):
    for page in pypdf.PdfReader(printed.files["print/auto/club-rules.policy.pdf"].path).pages:
        assert re.search("草.?稿", words(page))


def test_the_sign_off_never_stands_alone_on_its_page(printed):
    pages = pypdf.PdfReader(printed.files["print/auto/complaint.procedure.pdf"].path).pages
    signed = [words(page) for page in pages if "签字" in words(page)]
    assert len(signed) == 1
    assert "相关文件" in signed[0]


def test_a_second_run_renders_none(printed, sheets, cache):
    again = print_sheets([sheets[uri] for uri in SAMPLE], cache=cache, jobs=2)
    assert again.rendered == 0
    assert again.files == printed.files


def test_other_workers_in_another_order_give_the_same_bytes(printed, sheets, tmp_path):
    turned = print_sheets([sheets[uri] for uri in reversed(SAMPLE)], cache=tmp_path, jobs=1)
    assert {uri: made.sha256 for uri, made in turned.files.items()} == {
        uri: made.sha256 for uri, made in printed.files.items()
    }


def test_a_step_higher_than_a_page_goes_on_on_the_next(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    paragraphs = "".join(f"\n      第{number}段：{'很长的说明，' * 20}\n" for number in range(40))
    (tmp_path / "content/p.yml").write_text(
        "kind: procedure\nid: p\ntitle: 长\nsteps:\n  - {id: a, do: 先做}\n"
        f"  - id: b\n    do: 再做\n    how: |{paragraphs}  - {{id: c, do: 后做}}\n"
    )
    loaded = load(tmp_path)
    assert loaded.problems == ()
    made = print_sheets(compose_sheets(loaded.handbook, tmp_path), cache=tmp_path / "c", jobs=1)
    text = "".join(
        words(page) for page in pypdf.PdfReader(made.files["print/p.procedure.pdf"].path).pages
    )
    assert all(f"第 {number} 段" in text for number in range(40))
    assert "后做" in text
