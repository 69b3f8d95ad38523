"""The logo of handbook.yml stands at the head of every page of the site."""

from __future__ import annotations

import re

from sites import mkdocs, small_project

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="9" height="9"/></svg>'
)
SETTINGS = "title: 小手册\norganisation: 小店\nlogo: brand/sign.svg\n"


def test_the_logo_stands_at_the_head_of_every_page(tmp_path):
    files = {"content/handbook.yml": SETTINGS, "content/brand/sign.svg": LOGO}
    project = small_project(tmp_path / "project", **files)
    made = mkdocs(project, "--strict")
    assert made.returncode == 0, made.stderr
    assert (project / "site/assets/handbook/logo.svg").read_text() == LOGO
    for name in ("index.html", "procedures/visit.html"):
        page = (project / "site" / name).read_text(encoding="utf-8")
        up = "../" * name.count("/")
        assert f'<img src="{up}assets/handbook/logo.svg"' in re.sub(r"\s+", " ", page)


def test_a_logo_that_cannot_be_used_stops_the_build(tmp_path):
    project = small_project(tmp_path / "project", **{"content/handbook.yml": SETTINGS})
    made = mkdocs(project)
    assert made.returncode != 0
    assert "bad-logo" in made.stderr
