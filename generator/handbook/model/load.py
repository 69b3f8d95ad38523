"""Load a handbook: read its files, make the objects, tie them together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from handbook.model.definitions import Definitions, definition_of
from handbook.model.explain import Written, explained
from handbook.model.file_names import unportable_files
from handbook.model.handbook import Handbook
from handbook.model.index import Index, rank
from handbook.model.kept import kept_of
from handbook.model.kinds import Definition
from handbook.model.link import link
from handbook.model.memory import Memory
from handbook.model.own_fields import shapes_of
from handbook.model.own_values import Shapes
from handbook.model.pictures import with_pictures
from handbook.model.references import Reference
from handbook.model.section import Section
from handbook.model.sections import order_of, section_of, sections_of
from handbook.model.settings import Settings
from handbook.model.special_files import (
    SECTION,
    SETTINGS,
    SortedFiles,
    sorted_out,
    special_file,
)
from handbook.model.validate import Context, validate
from handbook.model.values import ID
from handbook.model.walk import leaves
from handbook.model.written import WrittenPage, written_page
from handbook.problems import CONSISTENCY, Place, Problem, in_order, problem
from handbook.read import FolderTree, Reading, SourceFile, Tree, read_content
from handbook.read.collector import no_search_for_cycles
from handbook.read.lost_lines import LOST
from handbook.read.nodes import Node, Record, Sequence, Text


@dataclass(frozen=True)
class Loaded:
    """A handbook and what is wrong with it; it is as complete as the files allow."""

    handbook: Handbook
    problems: tuple[Problem, ...]
    pictured: tuple[Text, ...] = ()  # the files of pictures that texts name


def load(project: Path, memory: Memory | None = None) -> Loaded:
    """Read and link the handbook of a project folder; `memory` is of earlier loads of it."""
    return load_tree(FolderTree(project), memory)


def load_tree(tree: Tree, memory: Memory | None = None) -> Loaded:
    """Read and link the handbook of a tree: a folder, or another time of it."""
    with no_search_for_cycles():
        reading = read_content(tree, memory.files if memory else None)
        loaded = assemble(reading, memory)
        should_be = partial(_should_be, own=_own(loaded.handbook))
        better = explained(tree, reading, loaded.problems, should_be)
        return _with_pictures(tree, assemble(better, memory) if better else loaded)


def _own(handbook: Handbook) -> Shapes | None:
    """Return what may stand in the handbook's own fields; None where its settings are broken."""
    return shapes_of(handbook.settings.fields) if handbook.settings_are_whole else None


def _should_be(path: str, own: Shapes | None) -> Written | None:
    """Say what should stand in the file of a path; None where only the reader can tell."""
    context = Context(Section((), "", None, None))
    special = special_file(path)
    if special is not None and special.is_list:
        return None
    if special is not None:
        return Written(special.part, lambda root: special.made(root, context)[1])

    def faults(root: Node) -> list[Problem]:
        nodes = root if isinstance(root, Sequence) else [root]
        found: list[Problem] = []
        for node in nodes:
            definition, told = definition_of(node, context.section, own)
            found += told
            if definition is not None:
                found += _no_ids(definition)
        return found

    return Written(None, faults)


def _no_ids(definition: Definition) -> Iterator[Problem]:
    """Yield what stands where an id should and cannot be one: the lines belong elsewhere."""
    for leaf in leaves(definition):
        reference = leaf.value
        if not isinstance(reference, Reference) or reference.is_open or reference.soft:
            continue
        if not all(ID.fullmatch(part) for part in reference.text.strip("/").split("/")):
            yield problem("not-text", reference.place, "list")


def _with_pictures(tree: Tree, loaded: Loaded) -> Loaded:
    handbook, found = with_pictures(tree, loaded.handbook, loaded.pictured)
    return Loaded(handbook, tuple(in_order([*loaded.problems, *found])))


def assemble(reading: Reading, memory: Memory | None = None) -> Loaded:
    """Make a handbook out of what was read."""
    files = sorted_out(reading.files)
    sheets = files.of(SECTION)
    problems = [*map(_with_cure, reading.problems), *files.problems]
    settings, settings_are_whole = _settings(files, reading, problems)
    made = _maker(files, settings if settings_are_whole else None, memory)
    sections = sections_of(sheets, settings, reading, problems)
    kept = tuple(kept_of(files, sections, problems))
    problems += _unportable(reading, problems)
    definitions: list[Definition] = []
    damaged: set[str] = set()
    unreadable = {
        "/".join((*section_of(folder, sections).path, id)) for folder, id in reading.lost_ids
    }
    lost, nameless = _lost_files(reading), False
    untold: set[str] = set()
    misread = _Misread(reading)
    for file, node in _entries(files.of_definitions, problems):
        section = section_of(file.folder, sections)
        definition, found = made(node, section)
        problems += found
        id = node.get("id") if isinstance(node, Record) else None
        if definition is not None and id != LOST:
            definitions.append(definition)
            if misread.touches(node) or any(each.severity == "error" for each in found):
                damaged.add(definition.address)
            continue
        title = node.get("title") if isinstance(node, Record) else None
        if isinstance(title, Text):
            untold.add(str(title))
        if isinstance(id, Text) and id != LOST:
            unreadable.add("/".join((*section.path, id)))
        else:
            lost = nameless = True
    definitions.sort(key=rank)
    written: list[WrittenPage] = []
    for source in reading.pages:
        page, found = written_page(source, settings.audiences)
        written.append(page)
        problems += found
    handbook = Handbook(
        settings=settings,
        sections=tuple(sorted(sections.values(), key=order_of)),
        definitions=tuple(definitions),
        unreadable=frozenset(unreadable),
        unreadable_titles=frozenset(untold),
        nothing_lost=not lost,
        all_are_named=not nameless,
        damaged=frozenset(damaged),
        settings_are_whole=settings_are_whole,
        written=tuple(written),
        beside=reading.beside,
        kept=kept,
        _index=Index(definitions),
    )
    return _linked(handbook, problems)


