"""Scripts: their lines, the card, and their data to speak from on a page."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.desk.embedded import embedded
from handbook.compose.kinds.record import Rows, Shown, no_files
from handbook.compose.kinds.script.card import ScriptCard
from handbook.compose.kinds.script.speaking import speaking
from handbook.compose.kinds.script.view import ScriptView
from handbook.compose.setting.medium import Medium, Paper, Screen
from handbook.model.kinds import Script
from handbook.model.values import is_open


def _facts(script: Script, screen: Screen) -> Rows:
    channels = ScriptView(script, screen).channels
    yield "situation", screen.setter.line(script.situation)
    yield "script-used-by", screen.listed(script.used_by)
    yield "channel", escape(screen.t("list-comma").join(channels))


def _fact(script: Script, medium: Medium) -> Markup:
    t = medium.t
    channels = (t(f"channel-{each}") for each in script.channel if not is_open(each))
    return escape(t("list-comma").join(channels))


def _body(script: Script, screen: Screen) -> dict[str, object]:
    return {"view": ScriptView(script, screen), "desk": embedded(speaking(script, screen))}


def _card(script: Script, paper: Paper) -> ScriptCard:
    return ScriptCard(ScriptView(script, paper))


SHOWN = Shown(
    kind=Script,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=("speech", "speak_page"),
    sheets={"script": _card},
    book="full",
    book_place=30,
    book_view=_card,
)
