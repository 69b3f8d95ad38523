"""An audience is shown nothing of which nobody has decided that it may see it."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields, replace

import pytest
from tests.written import loaded

from handbook.model.audiences import audience
from handbook.model.audiences.audience import AS_IT_IS, for_audience
from handbook.model.audiences.kept_back import KeptBack
from handbook.model.handbook import Handbook
from handbook.model.known_findings import KnownFinding

TEXT = """
- {kind: role, id: boss, title: 总管, audience: manager}
- {kind: role, id: clerk, title: 文员, reports_to: boss}
"""
KNOWN = "- {rule: unused-role, at: clerk, why: 总管知道}\n"


def test_every_field_of_a_handbook_is_narrowed_or_says_the_same_to_all() -> None:
    calls = [
        {keyword.arg for keyword in node.keywords}
        for node in ast.walk(ast.parse(inspect.getsource(audience)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "replace"
    ]
    narrowed = max(calls, key=len)
    assert {field.name for field in fields(Handbook)} == narrowed | AS_IT_IS
    assert not narrowed & AS_IT_IS


@pytest.mark.parametrize("reader", ["public", "staff", "manager"])
def test_known_findings_are_for_editors_only(reader: str) -> None:
    handbook = loaded(TEXT, **{"known-findings": KNOWN}).handbook
    assert [each.at for each in handbook.listed(KnownFinding)] == ["clerk"]
    assert for_audience(handbook, reader, "另行规定").listed(KnownFinding) == ()


def test_a_value_that_nobody_has_decided_on_is_refused() -> None:
    handbook = loaded(TEXT).handbook
    words = KeptBack(handbook, (), (), "另行规定")
    odd = handbook["clerk"].model_copy(update={"summary": object()})
    with pytest.raises(TypeError, match="summary"):
        words.part(odd, ())


def test_what_other_special_files_say_is_narrowed_too() -> None:
    handbook = loaded(TEXT, **{"known-findings": KNOWN.replace("总管", "听[[boss]]说的 ")}).handbook
    [file] = handbook.kept
    open_to_all = replace(file, of=replace(file.of, for_editors=False))
    shown = for_audience(replace(handbook, kept=(open_to_all,)), "public", "另行规定")
    assert [str(each.why) for each in shown.listed(KnownFinding)] == ["听另行规定说的 知道"]
