"""Pages written by hand: their Markdown as it stands, with links where they mention definitions."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.compose.frame.composer import Composer
from handbook.compose.setting.markdown import in_heading
from handbook.compose.setting.medium import Screen
from handbook.model.handbook import Handbook
from handbook.model.inline import mentions
from handbook.model.written import WrittenPage
from handbook.read.folding import without_ends_in_chinese
from handbook.read.pages import address_of

_AS_TYPED = re.compile(r"(<(pre|code|textarea|script|style)\b.*?</\2>)", re.S)


def written_pages(handbook: Handbook, project: Path) -> dict[str, str]:
    """Return the Markdown of every page written by hand, without its front matter, by address."""
    composer = Composer(handbook, project)
    screens = {page.uri: composer.screen(address_of(page.uri)) for page in handbook.written}
    return {page.uri: _markdown(page, screens[page.uri]) for page in handbook.written}


def without_gaps_in_chinese(html: str) -> str:
    """Return a page without the gaps that browsers show where lines of Chinese end."""
    out: list[str] = []
    end = 0
    for typed in _AS_TYPED.finditer(html):
        out += [without_ends_in_chinese(html[end : typed.start()]), typed[0]]
        end = typed.end()
    return "".join((*out, without_ends_in_chinese(html[end:])))


def _markdown(page: WrittenPage, screen: Screen) -> str:
    """Return a page's text with its mentions as links that Markdown leaves alone."""
    text = "\n".join(page.lines)
    out: list[str] = []
    end = 0
    for mention in mentions("\n".join(page.prose)):
        link = screen.setter.plain(text[mention.start : mention.end])
        out += [text[end : mention.start], in_heading(link)]
        end = mention.end
    return "".join((*out, text[end:]))
