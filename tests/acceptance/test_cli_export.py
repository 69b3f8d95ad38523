"""handbook export, schema and print, run as a user does."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from test_cli_running import TERM, everything_in, handbook, handbook_here, write


def test_json_goes_to_stdout_alone(tmp_path: Path) -> None:
    ran = handbook("export", "--json", "-", cwd=write(tmp_path, terms=TERM))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [each["id"] for each in json.loads(ran.stdout)["definitions"]] == ["refund"]


def test_json_goes_to_a_file_whole(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM)
    out = project / "handbook.json"
    out.write_text("old")
    assert handbook_here("export", "--json", out, cwd=project).returncode == 0
    assert "退款" in out.read_text(encoding="utf-8")
    assert json.loads(out.read_text(encoding="utf-8"))["definitions"]
    assert (
        out.stat().st_mode & stat.S_IROTH
        == project.joinpath("mkdocs.yml").stat().st_mode & stat.S_IROTH
    )
    assert [path.name for path in project.glob(".*")] == []


def test_a_wrong_handbook_is_not_exported(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM.replace("title", "titel"))
    before = everything_in(project)
    ran = handbook_here("export", "--json", "out.json", cwd=project)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "[unknown-key]" in ran.stderr
    assert everything_in(project) == before


@pytest.mark.parametrize("args", [[], ["--json", "-", "--markdown", "x"]])
def test_one_thing_is_exported_at_a_time(tmp_path: Path, args: list[str]) -> None:
    ran = handbook_here("export", *args, cwd=write(tmp_path, terms=TERM))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--markdown" in ran.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = handbook_here("export", "--json", "none/x.json", cwd=write(tmp_path, terms=TERM))
    assert ran.returncode == 2
    assert "none/x.json: no such file or folder" in ran.stderr


def test_schemas_are_written_for_a_wrong_handbook_too(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM.replace("title", "titel"))
    ran = handbook_here("schema", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    written = [line.removeprefix("wrote ") for line in ran.stdout.splitlines()]
    assert written
    assert all(json.loads((project / path).read_text(encoding="utf-8")) for path in written)
    assert "up to date" in handbook_here("schema", cwd=project).stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["refnd"], "did you mean 'refund'?"),
        (["refund"], "no sheets are made of 'refund', which is a term"),
        (["leave"], "/leave, shop/leave"),
        (["/leave", "--sheet", "poster"], "it has policy"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path: Path, args: list[str], told: str) -> None:
    leave = "- kind: policy\n  id: leave\n  title: Leave\n  articles: [{id: a, text: b}]\n"
    shop = {"shop/section": "title: Shop\n", "shop/leave": leave.replace("Leave", "Shop leave")}
    project = write(tmp_path, terms=TERM, leave=leave, **shop)
    ran = handbook_here("print", *args, cwd=project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
