"""The page of each definition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from handbook.compose.desk.embedded import embedded
from handbook.compose.frame.composer import Composer
from handbook.compose.frame.control import ControlView
from handbook.compose.frame.page import Attachment, Page
from handbook.compose.kinds.facts import facts_of
from handbook.compose.kinds.form.filling import filling
from handbook.compose.kinds.form.view import FormView
from handbook.compose.kinds.procedure.budget import budget_of
from handbook.compose.kinds.procedure.flow_picture import FlowPicture
from handbook.compose.kinds.procedure.running import running
from handbook.compose.kinds.procedure.view import ProcedureView
from handbook.compose.kinds.role.my_role import role_file
from handbook.compose.kinds.role.work import WorkView
from handbook.compose.kinds.script.speaking import speaking
from handbook.compose.kinds.script.view import ScriptView, opening_of
from handbook.compose.kinds.standard import StandardView
from handbook.compose.kinds.unit import UnitView
from handbook.compose.kinds.usage import used_by
from handbook.compose.overviews.ways import own_ways
from handbook.compose.pages.places import TAGS, tag_href
from handbook.compose.setting import addresses
from handbook.compose.setting.markdown import is_inline
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Definition, Role

# What a search should offer first when the words fit alike.
WHO = ("role", "unit")
BOOST = {"procedure": 2, "script": 1.6, "form": 1.4, "role": 1.2}


def definition_page(definition: Definition, composer: Composer) -> Page:
    """Return the page of a definition, with the files it offers."""
    screen = composer.screen(addresses.page_of(definition), definition.section)
    head: dict[str, Any] = {"handbook": {"kind": definition.kind, "id": str(definition.id)}}
    if definition.is_live and definition.kind in BOOST:
        head["search"] = {"boost": BOOST[definition.kind]}
    if definition.status == "retired":
        head["search"] = {"boost": 0.1}
    return composer.page(
        definition.kind,
        screen,
        str(definition.title),
        source=definition.place.path,
        head=head,
        attachments=_attachments(definition, composer),
        definition=definition,
        control=ControlView(definition, screen),
        sheets=composer.sheets(definition, screen),
        facts=facts_of(definition, screen),
        uses=used_by(definition, screen),
        tags=_tags(definition, screen),
        words=_words(screen),
        ways=own_ways(definition, composer, screen) if definition.kind in WHO else (),
        **_BODIES.get(definition.kind, _nothing)(definition, screen),
    )


def _attachments(definition: Definition, composer: Composer) -> tuple[Attachment, ...]:
    if isinstance(definition, Role) and definition.status != "retired":
        return (role_file(definition, composer.screen(addresses.HOME)),)
    return ()


def _tags(definition: Definition, screen: Screen) -> list[Markup]:
    page = screen.to(f"{TAGS}.html")
    return [
        Markup('<a class="tag" href="{}">{}</a>').format(tag_href(page, tag), tag)
        for tag in map(str, definition.tags)
    ]


def _words(screen: Screen) -> Callable[[str], Markup]:
    def words(text: str) -> Markup:
        """Set what may stand in a heading: a line of Markdown, or plain text."""
        line = screen.setter.line(text)
        return line if is_inline(line) else screen.setter.plain(text)

    return words


def _nothing(definition: Definition, screen: Screen) -> dict[str, Any]:
    return {}


_BODIES: dict[str, Callable[[Any, Screen], dict[str, Any]]] = {
    "procedure": lambda definition, screen: {
        "view": ProcedureView(definition, screen),
        "flow": FlowPicture(definition, screen),
        "budget": budget_of(definition, screen),
        "first_words": lambda script: opening_of(script, screen),
        "desk": embedded(running(definition, screen)),
    },
    "script": lambda definition, screen: {
        "view": ScriptView(definition, screen),
        "desk": embedded(speaking(definition, screen)),
    },
    "form": lambda definition, screen: {
        "view": FormView(definition, screen),
        "desk": embedded(filling(definition, screen)),
    },
    "standard": lambda definition, screen: {"view": StandardView(definition, screen)},
    "role": lambda definition, screen: {"work": WorkView(definition, screen)},
    "unit": lambda definition, screen: {
        "view": UnitView(definition, screen),
        "work": WorkView(definition, screen),
    },
}
