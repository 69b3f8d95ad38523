"""What tests of composed sheets share: a module's TEXTS with a few of them replaced."""

from __future__ import annotations

import pytest
from tests.composed import composed


@pytest.fixture
def compose(request):
    """Compose the module's TEXTS and those of the test: {path below content: text}."""
    return lambda language=None, **files: composed(language, **request.module.TEXTS | files)
