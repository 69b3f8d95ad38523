"""Folders in mkdocs.yml that would publish the sources, or lose them, are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.read import FolderTree
from handbook.read.site_settings import read_site_settings

PAGES = "docs_dir: content/pages\n"
WRONG = {
    "pages": (
        "docs_dir: content",
        "docs_dir: ./content/",
        "docs_dir: content/pages/..",
        "docs_dir: .",
        "docs_dir: ..",
        "docs_dir: content/auto",
        "docs_dir: content/pages/sub",
        "docs_dir: templates",
        "docs_dir: docs",
        "docs_dir: linked",
        "site_name: x",
    ),
    "apart": (
        PAGES + "site_dir: content/site",
        PAGES + "site_dir: content/pages/site",
        PAGES + "site_dir: .",
        PAGES + "site_dir: ..",
        PAGES + "site_dir: content",
        PAGES + "site_dir: templates/theme",
        PAGES + "site_dir: linked/site",
    ),
    "theme": (
        PAGES + "theme: {name: material, custom_dir: templates}",
        PAGES + "theme:\n  name: material\n  custom_dir: content",
        PAGES + "theme: {custom_dir: content/pages}",
        PAGES + "theme: {custom_dir: .}",
        PAGES + "theme: {custom_dir: linked}",
    ),
    "elsewhere": (
        PAGES + "extra_css: [a.css, https://x.example/a.css]",
        PAGES + "extra_javascript:\n- path: //x.example/a.js\n  async: true",
    ),
    "includes": (
        PAGES + "markdown_extensions: [tables, pymdownx.snippets]",
        PAGES + "markdown_extensions: [{pymdownx.snippets: {base_path: .}}]",
        PAGES + "markdown_extensions: {'pymdownx.snippets:SnippetExtension': {}}",
        PAGES + "markdown_extensions: [markdown_include.include]",
        PAGES + "markdown_extensions: [mdx_include.mdx_include]",
        PAGES + "markdown_extensions: [mdx_include]",
        PAGES + "markdown_extensions: [pymdownx.b64]",
        PAGES + "plugins: [search, handbook, include-markdown]",
    ),
    "twice": (
        PAGES + "site_dir: a\nsite_dir: b",
        PAGES + "plugins: [search, handbook, handbook]",
        PAGES + "plugins:\n- handbook\n- handbook: {pdf: false}",
    ),
    "foreign-theme": (
        PAGES + "theme: mkdocs",
        PAGES + "theme: {name: readthedocs}",
    ),
    "no-parent": (
        PAGES + "INHERIT: nope.yml",
        PAGES + "INHERIT: ../nope.yml",
        PAGES + "INHERIT: docs",
        PAGES + "INHERIT:",
        PAGES + "INHERIT: [base.yml]",
    ),
    "circle": (PAGES + "INHERIT: mkdocs.yml", PAGES + "INHERIT: ./docs/../mkdocs.yml"),
    "yaml": ("docs_dir: [", "- a", "a: b: c", "\tx: y", "docs_dir: content/pages\n  x: y"),
}
RIGHT = (
    PAGES,
    "docs_dir: ./content/pages/",
    PAGES + "site_dir: public",
    PAGES + "site_dir: ../site",
    PAGES + "theme: {name: material, custom_dir: templates/theme}",
    PAGES + "theme: material",
    PAGES + "plugins: [blog, blog, handbook]",
    PAGES + "extra_css: [a.css]\nextra_javascript: [{path: a.js, defer: true}]",
    PAGES + "x: !!python/name:os.path.join\ny: !ENV [A, b]",
    "INHERIT: base.yml\ndocs_dir: content/pages",
    PAGES + "INHERIT: !ENV [BASE, base.yml]",
    "docs_dir: !ENV [DOCS, content/pages]",  # judged in the build
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content/pages/sub", "content/auto", "templates/theme", "docs"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "linked").symlink_to("content")
    (tmp_path / "base.yml").write_text("docs_dir: content\n")
    return tmp_path


@pytest.mark.parametrize(("hint", "text"), [(h, t) for h, each in WRONG.items() for t in each])
def test_it_is_told(project, hint, text) -> None:
    (project / "mkdocs.yml").write_text(text)
    [found] = read_site_settings(FolderTree(project)).problems
    assert (found.rule, found.hint, found.place.path) == ("site-settings", hint, "mkdocs.yml")


@pytest.mark.parametrize("text", RIGHT)
def test_folders_of_their_own_are_taken(project, text) -> None:
    (project / "mkdocs.yml").write_text(text)
    assert read_site_settings(FolderTree(project)).problems == ()


INHERITED = {
    "docs_dir: content\n": ("base.yml", 1, "pages"),
    "x: y\ndocs_dir: [\n": ("base.yml", 3, "yaml"),
    PAGES + "INHERIT: mkdocs.yml\n": ("base.yml", 2, "circle"),
    PAGES + "INHERIT: further.yml\n": ("base.yml", 2, "no-parent"),
    PAGES + "theme:\n  custom_dir: content\n": ("base.yml", 3, "theme"),
    PAGES + "extra_css: [https://x.example/a.css]\n": ("base.yml", 2, "elsewhere"),
}


@pytest.mark.parametrize("base", INHERITED)
def test_what_is_wrong_in_a_file_that_is_inherited_is_told_there(project, base) -> None:
    (project / "base.yml").write_text(base)
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\ntheme:\n  name: material\n")
    [found] = read_site_settings(FolderTree(project)).problems
    assert (found.place.path, found.place.line, found.hint) == INHERITED[base]


def test_a_file_that_is_inherited_may_lie_outside(project) -> None:
    (project.parent / "shared.yml").write_text("docs_dir: content/pages\nsite_dir: content\n")
    (project / "mkdocs.yml").write_text("INHERIT: ../shared.yml\n")
    [found] = read_site_settings(FolderTree(project)).problems
    assert (found.place.path, found.place.line) == ("../shared.yml", 2)


def test_the_markdown_of_the_pages_is_known(project) -> None:
    text = PAGES + (
        "markdown_extensions:\n- admonition\n- toc: {permalink: true}\n- pymdownx.emoji:\n"
        "    emoji_index: !!python/name:a.b\nplugins: [search, {handbook: {pdf: no}}]\n"
    )
    (project / "mkdocs.yml").write_text(text)
    found = read_site_settings(FolderTree(project))
    assert found.dialect.extensions == ("admonition", "toc", "pymdownx.emoji")
    assert '"permalink": true' in found.dialect.settings
    assert not found.has_other_plugins
    (project / "mkdocs.yml").write_text(text.replace("search", "search, blog"))
    assert read_site_settings(FolderTree(project)).has_other_plugins


def test_a_project_without_settings_is_a_project(tmp_path) -> None:
    assert read_site_settings(FolderTree(tmp_path)).problems == ()


def test_a_merge_conflict_is_told_as_one(tmp_path) -> None:
    marks = "<<<<<<< a\nsite_name: x\n=======\nsite_name: y\n>>>>>>> b\n"
    (tmp_path / "mkdocs.yml").write_text(PAGES + marks, encoding="utf-8")
    (found,) = read_site_settings(FolderTree(tmp_path)).problems
    assert (found.rule, found.place.line) == ("merge-conflict", 2)
