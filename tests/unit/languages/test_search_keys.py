"""The ways in which staff may type Chinese."""

from __future__ import annotations

import pytest

from handbook.languages.finding.keys import pinyin, simplified_pairs, sounds


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("客户投诉", "ke hu tou su"),
        ("重复维修", "chong fu wei xiu"),
        ("重要客户", "zhong yao ke hu"),
        ("银行行为", "yin hang xing wei"),
        ("更换SIM卡", "geng huan sim ka"),
        ("“绿化”（新）", "lv hua xin"),
        ("SLA", ""),
    ],
)
def test_pinyin_follows_the_word_a_sign_is_in(text: str, syllables: str) -> None:
    assert pinyin(text) == syllables


def test_signs_come_in_pairs_that_a_browser_counts_alike() -> None:
    pairs = simplified_pairs()
    assert len(pairs.encode("utf-16-le")) == 2 * len(pairs)
    told = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert (told["訴"], told["車"], told["灣"]) == ("诉", "车", "湾")
    assert "车" not in told


def test_every_common_sign_has_a_sound_and_its_neighbours_in_it() -> None:
    read = {group.rstrip("".join(s for s in group if s > "z")): group for group in sounds().split()}
    assert "返" in read["fan"]
    assert "反" in read["fan"]
    assert sum(sign > "\u33ff" for sign in sounds()) == 6763  # all of GB 2312
