"""The preview keeps the pages' own policy: it follows changes, and its notice has its look."""

from __future__ import annotations

from desk_site import opened
from sites import browsing, small_project, write
from test_serve import BROKEN, PAGE, Preview


def test_a_page_of_the_preview_reloads_and_shows_what_is_wrong(tmp_path) -> None:
    project = small_project(tmp_path / "project")
    preview = Preview(project)
    try:
        with browsing(offline=False) as context:
            page, wrong = opened(context, preview.url)
            page.clock.resume()  # the preview asks again and again
            preview.page()  # it listens by now
            page.goto(preview.url + PAGE)
            write(project, {"content/all.yml": BROKEN})
            page.wait_for_selector("#trouble")
            notice = page.locator("#trouble")
            assert "clark" in notice.inner_text()
            assert notice.evaluate("each => getComputedStyle(each).position") == "fixed"
            assert not wrong
    finally:
        preview.process.kill()
        preview.process.communicate()
