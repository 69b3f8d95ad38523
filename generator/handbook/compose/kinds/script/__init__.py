"""Scripts: their lines, the card, and their data to speak from on a page."""
