"""handbook new, run as a user does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_cli_running import SETTINGS, TERM, everything_in, handbook_here, write

from handbook.cli.run import run
from handbook.cli.scaffolds import scaffold_of
from handbook.languages import LANGUAGES
from handbook.model.kinds import KINDS
from handbook.model.section import Defaults, SectionSheet

SECTION = "title: Shop\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scaffold_passes_the_check_as_it_is(tmp_path: Path, language: str, capsys) -> None:
    project = write(tmp_path, handbook=SETTINGS.format(language=language))
    for kind, definition in KINDS.items():
        assert run(["-C", str(project), "new", kind, f"my-{kind}"]) == 0
        said = capsys.readouterr()
        path = f"content/{definition.folder}/my-{kind}.yml"
        assert path in said.out
        assert said.err == ""
        assert "status: draft" in (project / path).read_text(encoding="utf-8")
    ran = handbook_here("check", "--strict", cwd=project)
    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 1), ran.stdout


@pytest.mark.parametrize("title", ["Lost: and found", "# 1", "失物招领"])
def test_any_title_will_do(tmp_path: Path, title: str) -> None:
    project = write(tmp_path)
    assert handbook_here("new", "term", "x", "--title", title, cwd=project).returncode == 0
    assert handbook_here("check", cwd=project).returncode == 0


def test_it_goes_into_the_folder_of_its_section(tmp_path: Path) -> None:
    project = write(tmp_path, **{"branches/shop/section": SECTION})
    ran = handbook_here("new", "term", "x", "--section", "shop", cwd=project)
    assert ran.returncode == 0
    assert (project / "content/branches/shop/terms/x.yml").is_file()


def test_a_template_of_the_project_takes_the_place_of_ours(tmp_path: Path) -> None:
    project = write(tmp_path)
    own = project / "templates/new/en/term.yml"
    own.parent.mkdir(parents=True)
    own.write_text("kind: term\nid: $id\ntitle: $title\ndefinition: ours\n")
    handbook_here("new", "term", "x", "--title", "T", cwd=project)
    made = (project / "content/terms/x.yml").read_text()
    assert made == "kind: term\nid: x\ntitle: T\ndefinition: ours\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["trem", "x"], "did you mean 'term'?"),
        (["term", "refund"], "content/terms.yml:1:"),
        (["term", "Lost Property"], "'lost-property' would do"),
        (["term", "退款"], "cannot be an id"),
        (["term", "x", "--section", "shpo"], "did you mean 'shop'?"),
        (["term", "x", "--section", "../outside"], "there is no section"),
        (["term", "x", "--section", "kiosk"], "'handbook new section kiosk' makes it"),
        (["section", "shop"], "content/shop/section.yml"),
        (["section", "print"], "'print'"),
        (["section", "terms"], "'terms'"),
        (["section", "Front Desk"], "'front-desk' would do"),
        (["section", "kiosk/counter"], "'handbook new section kiosk' makes it"),
        (["section", "../outside"], "there is no section"),
        (["term", "x", "--title", " "], "title"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_written(
    tmp_path: Path, args: list[str], told: str
) -> None:
    project = write(tmp_path, terms=TERM, **{"shop/section": SECTION})
    before = everything_in(project)
    ran = handbook_here("new", *args, cwd=project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert everything_in(project) == before


def test_the_same_id_may_stand_in_another_section(tmp_path: Path) -> None:
    project = write(tmp_path, terms=TERM, **{"shop/section": SECTION})
    assert handbook_here("new", "term", "refund", "--section", "shop", cwd=project).returncode == 0


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    project = write(tmp_path, **{"terms/x": TERM})
    ran = handbook_here("new", "term", "x", cwd=project)
    assert ran.returncode == 2
    assert (project / "content/terms/x.yml").read_text(encoding="utf-8") == TERM


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_section_is_ready_for_definitions(tmp_path: Path, language: str) -> None:
    project = write(tmp_path, handbook=SETTINGS.format(language=language))
    for args in (["section", "auto"], ["section", "auto/shop"], ["section", "depot", "--section",
                 "auto"], ["term", "x", "--section", "auto/shop"]):  # fmt: skip
        assert handbook_here("new", *args, cwd=project).returncode == 0
    made = {str(path.relative_to(project)) for path in (project / "content").rglob("*.yml")}
    assert made == {
        "content/handbook.yml", "content/auto/section.yml", "content/auto/shop/section.yml",
        "content/auto/depot/section.yml", "content/auto/shop/terms/x.yml",
    }  # fmt: skip
    ran = handbook_here("check", "--strict", cwd=project)
    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 1), ran.stdout


def test_a_new_section_stands_in_the_folder_of_the_one_around_it(tmp_path: Path) -> None:
    project = write(tmp_path, **{"branches/shop/section": SECTION})
    ran = handbook_here("new", "section", "shop/counter", "--title", "柜台", cwd=project)
    assert ran.returncode == 0
    made = project / "content/branches/shop/counter/section.yml"
    assert "\ntitle: 柜台\n" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_that_a_new_section_shows_is_a_key_of_sections(language: str) -> None:
    text = scaffold_of("section", language, Path())
    shown = re.findall(r"^(?:# )?([a-z_]+): ", text, re.M)
    assert set(shown) - {"title"} < set(SectionSheet.model_fields)
    assert re.findall(r"^#   ([a-z_]+): ", text, re.M)[0] in Defaults.model_fields


def test_without_an_id_one_is_made_of_the_title(tmp_path: Path) -> None:
    project = write(tmp_path)
    for args, path in (
        (("term", "--title", "客户投诉"), "content/terms/ke-hu-tou-su.yml"),
        (("term", "--title", "客户投诉"), "content/terms/ke-hu-tou-su-2.yml"),
        (("section", "--title", "Front desk"), "content/front-desk/section.yml"),
    ):
        ran = handbook_here("new", *args, cwd=project)
        assert (ran.returncode, path in ran.stdout) == (0, True)
    assert handbook_here("new", "term", "--title", "…", cwd=project).returncode == 2
    assert handbook_here("check", cwd=project).returncode == 0


def test_a_new_paper_gets_the_next_code_of_its_series(tmp_path: Path) -> None:
    policy = "- {kind: policy, id: p, title: P, code: KF-PO-018, articles: [{id: a, title: A}]}\n"
    project = write(tmp_path, policies=policy)
    assert handbook_here("new", "policy", "x", cwd=project).returncode == 0
    assert "code: KF-PO-019\n" in (project / "content/policies/x.yml").read_text(encoding="utf-8")
    assert handbook_here("check", cwd=project).returncode == 0
