"""Walk the folders below content/ without recursion; tell what cannot be walked or must not be.

A symbolic link is followed only where it stays below the folder that is walked: what a link leads
to outside would be read, and published, as if it had been put there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.problems import Place, Problem, problem
from handbook.read.tree import Entry, Tree, Unreadable, lies_in

CONTENT = "content"


def files_below(
    tree: Tree,
    top: str,
    problems: list[Problem],
    *,
    is_wanted: Callable[[Entry], bool],
    apart: str | None = None,
) -> Iterator[str]:
    """Yield the paths of what is wanted below `top`, but for what is hidden.

    `apart` is a folder or file that is left alone. Paths are relative to the project.
    """
    real_top = tree.real(top)
    waiting: list[tuple[str, tuple[str, ...]]] = [(top, (real_top,))]
    while waiting:
        folder, parents = waiting.pop()
        try:
            inside = [each for each in tree.entries(folder) if not each.name.startswith(".")]
        except Unreadable:
            problems.append(problem("unreadable-file", Place(folder), "permission"))
            continue
        for entry in inside:
            path = f"{folder}/{entry.name}"
            is_file, is_folder = is_wanted(entry), entry.kind == "folder"
            if path == apart or not (is_file or is_folder):
                continue
            fault = _fault(tree, entry, path, (top, *parents))
            if fault is not None:
                problems.append(fault)
            elif is_file:
                yield path
            else:
                waiting.append((path, (*parents, tree.real(path))))


def _fault(tree: Tree, entry: Entry, path: str, way: tuple[str, ...]) -> Problem | None:
    if not _name_is_text(entry.name):
        return problem("file-name", Place(_shown(path)), "rename")
    return _link_fault(tree, entry, path, *way) if entry.is_link else None


def _link_fault(
    tree: Tree, entry: Entry, path: str, top: str, real_top: str, *parents: str
) -> Problem | None:
    """Say what is wrong with a symbolic link."""
    target = tree.real(path)
    if target in (real_top, *parents):
        return problem("link-broken", Place(path), "loop")
    if not lies_in(target, real_top):
        return problem("link-outside", Place(path), "copy", folder=top)
    if entry.kind in ("missing", "loop"):
        return problem("link-broken", Place(path), entry.kind)
    return None


def _name_is_text(name: str) -> bool:
    """False for a name in another encoding than UTF-8, or with control characters in it."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return all(character >= " " for character in name)


def _shown(path: str) -> str:
    return "".join(
        "\ufffd" if character < " " or "\ud800" <= character <= "\udfff" else character
        for character in path
    )
