"""Tie references to the definitions they name, and report those that name nothing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook, Link
from handbook.model.inline import id_text, mentions
from handbook.model.kinds import Definition, Procedure, Script
from handbook.model.kinds.procedure import END
from handbook.model.nearest import differ_by_one, nearest
from handbook.model.references import Reference, Scope
from handbook.model.values import ID
from handbook.model.walk import Leaf, leaves
from handbook.problems import Place, Problem, problem
from handbook.read.nodes import Text

TITLE_WORTH_COMPARING = 4  # characters; shorter titles are one off from half the dictionary
WAYS = ("go", "next")  # fields that lead on within a definition, or out of it
NOT_PROSE = frozenset({"id", "code", "pattern", "aliases", "note"})


def link(handbook: Handbook) -> tuple[list[Link], list[Problem]]:
    """Return every link of the handbook, and the references that lead nowhere."""
    links: list[Link] = []
    problems: list[Problem] = []
    for definition in handbook.definitions:
        for found in _links_of(definition, handbook):
            (links if isinstance(found, Link) else problems).append(found)
    for section in handbook.sections:
        if section.sheet and section.sheet.defaults:
            for leaf in leaves(section.sheet.defaults):
                if isinstance(leaf.value, Reference):
                    problems += _unresolved(leaf.value, handbook)
    return links, problems


def _links_of(definition: Definition, handbook: Handbook) -> Iterator[Link | Problem]:
    inner = _inner_targets(definition)
    for leaf in leaves(definition):
        value = leaf.value
        if isinstance(value, Reference):
            if value.is_open or (leaf.field in WAYS and value.text in inner):
                continue
            yield from _follow(value, definition, leaf, handbook)
        elif ("[[" in value or "《" in value) and _is_prose(leaf):
            yield from _links_in_text(value, definition, leaf, handbook)
    if definition.controlled:
        for key in ("owner", "approved_by"):
            if not getattr(definition, key):
                for reference in definition.section.default(key) or ():
                    target = handbook.find(reference)
                    if target:
                        yield Link(definition, target, key, None, reference.place)


def _is_prose(leaf: Leaf) -> bool:
    """Tell whether mentions in a text are links; a definition's own title is what they print."""
    own_title = leaf.field == "title" and len(leaf.parts) == 1
    return leaf.field not in NOT_PROSE and not own_title


def _inner_targets(definition: Definition) -> dict[str, None]:
    """Return the ids that `go` and `next` may name within the definition itself, in order."""
    inner: list[str | None] = []
    if isinstance(definition, Procedure):
        inner = [step.id for step in definition.steps]
    elif isinstance(definition, Script):
        inner = [line.id for line in definition.lines]
    else:
        return {}
    return dict.fromkeys([*(str(id) for id in inner if id), END])


def _follow(
    reference: Reference, definition: Definition, leaf: Leaf, handbook: Handbook
) -> Iterator[Link | Problem]:
    target = handbook.find(reference)
    if target is None:
        yield from _unresolved(reference, handbook, leaf, definition)
    elif target is not definition:
        yield Link(definition, target, leaf.field, leaf.part_id, reference.place)


def _links_in_text(
    text: Text, definition: Definition, leaf: Leaf, handbook: Handbook
) -> Iterator[Link | Problem]:
    scope = definition.section.path
    for mention in mentions(text):
        word = id_text(text, mention)
        if mention.id is not None:
            yield from _follow(Reference(word, (), scope), definition, leaf, handbook)
            continue
        found = handbook.titled(mention.title, scope)
        if len(found) > 1 and definition not in found:
            ids = " ".join(f"[[{each.id}]]" for each in found)
            yield problem("ambiguous-title", word.place, "ids", title=word, ids=ids)
        elif found and found[0] is not definition and definition not in found:
            yield Link(definition, found[0], leaf.field, leaf.part_id, word.place)
        elif not found:
            yield from _misspelt(word, scope, handbook)


