"""View objects between the model and the templates."""
