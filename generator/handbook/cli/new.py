"""handbook new: add a definition or a section to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.scaffolds import filled, scaffold_of
from handbook.cli.session import Session
from handbook.cli.today import today
from handbook.cli.words import say
from handbook.model.file_names import INDEX, LONGEST, LONGEST_ADDRESS, why_unfit
from handbook.model.handbook import Handbook
from handbook.model.json_schema.words import keys_of
from handbook.model.kinds import KINDS, ControlledDocument
from handbook.model.load import load
from handbook.model.nearest import nearest
from handbook.model.section import Section
from handbook.model.sections import faults_of_section_name
from handbook.model.special_files import SECTION as SECTION_FILE
from handbook.model.values import ID
from handbook.problems import Place, names_of
from handbook.revise.proposals import id_like, next_code, proposed_id
from handbook.write import AddKey, Refused, revised

SECTION = "section"  # what is no kind and has a scaffold all the same


@define("new")
@click.argument("kind")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--section", metavar="SECTION")
@click.option("--title", metavar="TITLE")
def command(
    session: Session, kind: str, id_: str | None, section: str | None, title: str | None
) -> None:
    """Write a scaffold of the kind into the section's folder, or into a folder of its own."""
    _insist_on_kind(kind)
    if title is not None and not title.strip():
        raise Fault("no-title")
    project, language = session.project, session.language
    handbook = load(project).handbook
    id_ = id_ or _proposed(handbook, section or "", title)
    if kind == SECTION:
        id_, path = _new_section(handbook, section or "", id_)
    else:
        path = _new_definition(handbook, section or "", kind, id_)
    title = title or say(language, "new.title", id=id_)
    words = {"id": id_, "title": title, "today": today().isoformat()}
    text = filled(scaffold_of(kind, language, project), **words)
    if kind != SECTION:
        text = _with_code(text, next_code(handbook, _section(handbook, section or ""), KINDS[kind]))
    _write_new(project / path, text, path)
    click.echo(say(language, "new.made", path=path))
    click.echo(say(language, "new.next-section" if kind == SECTION else "new.next"))


def _proposed(handbook: Handbook, section: str, title: str | None) -> str:
    """Return an id made of the title."""
    if title is None:
        raise Fault("missing-parameter", name="ID")
    id = proposed_id(handbook, _section(handbook, section).path, title)
    if id is None:
        raise Fault("no-id-proposed", title=title)
    return id


def _with_code(text: str, code: str | None) -> str:
    """Return a scaffold with the next code of its series, unless it says one itself."""
    if code is None:
        return text
    order = ("kind", *keys_of(ControlledDocument))
    try:
        return revised(text, [AddKey((), "code", code, order)])
    except Refused:
        return text


def _new_definition(handbook: Handbook, section: str, kind: str, id: str) -> str:
    """Return the file that a new definition goes into."""
    _insist_on_id(id)
    into = _section(handbook, section)
    _insist_on_fit(id, "/".join((*into.path, id)))
    _insist_on_free(handbook, into, id)
    return f"{_folder(into)}/{KINDS[kind].folder}/{id}.yml"


def _new_section(handbook: Handbook, section: str, name: str) -> tuple[str, str]:
    """Return name and file of a new section; `auto/shop` is the section shop within auto."""
    *above, name = [*section.strip("/").split("/"), *name.strip("/").split("/")]
    _insist_on_id(name)
    parent = _section(handbook, "/".join(filter(None, above)))
    address = "/".join((*parent.path, name))
    if name != INDEX:
        _insist_on_fit(name, address)
    for found in faults_of_section_name(name, address, Place("")):
        raise Fault(found.rule, name=name)
    for other in handbook.sections:
        if other.address == address:
            path = f"{_folder(other)}/{SECTION_FILE.name}"
            raise Fault("section-taken", section=address, path=path)
    return name, f"{_folder(parent)}/{name}/{SECTION_FILE.name}"


def _insist_on_kind(kind: str) -> None:
    kinds = (*KINDS, SECTION)
    if kind not in kinds:
        near = nearest(kind, kinds)
        key = "unknown-kind-nearest" if near else "unknown-kind"
        raise Fault(key, kind=kind, nearest=near, kinds=names_of(kinds))


def _insist_on_id(id: str) -> None:
    if not ID.fullmatch(id):
        slug = id_like(id)
        raise Fault("bad-id-slug" if slug else "bad-id", id=id, slug=slug)


def _insist_on_fit(id: str, address: str) -> None:
    why = why_unfit(id, address)
    if why:
        deep = why == "deep"
        length, most = (len(address), LONGEST_ADDRESS) if deep else (len(id), LONGEST)
        raise Fault(f"unfit-name-{why}", id=id, length=length, most=most)


def _section(handbook: Handbook, address: str) -> Section:
    """Return the section at an address; '' is the organisation."""
    wanted = address.strip("/")
    sections = {section.address: section for section in handbook.sections}
    if wanted in sections:
        return sections[wanted]
    known = [address for address in sections if address]
    near = nearest(wanted, known)
    could_be = all(map(ID.fullmatch, wanted.split("/")))  # then there is a command that makes it
    if near:
        key = "unknown-section-nearest"
    elif could_be:
        key = "unknown-section-new"
    else:
        key = "unknown-section" if known else "no-sections"
    raise Fault(key, section=wanted, nearest=near, sections=names_of(known))


def _insist_on_free(handbook: Handbook, section: Section, id: str) -> None:
    address = "/".join((*section.path, id))
    for definition in handbook.definitions:
        if definition.address == address:
            raise Fault("id-taken", id=id, place=definition.place)
    if address in handbook.unreadable:
        raise Fault("id-taken", id=id, place=address)


def _folder(section: Section) -> str:
    """Return the folder of a section, which folders that only tidy up may lie around."""
    if section.sheet is not None:
        return section.sheet.place.path.rpartition("/")[0]
    return "/".join(("content", *section.path))


def _write_new(file: Path, text: str, path: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise Fault("file-exists", path=path) from None
