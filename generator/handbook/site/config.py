"""The options of the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as options

PLUGIN = "handbook"  # what mkdocs.yml calls it


class HandbookConfig(base.Config):
    """What stands under `handbook:` in mkdocs.yml."""

    # Make the sheets too. `serve` leaves them out unless it is asked for them.
    pdf = options.Type(bool, default=True)

    # Publish drafts, each marked as one.
    drafts = options.Type(bool, default=True)

    # Publish what this audience and those below it may read; everything when it is not said.
    audience = options.Optional(options.Type(str))

    # How many processes print at once; as many as there are processors when it is not said.
    jobs = options.Optional(options.Type(int))
