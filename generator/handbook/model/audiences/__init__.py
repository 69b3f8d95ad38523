"""Audiences: who may read what, and what the others are shown in its place."""
