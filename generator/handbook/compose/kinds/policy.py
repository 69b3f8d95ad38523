"""A policy as sheets show it: articles with the numbers staff cite."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from handbook.compose.frame.control import ControlView
from handbook.compose.kinds.record import Rows, Shown, no_files, nothing
from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Policy
from handbook.model.kinds.policy import Article


@dataclass(frozen=True)
class ArticleView:
    """An article with the number it is cited by."""

    article: Article
    number: Markup
    title: Markup


class PolicyView:
    """What the template of a policy asks."""

    def __init__(self, policy: Policy, medium: Medium) -> None:
        self.policy = policy
        self.medium = medium

    @property
    def articles(self) -> list[ArticleView]:
        """The articles; one without a number of its own takes its place in the order."""
        return [
            ArticleView(
                article,
                self.medium.setter.plain(article.number or str(place)),
                self.medium.setter.plain(article.title),
            )
            for place, article in enumerate(self.policy.articles, 1)
        ]

    @property
    def facts(self) -> list[tuple[str, Markup]]:
        """Purpose, reach, dates and source, as (label, text)."""
        t, setter, policy = self.medium.t, self.medium.setter, self.policy
        control = ControlView(policy, self.medium)
        facts = [
            (t("fact-summary"), setter.prose(policy.summary)),
            (t("fact-purpose"), setter.prose(policy.purpose)),
            (t("fact-applies-to"), self.medium.listed(policy.applies_to)),
            (t("fact-issued"), escape(date_in_words(policy.issued, t))),
            (t("reviewed"), escape(control.reviewed)),
            (t("next-review"), escape(control.next_review)),
            (t("fact-source"), setter.plain(policy.source)),
        ]
        return [(label, text) for label, text in facts if text]


def _facts(policy: Policy, screen: Screen) -> Rows:
    yield "purpose", screen.setter.line(policy.purpose)
    yield "applies-to", screen.listed(policy.applies_to)
    yield "issued", escape(date_in_words(policy.issued, screen.t))


def _fact(policy: Policy, medium: Medium) -> Markup:
    return medium.listed(policy.applies_to)


SHOWN = Shown(
    kind=Policy,
    facts=_facts,
    fact=_fact,
    body=nothing,
    files=no_files,
    scripts=(),
    sheets={"policy": PolicyView},
    book="full",
    book_place=20,
    book_view=PolicyView,
)
