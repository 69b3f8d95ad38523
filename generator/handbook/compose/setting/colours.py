"""Keep a handbook's own colour readable on paper."""

from __future__ import annotations

CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text against its ground
_STEP = 0.92
_PAPER = 1.05  # relative luminance of white, plus the 0.05 of the contrast formula
_TINT = 0.07


def readable(colour: str) -> str:
    """Return the colour, darkened as far as text in it needs on white paper."""
    channels = _channels(colour)
    while _PAPER / (_luminance(channels) + 0.05) < CONTRAST:
        channels = [channel * _STEP for channel in channels]
    return _hex(channels)


def tint(colour: str) -> str:
    """Return a light ground of the same hue."""
    return _hex([255 - (255 - channel) * _TINT for channel in _channels(colour)])


def _channels(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)


def _luminance(channels: list[float]) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2)."""
    shares = [channel / 255 for channel in channels]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
