"""No name of what is kept back is typed bare into what is built: else it stops, with the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sites import small_project, write
from test_audience import MKDOCS, build, texts_of

# What is for managers only: short names, Latin names, people, codes, aliases.
HIDDEN = """\
- {kind: role, id: zhanggui, title: 掌柜, code: ZG-77, audience: manager}
- {kind: unit, id: strongroom, title: 账房, audience: manager}
- {kind: term, id: anhao, title: 暗号, aliases: [切口, AQXJ9], audience: manager, definition: 甲}
- {kind: policy, id: leakcanaryx, title: Leakcanaryx, audience: manager, articles: [{id: a, text: 甲}]}
- {kind: document, id: grand-plan, title: Grand Payoutz, audience: manager}
- {kind: form, id: midan, title: 密单, audience: manager, groups: [{fields: [{label: 甲}]}]}
- {kind: standard, id: dixian, title: 底线数, value: 3天, audience: manager}
- {kind: procedure, id: zouhuo, title: 走货, audience: manager, steps: [{id: a, do: 甲}]}
- {kind: script, id: heihua, title: 黑话, audience: manager, lines: [甲]}
"""  # noqa: E501
NAMES = (  # the same name twice stands far apart: one text tells it once
    "掌柜", "zhanggui", "ZG-77", "账房", "strongroom", "暗号", "切口", "AQXJ9", "anhao",
    "Leakcanaryx", "Grand Payoutz", "grand-plan", "密单", "midan", "底线数", "dixian", "走货",
    "黑话", "库里", "vaultroom", "密页", "miye.html", "LEAKCANARYX", "grand  payoutz",
)  # fmt: skip
GREP = re.compile(
    r"掌柜|zhanggui|ZG-77|账房|strongroom|暗号|切口|AQXJ9|anhao|Leakcanaryx|Grand\s+Payoutz|"
    r"grand-plan|密单|midan|底线数|dixian|走货|黑话|库里|vaultroom|密页|miye",
    re.I,
)
# What everyone reads: @ is where a name is typed, once in a line, in texts of each kind.
SHOWN = """\
- kind: unit
  id: shop
  title: 门店
  function: 归@管
  shifts: [{title: 早班, days: 周一至周六, from: 8:00, to: 16:00, note: 不发表}]
- kind: role
  id: clerk
  title: 接待员
  contact: {place: 在@旁}
  duties:
    - 找@去
- kind: procedure
  id: visit
  title: 接待来客
  trigger: 来客提到@时
  steps:
    - id: greet
      do: 问候
      how: 不提@的事
      by: clerk
      branches:
        - {when: 问起@, go: end}
  records: [{form: slip, keep: 1年, where: 交@存}]
- kind: script
  id: hello
  title: 问候
  slots:
    客户姓名: {example: 姓@的}
  lines:
    - 您好，@
  never: [别说@]
- kind: form
  id: slip
  title: 来客单
  groups:
    - title: 第一组
      fields:
        - {id: one, label: 问@了吗, type: choice, options: [是, 否]}
        - {id: two, label: 别的, type: choice, options: [照@办, 否]}
- kind: policy
  id: manners
  title: 礼仪
  articles:
    - id: a
      text: 一不问@二不说
      table:
        columns: [甲, 乙]
        rows:
          - [见@后, 乙]
- kind: standard
  id: pickup
  title: 接起时限
  value: 比@快
  measured_by: 问@要
- kind: term
  id: guest
  title: 来客
  asks: [谁是@呢]
  definition: 不是@的人
- kind: document
  id: law
  title: 法规
  where: 由@保管
"""
SECTION = """\
title: 分店
summary: 与@无关
"""
SETTINGS = """\
title: 手册
organisation: 公司
language: zh-CN
audiences: [public, staff, manager]
validity: 以@为准
synonyms:
  - 来客、@一
"""
PAGE = """\
---
title: 说明
description: 关于@的说明
---
# 说明

不提@的事。

<!-- 问@ -->

`见@处`
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg">\n<title>见@处</title></svg>\n'
FILES = {
    "content/handbook.yml": SETTINGS,
    "content/shown.yml": SHOWN,
    "content/branch/section.yml": SECTION,
    "content/pages/about.md": PAGE,
    "content/pages/img/map.svg": PICTURE,
}
PLACES = [(path, number) for path, text in FILES.items()
          for number, line in enumerate(text.split("\n"), 1) if "@" in line]  # fmt: skip


def planted(folder: Path, name_at) -> Path:
    """Make a project with `name_at(n)` at the n-th place."""
    counter = iter(range(len(PLACES)))
    files = {path: re.sub("@", lambda _: name_at(next(counter)), text)
             for path, text in FILES.items()}  # fmt: skip
    inside = "{kind: term, id: word, title: 甲词, definition: 乙}"
    vault = {"section": "title: 库里\ndefaults: {audience: manager}\n", "all": inside}
    return small_project(
        folder, HIDDEN,
        **{**files, "mkdocs.yml": MKDOCS, "content/pages/miye.md":
           "---\naudience: manager\n---\n# 密页\n\n见[[anhao]]。![](img/miye.svg)\n",
           "content/pages/img/miye.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
           "content/branch/all.yml": "{kind: term, id: there, title: 那里, definition: 乙}",
           **{f"content/vaultroom/{name}.yml": text for name, text in vault.items()}},
    )  # fmt: skip


