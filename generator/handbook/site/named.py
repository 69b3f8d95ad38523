"""Refuse a site for an audience whose mkdocs.yml gives away the name of what is kept back.

The check reads content/ only; the labels of the menu and the description of the site stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook.check.consistency.bare_names import leaks
from handbook.compose.setting.labels import labels
from handbook.model.audiences.evened import evened
from handbook.model.audiences.names import Name, Names
from handbook.opening import Opened

WORDS = ("site_description", "site_author")  # its title and foot are those of handbook.yml


def require_unnamed(config: MkDocsConfig, found: Opened, audience: str) -> None:
    """Raise PluginError for the first words that name what a whole handbook keeps back.

    What known findings release elsewhere, and what is part of a longer name that the audience
    meets, gives nothing away here either; see check/consistency/bare_names.py.
    """
    handbook = found.handbook
    audiences = handbook.settings.audiences
    highest = audiences.index(audience)
    known = leaks(found.judged.known, handbook, audience)
    released = {evened(dict(each.details)["name"]) for each in known}
    names = Names(handbook)
    kept = [name for name in names.above(highest) if name.key not in released]
    for words in (*(config[key] for key in WORDS), *_labels(config.nav), *_texts(config.extra)):
        text = evened(str(words or ""))
        for name in kept:
            if name.key in text and _is_bare(text, name, names, highest):
                t = labels(str(handbook.settings.language))
                raise PluginError(
                    t("mkdocs-names", words=words, name=name.words, audience=audiences[name.level])
                )


def _is_bare(text: str, name: Name, names: Names, highest: int) -> bool:
    """Tell whether a name stands in a text outside the longer ones that an audience meets."""
    spans = name.spans(text)
    return not all(names.is_within_longer(name.key, highest, text, *span) for span in spans)


def _labels(nav: Any) -> Iterator[str]:
    """Yield the words of a menu as mkdocs.yml gives it."""
    for item in nav if isinstance(nav, list) else ():
        for label, inner in item.items() if isinstance(item, dict) else ():
            yield label
            yield from _labels(inner)


def _texts(extra: Any) -> Iterator[str]:
    """Yield the texts of `extra`, such as the links at the foot of a page."""
    if isinstance(extra, str):
        yield extra
    elif isinstance(extra, Mapping | list):
        for inner in extra.values() if isinstance(extra, Mapping) else extra:
            yield from _texts(inner)
