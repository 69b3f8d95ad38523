"""The picture of a procedure, with its words in the handbook's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from markupsafe import Markup

from handbook.compose.setting.medium import Medium, Screen
from handbook.draw.layout import Layout, lay_out
from handbook.draw.svg import svg
from handbook.draw.swimlane import Swimlane, swimlanes
from handbook.model.flow import Flow
from handbook.model.kinds import Procedure
from handbook.model.kinds.procedure import END, Step
from handbook.model.references import Reference
from handbook.paper.palette import Palette
from handbook.read.nodes import Text

LEAST_LANE_ON_SCREEN = 104.0  # points; a screen scrolls sideways, paper does not


class Captions:
    """The words of a procedure's swimlane."""

    def __init__(self, procedure: Procedure, medium: Medium) -> None:
        self.procedure = procedure
        self.medium = medium
        self.times = medium.times_in(procedure)
        t = medium.t
        self.start, self.end = t("lane-start"), t("end")
        self.yes, self.no = t("yes"), t("no")
        self.nobody = t("lane-nobody")

    def lane(self, step: Step) -> str:
        """Return who does a step: the first named has the lane, others stand beside the name."""
        names = [self._name(reference) for reference in step.by]
        return self.medium.t("list-comma").join(names) or self.nobody

    def _name(self, reference: Reference) -> str:
        found = self.medium.handbook.find(reference)
        return str(found.title) if found else str(reference.text)

    def step(self, step: Step) -> str:
        return _bare(self.times.setter.line(step.do))

    def limit(self, step: Step) -> str:
        return _bare(self.times.limit(step.within))

    def question(self, condition: Text) -> str:
        words = _bare(self.times.setter.line(condition))
        return words if words.endswith(("?", "？")) else words + self.medium.t("question-mark")

    def elsewhere(self, target: Text) -> str:
        reference = Reference(target, ("procedure",), self.procedure.section.path)
        return self.medium.t("book-title", title=self._name(reference))

    def href_of_step(self, step: Step) -> str | None:
        return f"#{step.id}" if isinstance(self.medium, Screen) else None

    def href_of_procedure(self, target: Text) -> str | None:
        reference = Reference(target, ("procedure",), self.procedure.section.path)
        found = self.medium.handbook.find(reference)
        if found is None or not isinstance(self.medium, Screen):
            return None
        return self.medium.href(found)

    def other_sheet(self, number: int) -> str:
        return self.medium.t("step-n", number=number)


def swimlane(procedure: Procedure, medium: Medium) -> tuple[Markup, ...]:
    """Draw a procedure's swimlane for a screen, whose colours are the page's."""
    drawing = Drawing(procedure, medium)
    layouts = drawing.laid_out(lambda each: lay_out(each, least=LEAST_LANE_ON_SCREEN))
    return tuple(drawing.written(layout, None) for layout in layouts)


class Drawing:
    """The picture of a procedure, to be laid out for one place or another."""

    def __init__(self, procedure: Procedure, medium: Medium) -> None:
        self.procedure = procedure
        self.medium = medium
        self.captions = Captions(procedure, medium)
        self.flow = medium.handbook.flow(procedure)

    def laid_out(self, lay: Callable[[Swimlane], Layout], sides: int = 1) -> list[Layout]:
        """Lay it out on this many sides, or on fewer where there are not as many steps."""
        steps_a_side = -(-len(self.procedure.steps) // sides)
        pictures = swimlanes(self.procedure, self.flow, self.captions, steps_a_side)
        return [lay(picture) for picture in pictures]

    def on_sides(self, lay: Callable[[Swimlane], Layout], tallest: float) -> list[Layout]:
        """Lay it out on as few sides as leave none taller than `tallest` points."""
        for sides in range(1, len(self.procedure.steps) + 1):
            layouts = self.laid_out(lay, sides)
            if all(layout.height <= tallest for layout in layouts):
                break
        return layouts

    def written(self, layout: Layout, palette: Palette | None, scale: float = 1.0) -> Markup:
        """Write a layout as SVG that says in words what the whole picture shows."""
        title = self.medium.t("swimlane-of", title=self.procedure.title)
        told = " ".join(_told(self.procedure, self.flow, self.captions))
        language = str(self.medium.handbook.settings.language)
        return Markup(svg(layout, title, told, palette, scale, language))


def _told(procedure: Procedure, flow: Flow, captions: Captions) -> Iterator[str]:
    """Tell the picture in words, step by step."""
    t = captions.medium.t
    numbers = procedure.numbers
    for number, step in enumerate(procedure.steps, 1):
        yield t("told-step", number=number, who=captions.lane(step), what=captions.step(step))
        for edge in flow.ways_from(step.id):
            if edge.branch is None and numbers.get(edge.target or "") == number + 1:
                continue
            if edge.target in numbers:
                goal = t("step-n", number=numbers[edge.target])
            else:
                goal = captions.end if edge.target == END else captions.elsewhere(edge.named)
            asked = edge.branch.when if edge.branch else None
            condition = _bare(captions.times.setter.line(asked)) if asked else t("otherwise")
            yield t("told-branch", condition=condition, goal=goal)


def _bare(html: Markup) -> str:
    """Return the words of a line of HTML, without the codes that paper adds to titles."""
    without_codes = re.sub(r'<span class="ref__code">[^<]*</span>', "", html)
    return unescape(re.sub(r"<[^>]*>", "", without_codes)).replace("\u2009", " ")
