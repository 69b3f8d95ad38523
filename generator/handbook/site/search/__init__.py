"""Make the index of the site's search: what pages say, under every way staff may write it."""

from handbook.site.search.index import Index, take_over

__all__ = ["Index", "take_over"]
