"""What stands on a desk card, a supervisor's sheet, in a role's pack and in a book."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from tests.composed import compose as compose_anew
from tests.composed import handbook_with, text_of

from handbook.compose.books import view as books
from handbook.compose.books.sheets import books_in
from handbook.compose.setting.addresses import book_of

SETTINGS = "title: 手册\norganisation: 单位\nsite_url: https://handbook.example/\n"
HOSTILE = "<img src=x onerror=alert(1)>{{ 7777*7777 }}&amp;<script></style>"
PEOPLE = """\
- {kind: unit, id: desk, title: 前台组}
- {kind: standard, id: speed, title: 接听速度, value: 15秒, sense: at-most}
- kind: role
  id: officer
  title: 专员
  code: GW-1
  unit: desk
  reports_to: manager
  deputies: manager
  contact: "8800"
  duties: [职责甲]
  authority: [权限乙]
  answers_for: [负责丙]
  kpis: [speed]
- {kind: role, id: manager, title: 经理, unit: desk}
- {kind: role, id: clerk, title: 文员, unit: desk}
- {kind: form, id: slip, title: 登记单, code: FM-1, keep: 3年, groups: [{fields: [姓名]}]}
- {kind: script, id: hello, title: 开场, code: SC-1, lines: ["您好，听我说。", 第二句],
   never: [不归我管]}
- {kind: term, id: queue, title: 排队, definition: 等着。}
- {kind: policy, id: rules, title: 规定, code: PO-1, articles: [{id: a, text: "见[[work]]"}]}
"""
WORK = """\
kind: procedure
id: work
title: 办事
code: PR-1
mode: MODE
promise: 24小时
schedule: {every: 周, on: 周一}
steps:
  - {id: take, phase: 接, do: 收下, by: clerk, within: 10分钟}
  - {id: ask, do: 问清, by: officer, within: 20分钟, say: hello, fill: slip, critical: yes,
     caution: 别急, checks: [原话已记], schedule: {every: 月},
     branches: [{when: 要紧, go: done}]}
  - {id: tell, phase: 办, do: 报告, by: manager}
  - {id: done, do: 办完, by: clerk, inform: officer}
  - {id: file, do: 归档, by: clerk}
