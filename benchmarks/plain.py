"""Print HTML files as a plain program with WeasyPrint would: python -m benchmarks.plain FILE …

The fonts are opened once for all files, as its documentation recommends.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from handbook.sheets.fetcher import OwnFontsOnly, font_faces


def print_all(files: Sequence[str]) -> None:
    """Write FILE.pdf for each."""
    fonts = FontConfiguration()
    faces = CSS(string=font_faces(), url_fetcher=OwnFontsOnly(), font_config=fonts)
    for file in files:
        source = HTML(file)
        source.write_pdf(
            file + ".pdf", stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1"
        )


if __name__ == "__main__":
    print_all(sys.argv[1:])
