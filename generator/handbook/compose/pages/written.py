"""Pages written by hand: their Markdown as it stands, with links where they mention definitions."""

from __future__ import annotations

from pathlib import Path

from handbook.compose.medium import Screen
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.markdown import in_heading
from handbook.model.handbook import Handbook
from handbook.model.inline import mentions
from handbook.model.written import WrittenPage
from handbook.read.pages import address_of


def written_pages(handbook: Handbook, project: Path) -> dict[str, str]:
    """Return the Markdown of every page written by hand, without its front matter, by address."""
    composer = Composer(handbook, project)
    screens = {page.uri: composer.screen(address_of(page.uri)) for page in handbook.written}
    return {page.uri: _markdown(page, screens[page.uri]) for page in handbook.written}


def _markdown(page: WrittenPage, screen: Screen) -> str:
    lines = zip(page.lines, page.prose, strict=True)
    return "\n".join(_linked(line, prose, screen) for line, prose in lines)


def _linked(line: str, prose: str, screen: Screen) -> str:
    """Return a line with its mentions as links that Markdown leaves alone."""
    out: list[str] = []
    end = 0
    for mention in mentions(prose):
        link = screen.setter.plain(line[mention.start : mention.end])
        out += [line[end : mention.start], in_heading(link)]
        end = mention.end
    return "".join((*out, line[end:]))