"""


TEXTS = {"handbook": SETTINGS, "all": PEOPLE, "work": WORK.replace("MODE", "read-do")}


@pytest.mark.parametrize(
    "word",
    ["办事", "PR-1", "逐条照做", "总时限 24 小时内", "收下", "文员 10 分钟内", "▲关键", "问清",
     "注意 别急", "“您好，听我说。”", "不说：不归我管", "要紧 → 转第 4 步", "归档",
     "全部完成后说： “办事，检查完毕。”"],
)  # fmt: skip
def test_a_card_to_read_and_do_has_each_action_and_what_to_say(compose, word):
    assert word in text_of(compose()["work.card"])


def test_there_is_nothing_to_tick_or_sign_on_a_card(compose):
    html = compose()["work.card"].html.partition("<body")[2]
    assert not re.search(r'class="(box|blank|sign-off)', html)


def test_a_card_to_confirm_by_has_the_critical_steps_with_what_must_be_true(compose):
    text = text_of(compose(work=WORK.replace("MODE", "do-confirm"))["work.card"])
    for word in ("做完逐条确认", "接", "问清", "原话已记"):
        assert word in text
    for word in ("收下", "报告", "归档"):
        assert word not in text


def test_a_card_without_critical_steps_shows_all(compose):
    work = WORK.replace("MODE", "do-confirm").replace("critical: yes", "critical: no")
    assert "归档" in text_of(compose(work=work)["work.card"])


def test_short_cards_have_larger_letters_and_none_has_letters_under_12_points(compose):
    def size(html):
        return float(re.search(r"columns: \d; font-size: ([\d.]+)pt", html)[1])

    short = "{kind: procedure, id: work, title: 短, steps: [{id: a, do: 一}, {id: b, do: 二}]}"
    steps = "".join(f"  - {{id: t{n}, do: {'长' * 30}}}\n" for n in range(20))
    long = f"kind: procedure\nid: work\ntitle: 长\nsteps:\n{steps}"
    sizes = [size(compose(work=work)["work.card"].html) for work in (short, long)]
    assert sizes == [18.0, 12.0]


def test_a_card_is_half_an_a4_on_its_side_whatever_the_paper(compose):
    sheet = compose(handbook=SETTINGS + "paper: Letter\n")["work.card"]
    assert "size: A5 landscape" in sheet.html
    assert sheet.paper == "A5 landscape"


def test_the_supervisors_sheet_has_the_numbers_of_the_checklist_and_three_boxes_each(compose):
    sheets = compose()
    rows = [re.findall(r'<td class="col-number">(\d+)</td>', sheets[f"work.{name}"].html)
            for name in ("observe", "checklist")]  # fmt: skip
    assert rows[0] == rows[1] == ["1", "2", "3", "4", "5"]
    assert sheets["work.observe"].html.count('<td class="col-tick">') == 15
    for word in ("看到", "没看到", "不适用", "记下所见", "共 1 项", "被观察人", "不归我管"):
        assert word in text_of(sheets["work.observe"])


@pytest.mark.parametrize(
    "word",
    ["前台组", "经理", "8800", "职责甲", "权限乙", "负责丙", "接听速度 不超过 15 秒", "问清",
     "收下", "转第 4 步", "告知", "每月", "FM-1", "登记单", "保存 3 年", "您好，听我说。", "第二句",
     "不归我管", "我已读过《专员》"],
)  # fmt: skip
def test_a_role_pack_has_all_that_the_post_needs(compose, word):
    assert word in text_of(compose()["officer.role"])


def test_a_role_pack_leaves_out_steps_that_are_neither_its_own_nor_next_to_them(compose):
    assert "归档" in text_of(compose()["clerk.role"])
    steps = re.findall(r'<p class="chain__number">(\d+)</p>', compose()["manager.role"].html)
    assert steps == ["2", "3", "4"]


def test_a_book_has_every_kind_and_mentions_lead_to_their_pages(compose):
    book = compose()["handbook"]
    text = text_of(book)
    for word in ("目录", "受控页", "办事", "规定", "开场", "专员", "表单索引", "登记单", "术语",
                 "等着。", "标准一览", "15 秒"):  # fmt: skip
        assert word in text
    for href in re.findall(r'href="book:([^"]+)"', book.html):
        assert f'id="{href}"' in book.html
    assert '<a class="in-book" href="book:d-work">' in book.html


ONE = "{kind: procedure, id: ID, title: 题ID, steps: [{id: a, do: 一}]}"
TWO = f"[{ONE.replace('ID', 'one')}, {ONE.replace('ID', 'two')}]"


def test_a_section_has_one_book_with_all_below_it(compose):
    files = {
        "shop/section": "title: 店", "shop/all": ONE.replace("ID", "zero"),
        "shop/night/section": "title: 夜班", "shop/night/all": TWO, "lone/section": "title: 单",
        "lone/all": ONE.replace("ID", "three"),
    }  # fmt: skip
    sheets = compose(**files)
    books = [name for name in sheets if name.endswith("handbook")]
    assert books == ["handbook", "shop/handbook"]
    for word in ("题 zero", "题 one", "夜班"):
        assert word in text_of(sheets["shop/handbook"])
        assert word in text_of(sheets["handbook"])
    assert [book_of(each) for each in books_in(handbook_with(**TEXTS, **files))] == [
        f"print/{name}.pdf" for name in books
    ]


def test_sections_below_one_that_only_groups_have_books_of_their_own(compose):
    sheets = compose(**{
        "shops/section": "title: 各店", "shops/east/section": "title: 东店",
        "shops/east/all": TWO, "shops/west/section": "title: 西店", "shops/west/all": TWO,
    })  # fmt: skip
    assert {"shops/east/handbook", "shops/west/handbook"} <= sheets.keys()
    assert "shops/handbook" not in sheets


def test_the_index_of_forms_tells_where_each_is_used(compose):
    book = compose()["handbook"].html
    row = book[book.index('id="d-slip"') :].partition("</div>")[0]
    assert "用在" in row
    assert 'href="book:d-work"' in row


def test_the_head_of_a_page_tells_which_document_it_is(compose):
    html = compose()["handbook"].html
    heads = re.findall(r'(?s)<div class="run__text">(.*?)</div>', html.replace("\u2009", " "))
    told = [unescape(re.sub(r"<[^>]*>", " ", head)) for head in heads]
    work = next(head for head in told if "办事" in head)
    assert re.search(r"PR-1\s+版次 [0-9a-f]{6}", work)
    assert any("目录" in head and "版次" in head for head in told)
    assert html.count('<img class="run__qr"') == len(heads)


def test_without_an_address_a_book_has_no_codes_to_scan(compose):
    settings = SETTINGS.replace("site_url: https://handbook.example/\n", "")
    assert '<img class="run__qr"' not in compose(handbook=settings)["handbook"].html


def test_long_contents_begin_with_a_page_of_sections(compose, monkeypatch):
    assert 'class="toc toc--overview"' not in compose()["handbook"].html
    monkeypatch.setattr(books, "SECTIONS_SEEN_AT_ONCE", 2)
    html = compose_anew(**TEXTS)["handbook"].html
    overview = re.findall(r'<p class="toc toc--overview"><a href="book:(.+?)"', html)
    assert overview == ["s-", "i-form", "i-standard", "i-term"]


def test_what_is_retired_stands_in_no_book_and_a_draft_says_so(compose):
    retired = "{kind: policy, id: old, title: 旧规, status: retired, articles: [{id: a, text: 一}]}"
    draft = "{kind: policy, id: new, title: 新规, status: draft, articles: [{id: a, text: 一}]}"
    text = text_of(compose(old=retired, new=draft)["handbook"])
    assert "旧规" not in text
    assert "新规 草稿" in text


def test_drafts_stand_behind_what_is_valid_with_a_name_for_their_pages(compose):
    two = (
        "[{kind: policy, id: new, title: 新规, status: draft, articles: [{id: a, text: 一}]},"
        "{kind: policy, id: now, title: 今规, articles: [{id: a, text: 一}]}]"
    )
    html = compose(aside=two)["handbook"].html
    texts = re.findall(r'<article class="([^"]+)" data-of="(\w+)"', html)
    policies = [(of, "on--draft" in classes) for classes, of in texts if "--policy" in classes]
    assert [of for of, _ in policies][-1] == "new"
    assert [of for of, is_draft in policies if is_draft] == ["new"]
    assert 'content: "草稿"' in html


def test_without_drafts_no_page_has_a_name_for_them(compose):
    assert "@page draft" not in compose()["handbook"].html


def test_the_picture_of_a_procedure_stands_behind_all_that_is_written_of_it(compose):
    more = "records: [{form: slip, where: 柜中}]\nopen: [谁来办]\nrelated: [rules]\n"
    html = compose(work=WORK.replace("MODE", "read-do") + more)["handbook"].html
    article = html[html.index('data-of="work"') :].partition("</article>")[0]
    written = [article.index(word) for word in ("柜中", "谁来办", 'class="see-also"')]
    assert max(written) < article.index('class="lanes"')


def test_the_edition_of_a_book_changes_with_any_definition_in_it(compose):
    first = compose()["handbook"].edition
    assert compose(all=PEOPLE.replace("职责甲", "职责乙"))["handbook"].edition != first


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_every_label_is_known_in_each_language(compose, language):
    for sheet in compose(language).values():
        assert f'<html lang="{language}"' in sheet.html


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attributes):
        if dict(attributes).get("src", "").startswith("data:image/png;base64,iVBOR"):
            return  # a code to scan, drawn by us
        self.seen.add(tag)
        self.seen.update(name for name, _ in attributes if name in ("src", "onerror"))


def test_hostile_words_stay_words(compose):
    work = WORK.replace("MODE", "read-do")
    for word in ("办事", "收下", "别急", "要紧", "原话已记"):
        work = work.replace(word, f"'{word}{HOSTILE}'")
    people = PEOPLE
    for word in ("专员", "职责甲", "权限乙", "登记单", "不归我管", "等着。", "规定"):
        people = people.replace(word, f"'{word}{HOSTILE}'")
    settings = SETTINGS.replace("单位", f"'单位{HOSTILE}'")
    sheets = compose(work=work, all=people, handbook=settings)
    for name in ("work.card", "work.observe", "officer.role", "handbook"):
        tags = Tags()
        tags.feed(sheets[name].html)
        assert sheets[name].html.count("&lt;img") > 4
        assert not tags.seen & {"img", "script", "iframe", "link", "src", "onerror"}
        assert sheets[name].html.count("</style>") == sheets[name].html.count("<style>")
        assert "60481729" not in text_of(sheets[name])
