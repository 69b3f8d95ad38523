"""Every known message of MkDocs is told with its place, its word and a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.site.foreign import in_our_words, is_known, missing, stopped

SITE = """\
site_name: T
theme:
  name: material
plugins:
  - handbook:
      jobs: x
nav:
  - X: nope.md  # Y
extra_css: x
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    top = tmp_path_factory.mktemp("project")
    (top / "content/pages").mkdir(parents=True)
    settings = "title: T\norganisation: O\nlanguage: en\n"
    (top / "content/handbook.yml").write_text(settings, encoding="utf-8")
    (top / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    return top


@pytest.mark.parametrize(
    ("said", "place", "parts"),
    [
        ("Config value 'site_ulr': Unrecognised configuration name: site_ulr",
         "mkdocs.yml:1", ["'site_ulr'", "did you mean 'site_url'?"]),
        ("Config value 'zzz': Unrecognised configuration name: zzz",
         "mkdocs.yml:1", ["'zzz'", "delete the line"]),
        ("Config value 'plugins': Plugin 'handbook' option 'site_ulr': "
         "Unrecognised configuration name: site_ulr", "mkdocs.yml:5", ["'site_ulr'", "delete"]),
        ("Config value 'plugins': The \"nosuch\" plugin is not installed",
         "mkdocs.yml:4", ["the plugin 'nosuch' is not installed"]),
        ("Config value 'theme': Unrecognised theme name: 'mkdosc'. "
         "The available installed themes are: mkdocs, material",
         "mkdocs.yml:2", ["'mkdosc'", "name: mkdocs"]),
        ("Config value 'theme': Unrecognised theme name: 'q'. "
         "The available installed themes are: mkdocs, material",
         "mkdocs.yml:2", ["'q'", "name: material"]),
        ("Config value 'markdown_extensions': Failed to load extension 'x'.\nModuleNotFound",
         "mkdocs.yml:6", ["the Markdown extension 'x' is not installed"]),
        ("Config value 'hooks': The path '/abs/hook.py' isn't an existing file.",
         "mkdocs.yml:1", ["no file or folder 'hook.py'"]),
        ("Config value 'hooks': The path 'a/hook.py' isn't an existing file.",
         "mkdocs.yml:1", ["no file or folder 'a/hook.py'"]),
        ("Inherited config file 'base.yml' does not exist at 'x'.", "mkdocs.yml:1", ["'base.yml'"]),
        ("Config value 'validation': Sub-option 'nav': Sub-option 'omitted_files': "
         "Expected one of ['warn', 'info'], got 'x'",
         "mkdocs.yml:9", ["'omitted_files' cannot be 'x'", "one of: warn, info"]),
        ("Config value 'site_url': The URL isn't valid, it should include the http:// (scheme)",
         "mkdocs.yml:1", ["'site_url' is not a web address"]),
        ("Config value 'site_name': Required configuration not provided.",
         "mkdocs.yml:1", ["the key 'site_name' is missing"]),
        ("Config value 'nav': Expected nav to be a list, got a str",
         "mkdocs.yml:7", ["'nav' must be a list of pages"]),
        ("Config value 'extra_css': Expected type: <class 'list'> but received: <class 'str'>",
         "mkdocs.yml:9", ["'extra_css' must be a list"]),
        ("Config value 'extra_css': Expected a list of items, but a <class 'str'> was given.",
         "mkdocs.yml:9", ["'extra_css' must be a list"]),
        ("Config value 'theme': Expected the config to be a dictionary, got 3",
         "mkdocs.yml:2", ["'theme' must be made of 'key: value' lines"]),
        ("Config value 'y': Expected type: <class 'tuple'> but received", "mkdocs.yml:1",
         ["“Expected type: <class 'tuple'> but received”"]),
        ("Config value 'plugins': Plugin 'handbook' option 'jobs': "
         "Expected type: <class 'int'> but received: <class 'str'>",
         "mkdocs.yml:6", ["'jobs' must be a number"]),
        ("A reference to 'nope.md' is included in the 'nav' configuration, which is not found in "
         "the documentation files.", "mkdocs.yml:8", ["'nope.md'", "content/pages"]),
        ("The following pages exist in the docs directory, but are not included in the \"nav\" "
         "configuration:\n  - a.md\n  - b.md", "mkdocs.yml:7", ["a.md, b.md; add them"]),
        ("Excluding 'a.md' from the site because it conflicts with 'b.md'.",
         "content/pages/a.md", ["'b.md' becomes the same page"]),
        ("Template skipped: 'x.html' not found in theme directories.",
         "mkdocs.yml:1", ["no template 'x.html'"]),
        ("Error reading template 'p.html': broken", "content/pages/p.html", ["“broken”"]),
        ("Doc file 'a.md' contains a link 'b.md', but the target is not found.",
         "content/pages/a.md", ["'b.md', which is not there"]),
        ("MkDocs encountered an error parsing the configuration file: while x\n line 3, column 2",
         "mkdocs.yml:3", ["this is no YAML"]),
    ],
)  # fmt: skip
def test_a_message_is_told_with_its_place_and_a_cure(
    project: Path, said: str, place: str, parts: list[str]
) -> None:
    told = in_our_words(said, project)
    assert told.startswith(f"{place}: ")
    assert [part for part in parts if part not in told] == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Error building page 'x.md': boom", "the page x.md could not be made"),
        ("Aborted with 3 warnings in strict mode!", "warnings stop a strict build"),
        ("Whatever   else\nhappens", "“Whatever else happens”"),
    ],
)
def test_what_has_no_place_is_told_without_one(project: Path, said: str, words: str) -> None:
    told = in_our_words(said, project)
    assert words in told
    assert not told.startswith("mkdocs.yml")


def test_known_is_what_has_a_sentence_of_its_own() -> None:
    assert is_known(" Aborted with 3 warnings in strict mode! ")
    assert not is_known("Whatever else happens")


def test_a_build_that_stopped_and_a_plugin_that_is_missing_are_told(project: Path) -> None:
    assert stopped(project) == "nothing was built; the site stays as it was"
    assert missing("no-handbook", project).startswith("mkdocs.yml:4: the plugin 'handbook' is")