def _misspelt(title: Text, scope: Scope, handbook: Handbook) -> Iterator[Problem]:
    if len(title) < TITLE_WORTH_COMPARING:
        return
    for known, definition in handbook.titles_in(scope):
        if differ_by_one(title, known) and not _numbered_apart(title, known):
            yield problem(
                "misspelt-title", title.place, "nearest",
                title=title, nearest=known, id=definition.id, where=definition.place,
            )  # fmt: skip
            return


def _numbered_apart(left: str, right: str) -> bool:
    """Tell whether two titles differ in a figure or letter only: 7DC表 and 3DC表 are two forms."""
    differing = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    return len(left) == len(right) and all(c.isascii() and c.isalnum() for c in differing[0])


def _unresolved(
    reference: Reference,
    handbook: Handbook,
    leaf: Leaf | None = None,
    definition: Definition | None = None,
) -> Iterator[Problem]:
    text = reference.text
    if handbook.find(reference) or reference.is_open or _known_but_unreadable(reference, handbook):
        return
    other = next(iter(handbook.candidates(str(text), reference.scope)), None)
    if other is not None and not reference.soft:
        yield problem(
            "wrong-kind", text.place, "wanted",
            id=text, kind=other.kind, wanted=" / ".join(reference.kinds), where=other.place,
        )  # fmt: skip
        return
    near = _nearest(reference, handbook)
    if reference.soft and (near is None or near[0] != "nearest" or not _looks_like_id(text)):
        return
    if leaf is not None and leaf.field in WAYS:
        yield _to_nowhere(text, near, definition, handbook)
    elif near is not None:
        hint, shown, where = near
        yield problem("unknown-reference", text.place, hint, id=text, nearest=shown, where=where)
    else:
        yield problem("unknown-reference", text.place, "define", id=text)


def _to_nowhere(
    text: Text, near: Near | None, definition: Definition, handbook: Handbook
) -> Problem:
    """Tell that a branch names neither a part of its own definition nor another definition."""
    inner = _inner_targets(definition)
    local = nearest(str(text), inner)
    if local:
        return problem("branch-to-nowhere", text.place, "part", id=text, nearest=local)
    if near is not None and near[0] != "list":
        hint, shown, where = near
        return problem("branch-to-nowhere", text.place, hint, id=text, nearest=shown, where=where)
    known = " ".join(inner)
    return problem("branch-to-nowhere", text.place, "known", id=text, known=known)


def _looks_like_id(text: Text) -> bool:
    return "-" in text and ID.fullmatch(text) is not None


Near = tuple[str, str, Place | str]  # the hint that fits, what it suggests, where that stands


def _nearest(reference: Reference, handbook: Handbook) -> Near | None:
    """Return what an unknown id may have meant."""
    text, scope = str(reference.text), reference.scope
    for found in handbook.titled(text, scope):
        if _fits(found, reference):
            return "title", str(found.id), found.place
    for found in handbook.definitions:
        if found.id == text.rpartition("/")[2] and _fits(found, reference):
            return "elsewhere", found.address, found.place
    visible = {
        str(d.address if "/" in text else d.id): d
        for d in reversed(handbook.definitions)
        if _fits(d, reference) and ("/" in text or d.section.path == scope[: len(d.section.path)])
    }
    near = nearest(text, visible)
    if near:
        return "nearest", near, visible[near].place
    words = _split(text)
    if len(words) > 1 and not reference.soft:
        return "list", ", ".join(words), ""
    return None


def _split(text: str) -> list[str]:
    for sign in "、，,;；":
        text = text.replace(sign, " ")
    return text.split()


def _fits(definition: Definition, reference: Reference) -> bool:
    return not reference.kinds or definition.kind in reference.kinds


def _known_but_unreadable(reference: Reference, handbook: Handbook) -> bool:
    text, scope = str(reference.text), reference.scope
    if "/" in text:
        return text.removeprefix("/") in handbook.unreadable
    return any(
        "/".join((*scope[:depth], text)) in handbook.unreadable for depth in range(len(scope) + 1)
    )
