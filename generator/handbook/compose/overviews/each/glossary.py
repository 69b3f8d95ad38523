"""The words and abbreviations of the trade."""

from __future__ import annotations

from markupsafe import escape

from handbook.compose.overviews.record import has, register
from handbook.compose.overviews.table import Row, Table, in_one, live_in
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Term
from handbook.model.section import Section


def glossary_table(section: Section, medium: Medium) -> Table:
    """Return the words of the trade; abbreviations in Latin letters come first, by the alphabet."""
    t = medium.t
    terms = sorted(live_in(section, medium, Term), key=_in_glossary)
    rows = (
        Row((medium.setter.name(term), medium.setter_in(term).line(term.definition),
             escape(t("list-comma").join(map(str, term.aliases)))))
        for term in terms
    )  # fmt: skip
    return Table((t("kind-term"), t("col-meaning"), t("aliases")), in_one(rows), wide=(1,))


def _in_glossary(term: Term) -> tuple[bool, str]:
    title = str(term.title)
    latin = title[:1].isascii()
    return (not latin, title.lower() if latin else "")


OVERVIEW = register(
    name="glossary",
    order=90,
    table=glossary_table,
    gathers=(Term,),
    has_any=has(Term),
    by_role=False,
    fewest=5,
    is_wide=False,
)
