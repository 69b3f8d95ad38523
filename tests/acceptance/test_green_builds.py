"""What `check` passes, `build` builds, with every sheet: small handbooks that once did not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from sites import SETTINGS, built_once, write
from tests.warm import run_warm

MKDOCS = """\
site_name: handbook
docs_dir: content/pages
theme: {name: material}
plugins: [search, handbook]
"""
STEPS = ", ".join(f"{{id: s{n}, do: 第{n}步, by: TBD}}" for n in range(3))
NOBODY = f"{{kind: procedure, id: p, title: 无人流程, steps: [{STEPS}]}}"
ODD = f"""\
- {NOBODY}
- {{kind: procedure, id: q, title: 又一个, steps: [{{id: a, do: 做}}, {{id: b, do: 再做}}]}}
- kind: form
  id: f
  title: 表单
  summary: 见 [规定](https://example.org/r)。
  groups:
    - title: 一组
      fields:
        - {{id: a, label: 意见, type: choice, options: [😀 很好, 王㛃]}}
        - {{id: b, label: 备注, default: "亲，您好 🌹 𠮷"}}
        - {{id: c, label: 明细, type: table, columns: [{{label: 评价, options: [😀, "👍"]}}]}}
- kind: script
  id: s
  title: 问候 🌹
  lines: [{{say: 亲，您好 🌹}}, {{say: "铃\\u0007声"}}, {{say: "e\\u0301 １️⃣ 👨‍👩‍👧 𠮷"}}]
"""


def handbook(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run our command as a user does."""
    return run_warm("handbook", ["-C", project, *arguments], cwd=project, env=os.environ)


def _odd_handbook(project: Path) -> None:
    write(project, {"mkdocs.yml": MKDOCS, "content/handbook.yml": SETTINGS,
                    "content/all.yml": ODD, "site/.gitignore": "*\n"})  # fmt: skip
    made = handbook(project, "build")
    (project / "told.txt").write_text(made.stderr, encoding="utf-8")
    assert made.returncode == 0, made.stderr


@pytest.fixture(scope="module")
def odd() -> Path:
    return built_once(_odd_handbook)


def test_it_builds_without_a_folder_for_pages_written_by_hand(odd):
    assert (odd / "site/index.html").is_file()


def test_a_grid_in_which_nobody_has_a_part_is_left_out(odd):
    assert not list(odd.glob("site/print/**/*responsibilities*.pdf"))
    assert not (odd / "site/overview/responsibilities.html").exists()


def test_a_link_in_a_form_to_fill_in_is_no_field(odd):
    form = PdfReader(odd / "site/print/f.fillable.pdf")
    assert "a" in form.get_fields()
    uris = [each.get_object()["/A"]["/URI"] for each in form.pages[0]["/Annots"]
            if each.get_object()["/Subtype"] == "/Link"]  # fmt: skip
    assert "https://example.org/r" in uris


def test_what_typefaces_lack_is_told_with_line_and_column(odd):
    told = (odd / "told.txt").read_text(encoding="utf-8")
    line = 1 + ODD[: ODD.index("亲，您好 🌹 𠮷")].count("\n")
    column = ODD.splitlines()[line - 1].index("🌹") + 1
    assert f"content/all.yml:{line}:{column}: 警告" in told


def test_pictures_are_drawn_in_our_own_typeface(odd):
    card = PdfReader(odd / "site/print/s.script.pdf")
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in card.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert "Handbook-Emoji" in names
    assert all(name.startswith("Handbook") for name in names)


def test_a_value_to_fill_in_keeps_what_was_written(odd):
    form = PdfReader(odd / "site/print/f.fillable.pdf")
    assert form.get_fields()["b"]["/V"] == "亲，您好 🌹 𠮷"


def test_an_audience_above_which_all_doers_stand_gets_its_handbook(odd, tmp_path):
    content = NOBODY.replace("by: TBD", "by: boss")
    boss = "{kind: role, id: boss, title: 主任甲乙丙, audience: manager}"
    shutil.copytree(odd / "content", tmp_path / "content")
    write(tmp_path, {"mkdocs.yml": MKDOCS, "site/.gitignore": "*\n",
                     "content/all.yml": f"- {content}\n- {boss}\n"})  # fmt: skip
    made = handbook(tmp_path, "build", "--audience", "public")
    assert made.returncode == 0, made.stderr
