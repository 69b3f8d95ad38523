"""The limit of time holds in every thread, and leaves nothing behind."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from handbook.sheets import limits
from handbook.sheets.limits import TooMuch, within
from handbook.sheets.worker import Pressed, Spoilt, press

PAGE = "<!doctype html><html lang=zh-CN><title>题</title><body class=policy>{}</body></html>"


def in_a_thread(function, *arguments):
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *arguments).result()


def forever():
    with within(0.01):
        while True:
            pass


@pytest.mark.parametrize("run", [lambda work: work(), in_a_thread], ids=["main", "other"])
def test_what_takes_too_long_is_stopped(run):
    with pytest.raises(TooMuch) as raised:
        run(forever)
    assert (raised.value.measure, raised.value.most) == ("seconds", 0)


def test_what_is_done_in_time_is_left_alone_and_its_watchman_goes():
    def quick():
        with within(1000):
            return [each for each in threading.enumerate() if isinstance(each, threading.Timer)]

    [watchman] = in_a_thread(quick)
    watchman.join()
    assert not watchman.is_alive()


def test_a_strike_that_comes_with_the_end_of_the_block_does_not_hit_later(monkeypatch):
    """The watchman strikes at the last moment; what comes afterwards is not interrupted."""
    struck = []

    class Late:
        def __init__(self, seconds, strike):
            self.strike = strike

        def start(self):
            pass

        def cancel(self):
            self.strike()
            struck.append(True)

    monkeypatch.setattr(threading, "Timer", Late)

    def work():
        with within(1):
            pass
        return sum(range(100_000))

    assert in_a_thread(work) == 4_999_950_000
    assert struck


def test_an_error_of_the_block_is_not_taken_for_the_limit():
    def fail():
        with within(1000):
            raise KeyError("a")

    with pytest.raises(KeyError):
        in_a_thread(fail)


def test_a_sheet_in_a_thread_is_stopped_and_the_next_one_is_made(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.01)
    outcome = in_a_thread(press, PAGE.format("<p>文字</p>" * 3000))
    assert isinstance(outcome, Spoilt)
    assert outcome.beyond == ("seconds", 0)
    monkeypatch.setattr(limits, "SECONDS", 100)
    assert isinstance(in_a_thread(press, PAGE.format("<p>文字</p>")), Pressed)
