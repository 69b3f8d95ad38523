"""What a role needs on its first page: its procedures, scripts and forms, and what is due when."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict

from handbook.compose.desk.embedded import embedded
from handbook.compose.frame.page import Attachment
from handbook.compose.kinds.procedure.elsewhere import times_in
from handbook.compose.setting import addresses
from handbook.compose.setting.markdown import bare
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import Duty, duties_by_person
from handbook.derive.feasts import YEARS_WRITTEN_OUT, feast_days
from handbook.derive.occurrences import START, in_force
from handbook.derive.recurrence import Recurrence, recurrences
from handbook.derive.work import FILLS, acting_as, forms_of, own_steps, scripts_of
from handbook.derive.working_days import WorkingDays, working_days
from handbook.model.kinds import Definition, Role

EACH_SHIFT = "shift"  # no calendar knows shifts; whoever is on duty has one today


def role_file(role: Role, home: Screen) -> Attachment:
    """Return the script that hands a role's work to the home page; it lies beside its page."""
    uri = f"{addresses.page_of(role)}.js"
    call = f"handbookDesk.role({embedded(work_of(role, home))});\n"
    return Attachment(uri, call.encode())


def work_of(role: Role, home: Screen) -> dict[str, object]:
    """Return the work of a role; addresses are as seen from the home page."""
    handbook = home.handbook
    doers = acting_as(handbook, role)
    own = own_steps(handbook, doers)
    due = [duty for doer in doers for duty in duties_by_person(handbook).get(doer, ())]
    filled = forms_of(handbook, doers, FILLS)
    scripts = [each for p, steps in own for step in steps for each in handbook.all_of(step.say)]
    scripts += scripts_of(handbook, doers)
    forms = [each for p, steps in own for step in steps for each in handbook.all_of(step.fill)]
    return {
        "address": role.address,
        "title": str(role.title),
        "href": home.href(role),
        "procedures": [
            _named(procedure, home) | {"code": str(procedure.code or "")} for procedure, _ in own
        ],
        "scripts": [_named(each, home) for each in _live(scripts, home)],
        "forms": [_named(each, home) for each in _live((*filled, *forms), home)],
        "due": [_due(duty, home) for duty in due if home.href(duty.procedure)],
    }


def _live(definitions: Iterable[Definition], home: Screen) -> list[Definition]:
    return [
        each
        for each in dict.fromkeys(definitions)
        if not each.is_retired and home.href(each)
    ]  # fmt: skip


def _named(definition: Definition, home: Screen) -> dict[str, object]:
    return {"title": str(definition.title), "href": home.href(definition)}


def _due(duty: Duty, home: Screen) -> dict[str, object]:
    step, procedure = duty.step, duty.procedure
    setter = home.setter.within(procedure.section.path)
    href = home.href(procedure)
    worked = working_days(home.handbook, procedure.section)
    return {
        "what": bare(setter.line(duty.done)) if step else str(procedure.title),
        "of": str(procedure.title) if step else "",
        "href": f"{href}#{duty.anchor}" if duty.anchor else href,
        "when": bare(times_in(duty, home)),
        "rules": [
            _rule(rule, in_force(duty) or START) | _moved(rule, worked)
            for rule in map(worked.kept_by, recurrences(duty.schedule))
        ]
        or ([{"frequency": "DAILY"}] if duty.rhythm == EACH_SHIFT else []),
        "from": str(duty.schedule.from_ or ""),
        "to": str(duty.schedule.to or ""),
    }


def _moved(rule: Recurrence, worked: WorkingDays) -> dict[str, object]:
    """Return the days that a rule of working days leaves out, and those it takes besides."""
    if not rule.is_of_working_days:
        return {}
    told = {"off": sorted(worked.off), "on": sorted(worked.on)}
    return {key: [day.isoformat() for day in days] for key, days in told.items() if days}


def _rule(rule: Recurrence, since: datetime.date) -> dict[str, object]:
    """Return a rule without what it does not say; a feast as its dates, which no page can tell."""
    told = {key: value for key, value in asdict(rule).items() if value}
    told.pop("is_of_working_days", None)
    if told.pop("feast", ""):
        years = range(since.year, since.year + YEARS_WRITTEN_OUT)
        days = (day for year in years for day in feast_days(rule.feast, year))
        told["dates"] = [day.isoformat() for day in days]
    return told
