"""Addresses of the pages that belong to no definition and no section."""

from __future__ import annotations

from urllib.parse import quote

from handbook.compose.setting import addresses
from handbook.model.handbook import Handbook

TAGS = "tags/index"
RULES = "rules"
KEYS = "keys"


def tag_anchor(tag: str) -> str:
    """Return the anchor of a tag on the page of tags; blanks have no place in an id."""
    return "tag-" + "-".join(tag.split())


def tag_href(page: str, tag: str) -> str:
    """Return the link to a tag on the page of tags."""
    return f"{page}#{quote(tag_anchor(tag))}"


def overall(handbook: Handbook, folder: str) -> str:
    """Return the index of a kind over everything; without sections, that of the organisation."""
    if handbook.subsections(handbook.organisation):
        return addresses.all_of_kind(folder)
    return addresses.kind_page(handbook.organisation, folder)
