"""The index that takes the place of the theme's own."""

from __future__ import annotations

import json
from types import SimpleNamespace

from handbook.model.load import load
from handbook.site.search import Index, take_over

DEFINITIONS = """\
- {kind: role, id: clerk, title: 接待员}
- {kind: procedure, id: lost, title: 失物招领, code: DM-PR-001, asks: [包丢了], aliases: [拾遗],
   steps: [{id: keep, do: 登记, by: clerk}]}
"""


def handbook(tmp_path):
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "content" / "handbook.yml").write_text("title: 手册\norganisation: 店\n", "utf-8")
    (tmp_path / "content" / "all.yml").write_text(DEFINITIONS, "utf-8")
    return load(tmp_path).handbook


def page(uri: str, **meta: object) -> SimpleNamespace:
    file = SimpleNamespace(src_uri=f"{uri}.md")
    return SimpleNamespace(
        url=f"{uri}.html", title="A &lt;b&gt;", content="<p>词</p>", meta=meta, file=file
    )


def pages_of(index: Index) -> list:
    return json.loads(index.generate_search_index())["pages"]


def test_a_definition_comes_with_its_code_its_names_and_their_sound(tmp_path) -> None:
    index = Index(handbook(tmp_path), tmp_path)
    index.add_entry_from_context(page("procedures/lost", search={"boost": 2}))
    [[url, title, kind, _, weight, *names, sounds, parts]] = pages_of(index)
    assert (url, title, kind, weight) == ("procedures/lost.html", "失物招领", 0, 2)
    assert names == [["DM-PR-001"], ["拾遗"], ["包丢了"]]
    assert sounds == ["shi wu zhao ling", "shi yi", "bao diu le"]
    assert parts == [["", "", "词"]]


def test_another_page_has_the_last_kind_and_its_title_as_typed(tmp_path) -> None:
    index = Index(handbook(tmp_path), tmp_path)
    index.add_entry_from_context(page("about"))
    [found] = pages_of(index)
    kinds = json.loads(index.generate_search_index())["kinds"]
    assert found[1] == "A <b>"
    assert kinds[found[2]] == kinds[-1]


def test_a_page_that_excludes_itself_is_not_searched(tmp_path) -> None:
    index = Index(handbook(tmp_path), tmp_path)
    index.add_entry_from_context(page("about", search={"exclude": True}))
    assert pages_of(index) == []


def test_the_search_plugin_is_given_our_index_and_no_plugin_is_no_fault(tmp_path) -> None:
    plugin = SimpleNamespace(search_index=None)
    take_over({"material/search": plugin}, handbook(tmp_path), tmp_path)
    assert isinstance(plugin.search_index, Index)
    take_over({}, handbook(tmp_path), tmp_path)
