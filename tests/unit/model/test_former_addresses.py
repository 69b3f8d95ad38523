"""What names a former address is told what to write now."""

from tests.written import loaded

MOVED = "- {kind: term, id: refund, title: 退款, definition: 退钱。, was: return}\n"


def test_a_mention_of_a_former_id_is_told_with_the_new_one() -> None:
    text = MOVED + "- {kind: term, id: a, title: 甲, definition: '见 [[return]]'}\n"
    (found,) = loaded(text).problems
    assert (found.rule, found.hint) == ("unknown-reference", "moved")
    assert dict(found.details)["nearest"] == "refund"
