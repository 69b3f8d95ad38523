"""The page of rules: what is checked, and how seriously it is taken."""

from __future__ import annotations

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.setting.addresses import RULES as ADDRESS
from handbook.languages import rules
from handbook.problems import MODELLING, PRINTING, READING, RULES

# In the order in which a build comes to them; what is no matter of form is a matter of content.
FORMAL = {**READING, **MODELLING, **PRINTING}
TOPICS = {
    "reading": READING,
    "modelling": MODELLING,
    "checking": {rule: RULES[rule] for rule in RULES if rule not in FORMAL},
    "printing": PRINTING,
}


def rules_page(composer: Composer) -> Page:
    """Return the page of rules."""
    told = rules(composer.handbook.settings.language)
    topics = [
        (topic, [(rule, severity, told[rule]["line"]) for rule, severity in catalogue.items()])
        for topic, catalogue in TOPICS.items()
    ]
    screen = composer.screen(ADDRESS)
    return composer.page("rules", screen, composer.t("rules"), topics=topics)
