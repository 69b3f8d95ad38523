"""The Jinja environment, and what is told of templates that fail."""
