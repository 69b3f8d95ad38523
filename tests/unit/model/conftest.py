"""Make handbooks out of YAML text that a test writes down."""

import pytest
from tests.written import handbook_of, loaded


@pytest.fixture
def load():
    """Load a handbook, whatever is wrong with it."""
    return loaded


@pytest.fixture
def handbook():
    """Load a handbook that has no problems."""
    return handbook_of
