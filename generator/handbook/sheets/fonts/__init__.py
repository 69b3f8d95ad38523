"""The typefaces of every sheet, the same on every machine.

Handbook Sans, regular and bold, is cut down in each PDF to what the sheet says. Handbook Form, for
simplified (Hans) and traditional (Hant) Chinese, goes whole into a form to fill in.
"""

from pathlib import Path

FAMILY = "Handbook Sans"
REGULAR = Path(__file__).with_name("HandbookSans-Regular.ttf")
BOLD = Path(__file__).with_name("HandbookSans-Bold.ttf")

FORM_FAMILY = "Handbook Form"
FORM_FONTS = {
    script: Path(__file__).with_name(f"HandbookForm-{script}.ttf") for script in ("Hans", "Hant")
}
