"""Say plain words where something is mentioned that its reader may not see."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from types import NoneType
from typing import Any, TypeVar

from handbook.model.audiences.evened import evened
from handbook.model.audiences.names import Name, holds_any
from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.inline import Mention, mentions
from handbook.model.kinds import Definition
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference, Scope
from handbook.model.schedules import Interval
from handbook.model.section import Section
from handbook.model.unresolved import WAYS, inner_targets
from handbook.model.written import WrittenPage
from handbook.read.nodes import Node, Record, Sequence, Text

P = TypeVar("P", bound=Part)
NO_TEXT = frozenset({"id", "pattern", "was", "file"})
# What no mention fits into: figures, days, and words out of a fixed list.
SAYS_NO_NAME = (NoneType, bool, int, float, datetime.date, Duration, Interval, str)


class KeptBack:
    """Rewrites parts so that nothing in them names the hidden definitions.

    What mentions nothing hidden is returned as it is.
    """

    def __init__(
        self,
        handbook: Handbook,
        hidden: Collection[Definition],
        names: Collection[Name],
        instead: str,
    ) -> None:
        self.handbook = handbook
        self.hidden = hidden
        self.names = names  # of all that is kept back, sections and pages too
        self.instead = instead
        self._keys = {name.key for name in names}
        self._inner: Collection[str] = ()
        self._now: dict[int, Text] = {}  # what was written, by identity, and what stands there now

    def definition(self, definition: Definition, section: Section) -> Definition:
        """Return a definition as it is shown, in its section as that is shown."""
        self._inner = inner_targets(definition)
        shown = self.part(definition, section.path)
        if shown is definition and section is definition.section:
            return definition
        if shown is definition:
            shown = definition.model_copy()
        shown._section = section
        return shown

    def part(self, part: P, scope: Scope) -> P:
        """Return a part without a word of what is hidden; its ids are looked up from `scope`."""
        now: dict[str, Any] = {}
        for field, value in part.__dict__.items():
            changed = self._value(value, field.rstrip("_"), scope)
            if changed is not value:
                now[field] = changed
        if not now:
            return part
        shown = part.model_copy(update=now)
        private = dict(part.__pydantic_private__ or {})
        private["_written"] = self._node(private["_written"])
        object.__setattr__(shown, "__pydantic_private__", private)
        return shown

    def page(self, page: WrittenPage) -> WrittenPage:
        """Return a page written by hand without a word of what is hidden."""
        scope = self.handbook.organisation.path
        text, prose = "\n".join(page.lines), "\n".join(page.prose)
        shown = self._shown(text, scope, prose)
        if shown is None:
            return page
        lines = zip(shown.split("\n"), page.lines, strict=True)
        return page.with_lines(
            line if now == line else Text.at(now, line.path, line.line, line.column, block=True)
            for now, line in lines
        )

    def _value(self, value: Any, field: str, scope: Scope) -> Any:
        kind = type(value)
        if kind is Text:
            return value if field in NO_TEXT else self._text(value, scope)
        if kind is Reference:
            return self._reference(value, field)
        if kind is Span:
            return self._span(value)
        if kind is tuple:
            items = tuple(self._value(item, field, scope) for item in value)
            same = all(a is b for a, b in zip(items, value, strict=True))
            return value if same else items
        if kind is dict:
            changed = {key: self._value(item, field, scope) for key, item in value.items()}
            return value if all(changed[key] is value[key] for key in value) else changed
        if isinstance(value, Part):
            return self.part(value, scope)
        if not isinstance(value, SAYS_NO_NAME):  # silence would be a way past what is kept back
            raise TypeError(f"{field}: it is not decided what an audience is shown of {kind}")
        return value

    def _reference(self, reference: Reference, field: str) -> Reference:
        """Return a reference; one to something hidden becomes words that name nothing."""
        if field in WAYS and reference.text in self._inner:
            return reference
        found = self.handbook.find(reference)
        if found in self.hidden:
            words = self._put(reference.text, self.instead)
        elif found is None and reference.soft:  # words, in which something may be mentioned
            words = self._text(reference.text, reference.scope)
        else:
            return reference
        if words is reference.text:
            return reference
        return Reference(words, (), reference.scope, soft=True)

    def _span(self, span: Span) -> Span:
        if span.standard is None or self.handbook.find(span.standard) not in self.hidden:
            return span
        mention = next(mentions(span.text))
        return Span(self._put(span.text, self._words(mention)), "word")

    def _text(self, text: Text, scope: Scope) -> Text:
        """Return a text with plain words for what is hidden."""
        shown = self._shown(text, scope, text)
        return text if shown is None else self._put(text, shown)

    def _shown(self, text: str, scope: Scope, prose: str) -> str | None:
        """Return a text with plain words for what is hidden; None where nothing in it is.

        `prose` is the text without its code. There are as many lines as before.
        """
        out: list[str] = []
        end = 0
        for mention in mentions(prose):
            if self._is_hidden(mention, scope):
                breaks = "\n" * text.count("\n", mention.start, mention.end)
                out += [text[end : mention.start], self._words(mention), breaks]
                end = mention.end
        return "".join((*out, text[end:])) if out else None

    def _is_hidden(self, mention: Mention, scope: Scope) -> bool:
        found = self.handbook.meant(mention, scope)
        if found and all(each in self.hidden for each in found):
            return True
        return mention.title is not None and evened(mention.title) in self._keys

    def _words(self, mention: Mention) -> str:
        """Return the words an editor gave a mention, unless they name what is kept back."""
        words = mention.words
        if not words or words == mention.id or holds_any(self.names, words):
            return self.instead
        return words

    def _put(self, text: Text, words: str) -> Text:
        now = Text.at(words, text.path, text.line, text.column, block=True)
        self._now[id(text)] = now
        return now

    def _node(self, node: Node) -> Node:
        """Return what was written, with what stands there now."""
        if isinstance(node, Record):
            return Record(node.place, {key: self._node(value) for key, value in node.items()})
        if isinstance(node, Sequence):
            return Sequence(node.place, [self._node(item) for item in node])
        return self._now.get(id(node), node)
