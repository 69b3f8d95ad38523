"""Printed files are named as shortly as they can be told apart."""

from __future__ import annotations

from handbook.cli.print import file_names


def test_a_file_has_the_name_of_its_sheet_and_folders_only_where_two_have_that_name() -> None:
    uris = ["print/visit.card.pdf", "print/a/refund.card.pdf", "print/b/c/refund.card.pdf"]
    assert file_names(uris) == {
        "print/visit.card.pdf": "visit.card.pdf",
        "print/a/refund.card.pdf": "a/refund.card.pdf",
        "print/b/c/refund.card.pdf": "b/c/refund.card.pdf",
    }
