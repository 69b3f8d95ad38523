"""Forms to fill in: what is typed is seen, in every viewer, and each field says what it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from listening import found_by_pdfua
from pictures import VIEWERS, has_ink, ink, is_there, typed_into

from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.sheets import compose_sheets
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.sheets.worker import Pressed, press

PROJECT = Path(__file__).parents[2]
LARGEST = 1_500_000
FORM = """\
kind: form
id: all
title: 样样都有
total: 100
groups:
  - title: 甲
    total: 20
    fields:
      - {id: name, label: 姓名, required: yes, default: 张婷垚堃, width: 4}
      - {id: day, label: 日期, type: date, default: 2026-11-22, width: 4}
      - {id: cost, label: 金额, type: money, note: 含税, width: 4}
      - {id: words, label: 原话, type: long, default: 客户说：等了两个小时，没有人招呼。}
      - {id: kind, label: 来源, type: choice, options: [电话, 到店, 网络], default: 到店}
      - {id: topics, label: 涉及, type: choices, options: [态度, 质量], default: 质量}
      - {id: done, label: 办完, type: yes-no}
      - {id: score, label: 得分, type: score, max: 5}
      - {label: 无号}
      - id: parts
        label: 明细
        type: table
        rows: 2
        columns: [{label: 品名, default: 机油}, {id: how, label: 办法, options: [更换, 修理]}]
      - {id: photo, label: 照片, type: photo}
      - {id: sign, label: 客户签字, type: signature, required: yes}
"""
PREFILLED = ("name", "day", "words", "parts-1-1", "parts-2-1")
BLANK = (
    "cost", "field-1-9", "parts-1-how", "photo", "sign", "form-number", "score", "total", "total-1",
)  # fmt: skip
IN_ORDER = [
    "编号", "姓名", "日期（年-月-日）", "金额", "原话", "来源：电话", "来源：到店",
    "来源：网络", "涉及：态度", "涉及：质量", "办完：是", "办完：否", "得分", "无号",
    "明细，第 1 行，品名", "明细，第 1 行，办法", "明细，第 2 行，品名", "明细，第 2 行，办法",
    "照片：另附照片的文件名", "签名：客户签字", "总分", "总分",
]  # fmt: skip


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> bytes:
    return made(tmp_path_factory.mktemp("forms"), FORM)


def made(folder: Path, form: str, settings: str = "title: 手册\norganisation: 单位\n") -> bytes:
    (folder / "content").mkdir()
    (folder / "content/handbook.yml").write_text(settings)
    (folder / "content/form.yml").write_text(form)
    loaded = load(folder)
    assert loaded.problems == ()
    [sheet] = [each for each in compose_sheets(loaded.handbook, folder) if each.sheet == "fillable"]
    pressed = press(sheet.html)
    assert isinstance(pressed, Pressed), pressed
    return pressed.pdf


@pytest.fixture(params=VIEWERS)
def viewer(request):
    if not is_there(request.param):
        pytest.skip(f"no {request.param} here")
    return VIEWERS[request.param]


@pytest.fixture(scope="module")
def document(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        yield document


@pytest.fixture(scope="module")
def fields(document):
    return fields_of(document)


def fields_of(document) -> dict[str, pikepdf.Object]:
    return {str(field.T): field for field in document.Root.AcroForm.Fields}


def box_of(pdf: bytes, name: str) -> tuple[float, ...]:
    with pikepdf.open(BytesIO(pdf)) as document:
        left, first, right, second = map(float, fields_of(document)[name].Rect)
    return left, min(first, second), right, max(first, second)


def filled_with_pikepdf(pdf: bytes, name: str, value: str) -> bytes:
    """Set a value and drop the old drawing, as programs do that leave drawing to the viewer."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for field in document.Root.AcroForm.Fields:
            if str(field.T) == name:
                field.V = value
                del field.AP
        document.Root.AcroForm.NeedAppearances = True
        result = BytesIO()
        document.save(result)
    return result.getvalue()


def filled_with_pypdf(pdf: bytes, values: dict[str, str]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf))
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=False)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


@pytest.mark.parametrize("name", PREFILLED)
def test_what_is_filled_in_beforehand_is_seen_without_a_click(pdf, viewer, name):
    assert has_ink(viewer(pdf)[0], box_of(pdf, name))


@pytest.mark.parametrize("name", [name for name in BLANK if name != "sign"])
def test_what_is_not_filled_in_is_blank(pdf, viewer, name):
    assert not has_ink(viewer(pdf)[0], box_of(pdf, name))


@pytest.mark.parametrize("name", ["cost", "words", "parts-1-how", "total"])
def test_chinese_set_by_a_program_is_seen_and_is_no_row_of_boxes(pdf, viewer, name):
    one, other = (filled_with_pikepdf(pdf, name, text) for text in ("客户", "投诉"))
    box = box_of(pdf, name)
    pictures = [viewer(each)[0] for each in (one, other)]
    assert all(has_ink(picture, box) for picture in pictures)
    assert ink(pictures[0], box) != ink(pictures[1], box)


