"""handbook init, run as a user does."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli_running import handbook_here

from handbook.languages import LANGUAGES
from handbook.model.kinds import KINDS, Procedure
from handbook.model.load import load


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_handbook_passes_the_strict_check(tmp_path: Path, language: str) -> None:
    ran = handbook_here("init", "mine", "--language", language, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    ran = handbook_here("check", "--strict", cwd=tmp_path / "mine")
    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 1), ran.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_shows_what_a_handbook_is_made_of(tmp_path: Path, language: str) -> None:
    handbook_here("init", "mine", "--language", language, cwd=tmp_path)
    found = load(tmp_path / "mine").handbook
    assert {each.kind for each in found.definitions} == KINDS.keys() - {"document"}
    assert any(step.branches for procedure in found.of(Procedure) for step in procedure.steps)


def test_the_files_of_a_repository_are_there(tmp_path: Path) -> None:
    handbook_here("init", ".", cwd=tmp_path)
    names = ("mkdocs.yml", "README.md", ".gitignore", "site/.gitignore", "content/pages/about.md")
    assert all((tmp_path / name).is_file() for name in names)
    assert not any("$" in path.read_text() for path in tmp_path.rglob("*") if path.is_file())


def test_title_and_organisation_can_be_anything(tmp_path: Path) -> None:
    names = ("--title", "Care: a handbook", "--organisation", "# 1 [Ltd]")
    handbook_here("init", "mine", *names, cwd=tmp_path)
    settings = load(tmp_path / "mine").handbook.settings
    assert (settings.title, settings.organisation) == ("Care: a handbook", "# 1 [Ltd]")
    assert (tmp_path / "mine/README.md").read_text().startswith("# Care: a handbook\n")


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    ran = handbook_here("init", tmp_path, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "not empty" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fresh_git_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert handbook_here("init", ".", cwd=tmp_path).returncode == 0


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    ran = handbook_here("init", "mine", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (2, "error: 'mine' is a file, not a folder\n")


def test_the_language_is_that_of_the_system(tmp_path: Path) -> None:
    handbook_here("init", "mine", cwd=tmp_path, LANG="zh_TW.UTF-8")
    assert load(tmp_path / "mine").handbook.settings.language == "zh-TW"
