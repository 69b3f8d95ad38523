"""What the preview shows is what a whole build writes, whatever was edited before."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import MKDOCS, everything_in, small_project, write

from handbook.site.ondemand import OnDemand, can_be_drawn_in_part
from handbook.site.order import Order
from handbook.site.plugin import take
from handbook.site.run import BuildFailed, configured, listening, run
from handbook.site.serve import Preview

URL = "http://127.0.0.1:8000/"
SHOP = """\
- {kind: unit, id: desk, title: 前台组, head: chief}
- {kind: role, id: chief, title: 主管, unit: desk}
- {kind: role, id: clerk, title: 接待员, unit: desk, reports_to: chief}
- {kind: term, id: guest, title: 来客, definition: 进门的人。}
- {kind: form, id: slip, title: 来客登记表, filled_by: clerk, filed_at: 前台, keep: 1年,
   groups: [{title: 来客, fields: [{id: name, label: 姓名, type: text}]}]}
- kind: procedure
  id: visit
  title: 接待来客
  tags: [前台]
  schedule: {every: 周, on: 周一, at: 14:30}
  steps:
    - {id: greet, do: 向来客问好, by: clerk, within: 1分钟}
    - {id: note, do: 登记, by: clerk, fill: [slip], how: "按 [[guest]] 的定义。"}
"""
BRANCH = """\
- {kind: role, id: guard, title: 门卫}
- kind: procedure
  id: open
  title: 开门
  schedule: {after: {event: 天亮, at: 1小时}}
  steps: [{id: unlock, do: 开锁, by: guard}]
"""
FILES = {
    "content/branch/section.yml": "title: 分店\n",
    "content/branch/all.yml": BRANCH,
    "content/pages/about.md": "# 关于\n\n见[接待](procedures/visit.md)。\n",
}
TERM = '{{ front_matter }}\n\n{{ heading(1, title, "_top") }}\n\n*词*\n'  # Markdown of one's own
EDITS: dict[str, dict[str, str | None]] = {
    "a word": {"content/all.yml": SHOP.replace("向来客问好", "向来客微笑")},
    "a title, which other pages show": {"content/all.yml": SHOP.replace("接待来客", "迎接来客")},
    "a definition more": {"content/branch/all.yml": BRANCH + "- {kind: role, id: x, title: 丙}\n"},
    "another id": {"content/branch/all.yml": BRANCH.replace("id: open", "id: unlocking")},
    "a tooltip": {"content/all.yml": SHOP.replace("进门的人", "进门的每一个人")},
    "a file less": {"content/branch/all.yml": None},
    "a section less": {"content/branch/section.yml": None},
    "a section again": FILES,
    "the settings": {"content/handbook.yml": "title: 大册\norganisation: 店\naccent: '#112233'\n"},
    "a page by hand": {"content/pages/more.md": "---\ntitle: 补充\n---\n\n说明。\n"},
    "a template": {"templates/site/term.md": TERM},
    "the theme": {"templates/theme/partials/copyright.html": "<p>版权</p>\n"},
    "the configuration": {"mkdocs.yml": MKDOCS.replace("navigation.path, ", "")},
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", SHOP, **FILES)


@pytest.fixture
def preview(project, tmp_path) -> Iterator[Preview]:
    folder = tmp_path / "preview"
    folder.mkdir()
    made = Preview(Order(project=project), folder, report=lambda line: None)
    server = made.server("127.0.0.1", 8000)
    yield made
    made.end()
    server.server_close()


def whole(project: Path, folder: Path) -> dict[str, bytes]:
    """Build a project whole, as the preview did before it drew pages on demand."""
    with listening() as messages:
        order = Order(project=project, pdf=False, site=folder, url=URL)
        config = configured(order, messages)
        plugin = take(config, order)
        run(config, messages, "serve", lambda: plugin.failure, URL)
    return comparable(folder)


def comparable(folder: Path) -> dict[str, bytes]:
    """Return what is in a site; the list of pages for search engines has no order."""
    files = everything_in(folder)
    files.pop("sitemap.xml.gz")
    files["sitemap.xml"] = b"".join(sorted(re.findall(b"<loc>.*?</loc>", files["sitemap.xml"])))
    return files


def edit(project: Path, files: dict[str, str | None]) -> None:
    write(project, {name: text for name, text in files.items() if text is not None})
    for name in (name for name, text in files.items() if text is None):
        os.unlink(project / name)


def test_after_every_edit_the_preview_is_what_a_whole_build_writes(
    project, preview, tmp_path
) -> None:
    for number, (what, files) in enumerate(EDITS.items()):
        edit(project, files)
        shown = Path(preview.build())
        preview.settle()
        assert comparable(shown) == whole(project, tmp_path / f"whole-{number}"), what


def test_a_mistake_leaves_the_last_good_state_which_goes_on_being_made(
    project, preview, tmp_path
) -> None:
    good = Path(preview.build())
    edit(project, {"content/all.yml": SHOP.replace("by: clerk", "by: clark")})
    with pytest.raises(BuildFailed, match="clark"):
        preview.build()
    preview.make("procedures/visit.html")
    assert "向来客问好" in (good / "procedures/visit.html").read_text(encoding="utf-8")
    preview.settle()
    edit(project, {"content/all.yml": SHOP})
    repaired = Path(preview.build())
    preview.settle()
    assert not good.exists()
    assert comparable(repaired) == whole(project, tmp_path / "whole")


def test_every_file_is_there_once_it_is_asked_for(project, tmp_path) -> None:
    expected = whole(project, tmp_path / "whole")
    site = on_demand(project, tmp_path / "demand")  # nothing goes on behind
    for name in sorted(expected, reverse=True):
        if not name.startswith(("search/", "sitemap")):
            site.make(name)
            assert (tmp_path / "demand" / name).read_bytes() == expected[name], name


def on_demand(project: Path, folder: Path) -> OnDemand:
    with listening() as messages:
        order = Order(project=project, pdf=False, site=folder, url=URL, on_demand=True)
        config = configured(order, messages)
        return OnDemand(config, take(config, order))


def test_what_is_nowhere_is_not_made(project, tmp_path) -> None:
    site = on_demand(project, tmp_path / "demand")
    for name in ("procedures/none.html", "none.js", "livereload/1/2", "../escape.html"):
        site.make(name)
        assert not (tmp_path / "demand" / name).exists()


@pytest.mark.parametrize(
    "more", ["hooks: [own.py]\n", "strict: true\n", "plugins: [handbook, search, {tags: {}}]\n"]
)
def test_who_wants_to_see_the_site_as_a_whole_gets_it_whole(project, preview, more) -> None:
    write(project, {"own.py": "def on_post_build(config): pass\n"})
    kept = MKDOCS[: MKDOCS.index("plugins:")] if "plugins" in more else MKDOCS
    write(project, {"mkdocs.yml": kept + more})
    with listening() as messages:
        assert not can_be_drawn_in_part(configured(Order(project=project), messages))
    shown = Path(preview.build())
    assert (shown / "procedures/visit.html").is_file()
    assert (shown / "search/search_index.json").is_file()
