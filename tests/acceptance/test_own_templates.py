"""Every command tells a fault of the project's own templates alike: file, line, one sentence."""

from __future__ import annotations

import pytest
from sites import MKDOCS, mkdocs, small_project, write
from test_cli_running import handbook_here

from handbook.site.order import Order
from handbook.site.serve import Preview

FAULTS = {
    "print": ("print/base.html", "a\n{{ zzzzzz }}\n", 2),
    "site": ("site/procedure.md", "{% include 'zzzzzz' %}\n", 1),
    "theme": ("theme/main.html", '{% extends "base.html" %}\n{% block content %}\n', 2),
    "theme in use": ("theme/partials/copyright.html", "a\n{{ zzzzzz.a }}\n", 2),
    "theme of bytes": ("theme/main.html", "a\n\udce9\n", 2),
}
COMMANDS = {
    "print": [("print", "visit")],
    "site": [("build", "--no-pdf"), ("export", "--markdown", "out")],
    "theme": [("build", "--no-pdf")],
    "theme in use": [("build", "--no-pdf")],
    "theme of bytes": [("build", "--no-pdf")],
}


def faulty(tmp_path, which: str):
    """Return a project with a template of its own, and the place of what is wrong in it."""
    name, text, line = FAULTS[which]
    project = small_project(tmp_path / "project")
    path = project / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return project, f"templates/{name}:{line}: "


@pytest.mark.parametrize(("which", "args"), [(w, a) for w, each in COMMANDS.items() for a in each])
def test_a_command_tells_the_fault_in_one_line(tmp_path, which, args) -> None:
    project, place = faulty(tmp_path, which)
    ran = handbook_here(*args, cwd=project)
    assert ran.returncode == 2
    assert place in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert not {"发生了意外", "MkDocs", "jinja2"} & set(ran.stderr.split())


@pytest.mark.parametrize("which", ["site", "theme in use"])
def test_mkdocs_itself_tells_it_too(tmp_path, which) -> None:
    project, place = faulty(tmp_path, which)
    ran = mkdocs(project, "--quiet")
    assert ran.returncode == 1
    assert place in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_preview_shows_it_and_goes_on(tmp_path) -> None:
    project, place = faulty(tmp_path, "site")
    told: list[str] = []
    preview = Preview(Order(project=project), tmp_path / "made", report=told.append)
    server = preview.server("127.0.0.1", 0)
    try:
        server.rebuild()
        preview.settle()
        assert place in "\n".join(told)
        assert place in server.notice.decode()
    finally:
        server.server_close()
        preview.end()


def test_a_page_that_asks_for_a_template_in_vain_is_told(tmp_path) -> None:
    page = "---\ntemplate: nope.html\n---\n# 页\n"
    project = small_project(tmp_path / "project", **{"content/pages/a.md": page})
    ran = handbook_here("build", "--no-pdf", cwd=project)
    assert (ran.returncode, "content/pages/a.md:1: " in ran.stderr) == (2, True)
    assert "nope.html" in ran.stderr


def test_a_hook_of_the_project_that_fails_is_told(tmp_path) -> None:
    project = small_project(tmp_path / "project")
    write(project, {"mkdocs.yml": MKDOCS + "hooks: [hook.py]\n",
                    "hook.py": "def on_env(env, **_):\n    1 / 0\n"})  # fmt: skip
    ran = mkdocs(project, "--quiet")
    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)
    assert "hook.py:2: " in ran.stderr
