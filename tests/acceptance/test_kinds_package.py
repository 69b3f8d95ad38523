"""A kind that a package brings has all that the tool's own kinds have."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.patience import PATIENCE

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "tests" / "examples" / "kinds_package"
SERVICE = "给立柱滑道加注润滑脂"


def run(packages: Path, project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as it is where these packages are installed."""
    return subprocess.run(
        [sys.executable, "-m", "handbook", "-C", str(project), *arguments],
        cwd=project, env=os.environ | {"PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the handbook that uses the kind, and build its site."""
    folder = tmp_path_factory.mktemp("kinds") / "handbook"
    shutil.copytree(EXAMPLE / "handbook", folder)
    mkdocs = (PROJECT / "templates" / "new" / "project" / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(mkdocs.replace("$title", "设备手册"), "utf-8")
    (folder / "content" / "pages").mkdir()
    for arguments in (("build", "--no-pdf"), ("schema",), ("print", "lift")):
        done = run(EXAMPLE, folder, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_it_is_checked_as_any_other(project: Path, tmp_path: Path):
    done = run(EXAMPLE, project, "check")
    assert done.returncode == 0, done.stdout
    shutil.copytree(EXAMPLE / "handbook", tmp_path / "wrong")
    path = tmp_path / "wrong" / "content" / "shop.yml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("keeper: keeper", "keper: keeper").replace("id: inspect", "id: grease")
    )
    told = run(EXAMPLE, tmp_path / "wrong", "check").stdout
    assert "keeper" in told
    assert "[unknown-key]" in told
    assert "[duplicate-part-id]" in told


def test_it_has_a_page_with_its_facts_and_an_index(project: Path):
    page = (project / "site" / "equipment" / "lift.html").read_text("utf-8")
    assert all(
        words in page for words in ("双柱举升机", "SB-01", "一号工位", "2024-03-05", SERVICE)
    )
    assert "一号工位" in (project / "site" / "equipment" / "index.html").read_text("utf-8")


def test_it_has_its_sheet(project: Path):
    assert (project / "lift.equipment.pdf").read_bytes().startswith(b"%PDF")


def test_it_stands_in_the_register_of_documents(project: Path):
    assert "SB-01" in (project / "site" / "overview" / "documents.csv").read_text("utf-8-sig")


def test_what_is_due_by_it_reaches_the_calendar_and_who_does_it(project: Path):
    calendar = (project / "site" / "overview" / "calendar.csv").read_text("utf-8-sig")
    assert SERVICE in calendar
    assert "每月" in calendar
    assert SERVICE in (project / "site" / "roles" / "keeper.html").read_text("utf-8")
    desk = (project / "site" / "roles" / "keeper.js").read_text("utf-8")
    assert SERVICE in desk


def test_it_is_found_by_the_search_and_exported(project: Path):
    assert SERVICE in (project / "site" / "search" / "search_index.json").read_text("utf-8")
    data = json.loads((project / "site" / "handbook.json").read_text("utf-8"))
    lift = next(each for each in data["definitions"] if each["kind"] == "equipment")
    assert lift["services"][0]["by"] == [{"id": "keeper", "address": "keeper"}]
    assert {"to": "service-log", "relation": "fill", "part": "grease"} in lift["links"]


def test_editors_are_told_its_keys(project: Path):
    schema = json.loads((project / ".schema" / "definitions.schema.json").read_text("utf-8"))
    assert "services" in schema["$defs"]["equipment"]["properties"]
    assert "lift" in json.dumps(schema["$defs"]["equipment-id"])


def test_handbook_new_begins_one_with_what_its_model_asks(project: Path):
    assert run(EXAMPLE, project, "new", "equipment", "press").returncode == 0
    text = (project / "content/equipment/press.yml").read_text("utf-8")
    assert "kind: equipment\nid: press\n" in text
    assert "# where:  # 放在哪里" in text
    assert run(EXAMPLE, project, "check").returncode == 0


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("model.py", "lacks model.py"),
        ("compose.py", "lacks compose.py"),
        ("words", "lacks words"),
        ("words/zh-TW.toml", "lacks words/zh-TW.toml"),
        ("templates", "lacks templates"),
        ("", "no folder our_kinds.equipment"),
    ],
)
def test_a_package_that_lacks_something_is_refused_by_name(tmp_path: Path, missing: str, told: str):
    shutil.copytree(EXAMPLE, tmp_path / "all")
    lost = tmp_path / "all" / "our_kinds" / "equipment" / missing
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    done = run(tmp_path / "all", tmp_path / "all" / "handbook", "check")
    assert done.returncode == 2
    assert done.stderr.strip().startswith("handbook: The kind equipment")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
