"""A picture of a text is taken for what is in it, whatever its name says, where it is whole."""

from __future__ import annotations

import io
import struct
from zlib import crc32

import pytest
from PIL import Image

from handbook.read import Text, TreeOfBytes, read_shown_picture
from handbook.read.picture import MOST_BYTES
from handbook.read.picture_formats import Raster, raster_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">%s</svg>'
PNG = b"\x89PNG\r\n\x1a\n"
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def made(format: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 10), "#c33").save(out, format, **options)
    return out.getvalue()


def read(content: bytes | None, path: str = "content/shop/pictures/label.png", links=None):
    files = {"content/all.yml": b""} | ({path: content} if content is not None else {})
    name = Text.at("pictures/label.png", "content/shop/all.yml", 4, 7)
    return read_shown_picture(TreeOfBytes(files, links), name, path)


def hint(*given, **further) -> str | None:
    picture, [found] = read(*given, **further)
    assert picture is None
    assert (found.rule, str(found.place)) == ("bad-picture", "content/shop/all.yml:4:7")
    return found.hint


@pytest.mark.parametrize("format", FORMATS)
def test_what_it_is_stands_in_its_content_not_in_its_name(format):
    picture, found = read(made(format))
    assert found == []
    assert (picture.media, picture.ratio) == (FORMATS[format], 3.0)


@pytest.mark.parametrize("options", [{"progressive": True}, {"exif": b"Exif\0\0", "quality": 5}])
def test_a_jpeg_of_any_make_is_taken(options):
    assert read(made("JPEG", **options))[0].ratio == 3.0


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0"}])
def test_a_webp_of_any_make_is_taken(options):
    assert read(made("WEBP", **options))[0].ratio == 3.0


@pytest.mark.parametrize(
    "prologue", [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n', b"<!-- a -->"]
)
def test_an_svg_is_taken_under_any_name(prologue):
    assert read(prologue + SVG % b"")[0].media == "image/svg+xml"


@pytest.mark.parametrize("format", FORMATS)
def test_half_a_picture_is_broken(format):
    content = made(format)
    assert hint(content[: len(content) // 2]) == "broken"


def test_a_png_that_was_damaged_on_its_way_is_broken():
    content = bytearray(made("PNG"))
    content[45] ^= 0xFF
    assert hint(bytes(content)) == "broken"


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"<html></html>", "图".encode()])
def test_what_is_no_picture_that_can_be_shown_is_told(content):
    assert hint(content) == "kind"


def test_an_svg_that_runs_something_is_unsafe():
    assert hint(SVG % b"<script/>") == "unsafe"


def test_a_picture_is_not_larger_than_sheets_can_carry():
    assert hint(SVG % (b" " * MOST_BYTES)) == "large"


def test_a_picture_of_very_many_dots_is_refused_before_anyone_opens_it():
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    assert hint(out.getvalue()) == "dots"


def test_a_picture_that_is_not_there_is_told():
    assert hint(None) == "missing"


def test_a_picture_outside_content_is_told_and_not_read():
    assert hint(made("PNG"), "secret.png") == "outside"


def test_a_link_that_leads_out_of_content_is_told():
    tree = TreeOfBytes({"content/a.yml": b"", "x.png": made("PNG")}, {"content/l.png": "../x.png"})
    name = Text.at("l.png", "content/a.yml", 1, 1)
    assert read_shown_picture(tree, name, "content/l.png")[1][0].hint == "outside"


@pytest.mark.parametrize("format", FORMATS)
def test_no_beginning_of_a_picture_is_taken_for_the_whole(format):
    content = made(format)
    for end in range(len(content) - 1):
        raster = raster_of(content[:end])
        assert raster is None or not raster.width


def test_the_largest_picture_that_is_taken_and_the_next_larger_one():
    content = SVG % b""
    padded = content + b" " * (MOST_BYTES - len(content))
    assert read(padded)[0].ratio == 3.0
    assert hint(padded + b" ") == "large"
    assert dict(read(padded + b" ")[1][0].details)["most"] == "1024 KB"


def png_of(width: int, height: int) -> bytes:
    """Make a PNG that says how large it is, whatever dots it holds."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))

    size = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return PNG + chunk(b"IHDR", size) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")


def test_the_most_dots_that_are_taken_and_one_row_more():
    assert read(png_of(10_000, 5_000))[0].ratio == 2.0
    assert hint(png_of(10_000, 5_001)) == "dots"


@pytest.mark.parametrize("sides", [(0, 5), (5, 0)])
def test_a_picture_without_a_side_is_broken(sides):
    assert hint(png_of(*sides)) == "broken"


def webp(name: bytes, data: bytes) -> bytes:
    body = b"WEBP" + name + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("content", "sides"),
    [
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300 | 0x4000, 100)), (300, 100)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 299 | 99 << 14 | 1 << 28)), (300, 100)),
        (webp(b"VP8X", bytes(4) + b"\x2b\x01\0\x63\0\0"), (300, 100)),
        (webp(b"VP8X", bytes(4) + b"\xff\xff\xff\x63\0\0"), (1 << 24, 100)),
        (webp(b"VP8X", bytes(4) + b"\x2b\x01\0\x63\0"), (0, 0)),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2b" + struct.pack("<HH", 300, 100)), (0, 0)),
        (webp(b"VP8L", b"\x2e" + struct.pack("<I", 299 | 99 << 14)), (0, 0)),
        (webp(b"ICCP", bytes(10)), (0, 0)),
    ],
)
def test_a_webp_of_each_make_says_how_large_it_is(content, sides):
    assert raster_of(content) == Raster("image/webp", *sides)
    assert raster_of(content[:-1]) == Raster("image/webp")


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments)


SIZES = b"\xff%c\0\x09\x08" + struct.pack(">HH", 100, 300) + b"\x01\x00"
SCAN = b"\xff\xda\0\x02dots\xff\xd9"


@pytest.mark.parametrize(
    ("content", "sides"),
    [
        (jpeg(SIZES % 0xC0, SCAN), (300, 100)),
        (jpeg(SIZES % 0xCF, SCAN), (300, 100)),
        (jpeg(SIZES % 0xC4, SCAN), (0, 0)),
        (jpeg(SIZES % 0xC8, SCAN), (0, 0)),
        (jpeg(SIZES % 0xCC, SCAN), (0, 0)),
        (jpeg(SIZES % 0xD8, SCAN), (0, 0)),
        (jpeg(b"\xff\xff\xff\xfe\0\x04ab", SIZES % 0xC2, SCAN), (300, 100)),
        (jpeg(b"\xff\x01\xff\xd0\xff\xd7", SIZES % 0xC2, SCAN), (300, 100)),
        (jpeg(b"\xff\xfe\0\x02", b"xx", SIZES % 0xC2, SCAN), (0, 0)),
        (jpeg(SIZES % 0xC2, SCAN[:-1]), (0, 0)),
        (jpeg(SIZES % 0xC2), (0, 0)),
    ],
)
def test_a_jpeg_says_how_large_it_is_in_its_frame(content, sides):
    assert raster_of(content) == Raster("image/jpeg", *sides)
