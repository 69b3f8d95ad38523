"""What leaves its box is made to fit, and what cannot be is told; what fits is left alone."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from handbook.sheets.worker import Pressed, press

WORD = "verylongwordwithoutbreaks" * 5
PAGE = (
    '<html lang="en"><head><title>Sheet</title><style>@page {{ size: A5; margin: 20mm }}\n'
    "body {{ overflow-wrap: break-word }}\n"
    "table {{ width: 100% }} td {{ padding: 0 2.5mm; background: #eee }} {styles}</style></head>"
    '<body class="policy">{before}<main><section>{body}</section></main></body></html>'
)


def page(body: str, styles: str = "", before: str = "") -> Pressed:
    made = press(PAGE.format(body=body, styles=styles, before=before))
    assert isinstance(made, Pressed), made
    return made


def astray(made: Pressed) -> list[str]:
    return [each.words for each in made.misfits if each.rule == "outside-its-box"]


def row(*cells: str) -> str:
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORD}</p>",
        f"<p style='white-space: nowrap'>{WORD} {WORD}</p>",
        f"<p>2026<span>{WORD}</span></p>",
        row("a", WORD, "b"),
        row(*["word"] * 30),
        f"<div style='display: flex'><div>{WORD}</div><div>{WORD}</div></div>",
        "<p style='width: 20mm; background: #eee'><span style='display: inline-block; width: 40mm;"
        " border-bottom: 1px solid'></span></p>",
    ],
)
def test_what_can_be_made_to_fit_is(body):
    assert astray(page(body)) == []


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (f"<p style='white-space: nowrap !important'>{WORD}</p>", WORD),
        ("<div style='position: absolute; top: 5mm'>upon</div>"
         "<div style='position: absolute; top: 5mm'>another</div>", "another"),
        ("<p style='height: 5mm; background: #eee; padding-top: 8mm; box-sizing: border-box'>"
         "low</p>", "low"),
        ("<div style='width: 200mm; max-width: none !important'>"
         "<p style='text-align: right'>beyond</p></div>", "beyond"),
        ("<table style='width: 10mm; table-layout: fixed'><tr>"
         "<th data-least='8'>Qty</th><th></th></tr></table>", "Qty"),
    ],
)  # fmt: skip
def test_what_cannot_is_told_with_its_words(body, word):
    assert word in astray(page(body))


@pytest.mark.parametrize(
    "body",
    [
        "<p style='padding-left: 20mm; text-indent: -18mm'>hanging</p>",
        "<div style='padding-left: 20mm'><p style='margin-left: -20mm; height: 0'>label</p>"
        "<p>text</p></div>",
        "<div class='stamp' style='transform: rotate(-30deg); width: 300mm'>DRAFT</div>",
        "<p style='line-height: 1.1'>one<br>two<br>g,;（）<br>Ä</p>",
    ],
)
def test_what_is_meant_to_stand_out_is_not_told(body):
    assert astray(page(body)) == []


def test_a_sheet_that_fits_is_laid_out_once(monkeypatch):
    renders = []
    render = HTML.render
    monkeypatch.setattr(HTML, "render", lambda *a, **b: renders.append(1) or render(*a, **b))
    page("<p>short</p>")
    assert len(renders) == 1


def test_a_table_with_many_whole_words_gets_a_page_across():
    made = page(row(*["reasonable"] * 8))
    assert (astray(made), made.size_mm) == ([], (210, 148))


def test_a_head_that_grows_pushes_the_text_down():
    head = "<div class='running' style='position: running(head)'>%s</div>" % ("Title<br>" * 9)
    styles = "@page { @top-left { content: element(head); width: 100% } }"
    made = page("<p>text</p>", styles, head)
    assert astray(made) == []
