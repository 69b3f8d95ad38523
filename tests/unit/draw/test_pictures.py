"""Pictures look as the ones in pictures/: each number, word and colour of them.

Where a picture is meant to change, look at it and write them anew:

    .venv/bin/python -m tests.unit.draw.test_pictures
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.draw.test_layout import COMPLAINT, Words, procedure
from tests.written import handbook_of

from handbook.draw.layout import Layout, lay_out
from handbook.draw.organisation import ChartWords, chart, chart_svg
from handbook.draw.organisation_sides import charts_on_sides
from handbook.draw.ribbon import lay_out_chain
from handbook.draw.svg import svg
from handbook.draw.swimlane import Swimlane, swimlanes
from handbook.model.flow import Flow
from handbook.model.kinds import Unit
from handbook.paper.palette import Palette

PICTURES = Path(__file__).with_name("pictures")
PALETTE = Palette(accent="#123456", tint="#eeeeff")

# Limits below and within, critical, at the same time, back, away, to the end, a very long word.
WIDE = """\
- {id: a, do: "接听 & 记录 <来电>", by: [front, boss], within: 20秒, critical: yes}
- {id: b, do: 查询系统并判断情况是否紧急是否需要立即上报, by: clerk,
   within: 365个工作日内, critical: yes,
   branches: [{when: 紧急, go: e}, {when: 已处理过, go: end}, {go: refund}]}
- {id: c, do: 通知, by: front}
- {id: d, do: 登记, by: clerk, together_with: c, within: 30分钟}
- {id: e, do: 现场处理, by: boss, branches: [{when: 未解决, go: a}, {when: 客户不在, go: c}]}
- {id: f, do: Supercalifragilisticexpialidocious, by: shop, next: h}
- {id: g, do: 复核, by: shop, branches: [{when: 不合格, go: f}, {when: 要退, go: refund}]}
- {id: h, do: 归档, branches: [{when: 有误, go: g}]}
"""
CHAIN = """\
- {id: a, do: 开门, by: x, within: 5分钟}
- {id: b, do: 查看昨日交接记录与未完成事项, by: x, critical: yes, within: 365个工作日内}
- {id: c, do: 打卡, by: x}
- {id: d, do: 整理柜台, by: x}
- {id: e, do: 开机, by: x}
- {id: f, do: 开始接待, by: x, within: 1小时}
"""
UNITS = """\
- {kind: unit, id: a, title: 总公司, headcount: 120}
- {kind: unit, id: b, title: 客户服务与投诉处理中心及其全部下属单位, parent: a, headcount: 12}
- {kind: unit, id: c, title: 外包商, parent: b, external: true}
- {kind: unit, id: d, title: 新部门, parent: b, planned: true, headcount: 3}
- {kind: unit, id: e, title: 门店, parent: a}
- {kind: unit, id: f, title: 独立单位, external: true, planned: true}
- {kind: unit, id: g, title: 又一个}
- {kind: role, id: r1, title: 客服经理, unit: b, headcount: 1}
- {kind: role, id: r2, title: 负责全国范围内全部投诉处理与回访工作的高级专员, unit: b, headcount: 8}
- {kind: role, id: r3, title: 退下的岗位, unit: b, status: retired}
- {kind: role, id: r4, title: 店长, unit: [e, g]}
"""


class OnPaper(Words):
    """Captions without links."""

    def href_of_step(self, step) -> None:
        return None


def pictures_of(
    steps: str,
    lay: Callable[[Swimlane], Layout],
    *,
    words: Words | None = None,
    sides: int | None = None,
    palette: Palette | None = None,
    scale: float = 1.0,
    language: str = "zh-CN",
) -> str:
    made = procedure(steps)
    pictures = swimlanes(made, Flow(made), words or Words(), sides)
    return "\n".join(
        svg(lay(each), "标题 & 题", "说明 <一>", palette, scale, language) for each in pictures
    )


def units_of(columns: int, *, linked: bool) -> str:
    handbook = handbook_of(UNITS)
    words = ChartWords(lambda count: f"{count} 人", "外部", "筹建")
    drawn = chart(handbook, handbook.of(Unit), words, columns)

    def href(unit: Unit) -> str | None:
        return f"{unit.id}.html" if linked else None

    return chart_svg(drawn, "组织 & 图", "说明", href, None if linked else PALETTE, "zh-TW")


def units_on_sides() -> str:
    handbook = handbook_of(UNITS)
    words = ChartWords(str, "外部", "筹建")
    return "\n".join(
        chart_svg(drawn, " ".join(str(top.id) for top in tops), "", lambda unit: None)
        for tops, drawn in charts_on_sides(handbook, handbook.of(Unit), words, 260.0, 110.0)
    )


MADE: dict[str, Callable[[], str]] = {
    "on-screen": lambda: pictures_of(COMPLAINT, lambda each: lay_out(each, least=104.0)),
    "on-paper": lambda: pictures_of(
        WIDE, lay_out, words=OnPaper(), palette=PALETTE, scale=0.88, language="en"
    ),
    "narrow": lambda: pictures_of(WIDE, lambda each: lay_out(each, 330.0)),
    "few-lanes": lambda: pictures_of(CHAIN, lambda each: lay_out(each, most=252.0)),
    "on-sides": lambda: pictures_of(WIDE, lay_out, words=OnPaper(), sides=3),
    "chain": lambda: pictures_of(CHAIN, lambda each: lay_out_chain(each, 504.0)),
    "chain-narrow": lambda: pictures_of(CHAIN, lambda each: lay_out_chain(each, 329.0)),
    "units": lambda: units_of(4, linked=True),
    "units-in-one-column": lambda: units_of(1, linked=False),
    "units-on-sides": units_on_sides,
}


def written(name: str) -> str:
    """Return a picture with an element to a line."""
    return MADE[name]().replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("name", MADE)
def test_a_picture_looks_as_it_should(name: str) -> None:
    assert written(name) == (PICTURES / f"{name}.svg").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in MADE:
        (PICTURES / f"{each}.svg").write_text(written(each), encoding="utf-8")