@pytest.mark.parametrize("name", ["cost", "field-1-9"])
def test_chinese_typed_into_the_browser_is_seen_and_is_no_row_of_boxes(pdf, name):
    left, bottom, right, top = box = box_of(pdf, name)
    middle = ((left + right) / 2, (bottom + top) / 2)
    one, other = (typed_into(pdf, middle, text) for text in ("客户", "投诉"))
    assert has_ink(one, box)
    assert has_ink(other, box)
    assert ink(one, box) != ink(other, box)


def test_what_pypdf_fills_in_reads_back(pdf):
    filled = filled_with_pypdf(pdf, {"cost": "一百元", "kind": "/2", "topics-1": "/Yes"})
    fields = pypdf.PdfReader(BytesIO(filled)).get_fields()
    assert fields["cost"]["/V"] == "一百元"
    assert fields["kind"]["/V"] == "/2"
    assert fields["topics-1"]["/V"] == "/Yes"


def test_boxes_ticked_by_a_program_are_seen(pdf, viewer):
    filled = filled_with_pypdf(pdf, {"topics-1": "/Yes"})
    box = box_of(pdf, "topics-1")
    assert not has_ink(viewer(pdf)[0], box)
    assert has_ink(viewer(filled)[0], box)


@pytest.mark.parametrize("name", ["Poppler", "MuPDF"])  # PDFium then leaves ticks out
def test_ticks_stay_when_a_program_asks_to_draw_all_anew(pdf, name):
    if not is_there(name):
        pytest.skip(f"no {name} here")
    viewer = VIEWERS[name]
    box = box_of(pdf, "topics-2")
    assert has_ink(viewer(pdf)[0], box)
    assert has_ink(viewer(filled_with_pikepdf(pdf, "cost", "百元"))[0], box)


def test_each_field_is_told_by_its_label_in_the_order_of_reading(document):
    assert [str(widget.TU) for widget in document.pages[0].Annots] == IN_ORDER


def test_the_order_of_the_tab_key_is_the_order_of_reading(document):
    assert {str(page.obj.Tabs) for page in document.pages} == {"/S"}
    parents = list(document.Root.StructTreeRoot.ParentTree.Nums)
    tags = dict(zip(map(int, parents[::2]), parents[1::2], strict=True))
    for widget in document.pages[0].Annots:
        form = tags[int(widget.StructParent)]
        assert str(form.S) == "/Form"
        assert form.K[0].Obj.objgen == widget.objgen


def test_no_two_fields_have_one_name(document, fields):
    assert len(fields) == len(document.Root.AcroForm.Fields)
    assert set(fields) >= {*PREFILLED, *BLANK, "kind", "done", "topics-1", "topics-2"}


def test_what_must_be_filled_in_says_so(fields):
    assert {name for name, field in fields.items() if int(field.Ff) & 2} == {"name", "sign"}


def test_a_choice_holds_the_words_of_its_options(fields):
    assert [str(words) for words in fields["kind"].Opt] == ["电话", "到店", "网络"]
    assert str(fields["kind"].V) == "/1"
    assert [str(words) for words in fields["parts-1-how"].Opt] == ["", "更换", "修理"]
    assert str(fields["topics-2"].V) == "/Yes"


def test_a_signature_can_be_given_by_hand_or_digitally(fields):
    assert str(fields["sign"].FT) == "/Sig"
    assert "/V" not in fields["sign"]


def test_it_keeps_to_the_rules_for_those_who_hear_it(pdf, tmp_path):
    file = tmp_path / "form.pdf"
    file.write_bytes(pdf)
    assert found_by_pdfua(str(file)) == []


def test_there_is_no_script_in_it(document):
    assert b"/JavaScript" not in b"".join(each.unparse() for each in document.objects)


def test_a_field_without_an_id_has_its_number(tmp_path):
    groups = "[{fields: [{id: name, label: 姓名}]}, {fields: [{label: 甲}, 乙]}]"
    pdf = made(tmp_path, f"{{kind: form, id: f, title: 表, groups: {groups}}}")
    with pikepdf.open(BytesIO(pdf)) as document:
        assert set(fields_of(document)) == {"form-number", "name", "field-2-1", "field-2-2"}


def test_a_form_in_traditional_chinese_takes_the_typeface_of_traditional_chinese(tmp_path):
    form = "{kind: form, id: f, title: 表, groups: [{fields: [{id: a, label: 甲, default: 顧客}]}]}"
    pdf = made(tmp_path, form, "title: 手冊\norganisation: 單位\nlanguage: zh-TW\n")
    assert has_ink(VIEWERS["PDFium"](pdf)[0], box_of(pdf, "a"))
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.AcroForm.DR.Font.Form.BaseFont) == "/HandbookForm-Hant"
    assert len(pdf) <= LARGEST


def test_every_fillable_form_of_the_handbook_is_small_enough_to_send():
    handbook, templates = load(PROJECT).handbook, environment(PROJECT)
    forms = [each for each in handbook.definitions if each.kind == "form"]
    sheets = [compose_sheet(handbook, templates, form, "fillable") for form in forms]
    largest = max(sheets, key=lambda sheet: len(sheet.html))
    pressed = press(largest.html)
    assert isinstance(pressed, Pressed)
    assert len(pressed.pdf) <= LARGEST


def test_the_same_form_gives_the_same_bytes(pdf, tmp_path):
    assert made(tmp_path, FORM) == pdf
