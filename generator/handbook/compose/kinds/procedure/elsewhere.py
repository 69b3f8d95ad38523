"""A step of a procedure, and what is due by it, as they are named elsewhere."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty
from handbook.model.kinds import Definition
from handbook.model.kinds.record import words_of
from handbook.model.part import Part


def step_link(procedure: Definition, step: Part, medium: Medium) -> Markup:
    """Draw a step as its number and what is done, leading to it."""
    onward: tuple[object, ...] = procedure.onward
    number = next((n for n, each in enumerate(onward, 1) if each is step), None)
    words: Markup | str = medium.setter_in(procedure).bare(words_of(step))
    if number is not None:
        words = Markup('<span class="n">{}</span> {}').format(number, words)
    href, anchor = medium.href(procedure), getattr(step, "id", None)
    if href is None:
        return escape(words)
    to = href if anchor is None else f"{href}#{anchor}"
    return Markup('<a class="ref" href="{}">{}</a>').format(to, words)


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
