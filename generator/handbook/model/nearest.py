"""Find the word an editor probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice closest to `word`, or None when nothing is close enough to suggest.

    One slip of the finger away goes first; the share of letters in common decides among the rest.
    """
    lowered = {choice.lower(): choice for choice in choices}
    written = word.lower()
    if written in lowered:
        return lowered[written]
    slip = nearest_slip(written, lowered)
    if slip is not None:
        return lowered[slip]
    found = difflib.get_close_matches(written, lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def nearest_slip(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is one slip of the finger away, or None."""
    return next((each for each in choices if len(each) > 1 and is_one_slip_off(word, each)), None)


def is_one_slip_off(left: str, right: str) -> bool:
    """Tell whether one character was changed, added or left out, or two changed places."""
    if differ_by_one(left, right):
        return True
    if len(left) != len(right):
        return False
    apart = [at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    one, two = apart
    return left[one] == right[two] and left[two] == right[one]


def differ_by_one(left: str, right: str) -> bool:
    """Tell whether two texts differ by exactly one character changed, added or left out."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if start is None:  # one is the other plus a last character
        return True
    if len(left) == len(right):
        return left[start + 1 :] == right[start + 1 :]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[start + 1 :] == shorter[start:]


def shortened(text: str) -> set[str]:
    """Return a text, and what is left of it without one character.

    Two texts that differ by one character have one of these in common.
    """
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}
