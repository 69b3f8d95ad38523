"""What users and colleagues need to know is written down, and stays so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from handbook.cli.run import COMMANDS
from handbook.languages import LANGUAGES, rules
from handbook.problems import RULES

PROJECT = Path(__file__).parents[2]
READMES = [(PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md")]
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"handbook {command}" in READMES[0]


@pytest.mark.parametrize("target", ["make site", "make test"])
def test_the_two_commands_are_in_both_readmes(target: str) -> None:
    assert all(target in readme for readme in READMES)


@pytest.mark.parametrize("readme", READMES, ids=["en", "zh"])
def test_pictures_and_links_of_the_readmes_lead_somewhere(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", readme):
        assert (PROJECT / target).exists(), target


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_line_in_each_language(language: str) -> None:
    assert {rule for rule, told in rules(language).items() if told["line"]} == set(RULES)


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    table = CONTRIBUTING.partition("## Dependencies")[2]
    for requirement in asked:
        name = re.match(r"[\w-]+", requirement)[0]
        assert re.search(rf"(^|[\s|]){re.escape(name)}\b", table, re.M), name


def test_no_lock_file_names_an_address() -> None:
    locks = [
        *(PROJECT / "requirements").glob("*.txt"),
        PROJECT / "tests" / "tools" / "package-lock.json",
    ]
    for lock in locks:
        assert "http" not in lock.read_text(encoding="utf-8"), lock.name


def test_the_version_of_the_package_is_the_newest_that_the_changelog_tells_of() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = re.findall(
        r"(?m)^## ([\d.]+) — \d{4}-\d\d-\d\d$", (PROJECT / "CHANGELOG.md").read_text("utf-8")
    )
    assert told[0] == project["version"]
