"""What browser tests share: a browser without a network, and a page on which nothing may go wrong.

A file that sets PAGE works on that page of the small handbook of desk_site, with nothing kept yet.
"""

from __future__ import annotations

import pytest
from desk_site import go, opened
from sites import browsing, watched


@pytest.fixture(scope="module")
def context():
    """A browser; tests of one file share what it keeps."""
    with browsing(accept_downloads=True) as context:
        yield context


@pytest.fixture
def watched_page(context):
    """A page whose clock runs on; nothing goes wrong on it and nothing leaves it."""
    page, wrong = watched(context)
    yield page
    page.close()
    assert not wrong


@pytest.fixture
def page(context, request):
    """A page whose clock stands at nine; nothing goes wrong on it and nothing leaves it."""
    page, wrong = opened(context)
    name = getattr(request.module, "PAGE", None)
    if name:
        go(page, name)
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.reload()
    yield page
    page.close()
    assert not wrong
