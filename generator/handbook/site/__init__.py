"""Build and serve the site: a thin MkDocs plugin over the pages that compose gives."""
