"""Finished sheets are kept whole, found again, and thrown away in the right order."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.damage import IN_ITS_PLACE, damaged

from handbook.sheets import cache as caching
from handbook.sheets.cache import Cache, key_of
from handbook.sheets.outcome import Misfit, Pressed

SHEET = Pressed(b"%PDF-1.7 one", 2, (210, 297), (Misfit("small-text", "a", "5"),))
OTHER = Pressed(b"%PDF-1.7 two", 1, (148, 210))


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "sheets")


def test_what_was_put_comes_back(cache):
    put = cache.put("ab12", SHEET)
    assert cache.get("ab12") == put
    assert (put.pages, put.bytes, put.size_mm) == (2, len(SHEET.pdf), (210, 297))
    assert put.path.read_bytes() == SHEET.pdf


def test_a_key_never_put_is_not_there(cache):
    assert cache.get("ab12") is None


@pytest.mark.parametrize("ending", [".pdf", ".json"])
def test_whatever_is_in_the_place_of_an_entry_counts_as_none_and_gives_way(cache, ending):
    put = cache.put("ab12", SHEET)
    for what in damaged(put.path.with_suffix(ending)):
        assert cache.get("ab12") is None, what
        assert cache.put("ab12", SHEET) == cache.get("ab12") == put, what


def test_the_entry_of_another_sheet_counts_as_none(cache):
    one, other = cache.put("ab12", SHEET).path, cache.put("ab34", OTHER).path
    for ending in (".pdf", ".json"):
        other.with_suffix(ending).rename(one.with_suffix(ending))
    assert cache.get("ab12") is None


def in_the_way(path):
    """Put a file where a folder should be, and other things, one after the other."""
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    for put in (lambda: path.write_text("a file"), lambda: path.symlink_to(path)):
        put()
        yield
        path.unlink()


@pytest.mark.parametrize("place", [".", "sheets", "sheets/ab"])
def test_what_stands_in_the_way_of_the_cache_fails_no_sheet(tmp_path, place):
    top = tmp_path / "cache"
    for _ in in_the_way(top / place):
        cache = Cache(top / "sheets")
        put = cache.put("ab12", SHEET)
        assert cache.get("ab12") == put
        assert put.path.read_bytes() == SHEET.pdf
        assert cache.prune({"ab12"}, largest=0) == 0
        if put.path.is_relative_to(top):
            shutil.rmtree(put.path.parent)
            put.path.parent.write_text("a file")


def test_whatever_is_in_the_place_of_the_note_of_the_largest_build_is_no_fault(cache):
    put = cache.put("ab12", SHEET)
    cache.prune({"ab12"})
    for what in damaged(cache.folder / caching.ROOM):
        assert cache.prune({"ab12"}) == 0, what
        assert cache.get("ab12") == put


def test_strange_things_among_the_entries_are_left_alone(cache):
    for n, put in enumerate(IN_ITS_PLACE.values()):
        (cache.folder / f"a{n}").mkdir(parents=True)
        put(cache.folder / f"a{n}" / "x.pdf")
    cache.put("ab12", SHEET)
    cache.prune({"ab12"}, largest=0, builds=0)
    assert cache.get("ab12") is not None


def test_a_finished_sheet_can_be_read_by_everyone(cache):
    fresh = cache.folder.parent / "fresh"
    fresh.write_bytes(b"")
    assert cache.put("ab12", SHEET).path.stat().st_mode == fresh.stat().st_mode


def test_nothing_half_written_is_left_when_writing_fails(cache, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(caching.Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        cache.put("ab12", SHEET)
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []


def test_many_writers_of_one_sheet_do_not_disturb_each_other(cache):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: cache.put("ab12", SHEET), range(64)))
    assert cache.get("ab12").path.read_bytes() == SHEET.pdf
    assert len(list(cache.folder.rglob("*.part"))) == 0


def test_the_longest_unused_go_first_and_those_in_use_stay(cache):
    for age, key in enumerate(("aa1", "bb2", "cc3", "dd4")):
        os.utime(cache.put(key, SHEET).path, (1000 + age, 1000 + age))
    assert cache.prune({"aa1"}, largest=2 * len(SHEET.pdf), builds=1) == 2
    assert [cache.get(key) is not None for key in ("aa1", "bb2", "cc3", "dd4")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_builds_for_one_audience_after_another_keep_each_others_sheets(cache):
    builds = [{f"{name}{n}" for n in range(5)} for name in ("aa", "bb", "cc")]
    for age, used in enumerate(builds):
        for key in used:
            os.utime(cache.put(key, SHEET).path, (1000 + age, 1000 + age))
        assert cache.prune(used, largest=1, builds=3) == 0
    assert cache.prune({"cc1"}, largest=1, builds=3) == 0  # one sheet printed clears nothing
    for key in sorted(used := {f"dd{n}" for n in range(5)}):
        cache.put(key, SHEET)
    assert cache.prune(used, largest=1, builds=3) == 5
    assert all(cache.get(key) is None for key in builds[0])
    assert all(cache.get(key) for key in (*builds[1], *builds[2], *used))


def test_the_key_changes_with_the_html_and_with_the_means(monkeypatch):
    before = key_of("<p>一")
    assert key_of("<p>一") == before != key_of("<p>二")
    monkeypatch.setattr(caching, "means", lambda: "others")
    assert key_of("<p>一") != before
