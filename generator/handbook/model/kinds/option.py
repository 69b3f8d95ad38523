"""What can be chosen: words, and what they mean where that is written beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from handbook.model.part import Part
from handbook.model.values import Line, Some, Word
from handbook.read.nodes import Text


class Option(Part):
    """An option with its meaning: {option: 已关闭, means: 客户签字后}."""

    shorthand: ClassVar = "option"
    option: Word
    means: Line | None = None

    def __str__(self) -> str:
        return str(self.option)


class WithMeaning:
    """Annotates what can be chosen: an option without a meaning is its words."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda option: option.option if option.means is None else option,
            handler.generate_schema(Option),
        )


Options = Some[Annotated[Text | Option, WithMeaning()]]


def words_of(option: Text | Option) -> Text:
    """Return the words that are ticked and stored."""
    return option.option if isinstance(option, Option) else option


def meanings(options: Iterable[Text | Option]) -> dict[str, Text]:
    """Return what options mean, by their words, as far as it is written."""
    return {
        str(each): each.means for each in options if isinstance(each, Option) and each.means
    }
