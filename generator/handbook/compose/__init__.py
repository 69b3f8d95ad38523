"""Pages and sheets from the handbook, room by room; each imports only the rooms before it.

templates, setting, frame, desk, kinds, overviews, books, sheets, pages.
"""
