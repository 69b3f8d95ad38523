"""Procedures: their steps, pictures and sheets, and their data to be run on a page."""