@pytest.fixture(scope="module")
def mended(tmp_path_factory) -> Path:
    """Make the project with a harmless word at each place, and mentions of all that is hidden."""
    project = planted(tmp_path_factory.mktemp("mended"), lambda n: "别的")
    ids = re.findall(r"id: ([a-z-]{2,})", HIDDEN)
    mentions = "".join(f"[[{id}]]、[[{id}|见 ZG-77]]、" for id in [*ids, "vaultroom/word"])
    text = f"{mentions}《掌柜》《切口》《grand payoutz》《ZG-77》《库里》"
    write(project, {
        "content/mentions.yml": f"{{kind: term, id: all, title: 都有, definition: '{text}'}}\n",
        "content/pages/mentions.md": f"# 都有\n\n{text}\n",
    })  # fmt: skip
    return project


def names_in(site: Path) -> dict[str, set[str]]:
    """Return the hidden names in the files of a site and in their names."""
    found = {}
    for path in sorted(site.rglob("*")):
        text = path.name + (texts_of(path) if path.is_file() else "")
        words = set(GREP.findall(text))
        if words:
            found[path.relative_to(site).as_posix()] = words
    return found


@pytest.mark.parametrize("shift", range(0, len(NAMES), 8))
def test_the_build_stops_and_tells_every_place(tmp_path, shift):
    project = planted(tmp_path / "project", lambda n: NAMES[(n + shift) % len(NAMES)])
    done = build(project, "--no-pdf", "--audience", "staff")
    assert done.returncode == 1
    told = re.findall(r"^(\S+?):(\d+):\d+: .*\[bare-narrower-name\]", done.stderr, re.M)
    assert {(path, int(line)) for path, line in told} == set(PLACES)
    assert done.stderr.splitlines()[-1].startswith("什么也没有生成")
    assert [path.name for path in (project / "site").iterdir()] == [".gitignore"]


def test_what_is_built_after_the_cure_holds_none_of_the_names(mended):
    done = build(mended, "--audience", "staff")
    assert done.returncode == 0, done.stderr
    assert names_in(mended / "site") == {}
    assert list((mended / "site" / "print").rglob("*.pdf"))
    page = (mended / "site" / "mentions.html").read_text(encoding="utf-8")
    assert "（内部）、（内部）" in page


def test_the_names_are_there_for_who_may_read_them(mended):
    done = build(mended, "--no-pdf", "--audience", "manager")
    assert done.returncode == 0, done.stderr
    found = set().union(*names_in(mended / "site").values())
    assert {"掌柜", "ZG-77", "切口", "Leakcanaryx", "密单", "库里", "密页"} <= found


def test_a_known_finding_is_the_only_release_and_is_told(tmp_path):
    project = planted(tmp_path / "project", lambda n: "掌柜" if n % 2 else "别的")
    release = "- {rule: bare-narrower-name, word: 掌柜, why: 人人都这样叫店主}\n"
    write(project, {"content/known-findings.yml": release.replace("掌柜", "掌")})
    assert build(project, "--no-pdf", "--audience", "staff").returncode == 1
    write(project, {"content/known-findings.yml": release})
    done = build(project, "--no-pdf", "--audience", "staff")
    assert done.returncode == 0, done.stderr
    assert "有 1 个名称 staff 也看得到：content/known-findings.yml" in done.stderr
    found = set().union(*names_in(project / "site").values())
    assert found == {"掌柜"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/midan/more.yml", "{kind: term, id: more, title: 更多, definition: 乙}"),
        ("content/pages/img/暗号.png", "\0"),
        ("content/pages/log.txt", "a" * 9000 + "\0暗号"),
        ("content/steps.yml", "{kind: procedure, id: p, title: 流, steps: [{id: midan, do: 乙}]}"),
        ("content/slots.yml", "{kind: script, id: s, title: 话, slots: {暗号: {}}, lines: [乙]}"),
        (
            "content/limit.yml",
            "- {kind: standard, id: quick, title: 快, value: 3天}\n- {kind: procedure, id: p, "
            "title: 流, steps: [{id: b, do: 乙, within: '[[quick|暗号]]'}]}",
        ),
    ],
)
def test_names_of_files_slots_and_steps_are_published_too(tmp_path, path, text):
    project = small_project(tmp_path / "project", HIDDEN, **{
        "mkdocs.yml": MKDOCS, "content/handbook.yml": SETTINGS.replace("@", "甲"), path: text,
    })  # fmt: skip
    done = build(project, "--no-pdf", "--audience", "staff")
    assert done.returncode == 1
    assert re.search(rf"^{re.escape(path)}:\d+:\d+: .*\[bare-narrower-name\]", done.stderr, re.M)


@pytest.mark.parametrize("more", [
    "nav: [{找掌柜: about.md}]", "site_description: 找掌柜",
    "extra: {social: [{icon: octicons/mail-16, link: 'mailto:a@b.c', name: 找掌柜}]}",
])  # fmt: skip
def test_mkdocs_yml_names_nothing_either(tmp_path, more):
    project = small_project(tmp_path / "project", HIDDEN, **{
        "mkdocs.yml": f"{MKDOCS}{more}\n", "content/handbook.yml": SETTINGS.replace("@", "甲"),
        "content/pages/about.md": "# 说明\n",
    })  # fmt: skip
    done = build(project, "--no-pdf", "--audience", "staff")
    assert done.returncode != 0
    assert "写出了“掌柜”，它只给 manager 看" in done.stderr.splitlines()[-1]
    assert [path.name for path in (project / "site").iterdir()] == [".gitignore"]
    assert build(project, "--no-pdf", "--audience", "manager").returncode == 0
