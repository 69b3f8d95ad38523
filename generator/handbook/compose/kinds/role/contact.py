"""How to reach who holds a role."""

from __future__ import annotations

from markupsafe import Markup

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
    parts += [setter.plain(each) for each in (contact.hours, contact.place_) if each]
    return Markup(" · ").join(parts)
