"""What MkDocs and its plugins say reaches people in our words, with its place and a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.site.foreign import in_our_words
from handbook.site.order import Order
from handbook.site.run import BuildFailed, configured, failing, listening

SITE = "site_name: T\ndocs_dir: content/pages\ntheme:\n  name: material\nplugins:\n  - handbook\n"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content" / "pages").mkdir(parents=True)
    settings = "title: T\norganisation: O\nlanguage: en\n"
    (tmp_path / "content" / "handbook.yml").write_text(settings, encoding="utf-8")
    return tmp_path


def said_of(project: Path, text: str) -> str:
    """Return all that is told of an mkdocs.yml, warnings and what stops the build."""
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    lines: list[str] = []
    with listening(project, lines.append) as messages:
        try:
            configured(Order(project=project), messages)
        except BuildFailed as failure:
            lines += str(failure).splitlines()
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "place", "cure"),
    [
        (SITE + "site_ulr: x\n", 7, "did you mean 'site_url'?"),
        (SITE + "quite_another: 1\n", 7, "correct it, or delete the line"),
        (SITE + "  - nosuch\n", 7, "the plugin 'nosuch' is not installed"),
        (SITE.replace("material", "materail"), 4, "write name: material"),
        (SITE + "nav: x\n", 7, "'nav' must be a list of pages"),
        (SITE + "nav:\n  - 3\n", 7, "'nav' must be a list of pages"),
        (SITE + "site_url: foo\n", 7, "it begins with https://"),
        (SITE + "markdown_extensions: [nosuch_ext]\n", 7, "the Markdown extension 'nosuch_ext'"),
        (SITE.replace("- handbook", "- handbook:\n      foo: 1"), 7, "there is no key 'foo' here"),
        (SITE.replace("- handbook", "- handbook:\n      jobs: x"), 7, "'jobs' must be a number"),
        (SITE + "hooks: [hook.py]\n", 7, "there is no file or folder 'hook.py'"),
        (SITE + "extra_css: x\n", 7, "'extra_css' must be a list"),
        (SITE + "copyright: [a]\n", 7, "'copyright' must be a text"),
        (SITE + "strict: maybe\n", 7, "'strict' must be true or false"),
        (SITE + "validation:\n  nav:\n    omitted_files: x\n", 9, "one of: warn, info, ignore"),
        (SITE.replace("  - handbook\n", "  - search\n"), 5, "write '- handbook' under 'plugins'"),
        (SITE.replace("site_name: T\n", ""), 1, "the key 'site_name' is missing"),
        (SITE + "x: !!python/name:os.nosuch\n", 7, "take out what begins with !"),
    ],
)  # fmt: skip
def test_a_mistake_in_mkdocs_yml_is_told_with_its_line_and_a_cure(project, text, place, cure):
    said = said_of(project, text)
    assert said.startswith(f"mkdocs.yml:{place}: ")
    assert cure in said
    assert "Config value" not in said


def test_a_page_that_nav_names_in_vain_is_told(project):
    (project / "mkdocs.yml").write_text(SITE + "nav:\n  - X: nope.md\n", encoding="utf-8")
    said = (
        "A reference to 'nope.md' is included in the 'nav' configuration, "
        "which is not found in the documentation files."
    )
    assert in_our_words(said, project).startswith("mkdocs.yml:8: 'nav' names the page 'nope.md'")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "MkDocs, which makes the pages, says: “Quite unheard of”"),
        ("zh-CN", "生成网页的 MkDocs 报告：“Quite unheard of”"),
        ("zh-TW", "產生網頁的 MkDocs 報告：「Quite unheard of」"),
    ],
)
def test_what_nobody_foresaw_is_quoted_in_a_sentence_of_ours(project, language, sentence):
    settings = f"title: T\norganisation: O\nlanguage: {language}\n"
    (project / "content" / "handbook.yml").write_text(settings, encoding="utf-8")
    assert in_our_words("Quite\nunheard of", project) == sentence


def test_there_is_no_mkdocs_yml(project):
    with pytest.raises(BuildFailed, match=r"mkdocs.yml:1: there is no mkdocs.yml"), listening(
        project
    ) as messages:
        configured(Order(project=project), messages)


def test_code_of_the_project_that_fails_is_told_with_its_line(project):
    hook = project / "hook.py"
    hook.write_text("def on_config(config):\n    raise ValueError('boo')\n", encoding="utf-8")
    space: dict = {}
    exec(compile(hook.read_text(encoding="utf-8"), str(hook), "exec"), space)
    told = r"^hook.py:2: this code of your project .*boo"
    with pytest.raises(BuildFailed, match=told), failing(project, lambda: None, []):
        space["on_config"](None)


def test_what_is_our_own_fault_is_not_blamed_on_the_project(project):
    with pytest.raises(ZeroDivisionError), failing(project, lambda: None, []):
        in_our_words(1 / 0, project)
