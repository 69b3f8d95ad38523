"""What is kept back is nowhere in what is made for others, however it is written and shown.

Everything for managers bears one word: pages under every head that is understood, pictures in every
way a page can show them, copies that programs leave beside pages, definitions and sections.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import MKDOCS, small_project
from test_audience import build, texts_of

TOKEN = "zqxsecret"
HEADS = (
    "---\naudience: manager\n---\n",
    "\ufeff---\r\naudience: manager\r\n---\r\n",
    "--- \t\n'audience' : \"manager\"\n...\n",
    "---\n{title: zqxsecret, audience: manager}\n---\n",
    "---\ntitle: >-\n  zqxsecret\naudience: >-\n  manager\n# zqxsecret\n---\n",
    "---\naudience: 待定\ntags: [zqxsecret]\ndescription: zqxsecret\n---\n",
    "---\n? audience\n: manager\nextra: {note: zqxsecret}\n---\n",
)
SUFFIXES = ("md", "MD", "markdown", "mkd", "md", "Md", "md")
SHOWN = (
    "<img src={}>",
    "![x](<{}>)",
    "![x][zqxsecret]\n\n[zqxsecret]: {}",
    '<img src="open.png"\n srcset="open.png 1x, {} 2x">',
    "<video poster='{}'></video>",
    "<div>\n<picture><source\nsrcset={}></picture></div>",
    "[file]({})",
    '<a\n href="./img/../{}">file</a>',
    "<div>\n<svg><image xlink:href={} /></svg></div>",
    "* a\n\n    ![x]({} 'zqxsecret')",
    "<table background={}></table>",
)
COPIES = (
    "plan.md.bak", "plan.md~", "#plan.md#", ".plan.md.swp", ".#plan.md", "plan.md.orig",
    "plan.md.rej",
    "plan.md.tmp", "plan.mdx", "plan.md.txt", "plan.md.1", "plan.bak", "plan.rst", "plan.qmd",
    "plan.md.swp", "~$plan.docx", "plan.yml", "plan.html", "plan.md_old", "plan.old", "plan",
    "plan.txt",
    "plan.mdown.save", "._plan.md", "plan.md.LOCAL", "plan.bin",
)  # fmt: skip
CONTENT = f"""\
- {{kind: role, id: clerk, title: 接待员}}
- kind: procedure
  id: visit
  title: 接待来客
  steps:
    - {{id: greet, do: "问好，见[[{TOKEN}]]", by: clerk, accountable: clerk}}
- kind: policy
  id: {TOKEN}
  title: {TOKEN} 制度
  aliases: ["{TOKEN}-alias"]
  code: "{TOKEN}-01"
  tags: ["{TOKEN}"]
  audience: manager
  articles: {{id: a, text: "{TOKEN}，见[[visit]]"}}
"""


def planted(folder: Path, mkdocs: str = MKDOCS) -> Path:
    """Make a handbook whose word is everywhere in what is for managers."""
    secret = f"---\naudience: manager\n---\n# {TOKEN}\n"
    files = {
        "mkdocs.yml": mkdocs + "exclude_docs: '!.*'\n",  # hidden files would be let in
        f"content/{TOKEN}/section.yml": f"title: {TOKEN} 室\ndefaults: {{audience: manager}}\n",
        f"content/{TOKEN}/a.yml": f"{{kind: term, id: word, title: {TOKEN} 词, definition: a}}\n",
        "content/pages/about.md": f"# 关于\n\n照[[{TOKEN}]]做。![x](open.png)\n",
        f"content/pages/{TOKEN}/unlinked.csv": f"{TOKEN},1\n",
    }
    for number, (head, suffix) in enumerate(zip(HEADS, SUFFIXES, strict=True)):
        files[f"content/pages/{TOKEN}/head-{number}.{suffix}"] = f"{head}# {TOKEN}\n\n{TOKEN}\n"
    for number, spelling in enumerate(SHOWN):
        name = f"{TOKEN}-{number}.png"
        files[f"content/pages/{name}"] = TOKEN
        files[f"content/pages/shows-{number}.md"] = secret + spelling.format(name) + "\n"
    for name in COPIES:
        files[f"content/pages/{name}"] = secret
    project = small_project(folder / "project", CONTENT, **files)
    (project / "content/pages/open.png").write_bytes(b"\x89PNG\r\n\x1a\n\0open")
    settings = project / "content/handbook.yml"
    settings.write_text(settings.read_text() + "audiences: [public, staff, manager]\n")
    return project


def tellers(site: Path) -> list[str]:
    """Return the files of a site that tell the word, in their name or in anything they hold."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    assert (site / "about.html") in files
    return [
        str(path.relative_to(site))
        for path in files
        if TOKEN in path.relative_to(site).as_posix().lower() or TOKEN in texts_of(path).lower()
    ]


def test_nothing_that_is_kept_back_is_in_a_site_for_staff(tmp_path: Path) -> None:
    project = planted(tmp_path)
    done = build(project, "--audience", "staff")
    assert done.returncode == 0, done.stderr
    assert tellers(project / "site") == []
    assert (project / "site/open.png").is_file()


@pytest.mark.long
def test_copies_are_in_no_site_at_all(tmp_path: Path) -> None:
    project = planted(tmp_path)
    done = build(project)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (project / "site").rglob("*")}
    assert names.isdisjoint(COPIES)
    assert {f"{TOKEN}-{number}.png" for number in range(len(SHOWN))} <= names


@pytest.mark.long
@pytest.mark.parametrize("audience", ["public", "staff"])
def test_nothing_is_in_sheets_and_exports_either(tmp_path: Path, audience: str) -> None:
    mkdocs = MKDOCS.replace("handbook: {pdf: no}", f"handbook: {{audience: {audience}}}")
    project = planted(tmp_path, mkdocs)
    done = build(project, "--audience", audience)
    assert done.returncode == 0, done.stderr
    assert tellers(project / "site") == []
    shutil.rmtree(project / "site")
    done = build(project)  # mkdocs.yml says for whom
    assert done.returncode == 0, done.stderr
    assert tellers(project / "site") == []
