"""The page of each definition."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.control import ControlView
from handbook.compose.frame.page import Page
from handbook.compose.kinds.facts import facts_of
from handbook.compose.kinds.registry import shown
from handbook.compose.kinds.usage import used_by
from handbook.compose.overviews.ways import own_ways
from handbook.compose.pages.moved import moved_pages
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import TAGS, tag_href
from handbook.compose.setting.markdown import is_inline
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Definition
from handbook.model.references import WHO


def definition_page(definition: Definition, composer: Composer) -> Page:
    """Return the page of a definition, with the files it offers."""
    as_shown = shown(definition)
    screen = composer.screen(addresses.page_of(definition), definition.section)
    head: dict[str, object] = {"handbook": {"kind": definition.kind, "id": str(definition.id)}}
    if definition.is_live and definition.weight != 1:
        head["search"] = {"boost": definition.weight}
    if definition.is_retired:
        head["search"] = {"boost": 0.1}
    return composer.page(
        definition.kind,
        screen,
        str(definition.title),
        source=definition.place.path,
        head=head,
        attachments=(
            *as_shown.files(definition, composer.screen(addresses.HOME)),
            *moved_pages(definition, str(composer.handbook.settings.language), composer.t),
        ),
        definition=definition,
        control=ControlView(definition, screen),
        sheets=composer.sheets(definition, screen),
        facts=facts_of(definition, screen),
        uses=used_by(definition, screen),
        tags=_tags(definition, screen),
        words=_words(screen),
        ways=own_ways(definition, composer, screen) if definition.kind in WHO else (),
        **as_shown.body(definition, screen),
    )


def _tags(definition: Definition, screen: Screen) -> list[Markup]:
    page = screen.to(f"{TAGS}.html")
    return [
        Markup('<a class="tag" href="{}">{}</a>').format(tag_href(page, tag), tag)
        for tag in map(str, definition.tags)
    ]


def _words(screen: Screen) -> Callable[[str], Markup]:
    def words(text: str) -> Markup:
        """Set what may stand in a heading: a line of Markdown, or plain text."""
        line = screen.setter.line(text)
        return line if is_inline(line) else screen.setter.plain(text)

    return words
