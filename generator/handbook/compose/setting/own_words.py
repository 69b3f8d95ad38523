"""What stands in fields that a handbook declares for itself, in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.labels import Labels
from handbook.compose.setting.typeset import Typesetter
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS
from handbook.model.own_fields import OwnField
from handbook.model.own_values import place_of
from handbook.model.part import Part
from handbook.model.values import is_open


def own_columns(handbook: Handbook, *, on_papers: bool) -> tuple[OwnField, ...]:
    """Return the fields that are columns of the register of documents, or of that of parts."""
    return tuple(
        field
        for field in handbook.settings.fields
        if field.register_ and any((place in KINDS) == on_papers for place in field.on)
    )


def own_words(
    part: Part, fields: Iterable[OwnField], setter: Typesetter, t: Labels
) -> Iterator[tuple[OwnField, Markup]]:
    """Yield each field of a part in which something is written, and that in words."""
    own = getattr(part, "own", None)
    if own is None:
        return
    place = place_of(type(part))
    for field in fields:
        if place in field.on:
            value = getattr(own, field.attribute, None)
            written = own._written.get(str(field.key), "")
            said = _said(value, setter, t) if not is_open(written) else setter.plain(written)
            if str(written).strip() and said:
                yield field, said


def _said(value: object, setter: Typesetter, t: Labels) -> Markup:
    if isinstance(value, bool):
        return escape(t("yes" if value else "no"))
    if isinstance(value, tuple):
        return Markup(escape(t("list-comma"))).join(_said(each, setter, t) for each in value)
    if isinstance(value, datetime.date):
        return escape(date_in_words(value, t))
    if isinstance(value, str):
        return setter.line(value)
    return escape("" if value is None else value)
