"""The calendar page shows the months in which days are off, or worked instead of others."""

import re

from tests.composed import NOWHERE
from tests.written import handbook_of

from handbook.compose.pages.composition import compose_pages

TEXT = """\
- {kind: role, id: r, title: 岗位}
- kind: procedure
  id: p
  title: 开门
  schedule: {every: 日, on: 工作日}
  steps: [{id: a, do: 开, by: r}]
"""
SHEET = "off: [2027-01-01, 2027-01-31..2027-02-02]\non: 2027-02-20\n"


def months(uri: str = "overview/calendar.md", **files: str) -> dict[str, str]:
    pages = {each.uri: each.markdown for each in compose_pages(handbook_of(TEXT, **files), NOWHERE)}
    found = re.findall(
        r'(?s)<table class="month">\n<caption>(.*?)</caption>(.*?)</table>', pages[uri]
    )
    return dict(found)


def marked(table: str, kind: str) -> list[str]:
    return re.findall(
        rf'<td class="day--{kind}">(\d+) <span class="day__mark">(?:休|班)</span>', table
    )


def test_each_month_with_a_day_off_or_worked_instead_is_shown_with_its_marks():
    found = months(holidays=SHEET)
    assert list(found) == ["2027年1月", "2027年2月"]
    january, february = found.values()
    assert marked(january, "off") == ["1", "31"]
    assert (marked(february, "off"), marked(february, "worked")) == (["1", "2"], ["20"])


def test_free_days_of_every_week_are_told_apart_from_days_off():
    january = months(holidays=SHEET)["2027年1月"]
    assert re.findall(r'<td class="day--free">(\d+)<', january)[:2] == ["2", "3"]


def test_without_days_off_no_month_is_shown():
    assert months() == {}


def test_a_section_shows_the_days_of_its_own():
    shop = {
        "shop__section": "title: 店\n",
        "shop__all": TEXT.replace("id: r", "id: s").replace("by: r", "by: s"),
    }
    own = months(
        "shop/overview/calendar.md", holidays=SHEET, shop__holidays="off: 2028-05-01\n", **shop
    )
    assert list(own) == ["2028年5月"]
    assert list(months(holidays=SHEET, shop__holidays="off: 2028-05-01\n", **shop)) == [
        "2027年1月",
        "2027年2月",
    ]
