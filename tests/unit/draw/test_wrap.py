"""Breaking text into lines."""

from hypothesis import given
from hypothesis import strategies as st

from handbook.draw.wrap import NOT_FIRST, NOT_LAST, width_of, wrap

TEXT = st.text(alphabet="投诉处理表，。、（）《》abc DEF 12.5%", min_size=1, max_size=60)


def test_chinese_breaks_between_characters() -> None:
    assert wrap("确认投诉等级转责任部门", 6) == ["确认投诉等级", "转责任部门"]


def test_latin_breaks_between_words() -> None:
    assert wrap("record the complaint", 6) == ["record the", "complaint"]


def test_no_line_begins_with_a_closing_sign() -> None:
    assert wrap("先听完再说，复述", 5)[1][0] not in NOT_FIRST


def test_no_line_ends_with_an_opening_sign() -> None:
    assert all(line[-1] not in NOT_LAST for line in wrap("请填写好（客户投诉表）", 5))


def test_lines_are_about_equally_long() -> None:
    assert wrap("提出处理办法并执行", 8) == ["提出处理办", "法并执行"]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("把结果告诉客户，再问一次意见", 4, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@given(TEXT, st.floats(min_value=3, max_value=20))
def test_nothing_is_lost_and_no_line_is_much_too_wide(text: str, ems: float) -> None:
    lines = wrap(text, ems)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= ems + 1.1 for line in lines)
