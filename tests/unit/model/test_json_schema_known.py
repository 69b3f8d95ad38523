"""The schema of known findings takes what the check takes: which keys, depends on the rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from handbook.languages import LANGUAGES
from handbook.model.json_schema import schemas
from handbook.model.load import load
from handbook.model.special_files import KNOWN

SETTINGS = "title: 手册\norganisation: 集团\n"
ROLE = "kind: role\nid: clerk\ntitle: 文员\n"
BARE = {"rule": "bare-narrower-name", "why": "人人都这样说"}
LONE = {"rule": "no-deputy", "why": "原文如此"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("known")
    (project / "content/shop").mkdir(parents=True)
    (project / "content/handbook.yml").write_text(SETTINGS, encoding="utf-8")
    (project / "content/shop/section.yml").write_text("title: 门店\n", encoding="utf-8")
    (project / "content/shop/roles.yml").write_text(ROLE, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def validator(project: Path) -> Draft202012Validator:
    return Draft202012Validator(schemas(load(project).handbook)[KNOWN.schema])


@pytest.mark.parametrize(
    "entry",
    [
        BARE | {"word": "客户"},
        BARE | {"word": "客户", "at": "shop/clerk"},
        BARE | {"word": "客户", "at": "content/handbook.yml"},
        LONE | {"at": "shop/clerk"},
        LONE | {"at": "content/shop/roles.yml", "contains": "文员"},
    ],
)
def test_an_entry_may_be(validator: Draft202012Validator, entry: dict[str, Any]) -> None:
    assert validator.is_valid(entry)
    assert validator.is_valid([entry, entry])


@pytest.mark.parametrize(
    "entry",
    [
        BARE,
        BARE | {"at": "shop/clerk"},
        BARE | {"word": "客户", "contains": "客户"},
        {"rule": "bare-narrower-name", "word": "客户"},
        LONE,
        LONE | {"word": "文员", "at": "shop/clerk"},
        LONE | {"at": "clerk"},
        LONE | {"at": "shop/clerk", "becuase": "x"},
        {"rule": "tab", "at": "shop/clerk", "why": "x"},
        {"rule": "no-deputi", "at": "shop/clerk", "why": "x"},
        "words",
    ],
)
def test_an_entry_may_not_be(validator: Draft202012Validator, entry: Any) -> None:
    assert not validator.is_valid([entry])


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_and_addresses_are_told_to_who_chooses(project: Path, language: str) -> None:
    keys = schemas(load(project).handbook, language)[KNOWN.schema]["then"]["items"]["properties"]
    told = dict(zip(keys["rule"]["enum"], keys["rule"]["enumDescriptions"], strict=True))
    assert "bare-narrower-name" in told
    assert "full-width-colon" not in told
    assert all(told.values())
    assert keys["at"]["anyOf"][0]["enum"] == ["shop/clerk"]
    assert keys["at"]["anyOf"][0]["enumDescriptions"] == ["文员"]
    assert all(key["title"] and key["description"] for key in keys.values())
