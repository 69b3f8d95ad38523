"""Breaking text into lines."""

import string

from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.draw.wrap import NOT_FIRST, NOT_LAST, width_of, wrap
from handbook.sheets.fonts import BOLD

with TTFont(BOLD) as font:  # how wide each of its characters is, in ems
    ADVANCES = {
        chr(code): font["hmtx"][name][0] / font["head"].unitsPerEm
        for code, name in font.getBestCmap().items()
    }
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


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=string.ascii_letters + string.digits + "%@&→✓中", min_size=10, max_size=80))
def test_a_long_word_is_broken_into_lines_that_fit_the_box_around_them(word: str) -> None:
    for line in wrap(word, 12):
        assert sum(ADVANCES[character] for character in line) <= 12 * 1.15  # a box has padding


@given(TEXT, st.floats(min_value=3, max_value=20))
def test_nothing_is_lost_and_no_line_is_much_too_wide(text: str, ems: float) -> None:
    lines = wrap(text, ems)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= ems + 1.1 for line in lines)
