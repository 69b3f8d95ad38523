"""Compare what is written in one place with what is written in another."""

from __future__ import annotations

from handbook.check.consistency import (
    audiences,
    bare_names,
    calendar,
    figures,
    forms,
    handovers,
    names,
    people,
    tiers,
)

RULES = (
    figures.repeated_standards,
    figures.contradicted_standards,
    handovers.conflicting_limits,
    forms.wrong_fillers,
    forms.personal_without_retention,
    audiences.narrower_targets,
    bare_names.bare_names,
    people.escalations_not_upwards,
    people.roles_without_deputy,
    people.not_exactly_one_accountable,
    tiers.overlapping_tiers,
    tiers.gaps_between_tiers,
    calendar.unknown_weekdays,
    calendar.contradictory_days,
    calendar.unplanned_days,
    calendar.events_spelt_twice,
    names.shared_titles,
    names.look_alike_ids,
)
