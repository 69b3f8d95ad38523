"""What `check` passes can be made: shown on handbooks drawn from our own models."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis.errors import NoSuchExample
from tests.drawn import EVERY, ROOTS, Files, handbooks, keys_of
from tests.made import everything, readings
from tests.mended import keys_written, mended

from handbook.model.kinds import KINDS

ANY = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)
FEW = settings(ANY, max_examples=5, derandomize=True, phases=[Phase.generate])
EACH = settings(FEW, max_examples=40)
MANY = settings(ANY, max_examples=600, phases=[Phase.generate])  # made smaller, it takes hours
NEEDS_A_FILE = {("Settings", "logo")}


@FEW
@given(handbooks())
def test_whatever_check_passes_can_be_composed(files: Files) -> None:
    green = mended(files)
    assume(green is not None)
    everything(green.handbook)


@pytest.mark.long
@MANY
@given(handbooks())
def test_hundreds_can_be_composed_for_every_reader(files: Files) -> None:
    green = mended(files)
    assume(green is not None)
    for handbook in readings(green.handbook, green.problems):
        everything(handbook)


def test_every_key_of_every_kind_is_drawn_and_passes() -> None:
    wanted = {key for root in ROOTS for key in keys_of(root)} - NEEDS_A_FILE
    written: set[tuple[str, str]] = set()

    def are_all_written(files: Files) -> bool:
        green = mended(files)
        written.update(keys_written(green) if green else ())
        return wanted <= written

    try:
        find(handbooks(share=EVERY, kinds=tuple(KINDS)), are_all_written, settings=EACH)
    except NoSuchExample:
        assert wanted <= written
