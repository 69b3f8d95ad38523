"""The typefaces of every sheet, the same on every machine.

Handbook Sans, regular and bold, and Handbook Emoji are cut down in each PDF to what the sheet says.
Handbook Latin is the Latin of Handbook Sans, with quotes and dots as wide as English sets them.
Handbook Form, for simplified (Hans) and traditional (Hant) Chinese, goes whole into a form to fill
in. What they have is known in `handbook.typefaces`.
"""

from pathlib import Path

FAMILY = "Handbook Sans"
REGULAR = Path(__file__).with_name("HandbookSans-Regular.ttf")
BOLD = Path(__file__).with_name("HandbookSans-Bold.ttf")

# What that one lacks of the small pictures people write into messages; one weight is enough.
EMOJI_FAMILY = "Handbook Emoji"
EMOJI = Path(__file__).with_name("HandbookEmoji-Regular.ttf")

LATIN_FAMILY = "Handbook Latin"
LATIN_REGULAR = Path(__file__).with_name("HandbookLatin-Regular.ttf")
LATIN_BOLD = Path(__file__).with_name("HandbookLatin-Bold.ttf")

# Those of printed text by the names that PDFs call them.
OWN = {
    "Handbook-Sans": REGULAR,
    "Handbook-Sans-Bold": BOLD,
    "Handbook-Latin": LATIN_REGULAR,
    "Handbook-Latin-Bold": LATIN_BOLD,
    "Handbook-Emoji": EMOJI,
    "Handbook-Emoji-Bold": EMOJI,
}

FORM_FAMILY = "Handbook Form"
FORM_FONTS = {
    script: Path(__file__).with_name(f"HandbookForm-{script}.ttf") for script in ("Hans", "Hant")
}
