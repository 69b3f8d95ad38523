"""Kinds of definition that one company needs besides those of the tool."""
