"""Read the files under content/ into plain data that remembers where it was written."""

from handbook.read.beside import Beside
from handbook.read.file import FileMemory, read_file, read_text
from handbook.read.folder import Reading, SourceFile, read_content
from handbook.read.nodes import Node, Record, Sequence, Text
from handbook.read.pages import PageSource
from handbook.read.picture import Picture, read_picture, read_shown_picture
from handbook.read.tree import FolderTree, Tree, TreeOfBytes

__all__ = [
    "Beside",
    "FileMemory",
    "FolderTree",
    "Node",
    "PageSource",
    "Picture",
    "Reading",
    "Record",
    "Sequence",
    "SourceFile",
    "Text",
    "Tree",
    "TreeOfBytes",
    "read_content",
    "read_file",
    "read_picture",
    "read_shown_picture",
    "read_text",
]
