"""Files and folders: which are read, and what is wrong with the others."""

import os
from pathlib import Path

import pytest

from handbook.read import FolderTree, read_content

GOOD = "kind: term\nid: a\n"


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "project" / "content"
    folder.mkdir(parents=True)
    return folder


def told(content) -> list[str]:
    """Return each problem of the project as `place rule hint`."""
    problems = read_content(FolderTree(content.parent)).problems
    return [f"{one.place} {one.rule} {one.hint}" for one in problems]


def test_files_come_sorted_with_their_folders(content):
    (content / "auto" / "procedures").mkdir(parents=True)
    (content / "b.yml").write_text(GOOD)
    (content / "auto" / "procedures" / "visits.yaml").write_text(GOOD)
    files = read_content(FolderTree(content.parent)).files
    assert [one.path for one in files] == [
        "content/auto/procedures/visits.yaml",
        "content/b.yml",
    ]
    assert files[0].folder == ("auto", "procedures")
    assert files[0].name == "visits.yaml"
    assert files[0].root == {"kind": "term", "id": "a"}


def test_hidden_files_and_other_suffixes_are_left_alone(content):
    for path in ("pages/.a.yml", ".git/a.yml", ".a.yml", "a.yml.bak", "a.txt"):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text("{")
    assert read_content(FolderTree(content.parent)).files == ()
    assert told(content) == []


def test_a_broken_file_does_not_hide_the_others(content):
    (content / "a.yml").write_text("title: @x\n")
    (content / "b.yml").write_text("title: &x y\n")
    (content / "c.yml").write_text(GOOD)
    assert told(content) == [
        "content/a.yml:1:8 sign-at-start quote",
        "content/b.yml:1:8 anchor repeat",
    ]
    assert "content/c.yml" in [one.path for one in read_content(FolderTree(content.parent)).files]


def test_a_project_without_content_is_told_so(tmp_path):
    assert [one.rule for one in read_content(FolderTree(tmp_path)).problems] == ["no-content"]


@pytest.mark.parametrize(
    ("encoding", "named"), [("gbk", "GBK"), ("gb18030", "GBK"), ("big5", "Big5")]
)
def test_the_encodings_of_chinese_editors_are_named(content, encoding, named):
    text = {
        "Big5": "title: 客戶投訴處理，請先聽完再記錄\n",
        "GBK": "title: 客户投诉处理，请先听完\n",
    }
    (content / "a.yml").write_bytes(("id: a\n" + text[named]).encode(encoding))
    (problem,) = read_content(FolderTree(content.parent)).problems
    assert (problem.rule, problem.hint) == ("not-utf-8", "known")
    assert dict(problem.details) == {"encoding": named}
    assert str(problem.place) == "content/a.yml:2:8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(content, encoding):
    (content / "a.yml").write_bytes("kind: term\ntitle: 退款\n".encode(encoding))
    (problem,) = read_content(FolderTree(content.parent)).problems
    assert dict(problem.details) == {"encoding": "UTF-16"}


def test_an_unknown_encoding_is_told_from_the_first_bad_byte(content):
    (content / "a.yml").write_bytes(b"id: a\r\ntitle: caf\xe9\r\n")
    assert told(content) == ["content/a.yml:2:11 not-utf-8 unknown"]


def test_utf_8_with_a_byte_order_mark_is_fine(content):
    (content / "a.yml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert told(content) == []


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"ab\0\0\0"])
def test_a_binary_file_is_told_as_such(content, start):
    (content / "a.yml").write_bytes(start + bytes(range(256)))
    assert told(content) == ["content/a.yml:1:1 binary-file remove"]


def test_a_file_over_one_mebibyte_is_not_read(content):
    (content / "a.yml").write_text("- a\n" * 1_300_000)
    (content / "b.yml").write_text("a: " + "x" * (1024 * 1024 - 4) + "\n")
    assert told(content) == ["content/a.yml:1:1 too-large split"]


def test_a_link_out_of_content_is_not_followed(content):
    outside = content.parent / "secret.yml"
    outside.write_text(GOOD)
    (content.parent / "elsewhere").mkdir()
    (content / "a.yml").symlink_to(outside)
    (content / "folder").symlink_to(content.parent / "elsewhere")
    (content / "pass.yml").symlink_to("/etc/passwd")
    assert told(content) == [
        "content/a.yml:1:1 link-outside copy",
        "content/folder:1:1 link-outside copy",
        "content/pass.yml:1:1 link-outside copy",
    ]
    assert read_content(FolderTree(content.parent)).files == ()


def test_a_link_inside_content_is_followed(content):
    (content / "auto").mkdir()
    (content / "auto" / "a.yml").write_text(GOOD)
    (content / "shop").symlink_to("auto")
    (content / "b.yml").symlink_to("auto/a.yml")
    paths = [one.path for one in read_content(FolderTree(content.parent)).files]
    assert paths == ["content/auto/a.yml", "content/b.yml", "content/shop/a.yml"]


def test_links_that_go_in_circles_or_nowhere_are_told(content):
    (content / "a.yml").symlink_to("b.yml")
    (content / "b.yml").symlink_to("a.yml")
    (content / "gone.yml").symlink_to("missing.yml")
    (content / "auto").mkdir()
    (content / "auto" / "again").symlink_to(content)
    assert told(content) == [
        "content/a.yml:1:1 link-broken loop",
        "content/auto/again:1:1 link-broken loop",
        "content/b.yml:1:1 link-broken loop",
        "content/gone.yml:1:1 link-broken missing",
    ]


def test_a_folder_named_like_a_file_is_told(content):
    (content / "a.yml").mkdir()
    assert told(content) == ["content/a.yml:1:1 unreadable-file folder"]


def test_a_pipe_named_like_a_file_is_not_waited_for(content):
    os.mkfifo(content / "a.yml")
    assert told(content) == ["content/a.yml:1:1 unreadable-file special"]


def test_a_file_one_may_not_read_is_told(content, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied")

    (content / "a.yml").write_text(GOOD)
    monkeypatch.setattr("handbook.read.tree.open", refuse, raising=False)
    assert told(content) == ["content/a.yml:1:1 unreadable-file permission"]


def test_a_fault_of_the_disk_is_told_by_its_code(content, monkeypatch):
    def fail(path, mode):
        raise OSError(5, "Input/output error")

    (content / "a.yml").write_text(GOOD)
    monkeypatch.setattr("handbook.read.tree.open", fail, raising=False)
    (problem,) = read_content(FolderTree(content.parent)).problems
    assert (problem.hint, dict(problem.details)) == ("fault", {"code": "EIO"})


def test_a_file_name_that_is_not_utf_8_is_told_in_letters_one_can_print(content):
    with open(os.fsencode(content) + "/客.yml".encode("gbk"), "w") as file:
        file.write(GOOD)
    (problem,) = read_content(FolderTree(content.parent)).problems
    assert problem.rule == "file-name"
    assert problem.place.path.encode("utf-8")


def test_the_ids_of_a_file_that_gives_no_data_are_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "auto"
    folder.mkdir(parents=True)
    (folder / "roles.yml").write_bytes("- kind: role\n  id: clerk\n  title: 文员\n".encode("gbk"))
    reading = read_content(FolderTree(tmp_path))
    assert not reading.files
    assert reading.lost_ids == ((("auto",), "clerk"),)


def test_a_definition_among_the_pages_is_told(content):
    (content / "pages").mkdir()
    (content / "pages" / "a.yml").write_text(GOOD)
    assert read_content(FolderTree(content.parent)).files == ()
    assert told(content) == ["content/pages/a.yml:1:1 not-published definition"]