def _linked(handbook: Handbook, problems: Iterable[Problem]) -> Loaded:
    """Tie what was made together; `problems` are those of reading and making it."""
    linked = link(handbook)
    told = tuple(in_order([*problems, *linked.problems]))
    complete = all(each.severity != "error" or each.rule in CONSISTENCY for each in told)
    handbook = replace(handbook, links=tuple(linked.links), complete=complete)
    return Loaded(handbook, told, tuple(linked.files))


def _unportable(reading: Reading, told: Iterable[Problem]) -> list[Problem]:
    """Return the files that other systems refuse, but for folders of sections told already."""
    paths = [each.path for each in reading.files]
    paths += [each.path for each in reading.pages]
    paths += [each.path for each in reading.beside]
    told_of = {each.place.path.rpartition("/")[0] for each in told if each.rule == "unfit-name"}
    found = unportable_files(paths)
    return [each for each in found if each.place.path not in told_of]


def _lost_files(reading: Reading) -> bool:
    """Tell whether a file gave nothing at all."""
    read = {each.path for each in reading.files} | {each.path for each in reading.pages}
    return not {each.place.path for each in reading.faults} <= read


class _Misread:
    """Where the reader found something wrong: the definition around it is not whole."""

    def __init__(self, reading: Reading) -> None:
        starts: dict[str, list[Place]] = defaultdict(list)
        for file in reading.files:
            nodes = file.root if isinstance(file.root, Sequence) else [file.root]
            starts[file.path] = sorted(node.place for node in nodes)
        self._places = set()
        for found in reading.faults:
            known = starts[found.place.path]
            at = bisect_right(known, found.place)
            self._places.update(known[max(at - 1, 0) : at or 1])

    def touches(self, node: Node) -> bool:
        """Tell whether something in this definition could not be read."""
        return node.place in self._places


def _maker(files: SortedFiles, settings: Settings | None, memory: Memory | None) -> Definitions:
    """Return what makes definitions, which settings that were understood say more of."""
    roots = (file.root for file in files.of(SETTINGS))
    fields = next((root.get("fields") for root in roots if isinstance(root, Record)), None)
    sheets = {file.folder: file.root for file in files.of(SECTION)}
    return Definitions(sheets, memory, fields, shapes_of(settings.fields) if settings else None)


def _settings(
    files: SortedFiles, reading: Reading, problems: list[Problem]
) -> tuple[Settings, bool]:
    """Return the settings, and whether they are all that was written."""
    place = Place(SETTINGS.path)
    root = Section((), "", None, None)
    for file in files.of(SETTINGS):
        settings, found = validate(Settings, file.root, Context(root))
        problems += found
        if settings is not None:
            misread = any(each.place.path == file.path for each in reading.faults)
            return settings, not found and not misread
    if not files.of(SETTINGS) and all(found.place.path != place.path for found in reading.problems):
        problems.append(problem("no-settings", place, "example"))
    words = {key: Text.at("—", place.path, 1, 1) for key in ("title", "organisation")}
    bare = Record(place, {Text.at(key, place.path, 1, 1): word for key, word in words.items()})
    return Settings.model_validate(bare, context=Context(root)), False


def _with_cure(found: Problem) -> Problem:
    """Tell that an empty file which must be there is to be filled in; it was to be deleted."""
    if found.rule != "empty-file":
        return found
    special = special_file(found.place.path)
    must_be_there = special is not None and special.must_be_there
    return replace(found, hint="title") if must_be_there else found


def _entries(
    files: Iterable[SourceFile], problems: list[Problem]
) -> Iterator[tuple[SourceFile, Node]]:
    """Yield every definition as written, with its file."""
    for file in files:
        root = file.root
        if isinstance(root, Sequence) and not root:
            problems.append(problem("empty-field", root.place, "remove"))
        for node in root if isinstance(root, Sequence) else [root]:
            yield file, node
