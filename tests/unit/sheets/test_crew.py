"""Processes that render sheets, and what becomes of them."""

from __future__ import annotations

import multiprocessing
import os
import time
from contextlib import closing

import pytest

from handbook.sheets import crew
from handbook.sheets.crew import rendered
from handbook.sheets.outcome import Pressed, Spoilt


def task(html):
    """Do what a sheet asks for."""
    match html.partition(" ")[0]:
        case "hang":
            time.sleep(3600)
        case "die":
            os._exit(1)
        case "die-once":
            with open(html.partition(" ")[2], "a+") as been_here:
                been_here.seek(0)
                if not been_here.read():
                    been_here.write("once")
                    been_here.flush()
                    os._exit(1)
        case "fail":
            raise SystemError("unforeseen")
    return Pressed(f"{html} {os.getpid()}".encode(), 1, (1, 1))


def made(pages, tmp_path, jobs=1):
    return dict(rendered(pages, jobs, str(tmp_path), task))


def test_one_that_dies_is_tried_again_alone_and_costs_no_other(tmp_path):
    pages = {"a": "die", "b": f"die-once {tmp_path}/mark", "c": "fine", "d": "fine", "e": "fail"}
    outcomes = made(pages, tmp_path, jobs=2)
    assert outcomes.keys() == pages.keys()
    assert {key for key, outcome in outcomes.items() if isinstance(outcome, Spoilt)} == {"a", "e"}
    assert "killed" in outcomes["a"].reason


def test_one_that_cannot_be_stopped_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(crew, "limits_of", lambda html: (0, 1))
    monkeypatch.setattr(crew, "GRACE", 0.1)
    outcomes = made({"a": "hang"}, tmp_path)
    assert outcomes["a"].beyond == ("seconds", 0)


def test_each_renders_so_many_and_is_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(crew, "SHEETS_PER_WORKER", 2)
    outcomes = made(dict.fromkeys("abc", "fine"), tmp_path)
    assert len({outcome.pdf for outcome in outcomes.values()}) == 2


def test_without_pages_nobody_is_asked(tmp_path):
    assert made({}, tmp_path) == {}
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("pages", [{"a": "fine", "b": "hang"}])
def test_whoever_wants_no_more_leaves_nobody_at_work(tmp_path, pages):
    with closing(rendered(pages, 2, str(tmp_path), task)) as outcomes:
        assert next(outcomes)[0] == "a"
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []
