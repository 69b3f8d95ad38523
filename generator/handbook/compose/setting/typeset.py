"""Editors' text as HTML: escaped, its Markdown rendered, its mentions turned into links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from handbook.compose.setting.labels import Labels, labels
from handbook.compose.setting.lengths import spelt
from handbook.model.handbook import Handbook
from handbook.model.inline import (
    PICTURE,
    Mention,
    PictureInText,
    beside_text,
    in_words,
    mentions,
)
from handbook.model.kinds import Definition, Standard
from handbook.model.markup import OPENS
from handbook.model.references import Reference, Scope
from handbook.read import Picture
from handbook.read.nodes import Text

# Draws a link: the definition mentioned and the words to show (already escaped).
LinkDrawer = Callable[[Definition, str], str]
PictureSource = Callable[[Picture], str]  # gives the address of a picture, or all of it
# A line in which nothing means anything to Markdown, which most lines are.
_SIGNS = r'\\`*_\[\]<>&"《\n\r\t\0'
_PLAIN = re.compile(rf"[^\s\d{_SIGNS}#+=|~!-](?:[^{_SIGNS}]*[^\s{_SIGNS}])?")
_LONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>\n?", re.S)


@cache
def _markdown() -> MarkdownIt:
    """Make the renderer: tables and emphasis, but no raw HTML or links that could load."""
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
    markdown.enable("table").disable(["image", "html_block", "html_inline", "autolink"])
    markdown.disable(["heading", "lheading", "code", "fence", "reference", "hr"])
    markdown.inline.ruler.before("link", "mention", _mention)
    markdown.inline.ruler.before("mention", "picture", _picture)
    markdown.inline.ruler2.push("lone_picture", _without_breaks)
    markdown.inline.add_terminator_char("《")
    for ours in ("mention", "picture"):
        markdown.add_render_rule(ours, _draw)
    setattr(markdown, "validateLink", _leads_somewhere_safe)  # noqa: B010 (meant to be replaced)
    return markdown


def _leads_somewhere_safe(url: str) -> bool:
    return url.lower().startswith(OPENS)


def _mention(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos : state.pos + 1]
    if sign not in ("[", "《"):
        return False
    mention = next(mentions(state.src[state.pos :]), None)
    if mention is None or mention.start != 0:
        return False
    if not silent:
        token = state.push("mention", "", 0)
        token.meta = {"mention": mention}
    state.pos += mention.end
    return True


def _picture(state: StateInline, silent: bool) -> bool:
    match = PICTURE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.meta = {"picture": PictureInText.found(match)}
    state.pos = match.end()
    return True


def _without_breaks(state: StateInline) -> None:
    """Take out the line ends around pictures, which stand on lines of their own anyhow."""
    tokens = state.tokens
    beside = {at + by for at, each in enumerate(tokens) if each.type == "picture" for by in (-1, 1)}
    state.tokens[:] = [
        each
        for at, each in enumerate(tokens)
        if not (at in beside and each.type in ("softbreak", "hardbreak"))
    ]


def _draw(
    renderer: RendererProtocol,
    tokens: Sequence[Token],
    position: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Draw what is ours as the text at hand has it drawn."""
    token = tokens[position]
    draw: Callable[[Mention | PictureInText], str] = env[token.type]
    return draw(token.meta[token.type])


class Typesetter:
    """Sets text for one medium, as seen from one definition or section."""

    def __init__(
        self,
        handbook: Handbook,
        scope: Scope,
        link: LinkDrawer,
        source: PictureSource | None = None,
    ) -> None:
        self.handbook = handbook
        self.scope = scope
        self.link = link
        self.source = source  # None: no picture can stand here, only what it shows in words
        self._saying: tuple[Standard, ...] = ()  # the standards whose values are being said

    def within(self, scope: Scope) -> Typesetter:
        """Return the same typesetter as seen from another section."""
        return Typesetter(self.handbook, scope, self.link, self.source)

    def prose(self, text: str | None) -> Markup:
        """Set Markdown: paragraphs, lists, tables, emphasis."""
        if not text:
            return Markup("")
        if _PLAIN.fullmatch(str(text)):
            return Markup(f"<p>{text}</p>")
        drawers = {"mention": self._draw, "picture": partial(self._draw_picture, text)}
        return Markup(_markdown().render(str(text), drawers).strip())

    def line(self, text: str | None) -> Markup:
        """Set Markdown without a paragraph around it, for use within a line or a cell."""
        if text and _PLAIN.fullmatch(str(text)):
            return Markup(str(text))
        html = self.prose(text)
        lone = _LONE_PARAGRAPH.fullmatch(html)
        return Markup(lone[1]) if lone else html

    def plain(self, text: str | None) -> Markup:
        """Set plain text; only mentions become links."""
        if not text:
            return Markup("")
        text = in_words(str(text))
        out, end = [], 0
        for mention in mentions(text):
            out.append(escape(text[end : mention.start]))
            out.append(self._draw(mention))
            end = mention.end
        return Markup("".join((*out, escape(text[end:]))))

    def bare(self, text: str | None) -> str:
        """Return text with mentions replaced by their words, without any markup."""
        if not text:
            return ""
        text = in_words(str(text))
        out, end = [], 0
        for mention in mentions(text):
            out += [text[end : mention.start], self._words(mention)]
            end = mention.end
        return "".join((*out, text[end:]))

    def _words(self, mention: Mention) -> str:
        if mention.title is not None:
            return self._t("book-title", title=mention.title)
        found = self._target(mention)
        return mention.words or (self.words_for(found) if found else mention.id or "")

    def words_for(self, definition: Definition) -> str:
        """Return what a mention without words prints: a standard's value, else the title."""
        if not isinstance(definition, Standard) or definition.value is None:
            return str(definition.title)
        standards = self._saying  # a value that mentions itself, in the end, is its title
        if definition in standards:
            return str(definition.title)
        value = Typesetter(self.handbook, definition.section.path, self.link)
        value._saying = (*standards, definition)
        return spelt(value.bare(definition.value), self._t)

    @property
    def _t(self) -> Labels:
        return labels(str(self.handbook.settings.language))

    def _target(self, mention: Mention) -> Definition | None:
        found = self.handbook.meant(mention, self.scope)
        return found[0] if len(found) == 1 else None

    def _draw(self, mention: Mention) -> str:
        target = self._target(mention)
        words = escape(self._words(mention))
        if target is None:
            return words
        if mention.title is not None:
            return self._t("book-title", title=Markup(self.link(target, escape(mention.title))))
        return self.link(target, words)

    def _draw_picture(self, text: str, picture: PictureInText) -> str:
        """Draw a picture with its words below; the words alone where it cannot be shown."""
        words = self.plain(picture.alt)
        path = beside_text(picture.file, text.path) if isinstance(text, Text) else ""
        found = self.handbook.pictures.get(path)
        if found is None or self.source is None:
            return words
        return Markup(
            '<span class="picture picture--full"> '  # a blank, for where tags are taken out
            '<img class="picture__itself" src="{}" alt="{}">'
            '<span class="picture__words" aria-hidden="true">{}</span></span>'
        ).format(self.source(found), self.bare(picture.alt), words)

    def name(self, thing: Definition | Reference) -> Markup:
        """Set the title of a definition as a link to it."""
        if isinstance(thing, Reference):
            found = self.handbook.find(thing)
            if found is None:
                return self.plain(thing.text)
            thing = found
        return Markup(self.link(thing, escape(str(thing.title))))
