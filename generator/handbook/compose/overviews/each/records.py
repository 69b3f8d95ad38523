"""The register of records: what work leaves behind, how long and where it is kept."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.overviews.record import has_yield, register
from handbook.compose.overviews.table import Row, Table, in_one, live_in
from handbook.compose.setting.medium import Medium
from handbook.derive.registers import RegisteredRecord, records
from handbook.model.kinds import Definition, Form, Procedure
from handbook.model.section import Section


def record_table(section: Section, medium: Medium) -> Table:
    """Return what is kept, how long and where."""
    t = medium.t
    keys = ("record", "kind-procedure", "keep", "where")
    found = records(medium.handbook, live_in(section, medium, Definition))
    return Table(tuple(map(t, keys)), in_one(_record(each, medium) for each in found), wide=(0,))


def _record(record: RegisteredRecord, medium: Medium) -> Row:
    what = [medium.setter.name(record.form)] if record.form else []
    times = medium.times_in(record.source)
    what += [times.setter.line(record.text)] if record.text else []
    procedure = medium.setter.name(record.procedure) if record.procedure else Markup("")
    keep, where = times.length(record.keep), times.setter.plain(record.where)
    return Row((Markup(" ").join(what), procedure, keep, where))


OVERVIEW = register(
    name="records",
    order=70,
    table=record_table,
    gathers=(Procedure, Form),
    has_any=has_yield(records),
    by_role=False,
    fewest=5,
    is_wide=False,
)
