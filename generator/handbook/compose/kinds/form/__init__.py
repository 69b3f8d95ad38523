"""Forms: their fields, the sheets, and their data to be filled in on a page."""
