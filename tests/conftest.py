"""What all tests share: a day, examples that are drawn alike each time, and what is built once.

No test depends on luck: not on the clock, the order, the load of the machine or the shell.
"""

from __future__ import annotations

import os
import shutil
import tempfile

from hypothesis import HealthCheck, settings

DAY = "1796126400"  # the first of December 2026, before any review is due
FOLDER = "HANDBOOK_TEST_BUILDS"


# Whether a filter takes much away, and how large an example is, depends on what is drawn; that
# depends on the modules which happen to be loaded.
BY_LUCK = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=BY_LUCK)
settings.load_profile("steady")


def pytest_configure(config) -> None:
    """Make the folder before the workers start: they find its name in their environment."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    for name in ("no_proxy", "NO_PROXY"):  # what the tests serve is on this machine
        os.environ[name] = "127.0.0.1,localhost"
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="handbook-test-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True))
