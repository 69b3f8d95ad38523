"""A handbook whose every text is as long as asked, each ending in a token that is found again."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pypdfium2
from tests.composed import pressed as laid_out
from tests.written import handbook_of

from handbook.compose.sheets import Printable, compose_sheets
from handbook.sheets.outcome import Pressed

NOWHERE = Path("no-such-folder")
TOKEN = re.compile(r"q\d{3}z")
LETTERS = "verylongwordwithoutbreaks" * 9
TITLES = {
    "zh-CN": "客户投诉处理流程与回访管理办法", "zh-TW": "客戶投訴處理流程與回訪管理辦法",
    "en": "How complaints of customers are handled ",
}  # fmt: skip
# W stands for a long word, T for a long title; what has a % is made of as many columns as asked.
DEFINITIONS = """
- {kind: unit, id: team, title: "T", head: boss}
- {kind: role, id: boss, title: "W", unit: team, contact: {phone: "W", place: "W"}}
- {kind: role, id: officer, title: "T", unit: team, reports_to: boss, duties: ["W"], kpis: ["W"]}
- kind: procedure
  id: work
  title: "T"
  code: "W"
  version: "W"
  purpose: "W"
  trigger: "W"
  steps:
    - id: first
      phase: "W"
      do: "W"
      by: [officer, boss]
      how: "W https://example.org/W"
      say: [words]
      fill: [sheet]
      checks: ["W", {text: "W", value: text}, {text: "W", options: ["W", x]}]
      critical: yes
      caution: "W"
      branches: [{when: "W", go: last}]
      escalate: {after: 24h, to: boss, when: "W"}
    - {id: next, do: "T", by: officer}
    - {id: last, do: "W", by: boss, how: "%TABLE"}
  records: [{form: sheet, keep: 3y, where: "W"}]
- kind: script
  id: words
  title: "T"
  code: "W"
  situation: "W"
  slots: {"W": {example: "W"}}
  lines: [{id: a, say: "W", tone: "W", branches: [{when: "W", go: end}]}]
  always: ["W"]
  phrases: [{label: "W", words: ["W"]}]
- kind: form
  id: sheet
  title: "T"
  code: "W"
  summary: "W"
  filed_at: "W"
  copies: ["W", "W"]
  groups:
    - title: "W"
      fields:
        - {id: a, label: "W", required: yes}
        - {id: b, label: "W", type: choice, options: ["W", x], width: 2}
        - {id: c, label: "W", type: score, max: 100, width: 1}
        - {id: d, label: "W", type: signature, width: 2}
        - {id: e, label: "W", type: date, width: 1}
        - {id: f, label: "W", type: table, rows: 2, columns: [%HEADS]}
        - {id: g, label: "W", type: table, rows: 2, width: 3, columns: [%FIGURES]}
- kind: policy
  id: rules
  title: "T"
  code: "W"
  articles:
    - {id: a, title: "W", text: "W", items: ["W"], table: {columns: [%HEADS], rows: [[%CELLS]]}}
    - {id: b, title: b, table: {columns: [a, "W", b], rows: [[x, "W", x]]}}
- {kind: standard, id: measure, title: "T", value: "W", measured_by: "W"}
- {kind: term, id: term, title: "W", definition: "W"}
"""


@dataclass(frozen=True)
class Stretch:
    """How long words and titles are, how many columns tables have; the language and the paper."""

    letters: int = 10
    title: int = 10
    columns: int = 4
    language: str = "zh-CN"
    paper: str = "A4"


def stretched(how: Stretch) -> list[Printable]:
    """Compose all sheets of such a handbook."""
    settings = (
        f"title: 手册\norganisation: 公司\nlanguage: {how.language}\npaper: {how.paper}\n"
        "site_url: https://example.org\n"
    )
    return compose_sheets(handbook_of(_definitions(how), handbook=settings), NOWHERE)


def _definitions(how: Stretch) -> str:
    numbers = range(1, how.columns + 1)
    heads = [f"C{n}" for n in numbers]
    table = (heads, ["-"] * how.columns, [f"M{n}" for n in numbers])
    text = DEFINITIONS
    for name, made in (
        ("HEADS", ", ".join(heads)),
        ("FIGURES", ", ".join(f"{{label: {head}, type: number}}" for head in heads)),
        ("CELLS", ", ".join(f"R{n}" for n in numbers)),
        ("TABLE", "\\n".join(f"|{'|'.join(row)}|" for row in table)),
    ):
        text = text.replace("%" + name, made)
    serial = count()
    title = TITLES[how.language] * 30

    def drawn_out(match: re.Match[str]) -> str:
        token = f"q{next(serial):03}z"
        text, length = (title, how.title) if match[0] == "T" else (LETTERS, how.letters)
        return text[: max(length - len(token), 0)] + token

    return re.sub(r"\b[WT]\b", drawn_out, text)


def pressed(sheet: Printable) -> Pressed:
    """Return the PDF of a sheet."""
    made = laid_out(sheet)
    assert isinstance(made, Pressed), (sheet.uri, made)
    return made


def tokens_of(sheet: Printable) -> set[str]:
    """Return the tokens that a sheet says; pictures have their own way of drawing words."""
    body = sheet.html.partition("<body")[2]
    return set(TOKEN.findall(re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", "\0", body)))


def tokens_on_paper(pdf: bytes, edge: float) -> set[str]:
    """Return the tokens that can be read on the pages, so many points from their edges."""
    said = []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for number in range(text.count_chars()):
                sign = text.get_text_range(number, 1)
                left, bottom, right, top = text.get_charbox(number)
                is_inside = (
                    edge < left and right < width - edge and edge < bottom and top < height - edge
                )
                said.append(sign if is_inside else "\0")
    return set(TOKEN.findall(re.sub(r"\s|\ufffe", "", "".join(said))))
