"""A handbook that notes what is asked of it, and definitions that note what is read of them.

What composes an output is handed an observed handbook: there is no other way to the model, so no
question can be forgotten. Each output gets a handbook of its own. What is worked out once for a
handbook and kept beside it is worked out once for an output then, and hides no question from the
next one. Definitions are the same objects for all outputs of a world.
"""

from __future__ import annotations

from abc import ABCMeta
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from handbook.model.flow import Flow
from handbook.model.handbook import Handbook, Link
from handbook.model.kinds import Definition, Procedure
from handbook.model.questions.answers import Question
from handbook.model.references import Reference, Scope
from handbook.model.section import Section
from handbook.problems import Place
from handbook.read import Picture

D = TypeVar("D", bound=Definition)


class World:
    """One handbook, with what has been asked of it since `begin`."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.notes: set[Question] = set()
        self._seen: dict[Definition, Definition] = {}
        self._links: dict[int, Link] = {}

    def begin(self) -> Observed:
        """Begin an output: return a handbook that nobody has asked anything."""
        self.notes = {("handbook", "sections")}  # a definition leads to its section unasked
        return Observed._of(self)

    def seen(self, found: D) -> D:
        """Return a definition as it notes what is read of it; always the same object for one."""
        known = self._seen.get(found)
        if known is None:
            known = self._seen[found] = _observed(found, self)
        return cast(D, known)

    def all_seen(self, found: tuple[D, ...]) -> tuple[D, ...]:
        """Return several definitions as they note what is read of them."""
        return tuple(self.seen(each) for each in found)

    def link(self, found: Link) -> Link:
        """Return a mention between observed definitions."""
        known = self._links.get(id(found))
        if known is None:
            source, target = self.seen(found.source), self.seen(found.target)
            known = Link(source, target, found.relation, found.part, found.place)
            self._links[id(found)] = known
        return known


class Observed(Handbook):
    """A handbook that notes each question; what it answers are observed definitions."""

    _world: World

    @classmethod
    def _of(cls, world: World) -> Observed:
        self = object.__new__(cls)
        object.__setattr__(self, "_world", world)
        object.__setattr__(self, "_flows", {})
        return self

    def _whole(self, *question: str) -> Handbook:
        """Note a question and return who answers it."""
        self._world.notes.add(question)
        return self._world.handbook

    @property
    def definitions(self) -> tuple[Definition, ...]:
        return self._world.all_seen(self._whole("order").definitions)

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(map(self._world.link, self._whole("links").links))

    @property
    def pictures(self) -> Mapping[str, Picture]:
        return _Pictures(self._world)

    def __getitem__(self, address: str) -> Definition:
        return self._world.seen(self._whole("candidates", f"/{address}", "")[address])

    def of(self, kind: type[D]) -> tuple[D, ...]:
        return self._world.all_seen(self._whole("kind", kind.__name__).of(kind))

    def in_section(self, section: Section) -> tuple[Definition, ...]:
        found = self._whole("section", section.address).in_section(section)
        return self._world.all_seen(found)

    def with_id(self, id: str) -> tuple[Definition, ...]:
        return self._world.all_seen(self._whole("id", id).with_id(id))

    def candidates(self, text: str, scope: Scope) -> tuple[Definition, ...]:
        whole = self._whole("candidates", str(text), "/".join(scope))
        return self._world.all_seen(tuple(whole.candidates(text, scope)))

    def _nearest(self, reference: Reference) -> Definition | None:
        kinds, scope = " ".join(reference.kinds), "/".join(reference.scope)
        found = self._whole("find", str(reference.text), kinds, scope)._nearest(reference)
        return None if found is None else self._world.seen(found)

    def titled(self, title: str, scope: Scope) -> tuple[Definition, ...]:
        whole = self._whole("titled", str(title), "/".join(scope))
        return self._world.all_seen(whole.titled(title, scope))

    def uses(self, definition: Definition) -> tuple[Link, ...]:
        whole = self._whole("uses", definition.address)
        return tuple(map(self._world.link, whole._outgoing.get(definition.address, ())))

    def used_by(self, definition: Definition) -> tuple[Link, ...]:
        whole = self._whole("used-by", definition.address)
        return tuple(map(self._world.link, whole._incoming.get(definition.address, ())))

    def flow(self, procedure: Procedure) -> Flow:
        if procedure not in self._flows:
            self._flows[procedure] = Flow(procedure, self.seconds)
        return self._flows[procedure]

    def edition(self, definition: Definition) -> str:
        return self._whole("edition", definition.address).edition(raw(definition))


def _of_the_whole(name: str) -> property:
    """Make what the handbook says as a whole: one answer a name."""
    return property(lambda self: getattr(self._whole("handbook", name), name))


def _not_asked(name: str) -> property:
    """Make what nobody who composes may ask: it would answer for all at once, unnoticed."""

    def refuse(self: Observed) -> object:
        raise NotImplementedError(f"what is composed must not ask for {name}")

    return property(refuse)


AS_A_WHOLE = (
    "settings", "sections", "unreadable", "damaged", "unreadable_titles", "nothing_lost",
    "all_are_named", "settings_are_whole", "written", "beside", "kept", "withheld", "logo",
    "complete", "audience",
)  # fmt: skip
NOT_ASKED = (
    "is_named", "titled_almost", "_index", "_found", "_editions", "_by_section", "_outgoing",
    "_incoming",
)  # fmt: skip
for _name in AS_A_WHOLE:
    setattr(Observed, _name, _of_the_whole(_name))
for _name in NOT_ASKED:
    setattr(Observed, _name, _not_asked(_name))


class _Pictures(Mapping[str, Picture]):
    """The pictures of a handbook; each is asked for by itself."""

    def __init__(self, world: World) -> None:
        self._world = world

    def __getitem__(self, path: str) -> Picture:
        self._world.notes.add(("picture", str(path)))
        return self._world.handbook.pictures[path]

    def __iter__(self) -> Iterator[str]:
        self._world.notes.add(("handbook", "pictures"))
        return iter(self._world.handbook.pictures)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _observed(found: D, world: World) -> D:
    """Return a definition that notes which of its fields are read."""
    seen = object.__new__(_observed_class(type(found)))
    for name, value in (("_of", found), ("_notes", world), ("_at", found.address)):
        object.__setattr__(seen, name, value)
    return cast(D, seen)


@cache
def _observed_class(kind: type[Definition]) -> type[Definition]:
    """Make the class of the observed definitions of a kind: each field is a property."""
    body: dict[str, Any] = {
        "__module__": kind.__module__,
        "__slots__": (),
        "__dict__": property(_all_fields),
        "__pydantic_private__": property(_private),
        "section": property(lambda self: self._of.section),
        "address": property(lambda self: self._at),
        "place": property(_place),
        **{name: property(_reading(name)) for name in kind.model_fields},
    }
    # Not by pydantic: it would judge a new kind, and make a schema of it.
    return ABCMeta.__new__(type(kind), kind.__name__, (kind,), body)


def _reading(name: str) -> Callable[[Any], Any]:
    def read(self: Any) -> Any:
        self._notes.notes.add(("field", self._at, name))
        return self._of.__dict__[name]

    return read


def _all_fields(self: Any) -> dict[str, Any]:
    self._notes.notes.add(("whole", self._at))
    found: dict[str, Any] = self._of.__dict__
    return found


def _private(self: Any) -> dict[str, Any] | None:
    self._notes.notes.add(("whole", self._at))
    found: dict[str, Any] | None = self._of.__pydantic_private__
    return found


def _place(self: Any) -> Place:
    """Tell where it stands: the file, and the place among all others."""
    self._notes.notes.update((("path", self._at), ("order",)))
    place: Place = self._of.place
    return place


def raw(definition: D) -> D:
    """Return the definition behind an observed one."""
    return cast(D, getattr(definition, "_of", definition))
