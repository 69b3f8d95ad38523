"""What a Chinese search needs is there, or the build stops with one sentence."""

from __future__ import annotations

import sys

import pytest
from mkdocs.exceptions import PluginError

from handbook.site import settings


def test_without_jieba_a_chinese_site_stops_with_one_sentence(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    with pytest.raises(PluginError, match="jieba") as error:
        settings.require_segmentation("zh-CN")
    assert len(str(error.value).splitlines()) == 1


def test_without_jieba_an_english_site_is_fine(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    settings.require_segmentation("en")
