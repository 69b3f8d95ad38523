"""The nine kinds of definition."""

from handbook.model.kinds.definition import ControlledDocument, Definition
from handbook.model.kinds.document import Document
from handbook.model.kinds.form import Form
from handbook.model.kinds.policy import Policy
from handbook.model.kinds.procedure import Procedure
from handbook.model.kinds.role import Role
from handbook.model.kinds.script import Script
from handbook.model.kinds.standard import Standard
from handbook.model.kinds.term import Term
from handbook.model.kinds.unit import Unit

# In the order in which people look for them; it is the order of menus and indexes too.
KINDS: dict[str, type[Definition]] = {
    kind.kind: kind
    for kind in (Procedure, Script, Form, Policy, Role, Unit, Standard, Term, Document)
}

__all__ = [
    "KINDS", "ControlledDocument", "Definition", "Document", "Form", "Policy", "Procedure", "Role",
    "Script", "Standard", "Term", "Unit",
]  # fmt: skip
