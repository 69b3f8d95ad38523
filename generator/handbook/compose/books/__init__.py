"""Books: the whole handbook on paper, and one for each part of it that stands by itself."""
