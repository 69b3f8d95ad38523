"""A definition that was renamed or moved is found at its old address."""

from pathlib import Path

from tests.written import handbook_of

from handbook.compose.frame.composer import Composer
from handbook.compose.pages.definitions import definition_page
from handbook.site.policy import refused_in

TEXT = "- {kind: term, id: refund, title: <退>, definition: 退钱。, was: [return, shop/back]}\n"


def test_a_page_at_each_former_address_leads_on() -> None:
    made = handbook_of(TEXT)
    page = definition_page(made["refund"], Composer(made, Path("nowhere")))
    moved = {each.uri: each.content.decode() for each in page.attachments}
    assert list(moved) == ["terms/return.html", "shop/terms/back.html"]
    assert 'content="0; url=refund.html"' in moved["terms/return.html"]
    assert 'href="../../terms/refund.html"' in moved["shop/terms/back.html"]
    assert not any(list(refused_in(html)) for html in moved.values())
    assert all("&lt;退&gt;" in html and "<退" not in html for html in moved.values())
