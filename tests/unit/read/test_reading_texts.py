"""Every scalar stays text, and remembers where it stands."""

import pytest

from handbook.read import Record, Sequence, Text, read_text


def read(text: str):
    root, problems = read_text(text, "content/a.yml")
    assert problems == []
    return root


@pytest.mark.parametrize(
    "written",
    ["8:30", "10:00", "no", "on", "010", "0x1F", "+86", "1.10", "1e3", "2026-01-01", "~", "null"],
)
def test_a_scalar_stays_as_typed(written):
    assert read(f"value: {written}\n")["value"] == written


def test_an_absent_value_is_an_empty_text():
    assert read("summary:\ntitle: 退款\n")["summary"] == ""


def test_keys_and_values_know_line_and_column_in_characters():
    root = read("标题: 退款\n说明: {来源: 合同, 页: 3}\n")
    assert str(root.key("说明").place) == "content/a.yml:2:1"
    assert str(root["标题"].place) == "content/a.yml:1:5"
    assert str(root["说明"]["页"].place) == "content/a.yml:2:17"


def test_records_and_lists_know_where_they_begin():
    root = read("a:\n  - b: c\n")
    assert isinstance(root, Record)
    assert isinstance(root["a"], Sequence)
    assert str(root["a"].place) == "content/a.yml:2:3"
    assert str(root["a"][0].place) == "content/a.yml:2:5"


@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_place_of_a_quoted_text_is_inside_the_quotes(quote):
    text = read(f"title: {quote}见 [[refund]]{quote}\n")["title"]
    assert str(text.offset_place(text.index("[["))) == "content/a.yml:1:11"


@pytest.mark.parametrize(
    "written",
    ["|\n  一\n  二", ">\n  一\n  二", "一\n  二", '"一\\t二"', "'it''s'", '"一\n  二"'],
)
def test_offsets_are_not_trusted_where_lines_or_escapes_shift_them(written):
    text = read(f"how: {written}\n")["how"]
    assert text.block
    assert text.offset_place(2).line == 1


@pytest.mark.parametrize("written", ["退款", "'退款'", '"退款"', "a b"])
def test_offsets_are_trusted_in_a_text_on_one_line(written):
    assert not read(f"how: {written}\n")["how"].block


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_the_line_ends_of_any_system_are_harmless(end):
    root = read(end.join(["title: 退款", "how: |", "  一", "  二", "note: x", ""]))
    assert root["how"] == "一\n二\n"
    assert root["note"].line == 5


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_invisible_separators_are_blanks_and_move_nothing(separator):
    root = read(f"title: 退款{separator}说明\nnote: x\n")
    assert root["title"] == "退款 说明"
    assert root["note"].line == 2


def test_a_byte_order_mark_is_harmless():
    assert str(read("\ufefftitle: 退款\n").key("title").place) == "content/a.yml:1:1"


def test_a_leading_document_mark_is_tolerated():
    assert read("---\n# 说明\ntitle: 退款\n") == {"title": "退款"}


def test_thirty_two_levels_are_read():
    assert isinstance(read("[" * 32 + "a, b" + "]" * 32), Sequence)


def test_the_root_of_a_file_of_texts_holds_texts_only():
    assert all(type(item) is Text for item in read("- 一\n- 二\n"))
