"""What compose gives to the later stages: pages of Markdown and sheets of HTML."""

from __future__ import annotations

from dataclasses import dataclass

# Bytes of rows on one page: with menu, frame and choices around them it stays below 300 KB.
MOST_OF_ROWS = 180_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a page offers: its address and its bytes."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its address (ending in .md), Markdown, title, and the YAML it is from."""

    uri: str
    markdown: str
    title: str
    source: str | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper: its address (ending in .pdf), complete HTML, and what the index tells."""

    uri: str
    html: str
    kind: str
    id: str
    section: str
    sheet: str
    title: str
    code: str
    version: str
    edition: str
