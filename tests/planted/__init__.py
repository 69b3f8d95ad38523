"""A word of its own planted in everything that can be written, to see where it comes out."""
