"""What the READMEs tell people to type works as it stands there; a new handbook builds whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from recipes import FIRST, OWN, READMES, chapter, commands, follow, serve
from sites import PROJECT, built_once, copy_of_this_handbook

from handbook.model.kinds import KINDS
from handbook.model.load import load

RECIPE = commands(chapter("en", OWN["en"]))
NEW = [f"handbook new {kind} a-new-{kind}" for kind in KINDS]


def in_language(language: str) -> list[str]:
    """Return the recipe for a handbook in another of our languages."""
    return [re.sub(r"--language \S+", f"--language {language}", each) for each in RECIPE]


def test_both_readmes_tell_the_same_commands():
    assert commands(chapter("zh", OWN["zh"])) == RECIPE
    assert any("--language" in each for each in RECIPE)


def _as_written(folder: Path) -> None:
    folder.mkdir()
    *before, build = RECIPE
    assert build == "handbook build"
    follow([*before, *NEW, build], folder)


@pytest.fixture(scope="module")
def own() -> Path:
    """The handbook of the README with one more definition of every kind, built with its sheets."""
    (project,) = built_once(_as_written).glob("*/")
    return project


def test_the_recipe_of_the_readme_makes_a_site_and_sheets(own):
    assert (own / "site/index.html").is_file()
    assert list((own / "site/print").rglob("*.pdf"))


def test_a_new_definition_of_every_kind_has_its_page(own):
    for kind in KINDS.values():
        assert (own / f"site/{kind.folder}/a-new-{kind.kind}.html").is_file()


@pytest.mark.long
def test_mkdocs_works_as_it_is(tmp_path):
    told = {each: re.findall(r"`(mkdocs [^`]+)`", (PROJECT / name).read_text("utf-8"))
            for each, name in READMES.items()}  # fmt: skip
    assert told["en"] == told["zh"] == ["mkdocs build --strict", "mkdocs serve"]
    project = follow(RECIPE[:2], tmp_path)
    build, preview = told["en"]
    follow([build], project)
    assert "http://" in serve(preview, project)


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_a_new_handbook_builds_in_the_other_languages_too(tmp_path, language):
    *before, build = in_language(language)
    project = follow([*before, *NEW, build], tmp_path)
    assert str(load(project).handbook.settings.language) == language
    assert list((project / "site/print").rglob("*.pdf"))


def first_change(readme: str) -> tuple[str, ...]:
    """Return file, step, words before and after, and the command that prints it."""
    text = chapter(readme, FIRST[readme])
    (told,) = re.findall(r"`\.venv/bin/(handbook print [^`]+)`", text)
    return *re.findall(r"`([^`]+)`", text)[1:5], told


def test_the_first_change_is_there_to_be_made_and_printed(tmp_path):
    file, id, before, after, told = first_change("en")
    assert first_change("zh") == (file, id, before, after, told)
    project = copy_of_this_handbook(tmp_path / "copy")
    written = (project / file).read_text(encoding="utf-8")
    start, step, rest = written.partition(f"- {id}\n")
    assert step
    (project / file).write_text(start + step + rest.replace(before, after, 1), encoding="utf-8")
    follow([told], project)
    (printed,) = project.glob("*.pdf")
    assert after.removeprefix("within: ") in re.sub(r"\s", "", _text(printed))


def _text(file: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(file).pages)
