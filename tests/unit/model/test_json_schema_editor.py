"""The settings that bind the schemas are added to those of the user, of which nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.model.json_schema import left_alone, write_schemas
from handbook.model.json_schema.editor import BOUND, EXTENSION
from handbook.model.load import load

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    (tmp_path / "content").mkdir()
    text = "title: 手册\norganisation: 集团\n"
    (tmp_path / "content/handbook.yml").write_text(text, encoding="utf-8")
    return load(tmp_path).handbook


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_new_project_gets_schemas_and_settings(tmp_path: Path, handbook: Handbook) -> None:
    written = write_schemas(tmp_path, handbook)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in written) == sorted(
        [*BOUND, SETTINGS, EXTENSIONS]
    )
    assert read(tmp_path / SETTINGS) == {"yaml.schemas": BOUND}
    assert read(tmp_path / EXTENSIONS) == {"recommendations": [EXTENSION]}
    assert left_alone(tmp_path) == {}


def test_a_second_time_nothing_is_written(tmp_path: Path, handbook: Handbook) -> None:
    write_schemas(tmp_path, handbook)
    assert write_schemas(tmp_path, handbook) == []


def test_settings_of_the_user_stay(tmp_path: Path, handbook: Handbook) -> None:
    (tmp_path / ".vscode").mkdir()
    theirs = {"editor.tabSize": 4, "yaml.schemas": {"other.json": "*.yaml"}}
    (tmp_path / SETTINGS).write_text(json.dumps(theirs), encoding="utf-8")
    (tmp_path / EXTENSIONS).write_text('{"recommendations": ["a.b"]}', encoding="utf-8")
    write_schemas(tmp_path, handbook)
    assert read(tmp_path / SETTINGS) == {
        "editor.tabSize": 4,
        "yaml.schemas": {"other.json": "*.yaml"} | BOUND,
    }
    assert read(tmp_path / EXTENSIONS) == {"recommendations": ["a.b", EXTENSION]}


@pytest.mark.parametrize(
    "text", ['{\n  // mine\n  "a": 1\n}\n', "[]", '{"yaml.schemas": []}', "{" * 100_000]
)
def test_settings_that_are_not_plain_json_are_left_alone(
    tmp_path: Path, handbook: Handbook, text: str
) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / SETTINGS).write_text(text, encoding="utf-8")
    written = write_schemas(tmp_path, handbook)
    assert tmp_path / SETTINGS not in written
    assert (tmp_path / SETTINGS).read_text(encoding="utf-8") == text
    assert json.loads(left_alone(tmp_path)[SETTINGS]) == {"yaml.schemas": BOUND}


def test_an_empty_settings_file_is_filled(tmp_path: Path, handbook: Handbook) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / SETTINGS).write_text("", encoding="utf-8")
    write_schemas(tmp_path, handbook)
    assert read(tmp_path / SETTINGS) == {"yaml.schemas": BOUND}


def test_nothing_is_left_beside_the_files(tmp_path: Path, handbook: Handbook) -> None:
    write_schemas(tmp_path, handbook)
    names = {path.name for path in (tmp_path / ".schema").iterdir()}
    assert names == {Path(path).name for path in BOUND}
