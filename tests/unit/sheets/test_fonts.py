"""The sheets' own typeface has the characters, the name and the features that sheets rely on."""

from __future__ import annotations

import string

import pytest
from fontTools.ttLib import TTFont

from handbook.sheets.fonts import (
    BOLD,
    EMOJI,
    EMOJI_FAMILY,
    FAMILY,
    FORM_FAMILY,
    FORM_FONTS,
    LATIN_BOLD,
    LATIN_FAMILY,
    LATIN_REGULAR,
    REGULAR,
    coverage,
    form_coverage,
    make,
)
from handbook.typefaces import COVERED, letters, pictures, ranges

FONTS = {"Regular": REGULAR, "Bold": BOLD}
LATIN = (LATIN_REGULAR, LATIN_BOLD)
LARGEST_FORM_FONT = 1_900_000
LARGEST_EMOJI = 800_000
LARGEST = 3_500_000  # bytes; both are in the wheel and in every clone

MUST_COVER = {
    "ascii": string.ascii_letters + string.digits + string.punctuation,
    "european": "ÀÉÎÕÜßñøœŒåÅçÇ",
    "pinyin": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",
    "greek": "ΑΒΓΔΩαβγδμπσω",
    "punctuation": "，。、；：？！…—·～“”‘’「」『』（）《》〈〉【】〔〕",
    "full_width": "０１２３４５６７８９ＡＢＣａｂｃ％＋－＝／＆＠＃＊",
    "shapes": "▲△▼▽●○◎■□◆◇★☆▶◀※✓",
    "arrows": "→←↑↓⇒",
    "box_drawing": "─│┌┐└┘├┤┬┴┼━┃",
    "circled": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "roman": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    "units": "㎡㎏㎝℃°‰№℡±×÷≤≥≠≈√∞",
    "money": "€£¥￥$¢",
    "fractions": "½¼¾",
    "kana": "あいうアイウ",
    "traditional": "投訴處理顧客滿意退貨換貨電話轉接經理簽名確認",
    "names": "喆堃珺祎赟昉旻曌翀頔",
}


@pytest.fixture(scope="module", params=sorted(FONTS))
def style(request):
    return request.param


@pytest.fixture(scope="module")
def font(style):
    with TTFont(FONTS[style]) as font:
        yield font


@pytest.mark.parametrize("group", sorted(MUST_COVER))
def test_each_group_of_characters_is_covered(font, group):
    assert missing(font, MUST_COVER[group]) == ""


def test_gb2312_is_covered_whole(font):
    characters = coverage.characters_of("gb2312", 0xA1, 0xF7)
    assert len(characters) == 6763 + 682
    assert missing(font, characters) == ""


def test_everyday_traditional_characters_are_covered(font):
    characters = [
        character
        for character in coverage.characters_of("big5", 0xA4, 0xC6)
        if "\u4e00" <= character <= "\u9fff"
    ]
    assert len(characters) == 5401
    assert missing(font, characters) == ""


def test_a_missing_character_shows_as_a_box(font):
    assert font["glyf"][".notdef"].numberOfContours > 0


def test_the_font_bears_our_name_and_its_makers_copyright(font, style):
    names = font["name"]
    told = [str(record) for record in names.names]
    assert names.getDebugName(1) == FAMILY
    assert names.getDebugName(4) == f"{FAMILY} {style}"
    assert not [text for text in told if "Noto" in text]
    assert "Adobe" in names.getDebugName(0)
    assert REGULAR.with_name("OFL.txt").read_text("utf-8").startswith("Copyright 2014-2021 Adobe")


def test_the_weights_tell_themselves_apart(font, style):
    assert font["OS/2"].usWeightClass == {"Regular": 400, "Bold": 700}[style]


def test_the_spacings_a_style_sheet_may_ask_for_are_there(font):
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert features >= {"halt", "kern", "palt"}


def test_the_font_is_small_and_without_hinting(font, style):
    assert FONTS[style].stat().st_size < LARGEST
    assert not {"fpgm", "prep", "cvt "} & set(font.keys())


def test_names_lists_only_what_the_character_sets_lack():
    in_sets = {
        character
        for charset, leads in coverage.CHARSETS.items()
        for character in coverage.characters_of(charset, *leads)
    }
    assert not set(coverage.NAMES) & in_sets


def test_making_twice_gives_the_same_bytes(tmp_path):
    first, second = tmp_path / "first.ttf", tmp_path / "second.ttf"
    make.cut_down(REGULAR, first, map(ord, "客户投诉"))
    make.cut_down(REGULAR, second, map(ord, "诉投户客"))
    assert first.read_bytes() == second.read_bytes()


