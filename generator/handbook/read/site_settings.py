"""What mkdocs.yml says that decides about reading: its folders, and the Markdown of its pages.

Read without MkDocs: `handbook check` must find what would stop a build, or publish the sources.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from handbook.problems import Place, Problem, problem
from handbook.read.addresses_in_html import Address
from handbook.read.conflicts import without_conflicts
from handbook.read.tree import Tree, Unreadable, lies_in

SITE_SETTINGS = "mkdocs.yml"
OURS = frozenset({"search", "material/search", "offline", "material/offline", "handbook"})
DOCS, SITE, THEME = "docs_dir", "site_dir", "custom_dir"
PAGES = "content/pages"
LOADED = ("extra_css", "extra_javascript")
FOREIGN_THEMES = ("mkdocs", "readthedocs")
MANY_TIMES = frozenset({"blog", "material/blog"})  # plugins that may stand several times
SOURCES = ("content", "templates")  # nothing of these is published as it lies there
INHERIT = "INHERIT"
# What lays the text or the picture of another file into a page: past the check, and past what is
# kept back from an audience. Extensions are told by name, whoever wrote them.
_INCLUDES = {
    "markdown_extensions": re.compile(r"(?:^|[._-])(?:includes?|snippets?|b64)(?=$|[._:-])", re.I),
    "plugins": re.compile(r"(?:[\w.-]+/)?include[-_]markdown", re.I),
}


@dataclass(frozen=True)
class Dialect:
    """The Markdown that pages are written in: extensions, and their settings as JSON."""

    extensions: tuple[str, ...] = ()
    settings: str = "{}"


PLAIN = Dialect()


@dataclass(frozen=True)
class SiteSettings:
    """What mkdocs.yml says, as far as it concerns what is read."""

    dialect: Dialect = PLAIN
    has_other_plugins: bool = False  # which may make pages that we do not know of
    has_handbook: bool = False  # a site is made of the handbook
    names_pages: bool = False  # docs_dir is the folder of pages written by hand
    problems: tuple[Problem, ...] = ()


def read_site_settings(tree: Tree) -> SiteSettings:
    """Read mkdocs.yml; a project without one has only what is the same for all."""
    if tree.entry(SITE_SETTINGS).kind != "file":
        return SiteSettings()
    try:
        whole = _whole(tree, SITE_SETTINGS, ())
    except _Unusable as error:
        return SiteSettings(problems=(error.found,))
    found = {key.value: node for key, node in whole.value if _is_name(key)}
    plain = {key: _plain(node) for key, node in found.items()}
    theme = plain.get("theme")
    custom = theme.get(THEME) if isinstance(theme, dict) else None
    folders = {DOCS: plain.get(DOCS, "docs"), SITE: plain.get(SITE, "site"), THEME: custom}
    faults = [
        problem("site-settings", _place(found, key), hint, key=key, pages=PAGES)
        for key, hint in misplaced(tree, folders)
    ]
    loaded = (each for key in LOADED for each in _elsewhere(found.get(key)))
    faults += (problem("site-settings", at, "elsewhere", address=a) for a, at in loaded)
    faults += (*_including(found), *_doubled(whole), *_foreign_theme(found, plain))
    plugins = _names(plain.get("plugins"))
    return SiteSettings(
        _dialect(plain.get("markdown_extensions")),
        not OURS.issuperset(plugins) or bool(plain.get("hooks")),
        "handbook" in (*plugins, plain.get("plugins")),
        isinstance(folders[DOCS], str) and tree.real(folders[DOCS]) == tree.real(PAGES),
        tuple(faults),
    )


def misplaced(tree: Tree, folders: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the folders of mkdocs.yml that would publish or overwrite sources, and why.

    What is no plain path, such as `!ENV`, is judged when it is known: in the build.
    """
    sources = [tree.real(each) for each in SOURCES]
    for key, written in folders.items():
        if not isinstance(written, str):
            continue
        path = tree.real(written)
        if key == DOCS:
            if path != tree.real(PAGES):
                yield key, "pages"
        elif key == SITE:
            everything = (*sources, tree.real(""))
            if any(lies_in(path, each) for each in sources) or any(
                lies_in(each, path) for each in everything
            ):
                yield key, "apart"
        elif lies_in(path, sources[0]) or any(lies_in(each, path) for each in sources):
            yield key, "theme"


class _Unusable(Exception):
    """A file of settings that cannot be read; it carries the problem."""

    def __init__(self, found: Problem) -> None:
        self.found = found


def _unusable(place: Place, hint: str, **details: str) -> _Unusable:
    return _Unusable(problem("site-settings", place, hint, **details))


def _whole(tree: Tree, name: str, heirs: tuple[str, ...]) -> yaml.MappingNode:
    """Return what a file of settings says, laid over what the file says that it inherits from."""
    root = _read(tree, name)
    parent = next((node for key, node in root.value if key.value == INHERIT), None)
    if parent is None or not parent.tag.startswith("tag:yaml.org,2002:"):
        return root  # what a tag stands for only MkDocs can tell
    above = posixpath.normpath(posixpath.join(posixpath.dirname(name), str(parent.value)))
    if not isinstance(parent, yaml.ScalarNode) or tree.entry(above).kind != "file":
        raise _unusable(_at(parent.start_mark), "no-parent", path=_written(parent))
    if above in (*heirs, name):
        raise _unusable(_at(parent.start_mark), "circle", path=_written(parent))
    return _laid_over(_whole(tree, above, (*heirs, name)), root)


