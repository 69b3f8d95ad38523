"""Turn the Markdown of a page into HTML, by the converter and the extensions of the site."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from handbook.read.addresses_in_html import OF_MARKDOWN, Parsed, parsed
from handbook.read.site_settings import Dialect

# Ours and MkDocs' own; site/settings.py and MkDocs add the same.
ALWAYS = ("toc", "tables", "fenced_code", "attr_list")
REMEMBERED = 2000  # pages: who previews reads them again after each change
_MAY_BE_MORE = re.compile(r"[<\]}\\&]|^\s*(?:#|\S.*\n[-=]{2,}\s*$)|\+\+|--8<", re.M)


@lru_cache(maxsize=REMEMBERED)
def page_of(text: str, dialect: Dialect) -> Parsed:
    """Return what the HTML of a page's Markdown says; its mentions stand in it as typed."""
    if not _MAY_BE_MORE.search(text):  # the converter takes long to load
        return Parsed((), frozenset(), text, ())
    try:
        return parsed(_converter(dialect).reset().convert(text))
    except Exception:  # both the converter and Python's own parser give up at some markup
        return Parsed((), frozenset(), text, (), is_whole=False)


@lru_cache(maxsize=4)
def _converter(dialect: Dialect) -> Any:
    import markdown
    from markdown.extensions.toc import slugify_unicode

    settings = json.loads(dialect.settings)
    settings.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    settings["toc"] |= {"permalink": False, "anchorlink": False}  # links that nobody wrote
    settings.setdefault("tables", {}).setdefault("use_align_attribute", True)
    converter = markdown.Markdown()
    for name in dict.fromkeys((*ALWAYS, *dialect.extensions)):
        given = {key: value for key, value in settings.get(name, {}).items() if value is not None}
        try:
            converter.registerExtensions([name], {name: given})
        except Exception:  # one that cannot be loaded here stops the build, which tells why
            continue
    _mark(converter)
    return converter


def _mark(converter: Any) -> None:
    """Let the converter mark what it makes of Markdown; what is typed as HTML it does not see."""
    from markdown.treeprocessors import Treeprocessor

    class Marking(Treeprocessor):  # type: ignore[misc]  # Markdown tells no types
        def run(self, root: Any) -> None:
            for element in root.iter():
                if element.tag in ("a", "img"):
                    element.set(OF_MARKDOWN, "")

    converter.treeprocessors.register(Marking(converter), "handbook_marks", 0)
