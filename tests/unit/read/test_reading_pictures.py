"""A logo is taken when it lies below content/, is what it says it is, and can do no harm."""

from __future__ import annotations

import os
import struct

import pytest

from handbook.languages import LANGUAGES, rules
from handbook.read import FolderTree, Text, read_picture
from handbook.read.picture import LARGEST

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 300, 100)


def read(project, name: str, content: str | bytes | None = None):
    path = project / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_picture(FolderTree(project), Text.at(name, "content/handbook.yml", 4, 7))


def hint(project, name: str, content: str | bytes | None = None) -> str | None:
    picture, [found] = read(project, name, content)
    assert picture is None
    assert (found.rule, str(found.place)) == ("bad-logo", "content/handbook.yml:4:7")
    return found.hint


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<use href="#a"/>',
        '<rect fill="url(#a)" style="stroke: url( &quot;#a&quot; )"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a { fill: red }</style>",
        '<metadata about="http://elsewhere.example/"/>',
    ],
)
def test_a_plain_svg_is_taken_with_its_proportions(tmp_path, inside):
    picture, found = read(tmp_path, "pages/logo.svg", SVG.format(inside))
    assert found == []
    assert (picture.path, picture.suffix, picture.ratio) == ("pages/logo.svg", ".svg", 4.0)


def test_a_drawing_programs_prologue_is_no_fault(tmp_path):
    prologue = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    picture, _ = read(tmp_path, "logo.svg", prologue + SVG.format(""))
    assert picture.ratio == 4.0


def test_an_svg_without_a_view_box_has_the_proportions_of_its_sides(tmp_path):
    picture, _ = read(tmp_path, "logo.svg", SVG.replace('viewBox="0 0 200 50"',
                                                        'width="30mm" height="10mm"'))  # fmt: skip
    assert picture.ratio == 3.0


def test_a_png_is_taken_with_its_proportions(tmp_path):
    picture, found = read(tmp_path, "logo.PNG", PNG)
    assert found == []
    assert (picture.media, picture.suffix, picture.ratio) == ("image/png", ".png", 3.0)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<image href="http://elsewhere.example/a.png"/>',
        '<image href="a.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<a href="javascript:alert(1)"/>',
        "<style>@import 'http://elsewhere.example/a.css';</style>",
        "<style>@\\69mport 'a.css';</style>",
        '<rect fill="url(http://elsewhere.example/a.svg#b)"/>',
        "<rect style=\"fill: URL( 'a.svg#b' )\"/>",
        "<foreignObject/>",
        '<?xml-stylesheet href="http://elsewhere.example/a.css"?>',
    ],
)
def test_an_svg_that_runs_or_loads_something_is_refused(tmp_path, inside):
    assert hint(tmp_path, "logo.svg", SVG.format(inside)) == "unsafe"


def test_an_svg_with_entities_is_refused(tmp_path):
    entity = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'
    assert hint(tmp_path, "logo.svg", entity + SVG.format("")) == "unsafe"


@pytest.mark.parametrize(
    "content", ["<svg", "<html/>", "", "\udc80".encode("utf-8", "surrogatepass")]
)
def test_what_is_no_svg_is_refused(tmp_path, content):
    assert hint(tmp_path, "logo.svg", content) == "broken"


@pytest.mark.parametrize("content", [b"", b"GIF89a", PNG[:16] + bytes(8), SVG.encode()])
def test_what_is_no_png_is_refused(tmp_path, content):
    assert hint(tmp_path, "logo.png", content) == "broken"


def test_an_svg_must_say_how_large_it_is(tmp_path):
    bare = '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>'
    assert hint(tmp_path, "logo.svg", bare) == "sizeless"


def test_other_kinds_of_files_are_refused(tmp_path):
    assert hint(tmp_path, "logo.jpg", b"\xff\xd8\xff") == "kind"


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert hint(tmp_path, "logo.svg") == "missing"
    (tmp_path / "content/folder.png").mkdir()
    assert hint(tmp_path, "folder.png") == "missing"


def test_a_large_file_is_refused(tmp_path):
    assert hint(tmp_path, "logo.svg", SVG.format(" " * LARGEST)) == "large"


@pytest.mark.parametrize("name", ["../logo.svg", "/etc/logo.svg", "pages/../../logo.svg"])
def test_what_lies_elsewhere_is_not_read(tmp_path, name):
    (tmp_path / "logo.svg").write_text(SVG.format(""))
    (tmp_path / "content").mkdir()
    _, [found] = read_picture(FolderTree(tmp_path), Text.at(name, "content/handbook.yml", 4, 7))
    assert found.hint == "outside"


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    (tmp_path / "logo.svg").write_text(SVG.format(""))
    (tmp_path / "content").mkdir()
    (tmp_path / "content/logo.svg").symlink_to(tmp_path / "logo.svg")
    assert hint(tmp_path, "logo.svg") == "outside"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_says_what_to_do(language):
    hints = rules(language)["bad-logo"]["hint"]
    assert hints.keys() == {"kind", "outside", "missing", "large", "broken", "unsafe", "sizeless"}


@pytest.mark.parametrize("name", ["a\0.png", "a\n.png", "\ud800.png", "x" * 300 + ".png"])
def test_a_name_that_no_file_has_is_told(tmp_path, name):
    (tmp_path / "content").mkdir()
    written = Text.at(name, "content/handbook.yml", 4, 7)
    picture, [found] = read_picture(FolderTree(tmp_path), written)
    assert (picture, found.hint) == (None, "missing")


def test_a_pipe_is_not_waited_for(tmp_path):
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content" / "logo.png")
    assert hint(tmp_path, "logo.png") == "missing"
