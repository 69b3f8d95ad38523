"""What the READMEs say that can be counted is so."""

from __future__ import annotations

import re
import shutil

import pytest
from test_cli_running import handbook_here
from tests.ours import PROJECT, our_handbook

from handbook.compose.books.sheets import books_in
from handbook.compose.kinds.sheets import sheets_in
from handbook.compose.overviews.sheets import overviews_in

READMES = {name: (PROJECT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")}
SLIP = ("by: complaint-receiver", "by: complaint-reciever")
DEFINITIONS = r"(\d[\d,]*)\s(?:definitions|条定义)"
SHEETS = r"(\d[\d,]*)\s(?:sheets|份打印件)"


def counts(pattern: str, name: str) -> set[int]:
    """Return what a README says there are of something."""
    return {int(found.replace(",", "")) for found in re.findall(pattern, READMES[name])}


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> str:
    """What `handbook check` says of a copy of our handbook with the slip of the READMEs."""
    project = tmp_path_factory.mktemp("slip")
    shutil.copytree(PROJECT / "content", project / "content")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    file = project / "content/auto/procedures/complaints.yml"
    text = file.read_text("utf-8")
    at = text.index(SLIP[0], text.index("id: report"))
    file.write_text(text[:at] + text[at:].replace(*SLIP, 1), "utf-8")
    return handbook_here("check", cwd=project).stdout


@pytest.mark.parametrize("name", READMES)
def test_the_mistake_on_purpose_is_answered_as_the_readme_shows(name: str, checked: str) -> None:
    shown = re.search(r"```console\n\$ handbook check\n(.*?)```", READMES[name], re.S)
    assert shown[1] == checked


@pytest.mark.parametrize("name", READMES)
def test_the_readme_knows_how_many_definitions_there_are(name: str, our_count: int) -> None:
    assert counts(DEFINITIONS, name) == {our_count}


@pytest.mark.parametrize("name", READMES)
def test_the_readme_knows_how_many_sheets_there_are(name: str, our_sheets: int) -> None:
    assert counts(SHEETS, name) == {our_sheets}


@pytest.mark.parametrize("name", READMES)
def test_nothing_else_is_counted_in_the_readme(name: str) -> None:
    prose = re.sub(r"(?ms)^```.*?^```|^    .*?$|`[^`]*`|\]\([^)]*\)|^\d+\. ", "", READMES[name])
    rest = re.sub(f"{DEFINITIONS}|{SHEETS}|Python 3.11|A4", "", prose)
    assert re.findall(r"\d[\d,]*\s?\w+", rest) == []


@pytest.fixture(scope="module")
def our_count() -> int:
    return len(our_handbook().definitions)


@pytest.fixture(scope="module")
def our_sheets() -> int:
    handbook = our_handbook()
    return sum(1 for kinds in (sheets_in, overviews_in, books_in) for _ in kinds(handbook))
