"""The limit of time holds in every thread and wherever the work is, and leaves nothing behind."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from handbook.sheets import limits
from handbook.sheets.limits import TooMuch, within
from handbook.sheets.worker import Pressed, Spoilt, press

PAGE = "<!doctype html><html lang=zh-CN><title>题</title><body class=policy>{}</body></html>"


def in_a_thread(function, *arguments):
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *arguments).result()


everywhere = pytest.mark.parametrize("run", [lambda w: w(), in_a_thread], ids=["main", "other"])


def forever():
    while True:
        pass


def stopped(work):
    with pytest.raises(TooMuch) as raised:
        within(0.01, work)
    return raised.value.measure, raised.value.most


@everywhere
def test_what_takes_too_long_is_stopped(run):
    assert run(lambda: stopped(forever)) == ("seconds", 0)


class Sheet:
    """Half of the work goes into taking it down, as with WeasyPrint's typefaces."""

    begun = taken_down = 0

    def __del__(self):
        type(self).begun += 1
        sum(range(100_000))
        for _ in range(50_000):
            pass
        type(self).taken_down += 1


@everywhere
def test_a_destructor_is_not_torn_and_does_not_swallow_the_end(run):
    def work():
        while True:
            Sheet()
            for _ in range(100_000):
                pass

    Sheet.begun = Sheet.taken_down = 0
    assert run(lambda: stopped(work)) == ("seconds", 0)
    gc.collect()
    assert Sheet.taken_down == Sheet.begun > 0


@everywhere
def test_a_callback_that_swallows_the_end_hears_of_it_again_and_nobody_else_does(run, capsys):
    def work():
        while True:
            sheet = Sheet.__new__(type("Bare", (), {}))
            kept = weakref.ref(sheet, lambda _: sum(range(100_000)))
            del sheet, kept
            for _ in range(50_000):
                pass

    assert run(lambda: stopped(work)) == ("seconds", 0)
    assert capsys.readouterr() == ("", "")


@everywhere
def test_the_end_is_called_until_it_is_heard(run):
    deaf = 3

    def work():
        nonlocal deaf
        while True:
            try:
                forever()
            except BaseException:
                deaf -= 1
                if not deaf:
                    raise

    assert run(lambda: stopped(work)) == ("seconds", 0)


@everywhere
def test_what_is_done_in_time_is_left_alone_and_nobody_watches_any_longer(run):
    hook = sys.unraisablehook

    def work():
        assert within(1000, lambda: "done") == "done"
        for watchman in [each for each in threading.enumerate() if each.name == "watchman"]:
            watchman.join()

    run(work)
    assert sys.unraisablehook is hook


@everywhere
def test_what_comes_after_is_never_interrupted(run):
    """The time is over just when the work is done: either it counts, or it is stopped."""

    def work():
        for number in range(40):
            seconds = 0.0005 + number * 0.00001
            with suppress(TooMuch):
                assert within(seconds, lambda: sum(range(25_000))) == 312_487_500
            assert sum(range(10_000)) == 49_995_000
        return True

    assert run(work)


@everywhere
def test_an_error_of_the_work_is_not_taken_for_the_limit(run):
    def fail():
        raise KeyError("a")

    with pytest.raises(KeyError):
        run(lambda: within(1000, fail))


def test_a_sheet_in_a_thread_is_stopped_and_the_next_one_is_made(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.01)
    outcome = in_a_thread(press, PAGE.format("<p>文字</p>" * 3000))
    assert isinstance(outcome, Spoilt)
    assert outcome.beyond == ("seconds", 0)
    monkeypatch.setattr(limits, "SECONDS", 100)
    assert isinstance(in_a_thread(press, PAGE.format("<p>文字</p>")), Pressed)
