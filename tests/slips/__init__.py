"""Slips of one line, made in a copy of content/, and what the check says of them."""
