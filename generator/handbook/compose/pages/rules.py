"""The page of rules: what is checked, and how seriously it is taken."""

from __future__ import annotations

from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.places import RULES as ADDRESS
from handbook.messages import rules
from handbook.problems import CHECKING, MODELLING, PRINTING, READING

TOPICS = {"reading": READING, "modelling": MODELLING, "checking": CHECKING, "printing": PRINTING}


def rules_page(composer: Composer) -> Page:
    """Return the page of rules."""
    told = rules(composer.handbook.settings.language)
    topics = [
        (topic, [(rule, severity, told[rule]["line"]) for rule, severity in catalogue.items()])
        for topic, catalogue in TOPICS.items()
    ]
    screen = composer.screen(ADDRESS)
    return composer.page("rules", screen, composer.t("rules"), topics=topics)
