"""QR codes: each address once."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO

import segno
from markupsafe import Markup

from handbook.paper.palette import INK


@cache
def qr_code(address: str, label: str) -> Markup:
    """Draw a QR code as inline SVG without a margin; the sheet's own white is margin enough."""
    drawn = _code_of(address).svg_inline(
        border=0, dark=INK, omitsize=True, svgclass=None, lineclass=None, title=label
    )
    return Markup(drawn.replace("<svg", f'<svg role="img" aria-label="{label}"', 1))


@cache
def qr_image(address: str, label: str) -> Markup:
    """Draw a QR code as a picture of one dot a module: a PDF holds it once for all its pages."""
    drawn = BytesIO()
    _code_of(address).save(drawn, kind="png", border=0, scale=1)
    source = "data:image/png;base64," + b64encode(drawn.getvalue()).decode()
    return Markup('<img class="run__qr" alt="{}" src="{}">').format(label, source)


@cache
def _code_of(address: str) -> segno.QRCode:
    # The fewest modules, thus the largest on 15 mm; segno then takes what correction still fits.
    return segno.make(address, error="l", micro=False)
