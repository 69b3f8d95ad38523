"""A swimlane that was squeezed into its page until it cannot be read is a finding."""

from __future__ import annotations

import pytest

from handbook.sheets.worker import Pressed, press

PICTURE = (
    '<html lang="zh-CN"><title>图</title><body class="procedure">'
    '<svg class="swimlane" width="{width}pt" height="{width}pt" viewBox="0 0 400 400" '
    'font-size="9" role="img"><title>图</title><text y="20">甲</text>'
    '<text y="40" font-size="8">30 分钟</text></svg><p>文字</p></body>'
)


@pytest.mark.parametrize(("width", "found"), [(400, ""), (352, ""), (340, "6.8"), (200, "4")])
def test_the_smallest_letters_count(width, found):
    pressed = press(PICTURE.format(width=width))
    assert isinstance(pressed, Pressed), pressed
    sizes = [each.value for each in pressed.misfits if each.rule == "small-text"]
    assert sizes == ([found] if found else [])
