"""handbook check, run as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli_running import (
    SETTINGS,
    TERM,
    environment,
    everything_in,
    handbook,
    handbook_here,
    write,
)

UNUSED = """\
- kind: form
  id: slip
  title: Slip
  groups:
    - fields: [Name]
"""
FORMATS = ("text", "json", "github", "sarif")


def test_all_is_well(tmp_path: Path) -> None:
    ran = handbook_here("check", cwd=write(tmp_path, terms=TERM))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "✓ 1 definition, no problems\n"


def test_an_error_is_shown_with_its_line_and_how_to_repair_it(tmp_path: Path) -> None:
    project = write(
        tmp_path,
        handbook=SETTINGS.format(language="zh-CN"),
        terms=TERM.replace("definition", "defnition"),
    )
    ran = handbook_here("check", cwd=project)
    assert ran.returncode == 1
    assert ran.stderr == ""
    lines = ran.stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if "[unknown-key]" in line)
    assert lines[at].startswith("content/terms.yml:4:3: 错误：")
    assert lines[at + 1 : at + 3] == ["    4 |   defnition: 把已收的款退还客户。", "      |   ^"]
    assert lines[at + 3].startswith("  提示：")
    assert "definition" in lines[at + 3]
    assert lines[-1].startswith("1 个错误，0 个警告，")


def test_a_missing_settings_file_is_told_without_a_quote(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM)
    (project / "content" / "handbook.yml").unlink()
    ran = handbook_here("check", cwd=project)
    assert ran.returncode == 1
    assert "content/handbook.yml:1:1" in ran.stdout
    assert " | " not in ran.stdout


def test_warnings_fail_only_under_strict(tmp_path: Path) -> None:
    project = write(tmp_path, forms=UNUSED)
    assert handbook_here("check", cwd=project).returncode == 0
    strict = handbook_here("check", "--strict", cwd=project)
    assert strict.returncode == 1
    assert "0 errors, 1 warning in 1 definition" in strict.stdout


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_tells_problems_and_leaves_with_one(tmp_path: Path, format_: str) -> None:
    project = write(tmp_path, terms=TERM.replace("title", "titel"))
    ran = handbook("check", "--format", format_, cwd=project)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "unknown-key" in ran.stdout


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_data_is_data_whatever_the_terminal_speaks(tmp_path: Path, format_: str) -> None:
    project = write(tmp_path, terms=TERM.replace("title: 退款", "title: 退款\n  状态: 新"))
    ran = handbook("check", "--format", format_, cwd=project, PYTHONIOENCODING="latin-1")
    assert "状态" in json.dumps(json.loads(ran.stdout), ensure_ascii=False)


def test_a_terminal_without_our_signs_shows_others(tmp_path: Path) -> None:
    ran = handbook("check", cwd=write(tmp_path, terms=TERM), PYTHONIOENCODING="latin-1")
    assert (ran.returncode, ran.stdout) == (0, "? 1 definition, no problems\n")


def test_the_day_can_be_set(tmp_path: Path) -> None:
    policy = (
        "- kind: policy\n  id: p\n  title: P\n  version: '1'\n  effective: 2020-01-01\n"
        "  review_every: 1y\n  articles: [{id: a, text: b}]\n"
    )
    project = write(tmp_path, policies=policy)
    assert "review-overdue" in handbook_here("check", cwd=project).stdout
    before = handbook_here("check", cwd=project, SOURCE_DATE_EPOCH="1590000000")
    assert "review-overdue" not in before.stdout
    assert handbook_here("check", cwd=project, SOURCE_DATE_EPOCH="soon").returncode == 2


def test_checking_writes_nothing(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM, broken="a: [")
    before = everything_in(project)
    handbook_here("check", cwd=project)
    assert everything_in(project) == before


@pytest.mark.skipif(os.name != "posix", reason="the system has no named pipes")
def test_what_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM.replace("title", "titel"))
    os.mkfifo(project / "content" / "pipe.yml")
    (project / "content" / "image.yml").write_bytes(b"\x89PNG\0\0")
    (project / "content" / "outside.yml").symlink_to("/etc/hostname")
    ran = handbook_here("check", cwd=project)
    assert ran.returncode == 1
    for name in ("pipe", "image", "outside", "terms"):
        assert f"content/{name}.yml:" in ran.stdout


def test_checking_needs_neither_the_site_nor_the_printing_library(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM)
    code = (
        "import sys\n"
        "from handbook.cli.run import run\n"
        "assert run(['check']) == 0\n"
        "late = {'mkdocs', 'material', 'weasyprint', 'jinja2', 'fontTools', 'jieba'}\n"
        "assert not late & {name.partition('.')[0] for name in sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=project, env=environment(), check=True)


REFUSED = {
    "docs_dir: [a]\n": ("docs_dir", "text"),
    "plugins: [handbook, nope]\n": ("nope", "installed"),
    "theme: {name: nope}\n": ("nope", "material"),
    "markdown_extensions: [{toc: {permlink: true}}]\n": ("toc", "settings"),
    "site_url: nope\n": ("site_url", "https://"),
}


@pytest.mark.parametrize("said", REFUSED)
def test_what_a_build_would_not_take_in_mkdocs_yml_is_told(said: str, tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM)
    lines = {"site_name": "x", "docs_dir": "content/pages", "theme": "material"}
    lines |= {"plugins": "[handbook]"}
    settings = "".join(f"{key}: {value}\n" for key, value in lines.items() if key not in said)
    (project / "mkdocs.yml").write_text(settings + said, encoding="utf-8")
    before = everything_in(project)
    checked = handbook_here("check", cwd=project)
    assert checked.returncode == 1
    assert checked.stdout.startswith(f"mkdocs.yml:{settings.count(chr(10)) + 1}:1: error: ")
    assert all(word in checked.stdout for word in REFUSED[said])
    assert everything_in(project) == before
    built = handbook_here("build", "--no-pdf", cwd=project)
    assert (built.returncode, built.stderr) == (1, checked.stdout)
