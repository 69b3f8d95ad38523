"""The JSON Schemas accept what the loader accepts, and report what it would report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from handbook.languages import LANGUAGES
from handbook.model.json_schema import schemas
from handbook.model.json_schema.files import DEFINITIONS
from handbook.model.kinds import KINDS
from handbook.model.load import load
from handbook.model.special_files import SPECIAL, special_file

ROOT = Path(__file__).parents[3]
PROJECTS = [ROOT, *sorted((ROOT / "tests/examples/valid").iterdir())]
SETTINGS = "title: 手册\norganisation: 集团\n"
ROLES = "kind: role\nid: clerk\ntitle: 文员\n"
STEP = {"id": "a", "do": "做"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of one role of the organisation, one of a section, and a damaged script."""
    project = tmp_path_factory.mktemp("project")
    (project / "content/shop").mkdir(parents=True)
    (project / "content/handbook.yml").write_text(SETTINGS, encoding="utf-8")
    (project / "content/roles.yml").write_text(ROLES, encoding="utf-8")
    (project / "content/shop/section.yml").write_text("title: 门店\n", encoding="utf-8")
    shop = "- {kind: role, id: seller, title: 店员}\n- {kind: script, id: broken}\n"
    (project / "content/shop/roles.yml").write_text(shop, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def validator(project: Path) -> Draft202012Validator:
    return Draft202012Validator(schemas(load(project).handbook)[DEFINITIONS])


def procedure(**step: Any) -> dict[str, Any]:
    return {"kind": "procedure", "id": "p", "title": "流程", "steps": [STEP | step]}


def term(**keys: Any) -> dict[str, Any]:
    return {"kind": "term", "id": "t", "title": "词", "definition": "义"} | keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_schema_is_a_schema(project: Path, language: str) -> None:
    for schema in schemas(load(project).handbook, language).values():
        Draft202012Validator.check_schema(schema)


def test_the_same_handbook_gives_the_same_schemas(project: Path) -> None:
    once, again = (json.dumps(schemas(load(project).handbook)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_check_jsonschema_accepts_every_file(folder: Path, tmp_path: Path) -> None:
    said = schemas(load(folder).handbook)
    for name, paths in _files_by_schema(folder).items():
        (tmp_path / name).write_text(json.dumps(said[name]), encoding="utf-8")
        if paths:
            command = Path(sys.executable).with_name("check-jsonschema")
            told = subprocess.run(
                [command, "--schemafile", tmp_path / name, *paths],
                capture_output=True,
                text=True,
                check=False,
            )
            assert told.returncode == 0, told.stdout + told.stderr


def _files_by_schema(folder: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {DEFINITIONS: [], **{each.schema: [] for each in SPECIAL}}
    for path in sorted((folder / "content").rglob("*.yml")):
        within = path.relative_to(folder).as_posix()
        special = special_file(within)
        if special is not None:
            found[special.schema].append(path)
        elif not within.startswith("content/pages/"):
            found[DEFINITIONS].append(path)
    return found


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("clerk", id="bare id"),
        pytest.param("seller", id="bare id of a section"),
        pytest.param("shop/seller", id="section and id"),
        pytest.param("/clerk", id="from the root"),
        pytest.param(["clerk", "shop/seller"], id="several"),
        pytest.param("待定", id="open point"),
        pytest.param("tbd", id="open point in English"),
        pytest.param("broken", id="id of a definition that could not be read"),
        pytest.param(None, id="nothing yet"),
    ],
)
def test_a_reference_may_be(validator: Draft202012Validator, value: Any) -> None:
    assert validator.is_valid(procedure(by=value))


@pytest.mark.parametrize("value", ["clrek", "shop/clerk", ["clerk", "nobody"], {"id": "clerk"}, 7])
def test_a_reference_may_not_be(validator: Draft202012Validator, value: Any) -> None:
    assert not validator.is_valid(procedure(by=value))


def test_a_role_cannot_be_spoken(validator: Draft202012Validator) -> None:
    assert not validator.is_valid(procedure(say="clerk"))


def test_a_branch_may_lead_to_any_step(validator: Draft202012Validator) -> None:
    assert validator.is_valid(procedure(branches=[{"when": "急", "go": "some-step"}]))
    assert not validator.is_valid(procedure(branches=[{"when": "急", "go": "第三步"}]))


@pytest.mark.parametrize("text", ["文字", 10, 1.5, True, False])
def test_an_unquoted_number_or_truth_value_is_text(
    validator: Draft202012Validator, text: Any
) -> None:
    assert validator.is_valid(term(title=text, summary=text, aliases=[text, text]))


@pytest.mark.parametrize("yes", ["yes", "No", "是", True, "待定", None])
def test_yes_or_no_may_be(validator: Draft202012Validator, yes: Any) -> None:
    assert validator.is_valid(procedure(critical=yes))


@pytest.mark.parametrize("yes", ["maybe", 1, ["yes"]])
def test_yes_or_no_may_not_be(validator: Draft202012Validator, yes: Any) -> None:
    assert not validator.is_valid(procedure(critical=yes))


@pytest.mark.parametrize(
    "keys",
    [{"headcount": -1}, {"headcount": "几个"}, {"effective": "2026-10-1"}, {"status": "activ"}],
)
def test_a_typed_value_is_judged(validator: Draft202012Validator, keys: dict[str, Any]) -> None:
    role = {"kind": "role", "id": "r", "title": "岗位"}
    assert validator.is_valid(role)
    assert not validator.is_valid(role | keys)


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_key_is_reported_where_it_stands(
    validator: Draft202012Validator, kind: str
) -> None:
    errors = list(validator.iter_errors([{"kind": kind, "id": "x", "titel": "词"}]))
    assert any("'titel' was unexpected" in error.message for error in _deepest(errors))


def test_a_wrong_key_of_a_part_is_reported(validator: Draft202012Validator) -> None:
    assert not validator.is_valid(procedure(withn="3天"))
    assert not validator.is_valid(procedure(checks=[{"text": "核对", "vlaue": "text"}]))
    assert not validator.is_valid(procedure(within={"within": "3天", "aftr": "安装"}))


def _deepest(errors: list[Any]) -> list[Any]:
    return [leaf for error in errors for leaf in (_deepest(error.context) or [error])]


@pytest.mark.parametrize("kind", ["procedre", None, ["term"]])
def test_a_wrong_kind_is_reported(validator: Draft202012Validator, kind: Any) -> None:
    assert not validator.is_valid(term(kind=kind))


def test_a_definition_without_kind_is_reported(validator: Draft202012Validator) -> None:
    assert not validator.is_valid({"id": "t", "title": "词"})


def test_what_is_required_may_not_be_empty(validator: Draft202012Validator) -> None:
    assert not validator.is_valid(term(definition=None))
    assert not validator.is_valid(procedure() | {"steps": []})


def test_a_bare_text_may_stand_for_a_part(validator: Draft202012Validator) -> None:
    assert validator.is_valid(procedure(checks="核对", within="3天", schedule={"every": "周"}))


def test_a_list_and_a_single_definition_both_fit(validator: Draft202012Validator) -> None:
    assert validator.is_valid(term())
    assert validator.is_valid([term(), procedure()])
    assert not validator.is_valid([])
