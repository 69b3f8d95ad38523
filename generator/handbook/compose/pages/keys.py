"""The page of keys: everything an editor can write, from the words that editors' tools show too."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.setting.addresses import KEYS as ADDRESS
from handbook.compose.setting.labels import Labels
from handbook.model.json_schema import field_words, part_words
from handbook.model.json_schema.words import keys_of, name_of, parts
from handbook.model.kinds import KINDS, ControlledDocument, Definition
from handbook.model.part import Part
from handbook.model.special_files import SPECIAL

# Shown once, not again for each kind.
HEADS: tuple[type[Part], ...] = (Definition, ControlledDocument)


@dataclass(frozen=True)
class KeyRow:
    """A key: what it is called, what it means, and the words to choose from, if it has any."""

    key: str
    label: str
    help: str
    is_required: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PartRows:
    """A kind, or a part of one, with its keys."""

    name: str
    label: str
    help: str
    rows: tuple[KeyRow, ...]


def keys_page(composer: Composer) -> Page:
    """Return the page of keys: the head of all kinds, each kind and part, and the rest."""
    language = str(composer.handbook.settings.language)
    kinds = {kind.__name__ for kind in KINDS.values()}
    ordered = sorted(parts().items(), key=lambda item: item[0] not in kinds)
    shown = [*HEADS, *(part for _, part in ordered)]
    in_lists = [special.part for special in SPECIAL if special.is_list]
    rows = [_rows(part, language, composer.t) for part in shown if part not in in_lists]
    rows.append(_of_written_pages(language, composer.t))
    rows += [_rows(part, language, composer.t) for part in in_lists]
    return composer.page("keys", composer.screen(ADDRESS), composer.t("keys"), parts=rows)


def _of_written_pages(language: str, t: Labels) -> PartRows:
    """Return what the front matter of a page written by hand may say to us."""
    row = _row(Definition, "audience", language, required=False)
    return PartRows("written-page", t("keys-written-page"), t("keys-written-page-help"), (row,))


def _rows(part: type[Part], language: str, t: Labels) -> PartRows:
    words = (
        {"label": t(f"keys-{name_of(part)}"), "help": ""}
        if part in HEADS
        else part_words(part, language)
    )
    inherited = {key for head in HEADS if part is not head and issubclass(part, head)
                 for key in keys_of(head)}  # fmt: skip
    rows = tuple(
        _row(part, key, language, required=field.is_required())
        for key, field in keys_of(part).items()
        if key not in inherited
    )
    return PartRows(name_of(part), words["label"], words["help"], rows)


def _row(part: type[Part], key: str, language: str, *, required: bool) -> KeyRow:
    words = field_words(part, key, language)
    choices = tuple(words.get("choices", {}).items())
    return KeyRow(key, words["label"], words["help"], required, choices)
