"""Judge a handbook that has been understood: one pure function a rule, grouped by topic."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from handbook.check import (
    answers,
    consistency,
    control,
    cycles,
    flow,
    forms,
    hours,
    identity,
    lettering,
    lifecycle,
    limits,
    organisation,
    own,
    scripts,
    usage,
    written,
)
from handbook.model.handbook import Handbook
from handbook.problems import Problem, in_order
from handbook.read.collector import no_search_for_cycles

Rule = Callable[[Handbook], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    identity.duplicate_ids,
    identity.former_addresses,
    identity.duplicate_part_ids,
    identity.reserved_ids,
    identity.duplicate_codes,
    lifecycle.retired_targets,
    lifecycle.draft_targets,
    control.unknown_audiences,
    control.missing_control_fields,
    cycles.unit_cycles,
    cycles.reports_to_cycles,
    cycles.members_cycles,
    cycles.replaced_by_cycles,
    flow.unreached_steps,
    flow.endless_loops,
    flow.unknown_steps,
    flow.steps_without_anyone,
    limits.broken_promises,
    limits.standards_without_time,
    hours.unread_hours,
    usage.unused_forms,
    usage.unused_scripts,
    usage.unused_roles,
    forms.wrong_totals,
    own.repeated_own_fields,
    own.missing_own_values,
    answers.unfit_defaults,
    answers.repeated_items,
    organisation.wrong_headcounts,
    scripts.undeclared_slots,
    scripts.forbidden_phrases,
    scripts.missing_phrases,
    written.refused_addresses,
    written.refused_markup,
    lettering.missing_glyphs,
    *consistency.RULES,
)


def check(handbook: Handbook, today: datetime.date) -> list[Problem]:
    """Return what is wrong with a handbook as of a day; what the loader told is not repeated."""
    with no_search_for_cycles():
        found = [problem for rule in RULES for problem in rule(handbook)]
        of_the_day = (control.overdue_reviews, control.unknown_years)
        found += [each for rule in of_the_day for each in rule(handbook, today)]
        return in_order(found)
