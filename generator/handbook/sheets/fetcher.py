"""Let WeasyPrint open our own typeface and nothing else.

Everything a sheet needs is in its HTML. Whatever else it asks for comes out of an editor's text
or a template by mistake, and stops that sheet.
"""

from __future__ import annotations

from weasyprint.urls import URLFetcher, URLFetcherResponse

from handbook.sheets.fonts import BOLD, EMOJI, EMOJI_FAMILY, FAMILY, REGULAR

SCHEME = "handbook-font:"
FONTS = {SCHEME + path.name: path for path in (REGULAR, BOLD, EMOJI)}


class OwnFontsOnly(URLFetcher):
    """Opens handbook-font: addresses of the three fonts, and data: addresses."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
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
        for family, weight, path in (
            (FAMILY, 400, REGULAR), (FAMILY, 700, BOLD), (EMOJI_FAMILY, "100 900", EMOJI)
        )
    )  # fmt: skip
