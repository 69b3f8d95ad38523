"""Retire a definition: nobody works by it any more, and what named it names its successor."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from handbook.languages import catalogue, fill
from handbook.model.json_schema.words import keys_of
from handbook.model.kinds import Definition
from handbook.read import Sequence
from handbook.revise.after import After, Unnameable, spelling_of, spelt
from handbook.revise.changes import CannotRevise, Changes, Told, tell
from handbook.revise.edits import Edits
from handbook.revise.names import Name, names_in
from handbook.revise.proof import Wish, proved
from handbook.revise.standing import Standing
from handbook.revise.uses import uses_of
from handbook.write import AddItem, AddKey, Change, Data, Replace
from handbook.write.changes import plain

RETIRED = "retired"


def retire(
    standing: Standing,
    id: str,
    replaced_by: str | None = None,
    on: datetime.date | None = None,
) -> Changes:
    """Plan that a definition is retired, on a day and for a successor. Raises CannotRevise.

    What people still work by then names the successor; without one nothing may name what retires.
    """
    definition = standing.definition(id)
    successor = standing.definition(replaced_by) if replaced_by is not None else None
    standing.require_readable()
    _require_sense(definition, successor, on)
    edits = Edits(standing.tree)
    told: list[Told] = []
    if successor is None:
        uses = list(uses_of(standing, definition, by_live_ones=True))
        if uses:
            raise CannotRevise("used-no-successor", told=uses, title=definition.title)
    else:
        told += _succeeded(standing, definition, successor, edits)
    edits.change(definition.place, *_of_head(standing, definition, successor, on))
    contents = {path: text.encode() for path, text in edits.made().items()}
    return proved(standing, Changes(contents, told=tuple(told)), _wish(standing, definition))


def _require_sense(
    definition: Definition, successor: Definition | None, on: datetime.date | None
) -> None:
    """Raise CannotRevise for what cannot be asked."""
    if definition.is_retired:
        raise CannotRevise("retired-already", id=definition.id, is_usage=True)
    if successor is definition:
        raise CannotRevise("own-successor", id=definition.id, is_usage=True)
    if successor is not None and not successor.is_live:
        raise CannotRevise("successor-not-live", id=successor.id, title=successor.title)
    if on is not None and not definition.controlled:
        raise CannotRevise("no-day", id=definition.id, kind=definition.kind, is_usage=True)


def _succeeded(
    standing: Standing, definition: Definition, successor: Definition, edits: Edits
) -> Iterator[Told]:
    """Let what people work by name the successor; refuse where it may not stand."""
    after = After(standing.handbook, successors={definition: successor})
    unfit: list[Told] = []
    for name in names_in(standing.handbook):
        if name.target is not definition or not _is_followed(name, definition):
            continue
        try:
            spelling = spelt(name, after)
        except Unnameable:
            if name.mention is not None and name.mention.title is not None:
                yield tell("title-unlinked", name.exact_place, title=name.typed)
            else:
                wanted = " / ".join(name.kinds)
                unfit.append(tell("unfit-successor", name.exact_place, id=successor.id,
                                  kind=successor.kind, wanted=wanted))  # fmt: skip
            continue
        if spelling is not None:
            edits.spell(name, spelling)
    if unfit:
        raise CannotRevise("unfit-successor", told=unfit, title=successor.title)


def _is_followed(name: Name, definition: Definition) -> bool:
    """Tell whether a name is to be one of the successor: not in what is retired itself."""
    source = name.source
    return source is None or (source is not definition and not source.is_retired)


def _of_head(
    standing: Standing,
    definition: Definition,
    successor: Definition | None,
    on: datetime.date | None,
) -> Iterator[Change]:
    """Yield the changes of the definition itself."""
    order = ("kind", *keys_of(type(definition)))
    yield _said(definition, "status", RETIRED, order)
    typed = None
    if successor is not None:
        typed = spelling_of(definition, successor, After(standing.handbook)).typed
        yield _said(definition, "replaced_by", typed, order)
    if on is None:
        return
    words = catalogue(str(standing.handbook.settings.language), "revise")["written"]
    what = fill(words["replaced" if typed else "retired"], {"successor": f"[[{typed}]]"})
    row: Data = {"on": on.isoformat(), "what": what}
    rows = definition.node_of("changes")
    if rows is None:
        yield AddKey((), "changes", [row], order)
    elif isinstance(rows, Sequence):
        yield AddItem(("changes",), 0, row)
    else:
        yield Replace(("changes",), [row, plain(rows)])


def _said(definition: Definition, key: str, value: str, order: tuple[str, ...]) -> Change:
    if definition.node_of(key) is None:
        return AddKey((), key, value, order)
    return Replace((key,), value)


def _wish(standing: Standing, definition: Definition) -> Wish:
    """Wish for the same handbook; who named what retires is judged by the rules."""
    handbook = standing.handbook
    links = Counter(
        (each.source.address, each.target.address, each.relation, each.part)
        for each in handbook.links
        if each.target is not definition
    )
    titles = {each.address: str(each.title) for each in handbook.definitions}
    return Wish(titles, links, lambda each: each.address)
