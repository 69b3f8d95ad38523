"""What the workers of one run share: a folder for what is built once (acceptance/sites.py)."""

from __future__ import annotations

import os
import shutil
import tempfile

FOLDER = "HANDBOOK_TEST_BUILDS"


def pytest_configure(config) -> None:
    """Make the folder before the workers start: they find its name in their environment."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="handbook-test-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True))
