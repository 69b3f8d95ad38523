"""Labels of pages and sheets in the handbook's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from handbook.languages import catalogue
from handbook.languages.filling import in_its_form

Labels = Callable[..., str]
TOPICS = ("labels", "pages", "derived", "paper")  # shared words, the site's, the sheets'


@cache
def labels(language: str) -> Labels:
    """Return a function that gives the label for a key: t("code"), t("step-n", number=3).

    A detail that is Markup makes the label Markup, with the other details escaped. An unknown key
    raises KeyError: a missing label is a fault of ours.
    """
    words = {"tag": language}
    for topic in TOPICS:
        words |= catalogue(language, topic)

    def label(key: str, **details: object) -> str:
        if not details:
            return words[key]
        template = in_its_form(words[key], details)
        if any(isinstance(detail, Markup) for detail in details.values()):
            return Markup(template).format(**details)
        return template.format(**details)

    return label
