"""Only pages that would be drawn otherwise are drawn; the site is as from nothing all the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import CONTENT, everything_in, small_project, write
from tests.edits import Edited

from handbook.opening import opened, today
from handbook.site.build import Order, build
from handbook.site.kept_pages import KeptPages

EXAMPLE = Path(__file__).parents[1] / "examples" / "valid" / "every-field"
MORE = "- {kind: term, id: guest, title: 来客, definition: 来的人。}\n"
PAGE = "# 说明\n\n先看[[visit]]。\n"
MKDOCS = Path(__file__).parents[2] / "mkdocs.yml"


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """The pages that the last build has drawn."""
    found: list[str] = []
    keep = KeptPages.keep

    def noting(self: KeptPages) -> None:
        found[:] = self.drawn
        keep(self)

    monkeypatch.setattr(KeptPages, "keep", noting)
    return found


def built(project: Path) -> dict[str, bytes]:
    build(Order(project=project, pdf=False, opened=opened(project, today())))
    made = everything_in(project / "site")
    return {name: content for name, content in made.items() if name[0] != "."}


def from_nothing(project: Path) -> dict[str, bytes]:
    """Build a copy of a project in which nothing has been built before."""
    copy = project.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    ignored = shutil.ignore_patterns("site", "outputs", "staging", "last-build.json")
    shutil.copytree(project, copy, ignore=ignored)
    return built(copy)


def test_pages_that_stay_are_not_drawn_again(tmp_path, drawn) -> None:
    project = small_project(tmp_path / "project", CONTENT + MORE)
    write(project, {"content/pages/about.md": PAGE})
    whole = built(project)
    assert "procedures/visit.html" in drawn
    assert len(drawn) == sum(name.endswith(".html") for name in whole) - 1  # without 404.html
    assert built(project) == whole
    assert drawn == []


def _word(project: Path) -> None:
    write(project, {"content/all.yml": (CONTENT + MORE).replace("问好", "请坐")})


def _title(project: Path) -> None:
    write(project, {"content/all.yml": (CONTENT + MORE).replace("接待来客", "迎接来客")})


def _by_hand(project: Path) -> None:
    write(project, {"content/pages/about.md": PAGE + "\n再看别的。\n"})


def _setting(project: Path) -> None:
    write(project, {"content/handbook.yml": "title: 大手册\norganisation: 小店\n"})


def _by_somebody(project: Path) -> None:
    (project / "site" / "procedures" / "visit.html").write_text("别人写的")


@pytest.mark.parametrize("edit", [_word, _title, _by_hand, _setting, _by_somebody])
def test_after_an_edit_the_site_is_as_from_nothing(
    tmp_path, drawn, edit: Callable[[Path], None]
) -> None:
    project = small_project(tmp_path / "project", CONTENT + MORE)
    write(project, {"content/pages/about.md": PAGE})
    whole = built(project)
    edit(project)
    now = built(project)
    assert drawn
    if edit in (_word, _by_hand, _by_somebody):
        assert len(drawn) < len([name for name in whole if name.endswith(".html")]) / 2
    assert now == from_nothing(project)


@pytest.mark.long
@given(st.data())
@settings(max_examples=12)
def test_after_any_edits_the_site_is_as_from_nothing(tmp_path_factory, data) -> None:
    edited = Edited(EXAMPLE, tmp_path_factory.mktemp("edited") / "project")
    shutil.copy(MKDOCS, edited.project)
    built(edited.project)
    done = []
    for _ in range(6):
        done.append(edited.edit(lambda among: data.draw(st.sampled_from(list(among)))))
        if done[-1] is not None:
            assert built(edited.project) == from_nothing(edited.project), done
