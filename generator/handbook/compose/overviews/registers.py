"""The registers as tables: documents, forms, records, standards, glossary, open points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.frame.control import ControlView
from handbook.compose.kinds.standard import StandardView
from handbook.compose.overviews.table import Group, Row, Table, words
from handbook.compose.setting.dates import date_in_column
from handbook.compose.setting.medium import Medium
from handbook.derive import registers
from handbook.messages import catalogue
from handbook.model.json_schema.words import name_of
from handbook.model.kinds import Definition, Form, Standard, Term
from handbook.model.section import Section
from handbook.model.special_files import SPECIAL


def _live(kind: type, section: Section, medium: Medium) -> list:
    return [
        each for each in medium.handbook.in_section(section)
        if isinstance(each, kind) and each.status != "retired"
    ]  # fmt: skip


def _one(rows: Iterable[Row]) -> tuple[Group, ...]:
    rows = tuple(rows)
    return (Group(Markup(""), rows),) if rows else ()


def document_table(section: Section, medium: Medium) -> Table:
    """Return the register of controlled documents, by kind."""
    t = medium.t
    found = registers.documents(medium.handbook, medium.handbook.in_section(section))
    keys = _DOCUMENT if registers.are_reviewed(medium.handbook) else _NOT_REVIEWED
    groups = groupby(found, key=lambda entry: entry.definition.kind)
    return Table(
        columns=tuple(map(t, keys)),
        groups=tuple(
            Group(escape(t(f"kinds-{kind}")),
                  tuple(_document(entry, keys, medium) for entry in entries))
            for kind, entries in groups
        ),
        grouped_by=t("col-kind"),
        wide=(1,),
        short=tuple(at for at, key in enumerate(keys) if key not in _BROKEN),
    )  # fmt: skip


_DOCUMENT = ("code", "title", "version", "edition", "effective", "reviewed", "owner",
             "approved-by", "next-review", "col-status")  # fmt: skip
_NOT_REVIEWED = tuple(key for key in _DOCUMENT if key != "reviewed")
_BROKEN = {"title", "owner", "approved-by"}  # names, which may take several lines


def _document(found: registers.RegisteredDocument, keys: Iterable[str], medium: Medium) -> Row:
    definition, control, t = found.definition, found.control, medium.t
    view = ControlView(definition, medium)
    cells = {
        "code": words(view.code), "title": medium.titled(definition),
        "version": words(view.version), "edition": words(view.edition),
        "effective": words(date_in_column(control.effective, t)),
        "reviewed": words(date_in_column(control.reviewed, t)),
        "owner": view.owner, "approved-by": view.approved_by,
        "next-review": words(date_in_column(control.next_review, t)),
        "col-status": words(view.status or t("status-active")),
    }  # fmt: skip
    return Row(tuple(cells[key] for key in keys))


def form_table(section: Section, medium: Medium) -> Table:
    """Return the register of forms."""
    t = medium.t
    keys = ("title", "filled-by", "received-by", "filed-at", "keep", "col-personal")
    rows = (_form(form, medium) for form in _live(Form, section, medium))
    return Table(tuple(map(t, keys)), _one(rows), wide=(0,), short=(5,))


def _form(form: Form, medium: Medium) -> Row:
    handbook = medium.handbook
    people = (*handbook.all_of(form.filled_by), *handbook.all_of(form.received_by))
    personal = [
        each.label
        for field in form.fields for each in (field, *field.columns) if each.personal
    ]  # fmt: skip
    times = medium.times_in(form)
    setter = times.setter
    cells = (
        _with_code(form, medium), medium.listed(form.filled_by), medium.listed(form.received_by),
        setter.plain(form.filed_at), times.length(form.keep),
        Markup(medium.t("list-comma")).join(map(setter.plain, personal)),
    )  # fmt: skip
    return Row(cells, people)


def record_table(section: Section, medium: Medium) -> Table:
    """Return what is kept, how long and where."""
    t = medium.t
    keys = ("record", "kind-procedure", "keep", "where")
    found = registers.records(medium.handbook, _live(Definition, section, medium))
    return Table(tuple(map(t, keys)), _one(_record(each, medium) for each in found), wide=(0,))


def _record(record: registers.RegisteredRecord, medium: Medium) -> Row:
    what = [medium.setter.name(record.form)] if record.form else []
    times = medium.times_in(record.procedure or record.form)
    what += [times.setter.line(record.text)] if record.text else []
    procedure = medium.setter.name(record.procedure) if record.procedure else Markup("")
    keep, where = times.length(record.keep), times.setter.plain(record.where)
    return Row((Markup(" ").join(what), procedure, keep, where))


def standard_table(section: Section, medium: Medium) -> Table:
    """Return the figures people are held to."""
    t, handbook = medium.t, medium.handbook
    keys = ("title", "value", "applies-to", "measured-by", "frequency")
    rows = (
        Row(
            (
                medium.setter.name(each), _value(each, medium), medium.listed(each.applies_to),
                medium.setter_in(each).line(each.measured_by),
                medium.setter_in(each).plain(each.frequency),
            ),
            handbook.all_of(each.applies_to),
        )
        for each in _live(Standard, section, medium)
    )  # fmt: skip
    return Table(tuple(map(t, keys)), _one(rows), wide=(0,))


def _value(standard: Standard, medium: Medium) -> Markup:
    setter = medium.setter_in(standard)
    times = medium.times_in(standard)
    levels = Markup("<br>").join(
        Markup("{} {}").format(setter.line(level.when), times.length(level.value))
        for level in standard.levels
    )
    own = StandardView(standard, medium).in_words
    return Markup("<br>").join(part for part in (own, levels) if part)


def glossary_table(section: Section, medium: Medium) -> Table:
    """Return the words of the trade; abbreviations in Latin letters come first, by the alphabet."""
    t = medium.t
    terms = sorted(_live(Term, section, medium), key=_in_glossary)
    rows = (
        Row((medium.setter.name(term), medium.setter_in(term).line(term.definition),
             escape(t("list-comma").join(map(str, term.aliases)))))
        for term in terms
    )  # fmt: skip
    return Table((t("kind-term"), t("col-meaning"), t("aliases")), _one(rows), wide=(1,))


def _in_glossary(term: Term) -> tuple[bool, str]:
    title = str(term.title)
    latin = title[:1].isascii()
    return (not latin, title.lower() if latin else "")


def open_table(section: Section, medium: Medium) -> Table:
    """Return what is still to be settled, by definition, with a link to its place."""
    t = medium.t
    points = registers.open_points(medium.handbook, _live(Definition, section, medium))
    groups = groupby(points, key=lambda point: point.definition)
    return Table(
        columns=(t("col-open"), t("col-place")),
        groups=tuple(
            Group(medium.setter.name(definition),
                  _alike_once(_point(each, medium) for each in found),
                  escape(t(f"kind-{definition.kind}")))
            for definition, found in groups
        ),
        grouped_by=t("col-definition"),
        wide=(0,),
    )  # fmt: skip


def _alike_once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows with those that read alike as one: 保存期：待定 ×3."""
    counts = Counter(row.cells for row in rows)
    return tuple(
        Row((cells[0] + (Markup(" ×{}").format(count) if count > 1 else ""), *cells[1:]))
        for cells, count in counts.items()
    )


