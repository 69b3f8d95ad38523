"""Change YAML text in the places that are meant and nowhere else: the mirror of `read`."""

from handbook.write.changes import (
    AddItem,
    AddKey,
    Change,
    Data,
    Move,
    Path,
    Remove,
    Replace,
    Respell,
)
from handbook.write.file import put_in_place, write_whole
from handbook.write.items import item_taken, with_item
from handbook.write.revise import Refused, revised
from handbook.write.spelling import definition_as_yaml

__all__ = [
    "AddItem",
    "AddKey",
    "Change",
    "Data",
    "Move",
    "Path",
    "Refused",
    "Remove",
    "Replace",
    "Respell",
    "definition_as_yaml",
    "item_taken",
    "put_in_place",
    "revised",
    "with_item",
    "write_whole",
]
