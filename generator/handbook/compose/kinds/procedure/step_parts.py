"""What a step says besides its number, its action and who does it by when: a row a part.

A row decides for every place whether the part stands there, and in which manner: the name of a
macro of `macros/step_parts.html` (for the card, of a function of `desk_card`), or None where it is
left out on purpose. The order of the rows is that of every place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from handbook.model.kinds.procedure import Step

Place = Literal["page", "procedure", "checklist", "card", "observe", "pack", "book"]
Manner = str | None

# What each place draws in a way of its own: the frame of a step.
FRAME = ("id", "do", "by", "phase", "within", "critical")
UNPUBLISHED = ("note",)
BESIDE = "beside"  # the manner of what stands with who does it: a column of its own on paper


@dataclass(frozen=True, kw_only=True)
class StepPart:
    """One part: the keys that it says, its label, its places.

    The label is the key's own (`fields.toml`) where it is None, none at all where it is "".
    """

    name: str
    keys: tuple[str, ...]
    label: str | None
    is_warning: bool = False
    leads_on: bool = False  # tells where the work goes, whoever does it
    page: Manner
    procedure: Manner
    checklist: Manner
    card: Manner
    observe: Manner
    pack: Manner  # of a role that does the step
    book: Manner

    def on(self, place: Place) -> Manner:
        """Return in which manner it stands in a place; None where it does not."""
        manner: Manner = getattr(self, place)
        return manner

    def is_said_by(self, step: Step) -> bool:
        """Tell whether a step has anything of it."""
        return any(getattr(step, key) for key in self.keys)


PLACES: tuple[Place, ...] = get_args(Place)

PARTS = (
    StepPart(
        name="how", keys=("how",), label="",
        page="prose", procedure="prose", checklist=None, card=None, observe=None,
        pack="prose", book="prose",
    ),
    StepPart(
        name="pictures", keys=("pictures",), label="",
        page="shown", procedure="shown", checklist=None, card=None, observe=None,
        pack="shown", book="shown",
    ),
    StepPart(
        name="caution", keys=("caution",), label=None, is_warning=True,
        page="line", procedure="line", checklist="line", card="line", observe="line",
        pack="line", book="line",
    ),
    StepPart(
        name="say", keys=("say",), label=None,
        page="openings", procedure="openings", checklist=None, card="opening", observe=None,
        pack="names", book="names",
    ),
    StepPart(
        name="never", keys=("say",), label="never", is_warning=True,
        page="never", procedure=None, checklist=None, card="never", observe="never",
        pack=None, book=None,
    ),
    StepPart(
        name="fill", keys=("fill",), label=None,
        page="names", procedure="names", checklist="new_forms", card=None, observe=None,
        pack="names", book="names",
    ),
    StepPart(
        name="use", keys=("use",), label=None,
        page="names", procedure="names", checklist=None, card=None, observe=None,
        pack="names", book="names",
    ),
    StepPart(
        name="checks", keys=("checks",), label=None,
        page="checks", procedure="checks", checklist="checks", card="states", observe="watched",
        pack=None, book="checks",
    ),
    StepPart(
        name="ways", keys=("branches", "next"), label="", leads_on=True,
        page="ways", procedure="ways", checklist="turns", card="turns", observe=None,
        pack="ways", book="ways",
    ),
    StepPart(
        name="escalate", keys=("escalate",), label="", leads_on=True,
        page="escalations", procedure="escalations", checklist="hand_overs", card=None,
        observe=None, pack="escalations", book="escalations",
    ),
    StepPart(
        name="schedule", keys=("schedule",), label=None,
        page="schedule", procedure="schedule", checklist=None, card=None, observe=None,
        pack=None, book="schedule",
    ),
    StepPart(
        name="together", keys=("together_with",), label="together",
        page="together", procedure="together", checklist=None, card=None, observe=None,
        pack=None, book="together",
    ),
    StepPart(
        name="accountable", keys=("accountable",), label=None,
        page="names", procedure=BESIDE, checklist=None, card=None, observe=None,
        pack=None, book=BESIDE,
    ),
    StepPart(
        name="consult", keys=("consult",), label=None,
        page="names", procedure=BESIDE, checklist=None, card=None, observe=None,
        pack=None, book=BESIDE,
    ),
    StepPart(
        name="inform", keys=("inform",), label=None,
        page="names", procedure=BESIDE, checklist=None, card=None, observe=None,
        pack=None, book=BESIDE,
    ),
    StepPart(
        name="own", keys=("own",), label="",
        page="own", procedure="own", checklist=None, card=None, observe=None,
        pack="own", book="own",
    ),
    StepPart(
        name="why", keys=("why",), label=None,
        page="line", procedure="line", checklist=None, card=None, observe=None,
        pack=None, book="line",
    ),
    StepPart(
        name="source", keys=("source",), label=None,
        page="plain", procedure="plain", checklist=None, card=None, observe=None,
        pack=None, book="plain",
    ),
)  # fmt: skip