def _read(tree: Tree, name: str) -> yaml.MappingNode:
    try:
        text = tree.read(name).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        for found in without_conflicts(text, name)[1]:
            raise _Unusable(found)
        loader = yaml.SafeLoader(text)
        loader.name = name  # every place tells its file
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise _unusable(_at(mark) if mark else Place(name), "yaml") from error
    except (Unreadable, ValueError, yaml.YAMLError) as error:
        raise _unusable(Place(name), "yaml") from error
    if not isinstance(root, yaml.MappingNode):
        raise _unusable(Place(name), "yaml")
    return root


def _laid_over(below: yaml.MappingNode, own: yaml.MappingNode) -> yaml.MappingNode:
    """Return keys below with those of one's own over them; keys within keys likewise, as MkDocs."""
    merged = {key.value: (key, node) for key, node in below.value if _is_name(key)}
    for key, node in own.value:
        under = merged.get(key.value, (key, None))[1] if _is_name(key) else None
        both = isinstance(under, yaml.MappingNode) and isinstance(node, yaml.MappingNode)
        if _is_name(key):
            merged[key.value] = (key, _laid_over(under, node) if both else node)
    return yaml.MappingNode(own.tag, list(merged.values()), own.start_mark, own.end_mark)


def _says(key: yaml.Node, word: str) -> bool:
    return isinstance(key, yaml.ScalarNode) and key.value == word


def _is_name(key: yaml.Node) -> bool:
    return isinstance(key, yaml.ScalarNode)


def _written(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else INHERIT


def _at(mark: yaml.Mark) -> Place:
    return Place(mark.name, mark.line + 1, mark.column + 1)


def _elsewhere(node: yaml.Node | None) -> Iterator[tuple[str, Place]]:
    """Yield the styles and scripts that every page would load from elsewhere."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        paths = [item] if isinstance(item, yaml.ScalarNode) else item.value
        for path in (each[1] if isinstance(each, tuple) else each for each in paths):
            address = Address(str(path.value), "link", loads=True)
            if isinstance(path, yaml.ScalarNode) and address.scheme:
                yield address.written, _at(path.start_mark)


def _including(found: Mapping[str, yaml.Node]) -> Iterator[Problem]:
    """Tell of extensions and plugins that lay other files into pages."""
    for key, including in _INCLUDES.items():
        for name in _named(found.get(key)):
            if including.search(name.value):
                at = _at(name.start_mark)
                yield problem("site-settings", at, "includes", key=key, name=name.value)


def _doubled(root: yaml.MappingNode) -> Iterator[Problem]:
    """Tell of keys, and of plugins, that stand twice: of a key only the last would count."""
    plugins = next((node for key, node in root.value if _says(key, "plugins")), None)
    for names in ([key for key, _ in root.value if _is_name(key)], list(_named(plugins))):
        first: dict[str, yaml.ScalarNode] = {}
        for name in names:
            if name.value in first and name.value not in MANY_TIMES:
                line = str(first[name.value].start_mark.line + 1)
                at = _at(name.start_mark)
                yield problem("site-settings", at, "twice", name=name.value, line=line)
            first.setdefault(name.value, name)


def _foreign_theme(found: dict[str, yaml.Node], plain: Mapping[str, Any]) -> Iterator[Problem]:
    """Tell of the themes that MkDocs brings: their pages load scripts from elsewhere."""
    theme = plain.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name in FOREIGN_THEMES:
        yield problem("site-settings", _place(found, "theme"), "foreign-theme", name=str(name))


def _named(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the names in a list of names, or in one with settings, where they stand."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        yield from (key for key, _ in node.value if isinstance(key, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item)


def _plain(node: yaml.Node) -> Any:
    """Return what a node says, and None for what only MkDocs can tell, such as a tag of Python."""
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        is_list = node.tag == "tag:yaml.org,2002:seq"
        return [_plain(item) for item in node.value] if is_list else None
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        return None
    try:
        return yaml.SafeLoader("").construct_object(node)
    except yaml.YAMLError:
        return None


def _place(found: dict[str, yaml.Node], key: str) -> Place:
    mark = found[key].start_mark if key in found else None
    if key == THEME and isinstance(found.get("theme"), yaml.MappingNode):
        inner = {k.value: v for k, v in found["theme"].value}
        mark = inner[THEME].start_mark if THEME in inner else mark
    return _at(mark) if mark else Place(SITE_SETTINGS)


def _entries(node: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names in a list of names, some with settings, as mkdocs.yml writes them."""
    if isinstance(node, dict):
        yield from node.items()
    for item in node if isinstance(node, list) else ():
        if isinstance(item, dict):
            yield from item.items()
        elif isinstance(item, str):
            yield item, None


def _names(node: Any) -> list[str]:
    return [name for name, _ in _entries(node)]


def _dialect(node: Any) -> Dialect:
    entries = list(_entries(node))
    settings = {name: given for name, given in entries if isinstance(given, dict)}
    return Dialect(
        tuple(dict.fromkeys(name for name, _ in entries)),
        json.dumps(settings, ensure_ascii=False, sort_keys=True, default=str),
    )
