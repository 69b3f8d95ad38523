"""A handbook's own colour is readable on paper, and its tint is light."""

from __future__ import annotations

import pytest

from handbook.compose.setting.colours import readable, tint


def contrast(colour: str) -> float:
    """Return the contrast to white (WCAG 2.2), told apart from what is tried."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 1.05 / (sum(f * s for f, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)


@pytest.mark.parametrize(
    "colour", ["#ffffff", "#ffff00", "#00ff00", "#ff0000", "#7fa0c0", "#0af9a1"]
)
def test_a_light_colour_is_darkened_as_far_as_it_needs_and_no_further(colour: str) -> None:
    made = readable(colour)
    assert contrast(made) >= 4.45
    brighter = "#" + "".join(
        f"{min(255, round(int(made[n : n + 2], 16) / 0.92)):02x}" for n in (1, 3, 5)
    )
    assert contrast(brighter) < 4.6


@pytest.mark.parametrize("colour", ["#000000", "#0b5394", "#7a1f1f", "#0000ff", "#767676"])
def test_a_dark_colour_stays(colour: str) -> None:
    assert readable(colour) == colour


@pytest.mark.parametrize(
    ("colour", "light"), [("#000000", "#ededed"), ("#ff0000", "#ffeded"), ("#ffffff", "#ffffff")]
)
def test_the_tint_is_a_light_ground_of_the_same_hue(colour: str, light: str) -> None:
    assert tint(colour) == light
