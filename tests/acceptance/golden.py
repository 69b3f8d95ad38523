"""Pages as small pictures, beside those that somebody looked at last."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parents[1] / "golden"
DOTS = 50  # to an inch: lines and blocks are seen, single letters hardly
LARGEST_DIFFERENCE = 1.5  # of 255, on average over the page


def page_of(pdf: bytes, number: int = 0) -> Image.Image:
    """Draw a page of a PDF, the first by itself; -1 is the last."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        page = document[range(len(document))[number]]
        return page.render(scale=DOTS / 72).to_pil().convert("L")


def assert_alike(drawn: Image.Image, path: Path) -> None:
    """Fail where a page does not look as its golden picture does."""
    golden = Image.open(path)
    assert drawn.size == golden.size
    difference = ImageStat.Stat(ImageChops.difference(drawn, golden)).mean[0]
    assert difference <= LARGEST_DIFFERENCE


def renew(paths: Mapping[str, Path], drawn: Callable[[str], Image.Image]) -> None:
    """Put what is drawn now in place of golden pictures, by name."""
    for name, path in paths.items():
        drawn(name).save(path, optimize=True)
        sys.stdout.write(f"{name}\n")
