"""The typeface of every sheet: Handbook Sans, regular and bold, the same on every machine."""

from pathlib import Path

FAMILY = "Handbook Sans"
REGULAR = Path(__file__).with_name("HandbookSans-Regular.ttf")
BOLD = Path(__file__).with_name("HandbookSans-Bold.ttf")
