"""Print sheets: complete HTML in, PDF files out of a cache."""
