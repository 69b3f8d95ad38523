"""The name of something kept back is seen wherever it is typed, in whatever spelling."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from handbook.check.consistency.bare_names import bare_names
from handbook.model.load import load

CONTENT = """\
- {kind: term, id: layoffs, title: 裁员名单, aliases: [QX-07], audience: manager, definition: 甲}
- {kind: term, id: coffee-plan, title: Café Ölplan, audience: manager, definition: 甲}
"""
SPELLINGS = (
    "裁員名單",
    "裁&#x54E1;名单",
    "裁&shy;员名单",
    "裁\u00ad员\u200b名\u2060单",
    "裁 员 名 单",
    "裁**员**名单",
    "裁\ufe0f员名单",
    "%E8%A3%81%E5%91%98%E5%90%8D%E5%8D%95",
    "QX–07",
    "ＱＸ－０７",
    "qx‑07",
    "QX&ndash;07",
    "Q\u200bX-07",
    unicodedata.normalize("NFD", "Café Ölplan"),
    "CAFE\u0301 Ölplan",
    "Café&nbsp;Ölplan",
)
DRAWN = (
    "[裁员](more.md)名单",
    "裁<b class='x'>员</b>名单",
    "<b>裁员</b><i>名单</i>",
    "[裁员][r]名单\n\n[r]: more.md",
    "QX\\-07",
    "[x](<裁员名单.pdf>)",
    "<a href='%E8%A3%81%E5%91%98%E5%90%8D%E5%8D%95.pdf'>x</a>",
    "![裁&#21592;名单](a.png)",
    "<img alt='裁&#21592;名单' src='a.png'>",
    "裁&#21592;\n名单",
    "> 裁员\n> 名单",
)
PLACES = {
    "content/pages/more.md": "# 更多\n\n{}\n",
    "content/pages/code.md": "# 更多\n\n```\n{}\n```\n",
    "content/pages/head.md": "---\ndescription: '{}'\n---\n# 更多\n",
    "content/pages/list.csv": "{},1\n",
    "content/open.yml": "- {{kind: term, id: open, title: 公开, definition: '见 {} 一节'}}\n",
}


def found_in(project: Path, files: dict[str, str]) -> set[str]:
    settings = "title: 手册\norganisation: 公司\naudiences: [public, manager]\n"
    files = {"content/handbook.yml": settings, "content/all.yml": CONTENT, **files}
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return {found.place.path for found in bare_names(load(project).handbook)}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_it_is_seen_in_every_place(tmp_path, spelling) -> None:
    files = {path: text.format(spelling) for path, text in PLACES.items()}
    assert found_in(tmp_path, files) == set(PLACES)


@pytest.mark.parametrize("markup", DRAWN)
def test_it_is_seen_as_a_page_shows_it(tmp_path, markup) -> None:
    path = "content/pages/more.md"
    assert found_in(tmp_path, {path: f"# 更多\n\n{markup}\n"}) == {path}


def test_words_apart_from_it_are_not(tmp_path) -> None:
    text = "裁剪的名单，QX-70，Cafe，oil plan，100%E5，&amp;"
    assert found_in(tmp_path, {path: words.format(text) for path, words in PLACES.items()}) == set()
