"""Pages written by hand: who may read them, and what their mentions mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.check.consistency.bare_names import bare_names
from handbook.check.control import unknown_audiences
from handbook.compose.pages.written import written_pages
from handbook.model.audiences.audience import for_audience, level_of_page
from handbook.model.load import Loaded, load

CONTENT = """\
- {kind: policy, id: rules, title: 守则, articles: {id: a, text: 甲}}
- {kind: policy, id: secret, title: 内情守则, audience: manager, articles: {id: a, text: 甲}}
"""


def loaded(project: Path, **pages: str) -> Loaded:
    """Load a handbook with pages named as keywords, __ for / and an underscore for the dot."""
    files = {
        "content/handbook.yml": "title: 手册\norganisation: 公司\n",
        "content/all.yml": CONTENT,
        "content/shop/section.yml": "title: 门店\n",
        "content/shop/all.yml": "{kind: term, id: word, title: 词条, definition: 乙}\n",
    }
    for name, text in pages.items():
        files[f"content/pages/{name.replace('__', '/')}.md"] = text
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return load(project)


def told(found: Loaded) -> list[tuple[str, str]]:
    return [(str(each.place), each.rule) for each in found.problems]


def test_an_unknown_id_is_found_at_its_place(tmp_path: Path) -> None:
    text = "---\ntitle: 关于\n---\n# 关于\n\n见[[rulez]]、[[shop/word]]。\n"
    found = loaded(tmp_path, about=text)
    assert told(found) == [("content/pages/about.md:6:4", "unknown-reference")]
    assert dict(found.problems[0].details)["nearest"] == "rules"


def test_a_bare_id_is_looked_up_from_the_organisation(tmp_path: Path) -> None:
    found = loaded(tmp_path, shop__about="见[[word]]")
    assert told(found) == [("content/pages/shop/about.md:1:4", "unknown-reference")]
    assert found.problems[0].hint == "elsewhere"


def test_a_title_one_sign_off_is_found_too(tmp_path: Path) -> None:
    assert told(loaded(tmp_path, about="见《内情守侧》")) == [
        ("content/pages/about.md:1:3", "misspelt-title")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`[[none]]` 和 ``[[none]] ` ``",
        "```yaml\n[[none]]\n```",
        "* 一\n\n    ~~~\n    [[none]]\n    ~~~",
        "写法：\n\n    [[none]]\n\n    [[none]]",
        "<!-- [[none]] -->",
    ],
)
def test_code_is_shown_as_typed(tmp_path: Path, text: str) -> None:
    found = loaded(tmp_path, about=text)
    assert told(found) == []
    assert written_pages(found.handbook, tmp_path)["about.md"] == text


def test_below_a_list_item_indented_lines_are_text(tmp_path: Path) -> None:
    assert len(loaded(tmp_path, about="* 一\n\n    见[[none]]").problems) == 1


def test_mentions_become_links_that_markdown_leaves_alone(tmp_path: Path) -> None:
    found = loaded(tmp_path, a__b="见[[rules]]、[[rules|*全部*]]、《守则》和 [别处](x.md)")
    assert written_pages(found.handbook, tmp_path)["a/b.md"] == (
        '见<a class="ref" href="../policies/rules.html" title="制度">守则</a>、'
        '<a class="ref" href="../policies/rules.html" title="制度 · 守则">&#42;全部&#42;</a>、'
        '《<a class="ref" href="../policies/rules.html" title="制度">守则</a>》和 [别处](x.md)'
    )


def test_a_page_says_who_may_read_it(tmp_path: Path) -> None:
    for name in ("one.pdf", "both.svg", "img/a b.svg", "c.svg"):
        path = tmp_path / "content/pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    found = loaded(
        tmp_path,
        all="# 大家的\n\n[单](one.pdf) ![](both.svg)",
        few="---\naudience: manager\n---\n![](img/a%20b.svg) ![](both.svg) <img src='c.svg'>",
        open="---\naudience: 待定\n---\n",
    ).handbook
    assert [level_of_page(found, page) for page in found.written] == [0, 2, 2]
    seen = for_audience(found, "staff", "…")
    assert [page.uri for page in seen.written] == ["all.md"]
    assert seen.withheld == {"img/a b.svg", "c.svg"}
    assert for_audience(found, "manager", "…").withheld == frozenset()


def test_mentions_of_what_is_hidden_become_plain_words(tmp_path: Path) -> None:
    text = "照[[secret]]、《内情守则》、[[secret|那个]]做\n\n`[[x]]`"
    found = loaded(tmp_path, about=text).handbook
    seen = for_audience(found, "staff", "…")
    assert written_pages(seen, tmp_path)["about.md"] == "照…、…、那个做\n\n`[[x]]`"


def test_a_mention_in_code_is_no_mention_but_gives_away_an_id(tmp_path: Path) -> None:
    found = loaded(tmp_path, about="`[[secret]]` <!-- [[secret|x]] --> [[secret]]").handbook
    told = [(each.place.column, dict(each.details)["times"]) for each in bare_names(found)]
    assert told == [(4, "2")]


def test_what_cannot_be_read_is_for_the_highest_only(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, a="---\naudience: [staff, public]\n---\n", b="---\naudience：public\n---\n"
    )
    assert {rule for _, rule in told(found)} == {"not-text", "full-width-colon"}
    assert {level_of_page(found.handbook, page) for page in found.handbook.written} == {2}


def test_an_unknown_audience_is_found_at_its_place(tmp_path: Path) -> None:
    found = loaded(tmp_path, about="---\naudience: stuff\n---\n")
    [problem] = unknown_audiences(found.handbook)
    assert (str(problem.place), problem.hint) == ("content/pages/about.md:2:11", "nearest")


def test_a_page_without_anything_is_a_page(tmp_path: Path) -> None:
    found = loaded(tmp_path, a="", c="---\n---", d="---\ntitle: 丁\n---")
    assert told(found) == []
    assert [page.title for page in found.handbook.written] == [None, None, "丁"]


def test_a_page_in_another_encoding_is_told_of(tmp_path: Path) -> None:
    loaded(tmp_path, about="x")
    (tmp_path / "content/pages/about.md").write_bytes("关于这本手册".encode("gbk"))
    assert [each.rule for each in load(tmp_path).problems] == ["not-utf-8"]


@pytest.mark.parametrize(
    "text",
    ["\n---\naudience: manager\n---\n# X\n", "---\naudience: manager\n# X\n",
     "+++\naudience: manager\n+++\n", "# X\n---\naudience: manager\n---\n"],
)  # fmt: skip
def test_a_head_that_is_none_is_told_once(tmp_path: Path, text: str) -> None:
    assert [rule for _, rule in told(loaded(tmp_path, a=text))] == ["unread-head"]
