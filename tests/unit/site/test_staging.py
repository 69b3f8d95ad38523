"""A new site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.passing import MARK, PREFIX, passing_folder
from handbook.site import staging
from handbook.site.staging import Staging


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    (folder / "gone.html").write_text("old")
    (folder / ".gitignore").write_text("*")
    return folder


def staged(site: Path) -> Staging:
    made = Staging(site, site.parent)
    made.folder.mkdir()
    (made.folder / "index.html").write_text("new")
    return made


@pytest.fixture(params=["exchange", "two renames"])
def way(request, monkeypatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(staging, "exchange", lambda left, right: False)
    return request.param


def test_the_new_site_replaces_the_old_one_and_keeps_hidden_files(site, way) -> None:
    made = staged(site)
    made.swap()
    made.discard()
    assert {path.name for path in site.iterdir()} == {"index.html", ".gitignore"}
    assert (site / "index.html").read_text() == "new"
    assert not list(made.home.iterdir())


def test_a_site_that_is_not_there_yet_is_made(tmp_path, way) -> None:
    made = staged(tmp_path / "site")
    made.swap()
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_what_is_discarded_leaves_the_old_site(site) -> None:
    made = staged(site)
    made.discard()
    assert (site / "index.html").read_text() == "old"
    assert not list(made.home.iterdir())


def test_killed_between_the_two_renames_the_next_start_brings_the_old_site_back(
    site, monkeypatch
) -> None:
    monkeypatch.setattr(staging, "exchange", lambda left, right: False)
    made = staged(site)
    rename = os.rename

    def rename_once(source: object, target: object) -> None:
        monkeypatch.setattr(os, "rename", killed)
        rename(source, target)

    def killed(source: object, target: object) -> None:
        raise SystemExit

    monkeypatch.setattr(os, "rename", rename_once)
    with pytest.raises(SystemExit):
        made.swap()
    monkeypatch.setattr(os, "rename", rename)
    assert not site.exists()
    Staging(site, site.parent)
    assert (site / "gone.html").read_text() == "old"


def test_what_a_killed_build_left_is_swept_and_a_running_one_is_not(site) -> None:
    home = site.parent / ".cache" / "staging"
    killed = home / f"{PREFIX}killed"
    for left in (killed / "site", home / "site.4321"):
        left.mkdir(parents=True)
    (killed / MARK).touch()
    with passing_folder(home) as running:
        made = Staging(site, site.parent)
        assert set(home.iterdir()) == {running, made.folder.parent}
        made.discard()


def test_a_site_beside_which_nothing_can_be_built_is_built_elsewhere(site) -> None:
    (site.parent / ".cache").write_text("a file in the way")
    made = staged(site)
    made.swap()
    made.discard()
    assert (site / "index.html").read_text() == "new"
    assert {path.name for path in site.parent.iterdir()} == {"site", ".cache"}


def test_a_linked_site_stays_a_link(site) -> None:
    link = site.parent / "link"
    link.symlink_to(site)
    made = staged(link)
    made.swap()
    assert link.is_symlink()
    assert (link / "index.html").read_text() == "new"
