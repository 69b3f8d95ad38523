"""Editions change with what is published, and with nothing else."""

import pytest

WRITTEN = "kind: policy\nid: p\ntitle: 制度\narticles: [{id: a, title: 甲, text: 乙}]\n"


@pytest.fixture
def edition(handbook):
    return lambda text, **files: handbook(text, **files)["p"].edition


@pytest.mark.parametrize(
    "same",
    [
        "# 说明\n" + WRITTEN,
        WRITTEN + "note: 编者的话\n",
        "title: 制度\nid: p\narticles:\n  - text: 乙\n    id: a\n    title: 甲\nkind: policy\n",
        WRITTEN.replace("乙", '"乙"'),
        WRITTEN.replace("text: 乙", "text: 乙, note: 待核"),
    ],
)
def test_comments_notes_quotes_and_order_do_not_count(edition, same):
    assert edition(same) == edition(WRITTEN)


@pytest.mark.parametrize(
    "other",
    [WRITTEN.replace("乙", "丙"), WRITTEN + "summary: 新\n", WRITTEN + "version: '2'\n"],
)
def test_what_is_published_counts(edition, other):
    assert edition(other) != edition(WRITTEN)


def test_what_a_section_gives_counts(edition):
    assert edition(WRITTEN, section="title: 公司\ndefaults: {version: '2'}\n") != edition(WRITTEN)


def test_an_edition_is_six_hexadecimal_digits(edition):
    assert len(edition(WRITTEN)) == 6
    int(edition(WRITTEN), 16)
