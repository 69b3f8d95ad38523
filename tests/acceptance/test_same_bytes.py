"""The same content gives the same bytes, whoever renders it, in whatever order and surroundings."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from tests.patience import PATIENCE

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load
from handbook.sheets.press import print_sheets
from handbook.sheets.worker import Pressed, Spoilt, press

EXAMPLE = Path(__file__).parents[1] / "examples" / "valid" / "every-field"
ELSEWHERE = """\
import json, os, sys
from pathlib import Path

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load
from handbook.sheets.press import print_sheets

if __name__ == "__main__":
    os.umask(0o077)
    project, cache = map(Path, sys.argv[1:3])
    sheets = compose_sheets(load(project).handbook, project)
    wanted = [sheet for sheet in sheets if sheet.uri in sys.argv[3:]]
    made = print_sheets(wanted, cache=cache, jobs=1)
    print(json.dumps({uri: file.sha256 for uri, file in made.files.items()}))
"""
SURROUNDINGS = {
    "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C",
    "SOURCE_DATE_EPOCH": "1000000000",
}  # fmt: skip


@pytest.fixture(
    scope="module", params=["one of each kind", pytest.param("all", marks=pytest.mark.long)]
)
def sheets(request):
    composed = compose_sheets(load(EXAMPLE).handbook, EXAMPLE)
    if request.param == "all":
        return composed
    return list({sheet.sheet: sheet for sheet in reversed(composed)}.values())


@pytest.fixture(scope="module")
def printed(sheets, tmp_path_factory):
    return print_sheets(sheets, cache=tmp_path_factory.mktemp("cache"), jobs=2)


def hashes(printed) -> dict[str, str]:
    return {uri: made.sha256 for uri, made in printed.files.items()}


def test_every_kind_of_sheet_is_among_them(sheets, printed):
    kinds = {sheet.sheet for sheet in sheets}
    assert {"procedure", "checklist", "card", "observe", "form", "fillable", "script", "policy",
            "role", "handbook"} <= kinds  # fmt: skip
    assert printed.files.keys() == {sheet.uri for sheet in sheets}


def test_three_workers_in_another_order_make_the_same(sheets, printed, tmp_path):
    shuffled = random.Random(3).sample(sheets, len(sheets))
    assert hashes(print_sheets(shuffled, cache=tmp_path, jobs=3)) == hashes(printed)


def test_one_worker_in_other_surroundings_makes_the_same(sheets, printed, tmp_path):
    program = tmp_path / "elsewhere.py"
    program.write_text(ELSEWHERE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program, EXAMPLE, tmp_path / "cache", *(sheet.uri for sheet in sheets)],
        env={**os.environ, **SURROUNDINGS}, cwd=tmp_path, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == hashes(printed)


def test_no_sheet_says_when_it_was_made(printed):
    for uri, made in printed.files.items():
        with pikepdf.open(made.path) as pdf:
            assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys()), uri
            described = pdf.open_metadata(set_pikepdf_as_editor=False)
            assert not [key for key in described if "Date" in key or "Stamp" in key], uri


def test_nothing_of_a_sheet_before_shows_in_the_next(sheets):
    card = next(sheet for sheet in sheets if sheet.sheet == "card")
    plain = styled(card.html, "body { font-family: Brought, 'Handbook Sans' }")
    brings_a_typeface = styled(
        plain,
        "@font-face { font-family: Brought; src: url('handbook-font:HandbookSans-Bold.ttf') }",
    )
    in_another_language = plain.replace('lang="zh-CN"', 'lang="zh-TW"')
    faulty = styled(plain, "p { colour: red }")
    first = press(plain)
    assert isinstance(first, Pressed)
    for before in (brings_a_typeface, in_another_language, faulty):
        assert press(before) != first
        assert press(plain) == first


def styled(html: str, rule: str) -> str:
    return html.replace("</style>", f"{rule}</style>")


def test_a_fault_is_told_of_every_sheet_that_has_it(sheets):
    broken = styled(sheets[0].html, "p { width: var(--nothing) }")
    first, second = press(broken), press(broken)
    assert isinstance(first, Spoilt)
    assert first == second
