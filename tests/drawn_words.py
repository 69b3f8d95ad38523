"""What may stand in a field of each type, by the validator that reads it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

OPEN = st.sampled_from(("待定", "TBD"))
# Words as people write them, and what has a meaning elsewhere: in Markdown, HTML, Jinja, YAML,
# in our own mentions, in file names, in spreadsheets; beside them letters that few typefaces have.
WORDS = (
    "接待来客", "接待來客", "Greet the visitor", "先听完，再复述一遍确认。", "逐户回访", "3天",
    "30分钟", "客户说：“我要退货！”", "客戶說：「我要退貨！」", "It’s “done”", "A", "一",
    "7DC", "1.0", "0", "-", "a" * 60, "客户服务中心" * 12,
    "very_long_word_without_any_break_in_it_at_all", "A/B/C", "ＱＸ－０７",
    "**重点** 与 *次要*", "`code`", "a_b_c", "[规定](https://example.org/r)", "<b>粗</b>",
    "<script>", "&amp; & &#0;", "{{ title }}", "{% raw %}", "{客户姓名}，您好", "{slot",
    "| 一 | 二 |", "# 标题", "- 一项", "1. 第一", "> 引文", "---", "```", "第一行\n第二行",
    "第一段\n\n- 甲\n- 乙\n\n末段", "a\\b", "\\", "$x^2$", "=1+1", "+86 10", "@home", "%", "'",
    '"', "a'b\"c", "C:\\tmp", "../x", "a:b", "是", "no", "null", "~", "王㛃", "𠮷野家",
    "亲，您好 🌹", "😀 很好", "👨‍👩‍👧", "1️⃣", "é", "e\u0301", "مرحبا", "नमस्ते", "\u00a0",
    "a\u200bb", "\u3000", "™", "½", "℃", "①", "《》", "《没有这份》", "[[", "]]", "[[|]]",
    "!!! note", "[^1]", "![图](x.png)", ":smile:",
)  # fmt: skip
SIGNS = st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn"), blacklist_characters="\ufeff")
TEXT = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join),
    st.text(SIGNS, min_size=1, max_size=12).filter(str.strip),
)
SPANS = (
    "20秒", "30分钟", "24小时", "2天", "2个工作日", "1周", "3个月", "1年", "7-10天", "1-2周",
    "3个月±1周", "20s", "3min", "24h", "2d", "2wd", "1w", "3mo", "1y", "半天", "十天",
)  # fmt: skip
LIMITS = (*SPANS, "立即", "当天", "次日", "16:00前", "不超过3天", "尽快", "immediately", "same day")
DAYS = (
    "周一", "周一至周五", "3日", "15日", "31日", "月底", "4月", "12月", "4月30日", "2月29日",
    "春节", "中秋", "工作日", "周末", "第二个周三", "5日至25日", "Monday", "last Friday",
)  # fmt: skip
INTERVALS = (
    "班", "日", "天", "周", "月", "季度", "半年", "年", "定期", "不定期", "2周", "18个月",
    "shift", "day", "week", "month", "quarter", "half-year", "year",
)  # fmt: skip
DATES = st.dates().map(lambda day: day.isoformat())
CLOCKS = st.sampled_from(("8:30", "08:30", "14:30", "0:00", "23:59", "24:00"))

# Answers that a field takes whatever else is written in it; of the other types it is any text.
DEFAULTS = {
    "number": "3", "money": "1,200.50", "date": "2026-10-01", "time": "8:30", "score": "1",
    "datetime": "2026-10-01 8:30", "phone": "0755-8800", "yes-no": "是",
}  # fmt: skip

# A new type of field is taught here; until then everything that draws handbooks says so.
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "as_text": TEXT,
    "as_line": TEXT,
    "as_hours": st.sampled_from(
        ("8:30-17:30", "待定", {"周一至周五": "8:30-12:00, 13:30-17:30", "周六": "休息"},
         {"Mon-Fri": ["9 am - noon", "1 pm - 5 pm"]})
    ),
    "_as_feedback": st.sampled_from(("mailto:a@b.example?subject={address}", "https://b.example/")),
    "as_sheets": st.sampled_from(({"procedure": ["checklist", "card"]}, {"form": "form"}, {})),
    "_as_days": st.sampled_from(("2027-01-01", "2027-02-06..2027-02-12", "2026-10-01")),
    "_as_former_address": st.integers(0, 10**9).map(lambda n: f"shop/old-{n}"),
    "as_word": TEXT.filter(lambda text: "[[" not in text),
    "as_yes_no": st.sampled_from(("yes", "no", "true", "false", "是", "否", "待定")),
    "as_count": st.sampled_from(("0", "1", "2", "5人", "12")),
    "as_number": st.sampled_from(("0", "1", "-1", "20", "2.5", "100")),
    "as_date": st.one_of(st.sampled_from(("2026-10-01", "2026-11-30", "2027-02-01")), DATES),
    "as_clock": CLOCKS,
    "as_time_of_day": st.one_of(CLOCKS, st.just("18:30-24:00")),
    "as_span": st.sampled_from(LIMITS),
    "as_duration": st.sampled_from(SPANS),
    "as_retention": st.sampled_from((*SPANS, "永久", "3年以上", "保修期内")),
    "as_interval": st.sampled_from(INTERVALS),
    "_as_pattern": st.sampled_from((r"\d{11}", "[A-Z]{2}-\\d+", ".*", "[\u4e00-\u9fff]+")),
    "_as_rows": st.sampled_from(("1", "2", "5", "12行")),
    "_as_most": st.sampled_from(("1", "20", "2.5", "100")),
    "_as_width": st.integers(1, 12).map(str),
    "_as_address": st.sampled_from(("https://example.org", "http://handbook.example/a/b/")),
    "_as_colour": st.sampled_from(("#0d5b66", "#FFFF00", "#000000", "#ffffff")),
    "_as_synonyms": st.sampled_from(("退款、退钱、退费", "a, b")),
}
