"""The picture of a procedure stands before its steps where the first page has room for it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from handbook.compose.kinds.procedure.flow_sheet import PAPERS, SCALES
from handbook.compose.kinds.sheets import compose_sheet
from handbook.compose.templates.environment import environment
from handbook.model.load import load
from handbook.model.settings import PAPERS as CHOICES
from handbook.sheets.worker import Pressed, press

ROLES = "".join(f"- {{kind: role, id: r{n}, title: 岗位{n}}}\n" for n in range(9))


@pytest.fixture
def sheet(tmp_path):
    """Compose the procedure sheet of these steps."""

    def composed(steps: list[str], paper: str = "A4", more: str = "") -> str:
        written = "".join(f"    - {{{step}}}\n" for step in steps)
        procedure = f"- kind: procedure\n  id: p\n  title: 流程\n{more}  steps:\n{written}"
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        settings = f"title: 手册\norganisation: 单位\npaper: {paper}\n"
        (content / "handbook.yml").write_text(settings, encoding="utf-8")
        (content / "all.yml").write_text(ROLES + procedure, encoding="utf-8")
        handbook = load(tmp_path).handbook
        return compose_sheet(handbook, environment(tmp_path), handbook["p"], "procedure").html

    return composed


def chain(number: int) -> list[str]:
    return [f"id: s{n}, do: 做第{n}件事, by: r0" for n in range(number)]


def relay(number: int, hands: int) -> list[str]:
    return [f"id: s{n}, do: 做第{n}件事情，做完交给下一位, by: r{n % hands}" for n in range(number)]


def pages_of(html: str) -> list[str]:
    """Return the text of each page, without its gaps."""
    pressed = press(html)
    assert isinstance(pressed, Pressed), pressed
    with pypdfium2.PdfDocument(pressed.pdf) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"\s", "", text) for text in texts]


def body_of(html: str) -> str:
    return html.partition("<body")[2]


def test_all_papers_are_known_by_their_size():
    assert set(PAPERS) == set(CHOICES)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_small_picture_stands_before_the_steps(sheet, paper):
    html = sheet(chain(3), paper)
    assert html.index('class="swimlane"') < html.index('<table class="steps')
    assert 'id="flow"' not in html
    assert "流程图" in pages_of(html)[0]


def test_a_large_picture_has_a_page_of_its_own_and_the_first_page_says_which(sheet):
    html = sheet(relay(16, 3))
    assert html.index('<table class="steps') < html.index('class="swimlane"')
    pages = pages_of(html)
    [told] = re.findall(r"流程图见第(\d+)页", pages[0])
    assert [number for number, page in enumerate(pages, 1) if "开始" in page] == [int(told)]
    assert "做第0件事" in pages[0]  # the steps go on below, the page is not torn open


def test_many_hands_are_drawn_across_a_page_turned_on_its_side(sheet):
    html = sheet([f"id: s{n}, do: 办理, by: r{n}" for n in range(9)])
    assert "lanes--across" in body_of(html)
    pressed = press(html)
    assert isinstance(pressed, Pressed), pressed
    with pypdfium2.PdfDocument(pressed.pdf) as document:
        sizes = [tuple(map(round, page.get_size())) for page in document]
    assert sizes[0] == (595, 842)
    assert sizes[-1] == (842, 595)


def test_a_long_flow_is_drawn_on_several_pages(sheet):
    html = sheet(relay(40, 4))
    assert html.count('class="swimlane"') > 1
    assert html.count('id="flow"') == 1


def test_a_single_step_is_no_flow(sheet):
    html = sheet(chain(1))
    assert "swimlane" not in body_of(html)
    assert "流程图" not in body_of(html)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("steps", [chain(12), relay(6, 2), relay(8, 5), relay(30, 8)])
def test_no_picture_is_made_smaller_than_can_be_read_nor_larger_than_its_page(sheet, paper, steps):
    html = sheet(steps, paper)
    least, most = min(SCALES) - 0.002, 1.002
    short, long = (side * 72 / 25.4 for side in PAPERS[paper])
    found = re.findall(
        r'width="([\d.]+)pt" height="([\d.]+)pt" viewBox="0 0 ([\d.]+) ([\d.]+)"', html
    )
    assert found
    for width, height, own_width, own_height in (map(float, each) for each in found):
        assert least <= width / own_width <= most
        assert width / own_width == pytest.approx(height / own_height, rel=0.01)
        across, down = (long, short) if "lanes--across" in body_of(html) else (short, long)
        assert width <= across - 60  # the margins
        assert height <= down - 140


def test_long_facts_leave_no_room_for_a_picture_that_would_fit_alone(sheet):
    steps = relay(6, 3)
    assert 'id="flow"' not in sheet(steps)
    text = "这件事为什么要做，要做到什么程度，谁来看结果，都在这里一条一条写清楚。" * 30
    assert 'id="flow"' in sheet(steps, more=f"  purpose: {text}\n")
