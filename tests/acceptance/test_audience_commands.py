"""Every command that makes something makes it for an audience; nothing is typed past it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sites import mkdocs, write
from test_audience import MKDOCS, PLANTED, build, found_in, project
from tests.warm import run_warm

from handbook.site.order import Order
from handbook.site.serve import Preview

__all__ = ["project"]  # the fixture: a handbook in which much is for managers
BARE = "{kind: term, id: bare, title: 白话, definition: 照绝密制度办理，编号 SECRET-3。}\n"


def handbook(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_warm("handbook", ["-C", project, *arguments], cwd=Path.cwd(), env=os.environ)


def test_json_for_an_audience_holds_nothing_else(project):
    done = handbook(project, "export", "--json", "-", "--audience", "staff")
    assert done.returncode == 0, done.stderr
    assert not PLANTED.findall(json.dumps(json.loads(done.stdout), ensure_ascii=False))
    assert PLANTED.search(handbook(project, "export", "--json", "-").stdout)


def test_markdown_for_an_audience_holds_nothing_else(project, tmp_path):
    for audience, is_clean in (("staff", True), ("manager", False)):
        tree = tmp_path / audience
        done = handbook(project, "export", "--markdown", str(tree), "--audience", audience)
        assert done.returncode == 0, done.stderr
        assert (tree / "img" / "open.svg").is_file()
        assert "照" in (tree / "about.md").read_text(encoding="utf-8")
        assert (found_in(tree) == {}) is is_clean


def test_sheets_for_an_audience_hold_nothing_else(project, tmp_path):
    done = handbook(
        project, "print", "visit", "clerk", "slip", "--audience", "staff", "--out", str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.pdf"))) > 3
    assert found_in(tmp_path) == {}


def test_what_is_kept_back_is_not_printed(project, tmp_path):
    done = handbook(
        project, "print", "kept-secret-forms", "--audience", "staff", "--out", str(tmp_path)
    )
    assert done.returncode == 2
    assert PLANTED.findall(done.stderr.splitlines()[-1]) == ["kept-secret"]  # what was typed
    assert list(tmp_path.iterdir()) == []


def test_the_preview_for_an_audience_shows_nothing_else(project, tmp_path):
    preview = Preview(Order(project=project, audience="staff"), tmp_path, lambda line: None)
    preview.server("127.0.0.1", 0).server_close()
    site = Path(preview.build())
    preview.settle()
    preview.end()
    assert (site / "procedures" / "visit.html").is_file()
    assert found_in(site) == {}


@pytest.mark.parametrize("command", ["build", "serve", "print visit", "export --json -"])
def test_each_command_knows_the_audiences(project, command):
    done = handbook(project, *command.split(), "--audience", "stuff")
    assert done.returncode == 2
    assert "public staff manager" in done.stderr


def test_the_menu_may_name_a_page_that_some_do_not_see(project, tmp_path):
    shutil.copytree(project / "content", tmp_path / "content")
    nav = "nav: [about.md, {绝密: [kept-secret.md]}, {内部: kept-secret.md}]\n"
    write(tmp_path, {"mkdocs.yml": MKDOCS + nav})
    done = build(tmp_path, "--audience", "staff", "--no-pdf")
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    assert found_in(site) == {}
    assert "内部</" not in (site / "about.html").read_text(encoding="utf-8")


@pytest.fixture
def bare_project(project, tmp_path) -> Path:
    """Copy the handbook and type a hidden title and code into a text for all."""
    shutil.copytree(project / "content", tmp_path / "content")
    write(tmp_path, {"mkdocs.yml": MKDOCS, "content/bare.yml": BARE})
    return tmp_path


def test_a_bare_title_is_a_warning_to_who_may_read_everything(bare_project):
    done = handbook(bare_project, "check", "--format", "json")
    found = [each for each in json.loads(done.stdout)
             if each["rule"] == "bare-narrower-name"]  # fmt: skip
    assert done.returncode == 0
    assert [(each["severity"], each["line"]) for each in found] == [("warning", 1)] * 2
    done = build(bare_project, "--no-pdf", "--audience", "manager")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["build --no-pdf", "print visit", "export --json out.json"])
def test_nothing_is_made_for_who_may_not_read_a_bare_title(bare_project, command, monkeypatch):
    monkeypatch.chdir(bare_project)
    done = handbook(bare_project, *command.split(), "--audience", "staff")
    assert done.returncode == 1
    assert re.search(r"content/bare.yml:1:\d+: 警告：“绝密制度”", done.stderr)
    assert done.stderr.splitlines()[-1].startswith("什么也没有生成")
    assert {path.name for path in bare_project.iterdir()} == {"content", "mkdocs.yml"}


def test_mkdocs_makes_nothing_either(bare_project):
    settings = MKDOCS.replace("handbook]", "{handbook: {audience: staff, pdf: no}}]")
    write(bare_project, {"mkdocs.yml": settings})
    done = mkdocs(bare_project)
    assert done.returncode == 1
    assert "[bare-narrower-name]" in done.stderr
    assert not (bare_project / "site").exists()
