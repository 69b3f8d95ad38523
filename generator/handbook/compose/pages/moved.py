"""Pages at former addresses: each leads on to where the definition is now."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from handbook.compose.frame.page import Attachment
from handbook.compose.frame.policy import META
from handbook.compose.setting import addresses
from handbook.compose.setting.labels import Labels
from handbook.model.kinds import Definition

SCRIPT = "assets/javascripts/page/moved.js"
# The script goes on to the same place of the page; without it a browser goes on to its beginning,
# and a link is there for others.
_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    f"{META}\n"
    '<meta name="robots" content="noindex">\n'
    '<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>\n'
    "<title>{title}</title>\n</head>\n"
    '<body>\n<p>{words} <a href="{href}">{title}</a></p>\n'
    '<script src="{script}"></script>\n</body>\n</html>\n'
)


def moved_pages(definition: Definition, language: str, t: Labels) -> Iterator[Attachment]:
    """Yield a page for each address that a definition had."""
    target = addresses.page_of(definition) + ".html"
    for address in definition.former_addresses:
        *path, id = address.split("/")
        uri = "/".join((*path, definition.folder, id)) + ".html"
        href = addresses.relative(target, uri)
        html = _PAGE.format(
            language=language,
            href=href,
            title=definition.title,
            words=t("moved-to"),
            script=addresses.relative(SCRIPT, uri),
        )
        yield Attachment(uri, html.encode())
