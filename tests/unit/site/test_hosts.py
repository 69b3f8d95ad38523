"""The preview answers those who call it by its own name, and no page of the internet."""

from __future__ import annotations

import socket

import pytest

from handbook.site.hosts import is_called_rightly
from handbook.site.preview import PreviewServer

OWN = ("localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1:8000", "[::1]:8000", "[::1]", None)
FOREIGN = (
    "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example:8000",
    "evil.example@localhost", "localhost,evil.example", "192.168.1.5:8000", "[2001:db8::1]:8000",
    "", "127.0.0.2", "localhost:evil", "evil.example:127.0.0.1",
)  # fmt: skip


@pytest.mark.parametrize("header", OWN)
def test_who_calls_this_machine_is_answered(header) -> None:
    assert is_called_rightly(header, "127.0.0.1")


@pytest.mark.parametrize("header", FOREIGN)
def test_who_calls_another_is_not(header) -> None:
    assert not is_called_rightly(header, "127.0.0.1")


def test_the_address_it_is_bound_to_may_be_called() -> None:
    assert is_called_rightly("192.168.1.5:8000", "192.168.1.5")
    assert is_called_rightly("Desk7:8000", "desk7")


def test_a_preview_for_the_whole_network_may_be_called_by_any_of_its_addresses() -> None:
    for bound in ("0.0.0.0", "::", ""):
        assert is_called_rightly("192.168.1.5:8000", bound)
        assert is_called_rightly(f"{socket.gethostname()}:8000", bound)
        assert not is_called_rightly("evil.example", bound)


def test_the_server_refuses_with_one_sentence(tmp_path) -> None:
    (tmp_path / "index.html").write_text("secret")
    server = PreviewServer(
        lambda: None, "127.0.0.1", 8000, str(tmp_path), project=tmp_path, language="en"
    )
    statuses: list[str] = []
    for path in ("/index.html", "/livereload/1/1", "/"):
        environ = {"PATH_INFO": path, "HTTP_HOST": "evil.example"}
        answer = server.serve_request(environ, lambda status, _: statuses.append(status))
        assert b"http://127.0.0.1:8000/" in b"".join(answer)
    assert statuses == ["403 Forbidden"] * 3
    server.server_close()
