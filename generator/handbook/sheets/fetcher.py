"""Let WeasyPrint open our own typeface and nothing else.

Everything a sheet needs is in its HTML. Whatever else it asks for comes out of an editor's text
or a template by mistake, and stops that sheet.
"""

from __future__ import annotations

from weasyprint.urls import URLFetcher, URLFetcherResponse

from handbook.sheets.fonts import (
    BOLD,
    EMOJI,
    EMOJI_FAMILY,
    FAMILY,
    LATIN_BOLD,
    LATIN_FAMILY,
    LATIN_REGULAR,
    REGULAR,
)

SCHEME = "handbook-font:"
FACES = (
    (FAMILY, 400, REGULAR), (FAMILY, 700, BOLD), (EMOJI_FAMILY, "100 900", EMOJI),
    (LATIN_FAMILY, 400, LATIN_REGULAR), (LATIN_FAMILY, 700, LATIN_BOLD),
)  # fmt: skip
FONTS = {SCHEME + path.name: path for _, _, path in FACES}


class OwnFontsOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Opens handbook-font: addresses of our fonts, and data: addresses."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Open an address; raise ValueError for all that is not ours."""
        font = FONTS.get(url)
        if font is not None:
            return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})
        return super().fetch(url, headers)


def font_faces() -> str:
    """Return the style sheet that names our fonts by their private addresses."""
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'src: url("{SCHEME}{path.name}") }}\n'
        for family, weight, path in FACES
    )
