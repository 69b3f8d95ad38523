"""Tables to fill in: long words go on in a second line, figures stand below each other."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from listening import found_by_outloud, found_by_pdfua
from pictures import VIEWERS, has_ink, is_there, typed_into
from test_fillable import box_of, fields_of, filled_with_pikepdf, made

LONG = "客户说等了两个小时没有人招呼要求经理当面给个说法"
RUNNING_FOOT = "TAG-002"  # an English sentence in the foot of each page, heard on none
FORM = """\
kind: form
id: parts
title: 零件表
groups:
  - fields:
      - id: parts
        label: 零件
        type: table
        rows: 3
        columns:
          - {id: no, label: 序号, type: number}
          - {id: what, label: 品名}
          - {id: cost, label: 金额, type: money, default: "12.50"}
          - {id: day, label: 到货, type: date}
          - {id: done, label: 收到, type: yes-no}
          - {id: who, label: 收货人, type: signature}
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> bytes:
    return made(tmp_path_factory.mktemp("tables"), FORM)


@pytest.fixture(scope="module")
def fields(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        yield fields_of(document)


@pytest.fixture(params=VIEWERS)
def viewer(request):
    if not is_there(request.param):
        pytest.skip(f"no {request.param} here")
    return VIEWERS[request.param]


def lower_half(box):
    left, bottom, right, top = box
    return left, bottom, right, (bottom + top) / 2


def left_half(box):
    left, bottom, right, top = box
    return left, bottom, (left + right) / 2, top


def test_what_is_long_goes_on_in_a_second_line_when_typed_into_the_browser(pdf):
    left, bottom, right, top = box = box_of(pdf, "parts-2-what")
    typed = typed_into(pdf, ((left + right) / 2, (bottom + top) / 2), LONG)
    assert has_ink(typed, lower_half(box))
    short = typed_into(pdf, ((left + right) / 2, (bottom + top) / 2), LONG[:4])
    assert not has_ink(short, lower_half(box))


def test_what_is_long_goes_on_in_a_second_line_when_a_program_sets_it(pdf):
    if not is_there("Poppler"):
        pytest.skip("no Poppler here")
    picture = VIEWERS["Poppler"](filled_with_pikepdf(pdf, "parts-2-what", LONG))[0]
    assert has_ink(picture, lower_half(box_of(pdf, "parts-2-what")))


def test_figures_filled_in_beforehand_stand_at_the_right(pdf, viewer):
    box = box_of(pdf, "parts-1-cost")
    assert has_ink(viewer(pdf)[0], box)
    assert not has_ink(viewer(pdf)[0], left_half(box))


def test_figures_typed_into_the_browser_stand_at_the_right(pdf):
    left, bottom, right, top = box = box_of(pdf, "parts-3-no")
    with pikepdf.open(BytesIO(pdf)) as document:
        field = fields_of(document)["parts-3-no"]
        field.V, field.DV = "", ""
        del field.AP
        result = BytesIO()
        document.save(result)
    typed = typed_into(result.getvalue(), ((left + right) / 2, (bottom + top) / 2), "8")
    assert has_ink(typed, box)
    assert not has_ink(typed, left_half(box))


def test_rows_are_counted_already_and_can_be_counted_anew(fields):
    numbers = [fields[f"parts-{row}-no"] for row in (1, 2, 3)]
    assert [str(each.V) for each in numbers] == ["1", "2", "3"]
    assert not any(int(each.Ff) & 1 for each in numbers)  # read only


def test_a_cell_for_a_day_says_how_to_write_it(fields):
    assert str(fields["parts-2-day"].TU) == "零件，第 2 行，到货（年-月-日）"


def test_a_cell_to_sign_in_says_so(fields):
    assert str(fields["parts-2-who"].TU) == "签名：零件，第 2 行，收货人"


@pytest.mark.filterwarnings("ignore")  # the checkers' libraries' own
@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_the_table_is_heard_whole_in_every_language(tmp_path, language):
    settings = f"title: T\norganisation: T\nlanguage: {language}\n"
    file = tmp_path / "form.pdf"
    file.write_bytes(made(tmp_path, FORM, settings))
    assert found_by_pdfua(str(file)) == []
    found = found_by_outloud(str(file))
    assert [each for each in found if each[0] != RUNNING_FOOT] == []
