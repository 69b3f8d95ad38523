"""Links and pictures of pages written by hand lead somewhere on the site, or are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ours import PROJECT

from handbook.compose.pages.judging import judge_with_links
from handbook.languages import LANGUAGES, catalogue, tell
from handbook.model.load import load
from handbook.opening import today
from handbook.problems import PUBLISHING

EXAMPLES = PROJECT / "tests" / "examples" / "invalid"
CONTENT = """\
- {kind: role, id: clerk, title: 接待员}
- kind: procedure
  id: visit
  title: 接待来客
  steps:
    - {id: greet, do: 问好, by: clerk, accountable: clerk, schedule: {every: 日}}
"""
LEADING = (
    "[x](more.md) [x](more.md#here) [x](more.md#更多) [x](a/b.md) [x](a/b.md?q#top)",
    "[x](procedures/visit.md) [x](procedures/visit.md#greet) [x](index.md)",
    '<a href="more.html">x</a> <a href="procedures/visit.html#greet">x</a>',
    "![x](img/a%20b.png) ![x](<img/a b.png>) <img src='img/a b.png'>",
    "[x](#关于) [x](#) [x](print/visit.card.pdf) [x](handbook.json)",
    "[x](https://x.example/nope.md)",
    "[x][r] ![x][p] [R][] [r] [x] [y]\n\n[r]: more.md\n[p]: img/c.png",
    "[[visit]][[visit|来客]] \\[x\\]\\[y\\] \\[^1\\] `[x][y] [^1]`",
    "<code>[x][y]</code>\n\n    [x][y]",
    "[^1] <!-- [x][y] -->\n\n[^1]: more.md",
    "## 见[[visit]]\n\n[x](#见接待来客)",
    "[x](roles/clerk.ics) [x](overview/responsibilities.md) [x](overview/responsibilities-2.md)",
)
BROKEN = {
    "nearest": (
        "[x](mroe.md)", "[x](more)", "[x](more.html)", "[x](a)", "[x](procedures/visits.md)",
        "[x](More.md)", "[x](sub/more.md)", '<a href="sub/b.html">x</a>', "[x](visit.md)",
    ),
    "missing": (
        "[x](none.md)", "[x](abort.md)", "![x](none.png)", '<a href="zz.html">x</a>',
        "[x](print/x.pdf)", "[x](roles/nobody.ics)",
    ),
    "slash": ("![x](img\\c.png)", "[x](a\\b.md)"),
    "absolute": ("[x](/more.md)", "![x](/img/c.png)"),
    "drive": ("[x](C:\\a\\b.pdf)", "[x](d:/b.pdf)"),
    "outside": ("[x](../../all.yml)", "![x](../a.png)"),
    "unpublished": ("[x](old.md.bak)",),
    "html": ('<a href="more.md">x</a>', '<a href="procedures/visit.md">x</a>'),
    "anchor-nearest": ("[x](more.md#hare)", "[x](procedures/visit.md#gret)"),
    "label": ("[x][undef]", "![x][undef]", "[**x**][undef]", "- [undef][]", "| a |\n|-|\n|[x][y]|"),
    "label-nearest": ("[x][rules]\n\n[rule]: more.md",),
    "note": ("x[^2]", "x。[^注]"),
    "note-nearest": ("x[^note]\n\n[^notes]: more.md",),
    "anchor": ("[x](#nowhere)", "[x](more.md#qqqq)"),
}  # fmt: skip


def judged(project: Path, text: str) -> list:
    files = {
        "content/handbook.yml": "title: 手册\norganisation: 公司\n",
        "content/all.yml": CONTENT,
        "content/pages/about.md": f"# 关于\n\n{text}\n",
        "content/pages/more.md": '# 更多\n\n<p id="here">x</p>\n',
        "content/pages/a/b.md": "x",
        "content/pages/a/index.md": "x",
        "content/pages/img/a b.png": "x",
        "content/pages/img/c.png": "x",
        "content/pages/old.md.bak": "x",
    }
    for name, content in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content, encoding="utf-8")
    found = judge_with_links(project, load(project), today()).problems
    return [each for each in found if each.rule == "broken-link"]


@pytest.mark.parametrize("text", LEADING)
def test_what_the_site_has_can_be_led_to(tmp_path, text) -> None:
    assert judged(tmp_path, text) == []


@pytest.mark.parametrize(("hint", "text"), [(h, t) for h, each in BROKEN.items() for t in each])
def test_what_leads_nowhere_is_told_with_a_cure(tmp_path, hint, text) -> None:
    [found] = judged(tmp_path, text)
    assert (found.hint, found.place.line) == (hint, 5 if "|\n" in text else 3)
    for language in LANGUAGES:
        assert all(tell(found, language))


def test_a_handbook_with_mistakes_tells_what_can_be_told(tmp_path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/bad.yml").write_text("{kind: term, id: x")
    assert [each.hint for each in judged(tmp_path, "[x](none.md) ![x](none.png)")] == ["missing"]


def test_pages_that_a_plugin_may_make_are_not_judged(tmp_path) -> None:
    settings = "docs_dir: content/pages\nplugins: [search, blog, handbook]\n"
    (tmp_path / "mkdocs.yml").write_text(settings)
    told = judged(tmp_path, "[x](blog/one.md) [x](mroe.md#a) ![x](none.png) [x](more.md#hare)")
    assert [dict(each.details)["address"] for each in told] == ["none.png", "more.md#hare"]


def test_the_example_breaks_its_rule() -> None:
    folder = EXAMPLES / "broken-link"
    told = judge_with_links(folder, load(folder), today()).problems
    lines = "".join(f"{each.place} {each.severity} {each.rule}\n" for each in told)
    assert lines == (folder / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_cover_the_rules_exactly(language) -> None:
    words = catalogue(language, "links")
    assert words.keys() == PUBLISHING.keys()
    chinese = catalogue("zh-CN", "links")
    assert all(words[rule]["hint"].keys() == chinese[rule]["hint"].keys() for rule in words)
