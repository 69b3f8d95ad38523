"""The language server that editors run helps with the YAML by our schemas."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.model.json_schema import write_schemas
from handbook.model.load import load

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "editor"))

from client import Editor  # noqa: E402  (a folder of the tests, not a package)

SERVER = HERE.parent / "tools/node_modules/yaml-language-server/bin/yaml-language-server"
NODE = Path(sys.executable).with_name("node")
ROLES = "content/shop/roles.yml"
WORK = "content/shop/work.yml"
FILES = {
    "content/handbook.yml": "title: 手册\norganisation: 集团\n",
    "content/shop/section.yml": "title: 门店\n",
    ROLES: "kind: role\nid: cashier\ntitle: 收银员\n",
    "content/pages/data.yml": "anything: goes\n",
}
PROCEDURE = """- kind: procedure
  id: sale
  title: 收款
  steps:
    - id: pay
      do: 收款
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project").resolve()
    shutil.copytree(HERE.parents[1] / "content", project / "content")
    for path, text in FILES.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    write_schemas(project, load(project).handbook)
    return project


@pytest.fixture(scope="module")
def editor(project: Path) -> Iterator[Editor]:
    if not SERVER.exists():
        pytest.fail("yaml-language-server is missing: `make test` installs it", pytrace=False)
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    offline = {"yaml.schemaStore.enable": False}
    on = {"yaml.validate": True, "yaml.completion": True, "yaml.hover": True}
    command = [str(NODE), str(SERVER), "--stdio"]
    with Editor(command, project, settings | offline | on) as editor:
        yield editor


def test_it_completes_a_role_defined_in_another_file(editor: Editor) -> None:
    editor.open(WORK, PROCEDURE + "      by: ")
    found = editor.completions(WORK, "by: ")
    assert "cashier" in found
    assert "收银员" in found["cashier"]["documentation"]
    assert "sale" not in found


def test_it_completes_a_role_in_a_list(editor: Editor) -> None:
    path = "content/shop/list.yml"
    editor.open(path, PROCEDURE + "      by: [cashier, ]")
    assert "shop/cashier" in editor.completions(path, "[cashier, ")


def test_it_completes_the_keys_of_a_kind(editor: Editor) -> None:
    path = "content/shop/keys.yml"
    editor.open(path, "kind: term\nid: refund\ntitle: 退款\n\n")
    found = editor.completions(path, "退款\n")
    assert "definition" in found
    assert "steps" not in found
    assert "kind" not in found


def test_it_offers_nothing_but_words_that_fit(editor: Editor) -> None:
    path = "content/shop/words.yml"
    editor.open(path, PROCEDURE + "      critical: \n      why: ")
    assert list(editor.completions(path, "critical: ")) == ["yes", "no"]
    assert list(editor.completions(path, "why: ")) == []


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        pytest.param("buy: cashier", 0, "buy", id="misspelt key"),
        pytest.param("by: cashir", 4, "id", id="unknown id"),
        pytest.param("by: [cashier, cashir]", 14, "id", id="unknown id in a list"),
        pytest.param("critical: maybe", 10, "yes", id="neither yes nor no"),
        pytest.param(
            "checks: [{text: 核对, vlaue: text}]", 20, "vlaue", id="misspelt key of a part"
        ),
        pytest.param("within: {within: 3天, aftr: 安装}", 21, "aftr", id="misspelt key of a limit"),
    ],
)
def test_it_reports_a_slip_where_it_stands(
    editor: Editor, request: pytest.FixtureRequest, line: str, column: int, says: str
) -> None:
    path = f"content/shop/{request.node.callspec.id.replace(' ', '-')}.yml"
    (found,) = editor.open(path, PROCEDURE + f"      {line}\n")
    assert says in found["message"]
    assert found["range"]["start"] == {"line": PROCEDURE.count("\n"), "character": 6 + column}


def test_it_reports_an_unknown_kind(editor: Editor) -> None:
    path = "content/shop/kind.yml"
    (found,) = editor.open(path, "kind: procedre\nid: a\ntitle: b\n")
    assert found["range"]["start"] == {"line": 0, "character": 6}


def test_it_shows_what_a_key_means(editor: Editor) -> None:
    path = "content/shop/hover.yml"
    editor.open(path, PROCEDURE + "      within: 30分钟\n")
    shown = editor.hover(path, "withi")
    assert shown.startswith("#### 时限")
    assert "多久之内" in shown
    assert "Within" in shown


def test_each_file_has_the_schema_of_its_own(editor: Editor) -> None:
    (settings,) = editor.open("content/handbook.yml", FILES["content/handbook.yml"] + "papre: A4\n")
    (section,) = editor.open("content/shop/section.yml", "title: 门店\ndefualts: {}\n")
    assert "papre" in settings["message"]
    assert "defualts" in section["message"]
    assert editor.open("content/pages/data.yml", FILES["content/pages/data.yml"]) == []


def test_it_helps_with_known_findings(editor: Editor) -> None:
    path = "content/known-findings.yml"
    told = editor.open(
        path,
        "- rule: \n  at: shop/cashier\n  why: 原文如此\n"
        "- {rule: bare-narrower-name, contains: 客户, why: 人人都这样说}\n",
    )
    assert any(each["range"]["start"]["line"] == 3 for each in told)
    rules = editor.completions(path, "- rule: ")
    assert "没有" in rules["no-deputy"]["documentation"]
    assert "tab" not in rules
    assert "shop/cashier" in editor.completions(path, "  at: ")


def test_it_finds_nothing_wrong_with_our_content(editor: Editor, project: Path) -> None:
    for path in sorted((project / "content").rglob("*.yml")):
        name = path.relative_to(project).as_posix()
        if name not in editor.texts:
            assert editor.open(name, path.read_text(encoding="utf-8")) == [], name
