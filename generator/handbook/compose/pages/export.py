"""The pages as a plain tree of Markdown, for any builder that is compatible with MkDocs."""

from __future__ import annotations

from pathlib import Path

from handbook.compose.pages.composition import compose_pages
from handbook.compose.pages.written import written_pages
from handbook.model.handbook import Handbook
from handbook.passing import passing_folder
from handbook.read import FolderTree


def export_markdown(project: Path, handbook: Handbook, directory: Path) -> int:
    """Write every page, what it offers for download, and the hand-written pages; count the pages.

    The directory must not exist or be empty: it appears whole or not at all.
    """
    directory = directory.resolve()
    directory.parent.mkdir(parents=True, exist_ok=True)
    pages = compose_pages(handbook, project)
    files = FolderTree(project)
    with passing_folder(directory.parent) as folder:
        tree = folder / "pages"
        written = written_pages(handbook, project)
        tree.mkdir()
        for file in handbook.beside:  # what the pages written by hand show
            if file.uri not in handbook.withheld:
                _write(tree / file.uri, files.read(file.path))
        for uri, markdown in written.items():
            _write(tree / uri, markdown.encode())
        for page in pages:
            if page.uri not in written:  # one written by hand at the same address stands
                _write(tree / page.uri, page.markdown.encode())
            for attachment in page.attachments:
                _write(tree / attachment.uri, attachment.content)
        tree.rename(directory)
    return len(pages)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
