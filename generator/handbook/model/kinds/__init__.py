"""The kinds of definition: a file of this folder each, found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from handbook.model.kinds.definition import ControlledDocument, Definition
from handbook.model.kinds.document import Document
from handbook.model.kinds.form import Form
from handbook.model.kinds.policy import Policy
from handbook.model.kinds.procedure import Procedure
from handbook.model.kinds.record import in_order
from handbook.model.kinds.role import Role
from handbook.model.kinds.script import Script
from handbook.model.kinds.standard import Standard
from handbook.model.kinds.term import Term
from handbook.model.kinds.unit import Unit

# In the order in which people look for them; it is the order of menus and indexes too.
KINDS: dict[str, type[Definition]] = in_order(
    import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)
)

__all__ = [
    "KINDS", "ControlledDocument", "Definition", "Document", "Form", "Policy", "Procedure", "Role",
    "Script", "Standard", "Term", "Unit",
]  # fmt: skip
