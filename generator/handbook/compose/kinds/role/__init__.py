"""Roles: what they do and need, their sheet, and their data on the first page."""
