"""A step of a procedure, and what is due by it, as they are named elsewhere."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty
from handbook.model.kinds import Procedure


def step_link(procedure: Procedure, step, medium: Medium) -> Markup:
    """Draw a step as its number and what is done, leading to it."""
    number = next(n for n, each in enumerate(procedure.steps, 1) if each is step)
    done = medium.setter_in(procedure).bare(step.do)
    words = Markup('<span class="n">{}</span> {}').format(number, done)
    href = medium.href(procedure)
    if href is None:
        return words
    return Markup('<a class="ref" href="{}#{}">{}</a>').format(href, step.id, words)


def times_in(duty: Duty, medium: Medium) -> Markup:
    """Say when something is due, its words read as its own section means them."""
    times = medium.times_in(duty.procedure)
    return times.begun(times.schedule(duty.schedule))


def duty_name(duty: Duty, medium: Medium) -> Markup:
    """Draw what is due: a procedure, or a step of it."""
    procedure = medium.setter.name(duty.procedure)
    if duty.step is None:
        return procedure
    step = step_link(duty.procedure, duty.step, medium)
    return Markup('{} <span class="of">{}</span>').format(step, procedure)
