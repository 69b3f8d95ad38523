"""What below content/pages is read and published, and what is told instead."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from handbook.read import FolderTree
from handbook.read.pages import PAGES, Written, read_pages

PAGE = "# Page\n"
SECRET = "---\naudience: manager\n---\n# Plan\n"
SVG = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
LEFT_OUT = {
    "copy": (
        "plan.md.bak", "plan.md~", "#plan.md#", "plan.md.orig", "plan.md.rej", "plan.md.swp",
        "plan.md.tmp", "plan.md.1", "plan.md.old", "~$plan.docx", "Thumbs.db", "plan.md.BACKUP",
    ),
    "page": ("plan.mdx", "plan.md5", "plan.Rmd", "plan.rst", "plan.markdown2", "plan.md_"),
    "definition": ("plan.yml", "plan.YAML"),
    "head": ("plan.txt", "plan.csv", "plan.pdf", "plan.docx", "plan.json"),
    "kind": ("plan", "plan.html", "plan.xhtml", "plan.bin", "plan.exe", "plan.xml"),
}  # fmt: skip
PUBLISHED = ("a.pdf", "B.PNG", "price.v1.2.xlsx", "照片 2.jpg", "c.zip", "robots.txt", "a-old.pdf")
UNSAFE = (
    "<script>x()</script>",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
    "<image href='https://x.example/a.png'/>",
    "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='//x.example/a.png'/>",
    "<use href='other.svg#a'/>",
    "<rect onclick='x()'/>",
    "<a href='javascript:x()'><rect/></a>",
    "<a href='#'><set attributeName='href' to='javascript:x()'/></a>",
    "<style>@import url(//x.example/a.css)</style>",
    "<rect style='fill: url(https://x.example/a)'/>",
    "<image href='data:image/svg+xml,x'/>",
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / PAGES
    folder.mkdir(parents=True)
    (folder / "about.md").write_text(PAGE)
    return folder


def read(pages: Path) -> Written:
    return read_pages(FolderTree(pages.parents[1]))


def told(pages: Path) -> list[str]:
    return [f"{one.place.path} {one.rule} {one.hint}" for one in read(pages).problems]


@pytest.mark.parametrize(("hint", "name"), [(h, n) for h, each in LEFT_OUT.items() for n in each])
def test_what_is_not_meant_for_readers_is_left_out_and_told(pages, hint, name) -> None:
    (pages / name).write_text(SECRET)
    assert read(pages).beside == ()
    assert told(pages) == [f"{PAGES}/{name} not-published {hint}"]


@pytest.mark.parametrize("name", PUBLISHED)
def test_files_of_the_usual_kinds_are_published(pages, name) -> None:
    (pages / name).write_text("words")
    assert [file.uri for file in read(pages).beside] == [name]
    assert told(pages) == []


@pytest.mark.parametrize("name", ["plan.MD", "plan.Markdown", "plan.mkd"])
def test_a_page_is_a_page_in_any_case_and_long_form(pages, name) -> None:
    (pages / name).write_text(SECRET)
    [_, plan] = read(pages).pages
    assert plan.head["audience"] == "manager"


def test_a_folder_that_mkdocs_leaves_out_is_told(pages) -> None:
    (pages / "templates").mkdir()
    (pages / "templates" / "plan.md").write_text(SECRET)
    assert told(pages) == [f"{PAGES}/templates/plan.md not-published templates"]
    assert len(read(pages).pages) == 1


def test_hidden_files_are_nobodys_business(pages) -> None:
    (pages / ".plan.md.swp").write_text(SECRET)
    (pages / ".git").mkdir()
    (pages / ".git" / "plan.md").write_text(SECRET)
    assert told(pages) == []
    assert len(read(pages).pages) == 1


@pytest.mark.parametrize("inside", UNSAFE)
def test_a_picture_that_runs_or_loads_something_is_refused(pages, inside) -> None:
    (pages / "a.svg").write_text(SVG.format(inside))
    assert told(pages) == [f"{PAGES}/a.svg unsafe-picture unsafe"]
    assert read(pages).beside == ()


def test_a_picture_may_hold_links_and_shapes(pages) -> None:
    (pages / "a.svg").write_text(SVG.format("<a href='https://x.example/'><rect fill='red'/></a>"))
    assert told(pages) == []


def test_links_that_lead_out_are_told_and_not_followed(pages) -> None:
    outside = pages.parents[2] / "outside"
    outside.mkdir()
    (outside / "plan.md").write_text(PAGE)
    (pages.parent / "a.yml").write_text("kind: term")
    (pages / "file.md").symlink_to(outside / "plan.md")
    (pages / "folder").symlink_to(outside)
    (pages / "up").symlink_to("..")
    (pages / "sources.txt").symlink_to("../a.yml")
    (pages / "absolute").symlink_to("/etc")
    names = ("absolute", "file.md", "folder", "sources.txt", "up")
    assert sorted(told(pages)) == [f"{PAGES}/{name} link-outside copy" for name in names]
    assert [page.uri for page in read(pages).pages] == ["about.md"]
    assert read(pages).beside == ()


def test_a_page_under_another_name_is_left_out(pages) -> None:
    (pages / "plan.md").write_text(SECRET)
    (pages / "plan.pdf").symlink_to("plan.md")
    assert told(pages) == [f"{PAGES}/plan.pdf not-published head"]


def test_links_in_a_circle_or_to_nothing_are_told(pages) -> None:
    (pages / "in").mkdir()
    (pages / "in" / "again").symlink_to("..")
    (pages / "a.md").symlink_to("b.md")
    (pages / "b.md").symlink_to("a.md")
    (pages / "gone.png").symlink_to("nothing.png")
    assert sorted(told(pages)) == [
        f"{PAGES}/a.md link-broken loop",
        f"{PAGES}/b.md link-broken loop",
        f"{PAGES}/gone.png link-broken missing",
        f"{PAGES}/in/again link-broken loop",
    ]


def test_a_link_among_the_pages_is_followed(pages) -> None:
    (pages / "more.md").symlink_to("about.md")
    assert [page.uri for page in read(pages).pages] == ["about.md", "more.md"]
    assert told(pages) == []


@pytest.mark.parametrize("target", ["..", "../../elsewhere"])
def test_the_folder_of_the_pages_is_no_link(tmp_path, target) -> None:
    content = tmp_path / "project" / "content"
    content.mkdir(parents=True)
    (tmp_path / "project" / "elsewhere").mkdir()
    (content / "a.md").write_text(PAGE)
    (content / "pages").symlink_to(target)
    found = read_pages(FolderTree(tmp_path / "project"))
    assert [one.rule for one in found.problems] == ["link-outside"]
    assert found.pages == ()


@pytest.mark.parametrize("name", ["pipe", "pipe.md", "pipe.png", "in/pipe.pdf"])
def test_a_pipe_is_not_waited_for(pages, name) -> None:
    (pages / "in").mkdir()
    os.mkfifo(pages / name)
    why = "not-published kind" if name == "pipe" else "unreadable-file special"
    assert told(pages) == [f"{PAGES}/{name} {why}"]


def test_a_socket_is_told(pages, monkeypatch) -> None:
    monkeypatch.chdir(pages)  # the names of sockets must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("a.pdf")
        assert told(pages) == [f"{PAGES}/a.pdf unreadable-file special"]


def test_two_files_that_would_be_one_page_are_told(pages) -> None:
    for name in ("about.markdown", "in/README.md", "in/index.md"):
        (pages / name).parent.mkdir(exist_ok=True)
        (pages / name).write_text(PAGE)
    assert told(pages) == [
        f"{PAGES}/about.md same-page rename",
        f"{PAGES}/in/index.md same-page rename",
    ]
