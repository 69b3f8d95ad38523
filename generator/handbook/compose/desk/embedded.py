"""What pages can be worked with: the data that the scripts of templates/theme/…/desk take.

Each kind has a function that returns plain data for its page; `embedded` writes it into the page.
"""

from __future__ import annotations

import hashlib
import json

from markupsafe import Markup

from handbook.languages import catalogue
from handbook.model.durations import Duration
from handbook.model.settings import Settings

# As characters of JSON these would end the script element, or begin markup, before they are read.
_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
NAMESPACE_LENGTH = 8
ON_HOME = ("time", "runs", "due", "role_page")  # the scripts of the home page


def embedded(data: object) -> Markup:
    """Return data as JSON that can stand in a <script type="application/json">."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SIGNS))


def desk_words(settings: Settings) -> dict[str, Markup]:
    """Return the labels of each kind of page as JSON, with the name under which a browser keeps."""
    found = catalogue(str(settings.language), "desk")
    shared = found["shared"] | {"namespace": namespace(settings)}
    keep = settings.runs.keep if settings.runs else None
    if isinstance(keep, Duration):
        shared |= {"keep": keep.high}
    return {
        kind: embedded(shared | words) for kind, words in found.items() if isinstance(words, dict)
    }


def namespace(settings: Settings) -> str:
    """Return what tells this handbook from others: all files of a disk share a browser's store."""
    name = f"{settings.organisation}\n{settings.title}"
    return hashlib.sha256(name.encode()).hexdigest()[:NAMESPACE_LENGTH]
