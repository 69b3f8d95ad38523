"""What the registers of documents and of records hold."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.derive.registers import are_reviewed, records

FORM = (
    "- {kind: form, id: f, title: 表, keep: 3年, filed_at: 柜, groups: [{fields: [{label: 甲}]}]}\n"
)
PROCEDURE = (
    "- {kind: role, id: clerk, title: 文员}\n"
    "- kind: procedure\n  id: p\n  title: 事\n  steps: [{id: a, do: 做, by: clerk}]\n"
)


@pytest.mark.parametrize(
    ("reviewed", "expected"), [("  reviewed: 2026-01-05\n", True), ("", False)]
)
def test_the_register_knows_whether_anything_was_reviewed(reviewed: str, expected: bool) -> None:
    assert are_reviewed(handbook_of(PROCEDURE + reviewed)) is expected


def test_a_form_that_a_procedure_lists_is_kept_once_and_as_the_form_says() -> None:
    (found,) = records(handbook_of(FORM + PROCEDURE + "  records: [{form: f}]\n"))
    assert found.procedure is not None
    assert (str(found.keep), found.where) == ("3年", "柜")


def test_a_form_that_no_procedure_lists_is_kept_by_itself() -> None:
    (found,) = records(handbook_of(FORM + PROCEDURE))
    assert (found.procedure, found.form.id) == (None, "f")


def test_a_form_that_nobody_keeps_is_no_record() -> None:
    form = "- {kind: form, id: f, title: 表, groups: [{fields: [{label: 甲}]}]}\n"
    assert not list(records(handbook_of(form)))
