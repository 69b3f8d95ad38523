"""The kinds of definition: a file of this folder each, found by itself; packages bring more."""

from importlib import import_module
from pkgutil import iter_modules

from handbook.model.kinds.definition import ControlledDocument, Definition
from handbook.model.kinds.document import Document
from handbook.model.kinds.form import Form
from handbook.model.kinds.policy import Policy
from handbook.model.kinds.procedure import Procedure
from handbook.model.kinds.record import in_order, insist_on_kind
from handbook.model.kinds.role import Role
from handbook.model.kinds.script import Script
from handbook.model.kinds.standard import Standard
from handbook.model.kinds.term import Term
from handbook.model.kinds.unit import Unit
from handbook.packages import kind_packages

# In the order in which people look for them; it is the order of menus and indexes too.
KINDS: dict[str, type[Definition]] = in_order((
    *(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)),
    *(import_module(f"{package.module}.model") for package in kind_packages()),
))  # fmt: skip
for _package in kind_packages():
    insist_on_kind(_package, KINDS)

__all__ = [
    "KINDS", "ControlledDocument", "Definition", "Document", "Form", "Policy", "Procedure", "Role",
    "Script", "Standard", "Term", "Unit",
]  # fmt: skip
