"""handbook new: add a definition to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.scaffolds import filled, scaffold_of
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS
from handbook.model.load import load
from handbook.model.nearest import nearest
from handbook.model.section import Section
from handbook.model.values import ID


@define("new")
@click.argument("kind")
@click.argument("id_", metavar="ID")
@click.option("--section", metavar="SECTION")
@click.option("--title", metavar="TITLE")
def command(session: Session, kind: str, id_: str, section: str | None, title: str | None) -> None:
    """Write a scaffold of the kind into the section's folder."""
    _insist_on_kind(kind)
    _insist_on_id(id_)
    if title is not None and not title.strip():
        raise Fault("no-title")
    project, language = session.project, session.language
    handbook = load(project).handbook
    into = _section(handbook, section or "")
    _insist_on_free(handbook, into, id_)
    path = f"{_folder(into)}/{KINDS[kind].folder}/{id_}.yml"
    title = title or say(language, "new.title", id=id_)
    text = filled(scaffold_of(kind, language, project), id=id_, title=title)
    _write_new(project / path, text, path)
    click.echo(say(language, "new.made", path=path))
    click.echo(say(language, "new.next"))


def _insist_on_kind(kind: str) -> None:
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        key = "unknown-kind-nearest" if near else "unknown-kind"
        raise Fault(key, kind=kind, nearest=near, kinds=" ".join(KINDS))


def _insist_on_id(id: str) -> None:
    if not ID.fullmatch(id):
        slug = "-".join(re.findall(r"[a-z0-9]+", id.lower()))
        raise Fault("bad-id-slug" if slug else "bad-id", id=id, slug=slug)


def _section(handbook: Handbook, address: str) -> Section:
    """Return the section at an address; '' is the organisation."""
    wanted = address.strip("/")
    sections = {section.address: section for section in handbook.sections}
    if wanted in sections:
        return sections[wanted]
    known = [address for address in sections if address]
    near = nearest(wanted, known)
    key = "unknown-section-nearest" if near else "unknown-section" if known else "no-sections"
    raise Fault(key, section=wanted, nearest=near, sections=" ".join(known))


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
