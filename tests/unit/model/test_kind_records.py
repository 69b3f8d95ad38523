"""A kind says all that is asked of it, or is refused when its class is made."""

from __future__ import annotations

from types import ModuleType

import pytest

from handbook.model.kinds import KINDS, Definition, Procedure
from handbook.model.kinds.procedure import Step
from handbook.model.kinds.record import DECLARED, in_order, schedules_of
from handbook.model.part import Part
from handbook.model.references import Who
from handbook.model.schedules import Schedule
from handbook.model.values import Line, Some
from handbook.packages import IncompleteKind

WHOLE = {
    "kind": "tool", "folder": "tools", "order": 95, "sheets": (), "registered": False,
    "instead_of_summary": None, "concerns": (), "weight": 1, "ways": None,
}  # fmt: skip


def made(**declared: object) -> type[Definition]:
    return type("Tool", (Definition,), {"__module__": __name__, **declared})


@pytest.mark.parametrize("key", DECLARED)
def test_a_kind_that_leaves_something_out_is_refused_by_name(key: str):
    with pytest.raises(IncompleteKind, match=f"The kind Tool does not say: {key} "):
        made(**{each: said for each, said in WHOLE.items() if each != key})


def test_all_that_is_missing_is_told_at_once():
    with pytest.raises(IncompleteKind) as told:
        made(kind="tool")
    assert all(f"{key} (" in str(told.value) for key in DECLARED if key != "kind")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ways", "steps"),
        ("instead_of_summary", "purpose"),
        ("concerns", ("filled_by",)),
        ("concerns", ("title.by",)),
    ],
)
def test_a_kind_that_names_a_key_it_lacks_is_refused(key: str, said: object):
    with pytest.raises(IncompleteKind, match="The kind Tool has no key"):
        made(**WHOLE | {key: said})


@pytest.mark.parametrize("key", ["kind", "folder", "order"])
def test_two_kinds_with_one_word_folder_or_place_are_refused(key: str):
    here = ModuleType(__name__)
    here.Tool = made(**WHOLE)
    other = {"kind": "device", "folder": "devices", "order": 96}
    here.Device = made(**WHOLE | other | {key: WHOLE[key]})
    with pytest.raises(IncompleteKind, match=f"Two kinds have one {key}: "):
        in_order([here])


def test_kinds_stand_in_the_order_that_they_declare():
    assert [kind.order for kind in KINDS.values()] == sorted(kind.order for kind in KINDS.values())
    assert next(iter(KINDS)) == "procedure"


def test_schedules_are_found_by_their_type_wherever_they_stand():
    class Service(Part):
        every: Schedule | None = None

    class Machine(Definition):
        kind, folder, order, sheets, registered = "machine", "machines", 97, (), False
        instead_of_summary, concerns, weight, ways = None, ("keepers",), 1, None
        keepers: Who = ()
        cleaned: Some[Schedule] = ()
        services: Some[Service] = ()
        made_by: Line | None = None

    assert schedules_of(Machine) == (("cleaned",), ("services", "every"))
    assert schedules_of(Procedure) == (("schedule",), ("steps", "schedule"))
    assert schedules_of(Step) == (("schedule",),)
