"""The handbook: every definition in its place, and what each one mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, overload

from handbook.model.durations import Duration
from handbook.model.edition import edition_of
from handbook.model.flow import Flow
from handbook.model.index import Index, grouped
from handbook.model.inline import Mention
from handbook.model.kept import Kept
from handbook.model.kinds import Definition, Procedure, Standard, Unit
from handbook.model.limits import Span, span_of
from handbook.model.part import Part
from handbook.model.references import Reference, Scope
from handbook.model.section import Section
from handbook.model.settings import Settings
from handbook.model.written import WrittenPage
from handbook.problems import Place
from handbook.read import Beside, Picture
from handbook.read.nodes import Text

D = TypeVar("D", bound=Definition)
P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Link:
    """One definition mentions another: in which field, in which step, line or article, and where.

    `relation` is the name of the field (`by`, `fill`, `reports_to`, `text` …); `part` is the id of
    the step, line, field or article that holds the mention, or None.
    """

    source: Definition
    target: Definition
    relation: str
    part: str | None
    place: Place


@dataclass(frozen=True, eq=False)
class Handbook:
    """One linked model of everything under content/.

    `sections` begin with the organisation itself (path ()); `definitions` stand in the order of
    their sections, then of their kinds, then as written. `unreadable` are the addresses of
    definitions that exist but could not be understood: mentioning them is no fault of the one who
    does.
    """

    settings: Settings
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]
    links: tuple[Link, ...] = ()
    unreadable: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()  # understood in part only; see `whole`
    unreadable_titles: frozenset[str] = frozenset()
    nothing_lost: bool = True  # of everything that was written, at least the id is known
    all_are_named: bool = True  # every definition that was read has an id
    settings_are_whole: bool = True  # content/handbook.yml was there and understood
    written: tuple[WrittenPage, ...] = ()  # the pages written by hand
    beside: tuple[Beside, ...] = ()  # what lies beside them, published as it is
    kept: tuple[Kept, ...] = ()  # what the other special files say
    withheld: frozenset[str] = frozenset()  # files below content/pages not for this audience
    logo: Picture | None = None  # what settings.logo names, read
    pictures: Mapping[str, Picture] = field(default_factory=dict, repr=False)  # by their paths
    complete: bool = True  # nothing at all was wrong with what was read, made and linked
    audience: str | None = None  # whose it is; None: of those who may read everything
    _index: Index = field(default_factory=Index, repr=False)
    _flows: dict[Procedure, Flow] = field(default_factory=dict, repr=False)
    _found: dict[Reference, Definition | None] = field(default_factory=dict, repr=False)
    _editions: dict[Definition, str] = field(default_factory=dict, repr=False)

    @property
    def organisation(self) -> Section:
        """The section that stands for the whole."""
        return self.sections[0]

    def __getitem__(self, address: str) -> Definition:
        """Return the definition at `section/id`; raise KeyError when there is none."""
        at = self._index.at(address)
        if not at:
            raise KeyError(address)
        return at[0]

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """Return all definitions of a kind."""
        return tuple(d for d in self.definitions if isinstance(d, kind))

    @overload
    def whole(self) -> tuple[Definition, ...]: ...
    @overload
    def whole(self, kind: type[D]) -> tuple[D, ...]: ...
    def whole(self, kind: type[Definition] = Definition) -> tuple[Definition, ...]:
        """Return the definitions of a kind that were understood completely.

        What is missing from a damaged one has been reported already; judging the rest of it would
        only repeat the same fault in other words.
        """
        return tuple(d for d in self.of(kind) if d.address not in self.damaged)

    @overload
    def current(self) -> tuple[Definition, ...]: ...
    @overload
    def current(self, kind: type[D]) -> tuple[D, ...]: ...
    def current(self, kind: type[Definition] = Definition) -> tuple[Definition, ...]:
        """Return the whole definitions of a kind that are not retired."""
        return tuple(d for d in self.whole(kind) if not d.is_retired)

    def listed(self, part: type[P]) -> tuple[P, ...]:
        """Return the parts of a type that the special files hold, section by section."""
        return tuple(each for file in self.kept for each in file.parts if isinstance(each, part))

    def in_section(self, section: Section) -> tuple[Definition, ...]:
        """Return the definitions that stand in a section itself, not in those below it."""
        return self._by_section.get(section.path, ())

    def subsections(self, section: Section) -> tuple[Section, ...]:
        """Return the sections directly below one."""
        return tuple(s for s in self.sections if s.parent is section)

    def with_id(self, id: str) -> tuple[Definition, ...]:
        """Return what bears an id in any section."""
        return self._index.with_id(id)

    def candidates(self, text: str, scope: Scope) -> Iterable[Definition]:
        """Return what `text` may name as seen from `scope`, nearest section first."""
        return self._index.candidates(text, scope)

    @overload
    def find(self, reference: Reference) -> Definition | None: ...

    @overload
    def find(self, reference: Reference, kind: type[D]) -> D | None: ...

    def find(
        self, reference: Reference, kind: type[Definition] = Definition
    ) -> Definition | None:
        """Return the nearest definition that a reference names, of a kind that may stand there.

        With a `kind`, None for any other.
        """
        found = self._nearest(reference)
        return found if isinstance(found, kind) else None

    def _nearest(self, reference: Reference) -> Definition | None:
        if reference not in self._found:
            candidates = self.candidates(str(reference.text), reference.scope)
            fitting = (d for d in candidates if not reference.kinds or d.kind in reference.kinds)
            self._found[reference] = next(fitting, None)
        return self._found[reference]

    def is_named(self, definition: Definition) -> bool:
        """Tell whether a reference that was looked up names a definition by its id."""
        return any(found is definition for found in self._found.values())

    @overload
    def all_of(self, references: Iterable[Reference]) -> tuple[Definition, ...]: ...

    @overload
    def all_of(self, references: Iterable[Reference], kind: type[D]) -> tuple[D, ...]: ...

    def all_of(
        self, references: Iterable[Reference], kind: type[Definition] = Definition
    ) -> tuple[Definition, ...]:
        """Return the definitions of a kind that references name; others are left out."""
        found = (self._nearest(reference) for reference in references)
        return tuple(each for each in found if isinstance(each, kind))

    def titled(self, title: str, scope: Scope) -> tuple[Definition, ...]:
        """Return what 《title》 means as seen from `scope`: more than one when it is ambiguous."""
        return self._index.titled(title, scope)

    def meant(self, mention: Mention, scope: Scope) -> tuple[Definition, ...]:
        """Return what a mention means as seen from `scope`: more than one when it is ambiguous."""
        if mention.title is not None:
            return self.titled(mention.title, scope)
        return tuple(self.candidates(mention.id or "", scope))[:1]

    def titled_almost(self, title: str, scope: Scope) -> Iterator[tuple[str, Definition]]:
        """Return the titles and aliases one character off, of what can be seen from `scope`."""
        return self._index.titled_almost(title, scope)

    def uses(self, definition: Definition) -> tuple[Link, ...]:
        """Return what a definition mentions, in the order of writing."""
        return tuple(self._outgoing.get(definition.address, ()))

    def used_by(self, definition: Definition) -> tuple[Link, ...]:
        """Return who mentions a definition."""
        return tuple(self._incoming.get(definition.address, ()))

    def seconds(self, span: Span) -> float | None:
        """Return the most seconds a span allows, or None when nobody can tell.

        A standard is as long as its value; one with levels as long as the longest of them.
        """
        seconds: list[float] = []
        for _, each in self.meant_by(span):
            if each is None or each.seconds is None:
                return None
            seconds.append(each.seconds)
        return max(seconds, default=None)

    def duration(self, span: Span) -> Duration | None:
        """Return the length of time a span tells of, or None; see seconds."""
        found: list[Duration] = []
        for _, each in self.meant_by(span):
            if each is None or each.duration is None:
                return None
            found.append(each.duration)
        return max(found, key=lambda each: each.high, default=None)

    def meant_by(self, span: Span) -> list[tuple[Text, Span | None]]:
        """Return what a limit says, as (words, span): of a standard its value and its levels.

        The span is None where the words are no time. A standard may name another; one that names
        itself in the end says nothing.
        """
        found: list[tuple[Text, Span | None]] = []
        ahead, seen = [span], set()
        while ahead:
            at = ahead.pop()
            standard = self.find(at.standard) if at.standard is not None else None
            if not isinstance(standard, Standard):
                found.append((at.text, at))
            elif standard.address not in seen:
                seen.add(standard.address)
                for words in (standard.value, *(level.value for level in standard.levels)):
                    inner = span_of(words, standard.section.path) if words is not None else None
                    if inner is not None and inner.standard is not None:
                        ahead.append(inner)
                    elif words is not None:
                        found.append((words, inner))
        return found

    def lineage(self, unit: Unit) -> tuple[Unit, ...]:
        """Return a unit, then each one above it; a circle is walked once."""
        above: dict[Unit, None] = {}
        at: Definition | None = unit
        while isinstance(at, Unit) and at not in above:
            above[at] = None
            at = self.find(at.parent) if at.parent else None
        return tuple(above)

    def flow(self, procedure: Procedure) -> Flow:
        """Return the ways through a procedure."""
        if procedure not in self._flows:
            self._flows[procedure] = Flow(procedure, self.seconds)
        return self._flows[procedure]

    def edition(self, definition: Definition) -> str:
        """Return the six digits that tell what readers are shown of a definition."""
        if definition not in self._editions:
            self._editions[definition] = edition_of(definition, self)
        return self._editions[definition]

    def successor(self, definition: Definition) -> Definition | None:
        """Return what is used instead of a definition: past what is retired itself."""
        passed = [definition]
        while (reference := passed[-1].replaced_by) is not None:
            found = self.find(reference)
            if found is None or found in passed:
                break
            passed.append(found)
            if not found.is_retired:
                break
        return passed[-1] if len(passed) > 1 else None

    @cached_property
    def _by_section(self) -> Mapping[Scope, tuple[Definition, ...]]:
        return grouped((each.section.path, each) for each in self.definitions)

    @cached_property
    def _outgoing(self) -> dict[str, list[Link]]:
        return _grouped(self.links, lambda link: link.source.address)

    @cached_property
    def _incoming(self) -> dict[str, list[Link]]:
        return _grouped(self.links, lambda link: link.target.address)


def _grouped(links: Iterable[Link], key: Callable[[Link], str]) -> dict[str, list[Link]]:
    grouped: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        grouped[key(link)].append(link)
    return grouped