def _point(point: registers.OpenPoint, medium: Medium) -> Row:
    if point.field is None:
        return Row((medium.setter_in(point.definition).line(point.text), Markup("")))
    language = str(medium.handbook.settings.language)
    field = field_names(language).get(point.field, point.field)
    what = medium.t("open-field", field=field, text=point.text)
    if point.part is None:
        return Row((escape(what), Markup("")))
    href, name = medium.href(point.definition), _part_name(point, medium)
    if href is None:
        return Row((escape(what), escape(name)))
    place = Markup('<a class="ref" href="{}#{}">{}</a>').format(href, point.part, name)
    return Row((escape(what), place))


def _part_name(point: registers.OpenPoint, medium: Medium) -> str:
    steps = getattr(point.definition, "steps", ())
    for number, step in enumerate(steps, 1):
        if step.id == point.part:
            return medium.t("step-n", number=number)
    for field in getattr(point.definition, "fields", ()):
        if field.id == point.part:
            return str(field.label)
    for number, article in enumerate(getattr(point.definition, "articles", ()), 1):
        if article.id == point.part:
            return str(article.title or article.number or medium.t("article-n", number=number))
    for number, line in enumerate(getattr(point.definition, "lines", ()), 1):
        if line.id == point.part:
            return medium.t("line-n", number=number)
    return point.part


@cache
def field_names(language: str) -> dict[str, str]:
    """Return what the keys of a definition are called."""
    elsewhere = {name_of(each.part) for each in SPECIAL if each.for_editors}
    return {
        key: entry["label"]
        for part, table in catalogue(language, "fields").items() if part not in elsewhere
        for key, entry in table.items()
        if isinstance(entry, dict) and "label" in entry
    }  # fmt: skip


def _with_code(definition: Form, medium: Medium) -> Markup:
    name = medium.titled(definition)
    if not definition.code:
        return name
    return Markup('{} <span class="code">{}</span>').format(name, definition.code)
