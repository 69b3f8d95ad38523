"""The pages of the site: Markdown with the parts drawn by the shared macros."""
