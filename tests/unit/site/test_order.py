"""A build is one order; what it leaves open mkdocs.yml says."""

from __future__ import annotations

import ast
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from handbook.site import plugin
from handbook.site.config import HandbookConfig
from handbook.site.order import Order

PACKAGE = Path(plugin.__file__).parents[1]


def options(**said: object) -> HandbookConfig:
    config = HandbookConfig()
    config.load_dict(said)
    assert config.validate() == ([], [])
    return config


def test_what_an_order_leaves_open_is_as_mkdocs_yml_says() -> None:
    order = Order(project=Path("p")).within(
        options(pdf=False, drafts=False, audience="staff", jobs=3)
    )
    assert (order.pdf, order.drafts, order.audience, order.jobs) == (False, False, "staff", 3)


def test_what_an_order_says_goes_before_mkdocs_yml() -> None:
    order = Order(project=Path("p"), pdf=True, drafts=True, audience="public", jobs=1)
    assert order.within(options(pdf=False, drafts=False, audience="staff", jobs=3)) == order


def test_what_neither_says_is_whole() -> None:
    order = Order(project=Path("p")).within(options())
    assert (order.pdf, order.drafts, order.audience, order.jobs) == (True, True, None, None)


def test_an_order_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Order(project=Path("p")).pdf = True


def test_mkdocs_is_told_only_what_an_order_says() -> None:
    assert Order(project=Path("p")).overrides == {}
    order = Order(project=Path("p"), strict=False, site=Path("s"), url="http://x/")
    assert order.overrides == {"strict": False, "site_dir": "s", "site_url": "http://x/"}


def test_nobody_sets_an_attribute_of_the_plugin_from_outside() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else ()
            for target in (each for many in targets for each in ast.walk(many)):
                if isinstance(target, ast.Attribute) and isinstance(target.ctx, ast.Store):
                    owner = ast.unparse(target.value)
                    is_search = target.attr == "search_index"  # how MkDocs' own plugin is asked
                    assert is_search or "plugin" not in owner.split(".")[0].lower(), path
