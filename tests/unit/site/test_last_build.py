"""A build that would make what stands there already is told by what it is made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.opening import opened, today
from handbook.site import last_build as remembering
from handbook.site.build import Order, build
from handbook.site.last_build import Built, basis_of, last_build, remember, stands_alone
from handbook.site.run import configured, listening
from handbook.site.stock import stock_of

FILES = {
    "mkdocs.yml": "site_name: a\ndocs_dir: content/pages\ntheme: material\nplugins: [handbook]\n",
    "content/handbook.yml": "title: 小手册\norganisation: 小店\n",
    "content/all.yml": "- {kind: role, id: clerk, title: 接待员}\n",
    "content/pages/about.md": "# 说明\n",
    "templates/site/role.md": "{{ title }}\n",
    "site/index.html": "<p>首页",
    "site/roles/clerk.html": "<p>接待员",
    "site/.gitignore": "*\n",
}
OPTIONS = {"pdf": None, "audience": None, "strict": False, "drafts": None}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def judged(project: Path, **options: object):
    return basis_of(project).judged(opened(project, today()), OPTIONS | options)


def built(project: Path, has_days: bool = False, theme: object = None) -> Built:
    """Remember a build of the project, as if its site had been made just now."""
    made = Built(project / "site", 2, 1, 1, 3.0, ("有一处要留意",))
    remember(judged(project), made, stock_of(project / "site"), theme, has_days=has_days)
    return made


def test_nothing_is_known_before_the_first_build(project) -> None:
    assert last_build(judged(project)) is None


def test_what_was_built_is_known_again_with_all_that_was_told(project) -> None:
    built(project)
    last = last_build(judged(project))
    assert last is not None
    assert (last.site, last.pages, last.sheets) == (project / "site", 2, 1)
    assert (last.rendered, last.warnings) == (0, ("有一处要留意",))


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("site/")])
@pytest.mark.parametrize("change", ["another", "gone", "moved"])
def test_no_source_changes_unnoticed(project, name: str, change: str) -> None:
    before = basis_of(project)
    path = project / name
    match change:
        case "another":
            path.write_text(FILES[name].replace("\n", " \n", 1), encoding="utf-8")
        case "gone":
            path.unlink()
        case "moved":
            path.rename(path.with_name(f"b-{path.name}"))
    assert basis_of(project) != before


def test_a_new_file_and_an_empty_folder_are_noticed(project) -> None:
    before = basis_of(project)
    (project / "templates" / "print").mkdir()
    between = basis_of(project)
    (project / "content" / "new.yml").touch()
    assert len({before, between, basis_of(project)}) == 3


def test_what_a_link_leads_to_is_noticed(project, tmp_path_factory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "base.html"
    elsewhere.write_text("a")
    (project / "templates" / "linked").symlink_to(elsewhere.parent)
    before = basis_of(project)
    elsewhere.write_text("b")
    assert basis_of(project) != before


def test_links_in_a_circle_come_to_an_end(project) -> None:
    (project / "templates" / "loop").symlink_to(project / "templates")
    (project / "templates" / "nowhere").symlink_to(project / "nothing")
    assert basis_of(project) == basis_of(project)


def test_the_moment_that_the_environment_tells_counts(project, monkeypatch) -> None:
    before = basis_of(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796212800")
    assert basis_of(project) != before


@pytest.mark.parametrize("option", OPTIONS)
def test_each_option_counts(project, option: str) -> None:
    built(project)
    assert last_build(judged(project, **{option: True})) is None


def test_what_was_found_counts(project, monkeypatch) -> None:
    before = basis_of(project).judged(opened(project, today()), OPTIONS)
    (project / "content" / "all.yml").write_text("- {kind: role, id: b, title: 甲, unit: c}\n")
    found = opened(project, today())
    (project / "content" / "all.yml").write_text(FILES["content/all.yml"])
    assert basis_of(project).judged(found, OPTIONS) != before


@pytest.mark.parametrize("edit", ["another", "same-size", "gone", "added", "folder"])
def test_a_site_that_somebody_changed_is_made_again(project, edit: str) -> None:
    built(project)
    page = project / "site" / "roles" / "clerk.html"
    match edit:
        case "another":
            page.write_text("<p>别的话")
        case "same-size":
            new = page.with_name("new.html")
            new.write_bytes(page.read_bytes().replace(b"p", b"b"))
            os.utime(new, ns=(page.stat().st_atime_ns, page.stat().st_mtime_ns))
            new.replace(page)
        case "gone":
            page.unlink()
        case "added":
            page.with_name("more.html").touch()
        case "folder":
            (project / "site" / "empty").mkdir()
    assert last_build(judged(project)) is None


def test_what_is_hidden_in_the_site_is_not_ours(project) -> None:
    built(project)
    (project / "site" / ".gitignore").write_text("*.html\n")
    (project / "site" / ".git").mkdir()
    assert last_build(judged(project)) is not None


def test_a_site_that_is_gone_is_made_again(project) -> None:
    built(project)
    (project / "site").rename(project / "elsewhere")
    assert last_build(judged(project)) is None


def test_a_theme_of_the_projects_own_counts(project) -> None:
    own = project / "own" / "main.html"
    own.parent.mkdir()
    own.write_text("a")
    built(project, theme=remembering.theme_of(own.parent))
    assert last_build(judged(project)) is not None
    own.write_text("b")
    assert last_build(judged(project)) is None


def test_the_day_counts_where_the_sitemap_tells_it(project, monkeypatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(remembering, "_day", lambda: "2026-12-01")
    built(project, has_days=True)
    assert last_build(judged(project)) is not None
    monkeypatch.setattr(remembering, "_day", lambda: "2026-12-02")
    assert last_build(judged(project)) is None


@pytest.mark.parametrize("content", [b"", b"{}", b'{"seal": 1, "told": 2}', b"\xff\x00", b"[[["])
def test_a_record_that_is_not_ours_is_none(project, content: bytes) -> None:
    built(project)
    (project / remembering.FILE).write_bytes(content)
    assert last_build(judged(project)) is None


def test_a_record_of_other_words_is_none(project) -> None:
    built(project)
    record = project / remembering.FILE
    record.write_bytes(record.read_bytes().replace(b'"pages": 2', b'"pages": 3'))
    assert last_build(judged(project)) is None


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        ("markdown_extensions: [attr_list, admonition]\n", True),
        ("site_description: Hello! All is well!\n", True),
        ("markdown_extensions: [codehilite]\n", False),
        ("hooks: [hook.py]\n", False),
        ("site_author: !ENV [NOBODY, 'nobody']\n", False),
        ("INHERIT: other.yml\n", False),
    ],
)
def test_what_is_taken_from_elsewhere_is_never_believed(project, more: str, is_told: bool) -> None:
    (project / "hook.py").touch()
    (project / "other.yml").write_text("site_author: somebody\n")
    (project / "mkdocs.yml").write_text(FILES["mkdocs.yml"] + more)
    with listening(project) as messages:
        config = configured(Order(project=project), messages)
    assert stands_alone(config, project) is is_told


def test_a_build_is_remembered_by_its_basis(project) -> None:
    (project / "templates" / "site" / "role.md").unlink()
    basis = judged(project)
    found = opened(project, today())
    made = build(Order(project=project, opened=found, pdf=False, basis=basis))
    last = last_build(judged(project))
    assert last is not None
    assert (last.site, last.pages, last.sheets) == (made.site, made.pages, 0)
    build(Order(project=project, opened=found, pdf=False))
    assert last_build(judged(project)) is None  # another build has put its site there
