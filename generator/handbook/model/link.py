"""Tie references to the definitions they name, and report those that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.model.handbook import Handbook, Link
from handbook.model.inline import Mention, id_text, mentions, unclosed
from handbook.model.kinds import Definition
from handbook.model.markup import faults_of_markup
from handbook.model.misspelt import put_right
from handbook.model.pictures import files_in
from handbook.model.references import Reference, Scope
from handbook.model.section import SectionSheet
from handbook.model.settings import Settings
from handbook.model.unresolved import WAYS, Meanings, inner_targets
from handbook.model.walk import NOT_PROSE, Leaf, leaves
from handbook.model.written import WrittenPage
from handbook.problems import Problem, names_of, problem
from handbook.read.nodes import Text

TITLE_WORTH_COMPARING = 4  # characters; shorter titles are one off from half the dictionary
NUMERALS = "一二三四五六七八九十甲乙丙丁上中下"
NOTE = "note"


class Linked(NamedTuple):
    """What texts and references lead to: links, the files of pictures, and what leads nowhere."""

    links: list[Link]
    files: list[Text]
    problems: list[Problem]


def link(handbook: Handbook) -> Linked:
    """Return every link of the handbook, the pictures in texts, and what leads nowhere."""
    links: list[Link] = []
    files: list[Text] = []
    problems: list[Problem] = []
    meanings = Meanings(handbook)
    for definition in handbook.definitions:
        for found in _links_of(definition, handbook, meanings):
            if isinstance(found, Link):
                links.append(found)
            elif isinstance(found, Text):
                files.append(found)
            else:
                problems.append(found)
    for section in handbook.sections:
        if section.sheet:
            problems += _faults_of_sheet(section.sheet, section.path, handbook, meanings)
            files += (file for leaf in leaves(section.sheet) for file in files_in(leaf))
    problems += _faults_of_sheet(handbook.settings, (), handbook, meanings)
    for page in handbook.written:
        problems += _faults_of_page(page, handbook, meanings)
    return Linked(links, files, put_right(handbook, problems, meanings.misses))


def _faults_of_sheet(
    sheet: SectionSheet | Settings, scope: Scope, handbook: Handbook, meanings: Meanings
) -> Iterator[Problem]:
    """Yield what is wrong with the references and mentions in a section's sheet or the settings."""
    for leaf in leaves(sheet):
        if isinstance(leaf.value, Reference):
            yield from meanings.problems(leaf.value)
        elif leaf.field == NOTE or leaf.value in ("", sheet.title):
            continue
        else:
            yield from _faults_of_text(leaf.value)
            for mention in mentions(leaf.value):
                word = id_text(leaf.value, mention)
                yield from _faults_of_mention(word, mention, scope, handbook, meanings)


def _faults_of_mention(
    word: Text, mention: Mention, scope: Scope, handbook: Handbook, meanings: Meanings
) -> Iterator[Problem]:
    if mention.id is not None:
        yield from meanings.problems(Reference(word, (), scope))
        return
    found = handbook.titled(mention.title or "", scope)
    if len(found) > 1:
        yield _ambiguous(word, found)
    elif not found:
        yield from _misspelt(word, scope, handbook)


def _faults_of_text(text: Text) -> Iterator[Problem]:
    """Yield what no page and no sheet could draw."""
    yield from faults_of_markup(text)
    at = unclosed(text)
    if at is not None:
        yield problem("unclosed-mention", text.offset_place(at), "close")


def _faults_of_page(page: WrittenPage, handbook: Handbook, meanings: Meanings) -> Iterator[Problem]:
    """Yield what is wrong with the mentions in a page written by hand."""
    scope = handbook.organisation.path
    for line, mention in page.mentions():
        word = id_text(line, mention)
        yield from _faults_of_mention(word, mention, scope, handbook, meanings)


def _links_of(
    definition: Definition, handbook: Handbook, meanings: Meanings
) -> Iterator[Link | Text | Problem]:
    inner = inner_targets(definition)
    for leaf in leaves(definition):
        value = leaf.value
        if isinstance(value, Reference):
            if value.is_open or (leaf.field in WAYS and value.text in inner):
                continue
            if value.soft and ("[" in value.text or "《" in value.text):
                yield from _links_in_text(value.text, definition, leaf, handbook, meanings)
            else:
                yield from _follow(value, definition, leaf, handbook, meanings)
        elif ("[" in value or "《" in value) and _is_prose(leaf):
            yield from _links_in_text(value, definition, leaf, handbook, meanings)
    if definition.controlled:
        for key in ("owner", "approved_by"):
            if not getattr(definition, key):
                for reference in definition.section.default(key) or ():
                    target = handbook.find(reference)
                    if target is not None and target is not definition:
                        yield Link(definition, target, key, None, reference.place)


def _is_prose(leaf: Leaf) -> bool:
    """Tell whether mentions in a text are links; a definition's own title is what they print."""
    own_title = leaf.field == "title" and len(leaf.parts) == 1
    return leaf.field not in NOT_PROSE and not own_title


def _follow(
    reference: Reference,
    definition: Definition,
    leaf: Leaf,
    handbook: Handbook,
    meanings: Meanings,
) -> Iterator[Link | Problem]:
    target = handbook.find(reference)
    if target is None:
        yield from meanings.problems(reference, leaf, definition)
    elif target is not definition:
        yield Link(definition, target, leaf.field, leaf.part_id, reference.place)


def _links_in_text(
    text: Text, definition: Definition, leaf: Leaf, handbook: Handbook, meanings: Meanings
) -> Iterator[Link | Text | Problem]:
    scope = definition.section.path
    yield from _faults_of_text(text)
    yield from files_in(leaf)
    for mention in mentions(text):
        word = id_text(text, mention)
        if mention.id is not None:
            yield from _follow(Reference(word, (), scope), definition, leaf, handbook, meanings)
            continue
        found = handbook.titled(mention.title or "", scope)
        if len(found) > 1 and definition not in found:
            yield _ambiguous(word, found)
        elif found and found[0] is not definition and definition not in found:
            yield Link(definition, found[0], leaf.field, leaf.part_id, word.place)
        elif not found:
            yield from _misspelt(word, scope, handbook)


def _ambiguous(title: Text, found: Iterable[Definition]) -> Problem:
    ids = names_of(f"[[{each.id}]]" for each in found)
    return problem("ambiguous-title", title.place, "ids", title=title, ids=ids)


def _misspelt(title: Text, scope: Scope, handbook: Handbook) -> Iterator[Problem]:
    if len(title) < TITLE_WORTH_COMPARING or title in handbook.unreadable_titles:
        return
    for known, definition in handbook.titled_almost(title, scope):
        if not _numbered_apart(title, known):
            yield problem(
                "misspelt-title", title.place, "nearest",
                title=title, nearest=known, id=definition.id, where=definition.place,
            )  # fmt: skip
            return


def _numbered_apart(left: str, right: str) -> bool:
    """Tell whether two titles differ in a figure only: 7DC表 and 3DC表, 上册 and 下册 are two."""
    if len(left) != len(right):
        return False
    figures = next((a, b) for a, b in zip(left, right, strict=True) if a != b)
    return all((sign.isascii() and sign.isalnum()) or sign in NUMERALS for sign in figures)
