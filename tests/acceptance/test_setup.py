"""Setting up trusts the certificates that the system trusts, as behind a proxy that looks into TLS.

An index of packages stands on this machine, under a certificate of an authority of its own, which
only a bundle of the system names.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import ssl
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SETUP = PROJECT / ".ci" / "setup"
OURS = ("PIP_", "NODE_", "SSL_", "REQUESTS_", "CURL_", "npm_", "HTTP", "http", "NO_", "no_")
WHEEL = "tiny-1.0-py3-none-any.whl"
NAMED = "PIP_CERT NODE_EXTRA_CA_CERTS"


def in_setup(folder: Path, commands: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run commands of .ci/setup in a folder that has a .venv."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        ["bash", "-c", f'. "{SETUP}" test; cd "$0"; trust_the_system; {commands}', folder],
        env={**kept, "PIP_CONFIG_FILE": os.devnull, "PYTHON": sys.executable, **changes},
        capture_output=True,
        text=True,
    )


def trusted(folder: Path, **changes: str) -> list[str]:
    """Return the bundles that pip and node are told to trust."""
    show = f'for name in {NAMED}; do echo "${{!name-}}"; done'
    ran = in_setup(folder, show, **changes)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with this environment."""
    (tmp_path / ".venv").symlink_to(PROJECT / ".venv")
    return tmp_path


@pytest.fixture
def bundle(tmp_path) -> str:
    path = tmp_path / "bundle.pem"
    path.write_text("certificates")
    return str(path)


def test_pip_and_node_are_told_what_the_system_trusts(folder, bundle) -> None:
    assert trusted(folder, SSL_CERT_FILE=bundle) == [bundle, bundle]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"PIP_CERT": "own"}, ["own", "bundle"]),
        ({"NODE_EXTRA_CA_CERTS": "own"}, ["bundle", "own"]),
        ({"REQUESTS_CA_BUNDLE": "own"}, ["", "bundle"]),
        ({"PIP_CONFIG_FILE": "pip.conf"}, ["", "bundle"]),
    ],
)
def test_what_the_user_has_set_stays(folder, bundle, changes, expected) -> None:
    (folder / "pip.conf").write_text("[global]\ncert = own\n")
    found = trusted(folder, SSL_CERT_FILE=bundle, **changes)
    assert [each.replace(bundle, "bundle") for each in found] == expected


def test_what_goes_well_is_not_talked_about_and_what_fails_is(folder) -> None:
    assert in_setup(folder, "quietly echo noise").stdout == ""
    ran = in_setup(folder, "quietly ls nowhere; echo went on")
    assert (ran.stdout, "nowhere" in ran.stderr) == ("", True)
    assert ran.returncode != 0


