"""Let heads and feet grow that are higher than the margin they stand in."""

from __future__ import annotations

from weasyprint.formatting_structure.boxes import MarginBox

from handbook.paper.measures import BELOW_FOOT, BELOW_HEAD, PX
from handbook.sheets.boxes import Box, Document

LARGEST = 0.45  # of a page's height


def grown_margins(document: Document) -> str:
    """Return the styles of pages with room for the highest head and foot; "" where there is."""
    grown = {"top": 0.0, "bottom": 0.0}
    for page in document.pages:
        paper = page._page_box
        given = {"top": paper.margin_top, "bottom": paper.margin_bottom}
        for box in paper.children:
            if isinstance(box, MarginBox) and box.children and not box.style["transform"]:
                side = box.at_keyword.strip("@").partition("-")[0]
                needed = _height(box) + PX * (BELOW_HEAD if side == "top" else BELOW_FOOT)
                if side in grown and needed > given[side] + 1:
                    grown[side] = max(grown[side], min(needed, LARGEST * page.height))
    return "".join(
        f"@page {{ margin-{side}: {height:.1f}px }}\n" for side, height in grown.items() if height
    )


def _height(box: Box) -> float:
    """Return how much what stands in a margin box takes from top to bottom."""
    return sum(child.margin_height() for child in box.children)
