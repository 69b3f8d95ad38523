"""The table of special files is whole, and a name that is almost one of theirs is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import handbook_of

from handbook.languages import LANGUAGES
from handbook.model.json_schema import part_words, schemas
from handbook.model.json_schema.words import parts
from handbook.model.load import load
from handbook.model.settings import Settings
from handbook.model.special_files import (
    KNOWN,
    SECTION,
    SETTINGS,
    SPECIAL,
    SpecialFile,
    special_file,
)

ROLE = "- {kind: role, id: clerk, title: 文员}\n"
FILES = {"content/handbook.yml": "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"}
TITLE = "title: 门店\n"
FINDING = "- {rule: unused-role, at: clerk, why: 原文如此}\n"


@pytest.mark.parametrize("special", SPECIAL, ids=lambda each: each.name)
def test_a_row_has_a_schema_and_words_in_every_language(special: SpecialFile) -> None:
    assert special.schema in schemas(handbook_of(ROLE))
    assert special.part in parts().values()
    assert all(part_words(special.part, language)["help"] for language in LANGUAGES)


def test_no_two_rows_mean_the_same_file() -> None:
    assert [special_file(each.path) for each in SPECIAL] == list(SPECIAL)


@pytest.mark.parametrize(
    ("path", "special"),
    [
        ("content/handbook.yml", SETTINGS),
        ("content/auto/handbook.yml", None),
        ("content/section.yml", SECTION),
        ("content/auto/shop/section.yml", SECTION),
        ("content/known-findings.yml", KNOWN),
        ("content/auto/known-findings.yml", None),
        ("content/auto/all.yml", None),
    ],
)
def test_a_special_file_is_one_by_name_and_place(path: str, special: SpecialFile | None) -> None:
    assert special_file(path) is special


def test_an_asterisk_stands_for_the_name_of_one_file() -> None:
    releases = SpecialFile("releases/*.yml", Settings, "release.schema.json")
    assert releases.is_at("content/releases/2026-12.yml")
    assert not releases.is_at("content/releases/old/2026-12.yml")
    assert not releases.is_at("content/auto/releases/2026-12.yml")
    assert releases.pattern == "content/releases/*.yml"


def told(project: Path, **files: str) -> list[str]:
    """Return what is told of a handbook: place, rule and the name that is offered."""
    written = FILES | {f"content/{name.replace('__', '/')}": text for name, text in files.items()}
    for path, text in written.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    return [
        " ".join((each.place.path, each.rule, dict(each.details).get("nearest", "")))
        for each in load(project).problems
    ]


@pytest.mark.parametrize(
    "name", ["sections.yml", "section.yaml", "setcion.yml", "Section.yml", "sectoin.yaml"]
)
def test_a_misspelt_name_of_a_section_is_told(tmp_path: Path, name: str) -> None:
    found = told(tmp_path, **{f"shop__{name}": TITLE})
    assert found == [f"content/shop/{name} unread-file content/shop/section.yml"]


@pytest.mark.parametrize("name", ["known_findings.yml", "known-finding.yml", "KnownFindings.yaml"])
def test_a_misspelt_list_is_told_and_read_as_meant(tmp_path: Path, name: str) -> None:
    found = told(tmp_path, **{name: FINDING, "all.yml": ROLE})
    assert found == [f"content/{name} unread-file content/known-findings.yml"]
    assert [file.of for file in load(tmp_path).handbook.kept] == [KNOWN]


@pytest.mark.parametrize(
    ("path", "text", "meant"),
    [
        ("shop/handbook.yml", FILES["content/handbook.yml"], "content/handbook.yml"),
        ("shop/known-findings.yml", FINDING, "content/known-findings.yml"),
        ("shop/handbok.yml", FILES["content/handbook.yml"], "content/handbook.yml"),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(
    tmp_path: Path, path: str, text: str, meant: str
) -> None:
    assert told(tmp_path, **{path.replace("/", "__"): text}) == [
        f"content/{path} unread-file {meant}"
    ]


def test_misspelt_settings_are_read_as_meant(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "handbok.yml").write_text(FILES["content/handbook.yml"])
    loaded = load(tmp_path)
    assert [each.rule for each in loaded.problems] == ["unread-file"]
    assert loaded.handbook.settings.title == "手册"


@pytest.mark.parametrize("name", ["sections.yml", "handbooks.yml", "known-finding.yml"])
def test_definitions_may_lie_in_a_file_of_nearly_that_name(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, **{name: ROLE}) == []


def test_a_definition_without_kind_and_id_is_told_as_that(tmp_path: Path) -> None:
    found = told(tmp_path, **{"positions.yml": "title: 文员\nsummary: 写\n"})
    assert {each.split()[1] for each in found} == {"missing-kind", "missing-id"}


@pytest.mark.parametrize("name", ["handbook.yml", "section.yml"])
def test_an_empty_file_that_must_be_there_is_to_be_filled_in(tmp_path: Path, name: str) -> None:
    told(tmp_path, **{name: ""})
    [found] = [each for each in load(tmp_path).problems if each.rule == "empty-file"]
    assert found.hint == "title"
