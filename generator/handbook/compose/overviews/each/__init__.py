"""Each overview: a file is one, and holds its record as OVERVIEW."""
