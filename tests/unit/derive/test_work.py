"""Who acts where is answered in one place, and every key that names people has its part there."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.written import handbook_of

from handbook.derive.responsibilities import FIELD_OF
from handbook.derive.work import (
    ANSWERS,
    DOES,
    FILLS,
    GETS_A_COPY,
    IN_FORMS,
    IN_STEPS,
    IS_ESCALATED_TO,
    RECEIVES,
    SIGNS,
    acting_as,
    forms_of,
    involvements,
    own_steps,
)
from handbook.model.handbook import Handbook
from handbook.model.kinds import Form, Procedure
from handbook.model.kinds.definition import ControlledDocument
from handbook.model.part import Part

CONTENT = """
- {kind: role, id: boss, title: 经理}
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: anyone, title: 一线, members: [clerk]}
- kind: form
  id: slip
  title: 单
  filled_by: clerk
  approvals: boss
  copies: [{title: 存根, to: boss}]
  groups: [{fields: [名]}]
- {kind: form, id: old, title: 旧单, filled_by: clerk, status: retired, groups: [{fields: [名]}]}
- kind: procedure
  id: later
  title: 乙
  steps:
    - {id: a, do: 听, by: anyone}
    - {id: b, do: 办, by: [boss, clerk], accountable: boss}
    - {id: c, do: 归档, by: clerk, escalate: {after: 2天, to: boss}}
- {kind: procedure, id: past, title: 丙, status: retired, steps: [{id: a, do: 听, by: clerk}]}
"""


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(CONTENT, shop__section="title: 店\n", shop__all=CONTENT)


def keys_naming_people(cls: type[Part]) -> set[str]:
    """Return the keys of a part, and of the parts within it, in which a role or unit is named."""
    people = Form.model_fields["filled_by"].annotation
    found: set[str] = set()
    for name, field in cls.model_fields.items():
        if field.annotation == people:
            found |= {name} - ControlledDocument.model_fields.keys()
        for inner in parts_in(field.annotation):
            found |= keys_naming_people(inner)
    return found


def parts_in(annotation: object) -> set[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return {annotation}
    return {part for inner in get_args(annotation) for part in parts_in(inner)}


def test_a_procedure_names_nobody_without_a_part() -> None:
    assert keys_naming_people(Procedure) == {part.key for part in IN_STEPS}


def test_a_form_names_nobody_without_a_part() -> None:
    assert keys_naming_people(Form) == {part.key for part in IN_FORMS}


def test_the_matrix_has_the_letters_of_the_table() -> None:
    assert FIELD_OF == {"R": "by", "A": "accountable", "C": "consult", "I": "inform"}


def test_someone_is_involved_in_the_steps_that_name_them_in_the_order_of_the_handbook(
    handbook,
) -> None:
    found = involvements(handbook, handbook["boss"])
    assert [each.procedure.address for each in found] == ["later"]
    assert found[0].parts == {"b": (DOES, ANSWERS), "c": (IS_ESCALATED_TO,)}


def test_who_belongs_to_a_group_does_its_steps_too(handbook) -> None:
    everyone = acting_as(handbook, handbook["clerk"])
    assert everyone == (handbook["clerk"], handbook["anyone"])
    [(procedure, steps)] = own_steps(handbook, everyone)
    assert (procedure.address, [str(step.id) for step in steps]) == ("later", ["a", "b", "c"])


def test_forms_are_told_by_the_part_someone_has_in_them(handbook) -> None:
    clerk, boss = handbook["shop/clerk"], handbook["shop/boss"]
    assert forms_of(handbook, [clerk], FILLS) == [handbook["shop/slip"]]
    assert forms_of(handbook, [clerk], SIGNS, RECEIVES) == []
    assert forms_of(handbook, [clerk, boss], FILLS, SIGNS) == [handbook["shop/slip"]]
    assert forms_of(handbook, [boss], GETS_A_COPY) == [handbook["shop/slip"]]
