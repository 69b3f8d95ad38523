"""How to reach who holds a role."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.setting.hours_words import hours_line
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Role


def contact_of(role: Role, medium: Medium) -> Markup:
    """Say how to reach who holds a role."""
    contact = role.contact
    if contact is None:
        return Markup("")
    parts = []
    setter = medium.setter_in(role)
    phone = setter.plain(contact.phone)
    if contact.phone and "<" not in phone:
        phone = Markup('<a class="phone" href="tel:{0}">{0}</a>').format(contact.phone)
    parts += [phone] if phone else []
    mail = setter.plain(contact.mail)
    if contact.mail and "@" in contact.mail and "<" not in mail:
        mail = Markup('<a class="phone" href="mailto:{0}">{0}</a>').format(contact.mail)
    parts += [mail] if mail else []
    parts += [hours_line(contact.hours, setter, medium.t)] if contact.hours else []
    parts += [setter.plain(contact.place_)] if contact.place_ else []
    return Markup(" · ").join(parts)
