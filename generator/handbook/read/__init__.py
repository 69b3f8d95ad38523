"""Read the files under content/ into plain data that remembers where it was written."""

from handbook.read.file import read_file, read_text
from handbook.read.folder import Reading, SourceFile, read_content
from handbook.read.nodes import Node, Record, Sequence, Text

__all__ = [
    "Node",
    "Reading",
    "Record",
    "Sequence",
    "SourceFile",
    "Text",
    "read_content",
    "read_file",
    "read_text",
]
