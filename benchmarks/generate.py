"""Write a handbook of any size that looks like a real one: the same bytes for the same size.

A quarter of the definitions are procedures of about twelve steps; the rest are the scripts, forms,
policies, roles, units, standards and terms that they mention. Every reference leads somewhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

IN_ONE_SECTION = 100
SHARES = {  # of a hundred definitions; the order is that of the files
    "unit": 4, "role": 10, "standard": 10, "term": 10, "document": 3,
    "form": 15, "script": 15, "policy": 8, "procedure": 25,
}  # fmt: skip
MANY_PROCEDURES = {**SHARES, "form": 12, "script": 13, "procedure": 30}
PLACES = ["城东", "城西", "城南", "城北", "高新", "滨江", "湖畔", "新港", "老街", "机场"]
THINGS = [
    "客户", "投诉", "回访", "档案", "订单", "配件", "车辆", "发票",
    "退款", "预约", "备件", "钥匙", "样车", "工单", "合同",
]  # fmt: skip
ACTS = [
    "登记", "核对", "转交", "归档", "致电", "确认", "通知", "复核",
    "汇总", "检查", "答复", "安排", "交接", "上报", "关闭",
]  # fmt: skip
MANNERS = (
    "先听完，再复述一遍确认，不打断客户。",
    "逐项核对原件与系统记录，有出入当场改正并签名。",
    "说明原因、办法和时间，三样都要说到。",
    "对照[[{term}]]的定义判断，拿不准就问 [[{role}]]。",
    "按 [[{policy}]] 办理，超出权限的先请示。",
)
DURATIONS = ["10分钟", "30分钟", "1小时", "2小时", "当天", "24小时", "2个工作日", "1-2周"]


def write_handbook(
    project: Path, definitions: int, shares: Mapping[str, int] = SHARES
) -> list[Path]:
    """Write content/ of a handbook with so many definitions; return the files written."""
    chance = random.Random(definitions)
    written = [_write(project / "content/handbook.yml", SETTINGS)]
    for number, first in enumerate(range(0, definitions, IN_ONE_SECTION)):
        size = min(IN_ONE_SECTION, definitions - first)
        folder = project / "content" / f"branch-{number + 1:02}"
        name = f"{PLACES[number % len(PLACES)]}第{number // len(PLACES) + 1}服务中心"
        written.append(_write(folder / "section.yml", SECTION.format(name=name, order=number)))
        for kind, entries in _section(size, shares, chance):
            written.append(_write(folder / f"{kind}.yml", "\n".join(entries)))
    return written


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _section(
    size: int, shares: Mapping[str, int], chance: random.Random
) -> Iterator[tuple[str, list[str]]]:
    """Yield the entries of a section's files by kind; each section has every kind."""
    counts = {kind: max(1, size * share // 100) for kind, share in shares.items()}
    counts["procedure"] = max(1, size - sum(counts.values()) + counts["procedure"])
    ids = {kind: [f"{kind}-{n + 1}" for n in range(count)] for kind, count in counts.items()}
    for kind, members in ids.items():
        yield kind, [ENTRIES[kind](id, n, ids, chance) for n, id in enumerate(members)]


def _topic(number: int) -> str:
    """Return a title part of its own for each number below 225."""
    return THINGS[number % len(THINGS)] + ACTS[number // len(THINGS) % len(ACTS)]


def _words(ids: dict[str, list[str]], chance: random.Random) -> str:
    chosen = {kind: chance.choice(members) for kind, members in ids.items()}
    return chance.choice(MANNERS).format(**chosen)


def _unit(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    parent = "" if n == 0 else f"  parent: {ids['unit'][0]}\n"
    return (
        f"- kind: unit\n  id: {id}\n  title: {_topic(n)}组\n{parent}"
        f"  head: {ids['role'][0]}\n  function: 负责{_topic(n)}与{_topic(n + 20)}\n"
        "  shifts:\n    - {title: 早班, days: 周一至周六, from: 8:30, to: 17:30}\n"
    )


def _role(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    above = "" if n == 0 else f"  reports_to: {ids['role'][0]}\n"
    duties = "".join(f"    - {_topic(n * 7 + k)}，{_words(ids, chance)}\n" for k in range(5))
    return (
        f"- kind: role\n  id: {id}\n  title: {_topic(n)}专员\n"
        f"  unit: {chance.choice(ids['unit'])}\n"
        f"  headcount: {chance.randint(1, 4)}\n{above}  duties:\n{duties}"
        f"  requirements: [普通话流利, 会用工单系统]\n"
        f'  contact: {{phone: "88{n:02}", hours: 8:30-17:30, place: 一楼大厅}}\n'
    )


def _standard(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    return (
        f"- kind: standard\n  id: {id}\n  title: {_topic(n + 150)}时限\n"
        f"  value: {chance.choice(['20秒', '30分钟', '24小时', '2个工作日'])}\n  sense: at-most\n"
        f"  applies_to: [{chance.choice(ids['role'])}]\n  measured_by: 系统日志\n"
        "  frequency: 每日\n"
    )


def _term(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    return (
        f"- kind: term\n  id: {id}\n  title: {_topic(n)}率\n"
        f"  definition: 当月{_topic(n)}的件数与应办件数之比，"
        f"见 [[{chance.choice(ids['policy'])}]]。\n"
    )


def _document(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    return (
        f"- kind: document\n  id: {id}\n  title: {_topic(n)}合同\n  where: 综合办档案柜\n"
        f"  owner: {chance.choice(ids['role'])}\n  external: yes\n  keep: 3年\n"
    )


def _filler(n: int, ids: dict[str, list[str]]) -> str:
    """Return the role that fills the form of a number: any but the highest."""
    return ids["role"][1:][n % len(ids["role"][1:])] if len(ids["role"]) > 1 else ids["role"][0]


def _form(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    fields = "".join(
        f"        - {{id: f{k}, label: {THINGS[k]}{ACTS[k]}, type: "
        f"{chance.choice(['text', 'number', 'date', 'yes-no', 'long'])}, "
        f"width: {chance.choice([4, 6])}}}\n"
        for k in range(10)
    )
    return (
        f"- kind: form\n  id: {id}\n  title: {_topic(n)}表\n  code: FM-{n + 1:03}\n"
        f"  filled_by: {_filler(n, ids)}\n  filed_at: 专档\n  keep: 3年\n"
        f"  copies: [第一联 存根, 第二联 客户]\n"
        f"  groups:\n    - title: 基本情况\n      fields:\n{fields}"
        "    - title: 结果\n      fields:\n"
        "        - {id: level, label: 严重程度, type: choice, options: [一般, 严重, 重大]}\n"
        "        - {id: sign, label: 客户签字, type: signature}\n"
    )


def _script(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    lines = "".join(
        f"    - id: line-{k}\n"
        f'      say: "{{客户姓名}}，关于您的{_topic(n + k)}，'
        f'我们已经{chance.choice(ACTS)}，请您放心。"\n'
        "      tone: 放慢语速\n"
        for k in range(6)
    )
    return (
        f"- kind: script\n  id: {id}\n  title: {_topic(n)}话术\n  situation: 客户问起{_topic(n)}\n"
        f"  channel: [phone, counter]\n  slots: {{客户姓名: {{example: 张先生}}}}\n"
        f"  lines:\n{lines}"
        "  never: [这不归我管, 你自己看]\n"
    )


def _policy(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    articles = "".join(
        f"    - id: a{k}\n      number: 第{k + 1}条\n      title: {_topic(n + k)}\n"
        f'      text: "{_words(ids, chance)}每次按 [[{chance.choice(ids["standard"])}]] 执行。"\n'
        "      items: [每月至多三次, 逾期视同未办]\n"
        for k in range(8)
    )
    return (
        f"- kind: policy\n  id: {id}\n  title: {_topic(n)}管理制度\n  code: PL-{n + 1:03}\n"
        f"  applies_to: [{chance.choice(ids['role'])}]\n  articles:\n{articles}"
    )


def _procedure(id: str, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    steps = "".join(_step(k, n, ids, chance) for k in range(chance.randint(9, 15)))
    return (
        f"- kind: procedure\n  id: {id}\n  title: {_topic(n)}办法\n  code: PR-{n + 1:03}\n"
        f"  asks: [怎么{_topic(n)}, {_topic(n + 3)}找谁]\n  tags: [{THINGS[n % len(THINGS)]}]\n"
        f"  purpose: 把{_topic(n)}做对做全，不让客户问第二遍。\n  trigger: 客户提出{_topic(n)}\n"
        f"  schedule: {{every: 周, on: 周一, at: 14:30}}\n  steps:\n{steps}"
        f"  records:\n    - {{form: {chance.choice(ids['form'])}, keep: 3年, where: 专档}}\n"
        f"  related: [{chance.choice(ids['policy'])}, {chance.choice(ids['document'])}]\n"
    )


def _step(k: int, n: int, ids: dict[str, list[str]], chance: random.Random) -> str:
    form, act = chance.randrange(len(ids["form"])), chance.randrange(len(ACTS))
    within = DURATIONS[(act + n + k) % len(DURATIONS)]  # the same for the same words
    step = (
        f"    - id: step-{k}\n      do: {ACTS[act]}{_topic(n + k)}\n"
        f"      by: {_filler(form, ids)}\n      within: {within}\n"
        f'      how: "{_words(ids, chance)}"\n'
        f"      checks: [记下原话, {{text: {chance.choice(THINGS)}编号, value: text}}]\n"
    )
    if k % 3 == 0:
        step += f"      say: [{chance.choice(ids['script'])}]\n"
    if k % 3 == 1:
        step += f"      fill: [{ids['form'][form]}]\n      critical: yes\n"
    if k % 4 == 2:
        step += (
            f"      branches:\n        - {{when: 涉及人身安全, go: step-{max(0, k - 2)}}}\n"
            f"      escalate: {{after: 24小时, to: {ids['role'][0]}}}\n"
        )
    return step


ENTRIES = {
    "unit": _unit, "role": _role, "standard": _standard, "term": _term, "document": _document,
    "form": _form, "script": _script, "policy": _policy, "procedure": _procedure,
}  # fmt: skip
SETTINGS = "title: 服务手册\norganisation: 示范服务集团\nlanguage: zh-CN\npaper: A4\n"
SECTION = """title: {name}
order: {order}
defaults:
  owner: role-1
  approved_by: role-1
  version: "1.0"
  effective: 2026-10-01
  review_every: 1年
  audience: staff
"""
