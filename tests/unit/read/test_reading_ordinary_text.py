"""What an editor may write without being told off."""

import pytest

from handbook.read import read_text

TEXTS = [
    "标题：开门",
    "营业时间:8:30-17:30",
    "见 http://example.com/a:b",
    "“您好”，请稍等",
    "您好！【重要】先复述，再确认——不争辩",
    "［重要］今天",
    "a, b、c，d",
    "50% 以上 @ 前台 & 后台",
    "5 > 3 | 4",
    "-5 度",
    "—— 引自《服务规范》",
    "•  圆点",
    "见 [[refund]] 与 {客户姓名}",
    "C# 与一号线#2",
    "他说 'yes' 和 \"no\"",
    "?为什么",
    ":-)",
    "wifi：密码见前台",
    "app:安装",
    "*",
    "　首行空两格",
]


@pytest.mark.parametrize("text", [text for text in TEXTS if text != "*"])
def test_as_the_value_of_a_key(text):
    assert read_text(f"title: {text}\n", "a.yml") == ({"title": text}, [])


@pytest.mark.parametrize(
    "text", [text for text in TEXTS if text not in ("*", "—— 引自《服务规范》")]
)
def test_as_an_item_of_a_list(text):
    assert read_text(f"duties:\n  - {text}\n", "a.yml") == ({"duties": [text]}, [])


@pytest.mark.parametrize("text", TEXTS)
def test_as_a_line_of_a_block(text):
    root, problems = read_text(f"how: |\n  先听完\n  {text}\n  id：不是键\n", "a.yml")
    assert problems == []
    assert root["how"] == f"先听完\n{text}\nid：不是键\n"


@pytest.mark.parametrize(
    "text",
    [
        "rows: [[一], [二]]",
        "rows: [[一]]",
        "rows:\n  - [一, 二]\n",
        'rows: [["1-3", 1%], [三次以上, 5%]]',
        "slots: {客户姓名}",
        "slots: {客户姓名: {example: 张先生}, 订单号: {}}",
        "slots: {客户姓名: {}, 订单号: }",
        "asks: [我要投诉，找你们领导]",
        "asks: [我要投诉，找你们领导, 退货]",
        "purpose:\n  让客户满意：\n  先听完。\n",
        "how: 先听完\n  再复述一遍，\n  最后记录。\n",
        "duties:\n  - 说明 - 甲\n    乙\n  - 丙\n",
        "how: |\n  表：\n  \t制表符在文字里\n",
        "title:\t退款",
        "steps: # 注释: 有冒号\n  - id: a",
    ],
)
def test_no_alarm(text):
    assert read_text(text, "a.yml")[1] == []


def test_a_mention_inside_a_text_within_brackets_needs_no_quotes():
    root, problems = read_text("a: [可现场答应 [[goodwill-limit]] 以内的补偿, 其他]\n", "a.yml")
    assert not problems
    assert root["a"] == ["可现场答应 [[goodwill-limit]] 以内的补偿", "其他"]
    assert root["a"][1].column == 37


def test_a_mention_inside_a_text_within_braces_needs_no_quotes():
    root, problems = read_text("- {id: late, text: 每次按 [[late-rate|比例]] 扣减。}\n", "a.yml")
    assert not problems
    assert root[0]["text"] == "每次按 [[late-rate|比例]] 扣减。"
