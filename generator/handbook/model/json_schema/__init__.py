"""JSON Schema for editors, made from the model: keys, their meaning, and today's ids."""

from handbook.model.json_schema.editor import left_alone, write_schemas
from handbook.model.json_schema.files import schemas
from handbook.model.json_schema.words import field_words, part_words

__all__ = ["field_words", "left_alone", "part_words", "schemas", "write_schemas"]