def test_only_the_wanted_characters_stay(tmp_path):
    result = tmp_path / "small.ttf"
    make.cut_down(REGULAR, result, map(ord, "客户\U0001f600"))
    with TTFont(result) as font:
        assert set(font.getBestCmap()) == set(map(ord, "客户"))
        assert font["name"].getDebugName(1) == FAMILY


@pytest.mark.parametrize(("script", "typed"), [
    ("Hans", "客户投诉处理表，张婷：￥1,280.50元（✓※）①“您好！”"),
    ("Hant", "客戶投訴處理表，張經理：「您好！」"),
])  # fmt: skip
def test_what_is_typed_every_day_is_in_the_typeface_of_fields(script, typed):
    with TTFont(FORM_FONTS[script]) as font:
        common = coverage.characters_of(*form_coverage.LEVEL_1[script])
        assert missing(font, {*typed, *common}) == ""
        assert font["name"].getDebugName(1) == FORM_FAMILY
        assert font["glyf"][".notdef"].numberOfContours > 0
    assert FORM_FONTS[script].stat().st_size < LARGEST_FORM_FONT


def test_the_names_in_the_typeface_of_fields_are_those_that_level_1_lacks():
    level_2 = set(coverage.characters_of("gb2312", 0xD8, 0xF7))
    assert set(form_coverage.FORM_NAMES) <= level_2
    assert len(set(form_coverage.FORM_NAMES)) == len(form_coverage.FORM_NAMES)


def test_the_typeface_of_emoji_bears_our_name_and_its_makers_copyright():
    with TTFont(EMOJI) as font:
        names = font["name"]
        assert names.getDebugName(1) == EMOJI_FAMILY
        assert "Google" in names.getDebugName(0)
    assert "Copyright 2013 Google LLC" in EMOJI.with_name("OFL.txt").read_text("utf-8")
    assert EMOJI.stat().st_size < LARGEST_EMOJI


def test_what_is_told_of_the_typefaces_is_what_they_have():
    told = COVERED.read_text(encoding="ascii").splitlines()
    for path, line in zip((REGULAR, EMOJI), told, strict=True):
        with TTFont(path) as font:
            assert ranges(frozenset(font.getBestCmap())) == line


def test_what_people_send_to_customers_is_among_the_pictures():
    assert set("😀😊🙏👍🌹🎉❤📞📦🚗🔧💰") <= pictures() | letters()


def test_the_command_writes_all_fonts(tmp_path, monkeypatch):
    few = frozenset(map(ord, "检查单"))
    monkeypatch.setattr(make, "wanted", lambda: few)
    monkeypatch.setattr(make, "latin", lambda: few)
    monkeypatch.setattr(make, "wanted_in_fields", lambda script: few)
    make.main([str(REGULAR), str(BOLD), str(EMOJI), "--out", str(tmp_path)])
    fonts = (REGULAR, BOLD, EMOJI, *LATIN, *FORM_FONTS.values())
    expected = {path.name for path in (*fonts, COVERED)}
    assert {path.name for path in tmp_path.iterdir()} == expected


@pytest.mark.parametrize("path", LATIN, ids=lambda path: path.stem)
def test_in_the_latin_face_quotes_and_dots_are_as_wide_as_latin_ones(path):
    with TTFont(path) as font:
        names, widths = font.getBestCmap(), font["hmtx"]
        ems = {sign: widths[names[ord(sign)]][0] / font["head"].unitsPerEm for sign in "‘’“”…·"}
        assert font["name"].getDebugName(1) == LATIN_FAMILY
        assert missing(font, MUST_COVER["ascii"] + MUST_COVER["european"] + "–—‘’“”…€£") == ""
        assert max(ems[sign] for sign in "‘’·") < 0.4
        assert max(ems[sign] for sign in "“”") < 0.55
        assert ems["…"] == 3 * widths[names[ord(".")]][0] / font["head"].unitsPerEm
    assert path.stat().st_size < 50_000


def test_the_latin_face_is_made_of_our_own(tmp_path):
    make.make_latin(REGULAR, tmp_path / "latin.ttf")
    assert (tmp_path / "latin.ttf").read_bytes() == LATIN_REGULAR.read_bytes()


def test_a_wrong_path_is_told_in_one_line(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        make.main([str(tmp_path / "gone.ttf"), str(BOLD), str(EMOJI)])
    assert stopped.value.code == 2
    assert "gone.ttf is not a file" in capsys.readouterr().err


def missing(font: TTFont, characters) -> str:
    covered = font.getBestCmap()
    return "".join(character for character in characters if ord(character) not in covered)


def test_the_blocks_that_are_kept_are_counted():
    assert len(coverage.wanted()) == 12049
    assert len(coverage.latin()) == 512
