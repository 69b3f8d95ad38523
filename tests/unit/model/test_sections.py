"""Sections: folders with a section.yml, what they give to what stands in them."""

import datetime

import pytest

from handbook.model.control import control_of

ROLE = "- {kind: role, id: r, title: 岗%s}\n"


def test_a_folder_without_section_file_only_tidies_up(handbook):
    made = handbook("- {kind: term, id: a, title: 甲, definition: 乙}\n", forms__all=ROLE % "")
    assert [each.address for each in made.definitions] == ["r", "a"]


def test_sections_nest(handbook):
    made = handbook(
        ROLE % "",
        auto__section="title: 汽车\n",
        auto__shop__section="title: 门店\n",
        auto__shop__forms__all=ROLE % "",
    )
    assert made["auto/shop/r"].section.title == "门店"
    assert [each.address for each in made["auto/shop/r"].section.lineage] == [
        "auto/shop",
        "auto",
        "",
    ]


def test_sections_stand_in_their_order(handbook):
    made = handbook(
        ROLE % "", b__section="title: 乙\norder: 1\n", a__section="title: 甲\norder: 2\n"
    )
    assert [each.title for each in made.sections] == ["公司", "乙", "甲"]


def test_the_nearest_default_fills_what_is_not_written(handbook):
    made = handbook(
        ROLE % "",
        section="title: 公司\ndefaults: {version: '1', effective: 2026-01-01, owner: r}\n",
        auto__section="title: 汽车\ndefaults: {version: '2'}\n",
        auto__all=ROLE % ", review_every: 1年",
    )
    control = control_of(made["auto/r"])
    assert (control.version, control.effective) == ("2", datetime.date(2026, 1, 1))
    assert control.next_review == datetime.date(2027, 1, 1)
    assert [str(owner) for owner in control.owner] == ["r"]


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("reviewed: 2026-11-01", datetime.date(2027, 11, 1)),
        ("effective: 2026-12-01, reviewed: 2026-11-01", datetime.date(2027, 12, 1)),
        ("effective: 待定, reviewed: 2026-11-01", datetime.date(2027, 11, 1)),
        ("effective: 2026-12-01, reviewed: 待定", datetime.date(2027, 12, 1)),
        ("effective: 2026-12-01, status: retired", None),
        ("effective: 待定", datetime.date(2026, 6, 1)),
    ],
)
def test_the_next_review_counts_from_the_later_of_its_days(handbook, written, due):
    section = "title: 公司\ndefaults: {reviewed: 2025-06-01, review_every: 1年}\n"
    made = handbook(ROLE % f", {written}", section=section)
    assert control_of(made["r"]).next_review == due


def test_what_is_written_comes_before_a_default(handbook):
    made = handbook(ROLE % ", version: '3'", section="title: 公司\ndefaults: {version: '1'}\n")
    assert control_of(made["r"]).version == "3"


def test_a_default_owner_is_a_link_of_every_document(handbook):
    made = handbook(
        ROLE % "" + "- {kind: policy, id: p, title: 制度, articles: {id: a, title: 甲}}\n",
        section="title: 公司\ndefaults: {owner: r}\n",
    )
    assert [(link.source.id, link.relation) for link in made.used_by(made["r"])] == [("p", "owner")]


def test_what_is_asked_for_adds_up_from_the_section_outwards(handbook):
    made = handbook(
        ROLE % "",
        section="title: 公司\nrequires: version\n",
        auto__section="title: 汽车\nrequires: [code, version]\n",
    )
    assert made.sections[1].requires == ("code", "version")