class Index:
    """Packages behind TLS: one for pip, one for npm."""

    def __init__(self, folder: Path) -> None:
        self.bundle = folder / "authority.pem"
        self._certify(folder)
        self.wheel, self.tarball = _wheel(), _tarball()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "server.pem", folder / "server.key")
        index = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                content = index.answer(self.path)
                self.send_response(200 if content else 404)
                self.send_header("Content-Type", "text/html" if "simple" in self.path else "x/y")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:  # who does not trust us hangs up
                pass

        self.server = Server(("127.0.0.1", 0), Answer)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"https://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def _certify(self, folder: Path) -> None:
        def openssl(*args: str) -> None:
            subprocess.run(["openssl", *args], cwd=folder, check=True, capture_output=True)

        new = ("req", "-newkey", "rsa:2048", "-nodes", "-days", "2")
        openssl(*new, "-x509", "-subj", "/CN=authority", "-keyout", "authority.key",
                "-out", self.bundle.name, "-addext", "keyUsage=critical,keyCertSign")  # fmt: skip
        openssl(*new[:-2], "-subj", "/CN=index", "-keyout", "server.key", "-out", "server.csr")
        (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
        openssl("x509", "-req", "-days", "2", "-in", "server.csr", "-CA", self.bundle.name,
                "-CAkey", "authority.key", "-CAcreateserial", "-extfile", "names",
                "-out", "server.pem")  # fmt: skip

    def answer(self, path: str) -> bytes:
        if path == "/simple/tiny/":
            return f'<!doctype html><a href="/{WHEEL}">{WHEEL}</a>'.encode()
        if path == "/tiny":
            dist = {"tarball": f"{self.url}/tiny/-/tiny-1.0.0.tgz", "integrity": self.integrity}
            versions = {"1.0.0": {"name": "tiny", "version": "1.0.0", "dist": dist}}
            tags = {"latest": "1.0.0"}
            return json.dumps({"name": "tiny", "dist-tags": tags, "versions": versions}).encode()
        return {f"/{WHEEL}": self.wheel, "/tiny/-/tiny-1.0.0.tgz": self.tarball}.get(path, b"")

    @property
    def integrity(self) -> str:
        return "sha512-" + base64.b64encode(hashlib.sha512(self.tarball).digest()).decode()


def _wheel() -> bytes:
    made = io.BytesIO()
    files = {
        "tiny.py": "",
        "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, "tiny-1.0.dist-info/RECORD"))
    with zipfile.ZipFile(made, "w") as wheel:
        for name, text in {**files, "tiny-1.0.dist-info/RECORD": record}.items():
            wheel.writestr(name, text)
    return made.getvalue()


def _tarball() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tarball:
        content = json.dumps({"name": "tiny", "version": "1.0.0"}).encode()
        info = tarfile.TarInfo("package/package.json")
        info.size = len(content)
        tarball.addfile(info, io.BytesIO(content))
    return made.getvalue()


@pytest.fixture
def index(tmp_path) -> Iterator[Index]:
    (tmp_path / "index").mkdir()
    made = Index(tmp_path / "index")
    yield made
    made.server.shutdown()
    made.server.server_close()


def settings(index: Index, folder: Path) -> dict[str, str]:
    return {
        "PIP_INDEX_URL": f"{index.url}/simple",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_RETRIES": "0",
        "npm_config_registry": f"{index.url}/",
        "npm_config_cache": str(folder / "npm"),
        "npm_config_fetch_retries": "0",
    }


@pytest.mark.long
def test_the_first_pip_and_the_newest_install_from_there(index, tmp_path) -> None:
    for name, newest in (("first", False), ("newest", True)):
        folder = tmp_path / name
        folder.mkdir()
        digest = hashlib.sha256(index.wheel).hexdigest()
        (folder / "tiny.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
        if newest:
            (folder / ".venv").symlink_to(PROJECT / ".venv")
        else:
            subprocess.run([sys.executable, "-m", "venv", folder / ".venv"], check=True)
        command = "install --requirement tiny.txt --target here"
        changes = settings(index, folder)
        without = in_setup(folder, command, **changes)
        assert without.returncode != 0
        assert "CERTIFICATE_VERIFY_FAILED" in without.stderr.upper()
        ran = in_setup(folder, command, **changes, SSL_CERT_FILE=str(index.bundle))
        assert (ran.stderr, ran.stdout, ran.returncode) == ("", "", 0)
        assert (folder / "here/tiny.py").is_file()


@pytest.mark.long
def test_npm_installs_from_there(index, folder) -> None:
    tools = folder / "tools"
    tools.mkdir()
    needs = {"dependencies": {"tiny": "1.0.0"}}
    (tools / "package.json").write_text(json.dumps({"name": "t", **needs}))
    tiny = {"version": "1.0.0", "integrity": index.integrity}
    lock = {"name": "t", "lockfileVersion": 3, "packages": {"": needs, "node_modules/tiny": tiny}}
    (tools / "package-lock.json").write_text(json.dumps(lock))
    command, changes = f'tools="{tools}"; tool_packages', settings(index, folder)
    without = in_setup(folder, command, **changes)
    assert without.returncode != 0
    assert "certificate" in without.stderr
    ran = in_setup(folder, command, **changes, SSL_CERT_FILE=str(index.bundle))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tools / "node_modules/tiny/package.json").is_file()
