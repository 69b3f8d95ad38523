"""A new site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
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


def test_what_stays_is_the_same_file_under_a_second_name(site, way) -> None:
    before = (site / "index.html").stat()
    made = Staging(site, site.parent)
    assert made.stays("index.html", b"old")
    made.swap()
    made.discard()
    after = (site / "index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (after.st_nlink, {path.name for path in site.iterdir()}) == (
        1,
        {"index.html", ".gitignore"},
    )


def test_a_file_stays_that_holds_what_another_holds(site) -> None:
    same, other = site.parent / "same", site.parent / "other"
    same.write_text("old")
    other.write_text("new")
    made = Staging(site, site.parent)
    assert made.stays("index.html", same)
    assert not made.stays("gone.html", other)
    assert not made.stays("nowhere.html", same)


def test_what_differs_or_is_no_file_of_its_own_does_not_stay(site) -> None:
    (site / "link.html").symlink_to(site / "index.html")
    (site / "folder").mkdir()
    made = Staging(site, site.parent)
    assert not made.stays("index.html", b"new")
    assert not made.stays("link.html", b"old")
    assert not made.stays("folder", b"old")
    assert not made.folder.exists()


def test_what_is_written_where_something_stayed_leaves_the_old_site_alone(site) -> None:
    made = Staging(site, site.parent)
    assert made.stays("index.html", b"old")
    assert not made.stays("index.html", b"new")
    made.folder.joinpath("index.html").write_text("new")
    assert (site / "index.html").read_text() == "old"


def test_where_a_disk_has_no_second_names_nothing_stays(site, monkeypatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    made = staged(site)
    assert not made.stays("gone.html", b"old")
    made.swap()
    made.discard()
    assert (site / ".gitignore").read_text() == "*"


def test_what_another_build_put_there_meanwhile_does_not_stay(site, monkeypatch) -> None:
    link = os.link

    def late(old: Path, new: Path) -> None:
        other = old.with_name("other")
        other.write_text("of another build")
        other.replace(old)
        link(old, new)

    monkeypatch.setattr(os, "link", late)
    made = Staging(site, site.parent)
    assert not made.stays("index.html", b"old")
    assert not (made.folder / "index.html").exists()


def content_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


class Killed(BaseException):
    """Stands in for the end of the process."""


@pytest.mark.parametrize("step", range(10))
def test_killed_at_any_step_the_old_site_or_the_new_one_stands(
    site, way, step, monkeypatch
) -> None:
    old = content_of(site)
    new = {".gitignore": "*", "gone.html": "old", "index.html": "new", "more.html": "new"}
    left = iter(range(step))

    def until_killed(call):
        def counted(*given: object, **named: object) -> object:
            if next(left, None) is None:
                raise Killed
            return call(*given, **named)

        return counted

    made = Staging(site, site.parent)
    made.folder.mkdir()
    with monkeypatch.context() as patched, suppress(Killed):
        for name in ("link", "rename", "unlink"):
            patched.setattr(os, name, until_killed(getattr(os, name)))
        for name, content in new.items():
            if not name.startswith(".") and not made.stays(name, content.encode()):
                (made.folder / name).write_text(content)
        made.swap()
    made.discard()
    Staging(site, site.parent).discard()
    assert content_of(site) in (old, new)
    assert (step < 3) <= (content_of(site) == old)
