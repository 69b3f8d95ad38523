"""A logo is seen on paper, whichever of the two kinds of picture it is."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from tests.composed import pressed

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load
from handbook.sheets.outcome import Pressed

RED = (200, 0, 0)
SETTINGS = "title: 手册\norganisation: 单位\nlogo: sign.{}\n"
CONTENT = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: visit
  title: 接待来客
  steps: [{id: greet, do: 问好, by: clerk}, {id: lead, do: 带路, by: clerk}]
- {kind: script, id: hello, title: 开场, lines: [您好]}
"""


def svg() -> bytes:
    colour = "#{:02x}{:02x}{:02x}".format(*RED)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">'
        f'<rect width="30" height="10" fill="{colour}"/></svg>'
    ).encode()


def png() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (300, 100), RED).save(drawn, "PNG")
    return drawn.getvalue()


@pytest.fixture(params=[("svg", svg), ("png", png)], ids=["svg", "png"])
def sheets(request, tmp_path):
    kind, draw = request.param
    (tmp_path / "content").mkdir()
    (tmp_path / "content/handbook.yml").write_text(SETTINGS.format(kind), encoding="utf-8")
    (tmp_path / "content/all.yml").write_text(CONTENT, encoding="utf-8")
    (tmp_path / f"content/sign.{kind}").write_bytes(draw())
    loaded = load(tmp_path)
    assert loaded.problems == ()
    return {each.sheet: each for each in compose_sheets(loaded.handbook, tmp_path)}


@pytest.mark.parametrize("sheet", ["procedure", "card", "script", "role", "handbook"])
def test_the_logo_is_drawn_in_the_upper_left_of_the_first_page(sheets, sheet):
    made = pressed(sheets[sheet])
    assert isinstance(made, Pressed), made
    with pypdfium2.PdfDocument(made.pdf) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    red = [
        (x, y)
        for x in range(page.width)
        for y in range(page.height // 3)
        if max(abs(a - b) for a, b in zip(page.getpixel((x, y)), RED, strict=True)) < 12
    ]
    across = max(x for x, _ in red) - min(x for x, _ in red) + 1
    down = max(y for _, y in red) - min(y for _, y in red) + 1
    assert len(red) > 0.8 * across * down
    assert across / down == pytest.approx(3, rel=0.15)
    assert min(x for x, _ in red) < page.width / 4
