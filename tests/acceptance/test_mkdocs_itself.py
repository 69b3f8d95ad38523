"""Who runs MkDocs itself hears our words too, as soon as the plugin has been loaded."""

from __future__ import annotations

import logging

import pytest
from sites import MKDOCS, mkdocs, small_project, write

from handbook.site.overheard import InOurWords, be_silent, speak_for_mkdocs

ENGLISH = {"content/handbook.yml": "title: T\norganisation: O\nlanguage: en\n"}
IN_VAIN = {"mkdocs.yml": MKDOCS + "nav:\n  - Start: index.md\n  - X: nope.md\n"}


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "project", **{"content/pages/a b.md": "# 页\n"})


def test_a_warning_is_told_in_our_words_and_stops_a_strict_build(project) -> None:
    write(project, ENGLISH | IN_VAIN)
    ran = mkdocs(project, "--strict")
    assert ran.returncode == 1
    assert "WARNING -  mkdocs.yml:10: 'nav' names the page 'nope.md'" in ran.stderr
    assert "mkdocs.yml:8: these pages are not in the menu that 'nav' makes: a b.md;" in ran.stderr
    assert "warnings stop a strict build; the site stays as it was" in ran.stdout + ran.stderr
    assert "Aborted" not in ran.stdout + ran.stderr


def test_an_error_is_told_once_and_what_has_become_of_the_site(project) -> None:
    write(project, {"content/x.yml": "- {kind: role, id: a}\n"})
    ran = mkdocs(project, "--quiet")
    assert ran.returncode == 1
    said = (ran.stdout + ran.stderr).split("\n")
    [line] = [line for line in said if "content/x.yml:1:3" in line]
    assert line.startswith("ERROR   -  content/x.yml:1:3: “a”")
    assert "没有生成；原来的网站没有改动" in said
    assert "BuildError" not in ran.stdout + ran.stderr


@pytest.fixture
def handler():
    """A handler of MkDocs' logger, as its command has one."""
    logger = logging.getLogger("mkdocs")
    lines: list[str] = []

    class Lines(logging.StreamHandler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler = Lines()
    logger.addHandler(handler)
    yield handler, lines
    logger.removeHandler(handler)


def test_what_a_plugin_of_others_says_is_quoted(project, handler) -> None:
    write(project, ENGLISH)
    speak_for_mkdocs(project)
    logging.getLogger("mkdocs.plugins.other").warning("Zork %s", 3)
    logging.getLogger("mkdocs.plugins.handbook").warning("a.yml:1:1: ours")
    be_silent()
    logging.getLogger("mkdocs.plugins.other").warning("Zork %s", 4)
    assert handler[1] == [
        "MkDocs, which makes the pages, says: “Zork 3”", "a.yml:1:1: ours", "Zork 4",
    ]  # fmt: skip


def test_a_build_after_another_speaks_once(project, handler) -> None:
    speak_for_mkdocs(project)
    speak_for_mkdocs(project)
    assert [type(each) for each in handler[0].filters] == [InOurWords]
    be_silent()
