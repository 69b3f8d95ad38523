"""What pages can be worked with: how data is handed to the scripts of a page."""
