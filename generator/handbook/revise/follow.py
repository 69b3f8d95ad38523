"""Let everything that names a definition name it as it is called from now on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.compose.setting import addresses
from handbook.model.kinds import Definition
from handbook.model.known_findings import KnownFinding
from handbook.model.written import WrittenPage, file_at
from handbook.read.characters import evened_out
from handbook.revise.after import After, Unnameable, spelt
from handbook.revise.changes import CannotRevise, Told, tell
from handbook.revise.edits import Edits
from handbook.revise.names import Name, names_in
from handbook.revise.standing import Standing

ENDINGS = (".md", ".html")


def follow(standing: Standing, after: After, edits: Edits) -> tuple[list[Told], set[Name]]:
    """Spell all names anew that must be; return what to tell, and the names that are lost.

    Raises CannotRevise where something cannot be named any more.
    """
    told: list[Told] = []
    lost: set[Name] = set()
    for name in names_in(standing.handbook):
        try:
            spelling = spelt(name, after)
        except Unnameable:
            if name.mention is None or name.mention.title is None:
                reason = tell("unnameable", name.exact_place, id=name.typed)
                raise CannotRevise("unnameable", told=[reason]) from None
            told.append(tell("title-unlinked", name.exact_place, title=name.typed))
            lost.add(name)
            continue
        if spelling is not None:
            edits.spell(name, spelling)
    for page in standing.handbook.written:
        told += _page_followed(standing, after, edits, page)
    return told, lost


def known_findings_followed(
    standing: Standing, after: After, edits: Edits, moved: Mapping[str, str]
) -> None:
    """Let known findings name definitions and files by their new addresses and paths."""
    here = {each.address: after.address(each) for each in standing.handbook.definitions}
    here.update(moved)
    words = list(_words_of(standing, after))
    for entry in standing.handbook.listed(KnownFinding):
        wanted = here.get(entry.where, entry.where)
        if wanted != entry.where:
            edits.say(entry.place_of("at"), wanted)
        contains = str(entry.contains or "")
        for pattern, new in words:
            contains = pattern.sub(lambda _, new=new: new, contains)  # type: ignore[misc]  # bound
        if contains != str(entry.contains or ""):
            edits.say(entry.place_of("contains"), contains)


def _words_of(standing: Standing, after: After) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what findings say of definitions, and what they will."""
    for each in standing.handbook.definitions:
        old, new = str(each.id), after.spot(each)[1]
        if each.address != after.address(each) and each.section.path:
            yield _word(each.address), after.address(each)
        if old != new and len(standing.handbook.with_id(old)) == 1:
            yield _word(old), new
        if each in after.titles:
            yield re.compile(re.escape(str(each.title))), after.title(each)


def _word(id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){re.escape(id)}(?![\w/-])")


def _page_followed(
    standing: Standing, after: After, edits: Edits, page: WrittenPage
) -> Iterator[Told]:
    """Let the links of a page written by hand lead where its targets go; tell what cannot."""
    ways = dict(_ways(standing, after))
    text = ""
    for written in dict.fromkeys(each.written for each in page.parsed.addresses):
        address = next(each for each in page.parsed.addresses if each.written == written)
        target = None if address.scheme else file_at(page.uri, address)
        if target is None or address.plain.startswith("/"):
            continue
        new = ways.get(target) or _below(target, after)
        if new is None:
            continue
        text = text or evened_out(edits.text(page.path))
        rest = re.search(r"[#?].*", written)
        spelled = addresses.relative(new, page.uri) + (rest[0] if rest else "")
        found = list(re.finditer(rf"(?<![\w/.-]){re.escape(written)}(?![\w/.#?-])", text))
        for each in found:
            edits.replace_on_page(page.path, each.start(), each.end(), spelled)
        if not found:
            yield tell("link-left", page.place_of(written), address=written)


def _ways(standing: Standing, after: After) -> Iterator[tuple[str, str]]:
    """Yield the pages and sheets of definitions that get other addresses, and those."""
    for each in after.spots:
        path, id = after.spot(each)
        page = "/".join((*path, each.folder, id))
        for ending in ENDINGS:
            yield addresses.page_of(each) + ending, page + ending
        for sheet in each.sheets:
            new = "/".join(("print", *path, f"{id}.{sheet}.pdf"))
            yield addresses.sheet_of(each, sheet), new


def _below(target: str, after: After) -> str | None:
    """Return where another page or file of a section that moves goes; None for all else."""
    for old, new in after.sections.items():
        for above in ("", "print/"):
            start = f"{above}{'/'.join(old)}/"
            if old and target.startswith(start):
                return f"{above}{'/'.join(new)}/{target.removeprefix(start)}"
    return None


def former_addresses(definition: Definition, after: After) -> list[str] | None:
    """Return what `was` is to say of a definition; None where it stays as it is.

    The address that it has now is among them, the one that it is to have is not.
    """
    new = after.address(definition)
    path = after.spot(definition)[0]
    if new == definition.address:
        return None
    known = [*definition.former_addresses, definition.address]
    return [_typed(each, path) for each in dict.fromkeys(known) if each != new]


def _typed(address: str, path: tuple[str, ...]) -> str:
    """Return a former address as `was` says it: an id alone is one of its own section."""
    section, _, id = address.rpartition("/")
    if section == "/".join(path):
        return id
    return address if section else f"/{id}"
