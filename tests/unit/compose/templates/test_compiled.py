"""What templates are compiled to is kept, and believed only where it is what was kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from handbook.compose.templates import compiled
from handbook.compose.templates.compiled import FOLDER, Compiled


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".cache").mkdir()
    return tmp_path


class Counted(Environment):
    """An environment that counts what it compiles."""

    count = 0

    def _generate(self, *given: object, **named: object) -> str:
        Counted.count += 1
        return super()._generate(*given, **named)


def rendered(project: Path, source: str = "{{ a }}!") -> tuple[str, int]:
    """Render as a new process would; return the words, and how many templates were compiled."""
    compiled._CODES.clear()
    Counted.count = 0
    env = Counted(loader=DictLoader({"t": source}), bytecode_cache=Compiled("tested", project))
    return env.get_template("t").render(a=1), Counted.count


def kept(project: Path) -> list[Path]:
    return [path for path in (project / FOLDER).rglob("*") if path.is_file()]


def test_a_template_is_compiled_once(project: Path) -> None:
    assert [rendered(project), rendered(project)] == [("1!", 1), ("1!", 0)]


def test_a_template_that_changed_is_compiled_anew(project: Path) -> None:
    rendered(project)
    assert rendered(project, "{{ a }}?") == ("1?", 1)
    assert len(kept(project)) == 1


@pytest.mark.parametrize("spoilt", [b"", b"x" * 500, "other", "cut", "turned"])
def test_what_is_damaged_or_foreign_is_compiled_anew(project: Path, spoilt: bytes | str) -> None:
    rendered(project)
    (path,) = kept(project)
    content = path.read_bytes()
    ways = {"other": content[::-1], "cut": content[:-1], "turned": content[:-1] + b"\xff"}
    path.write_bytes(ways[spoilt] if isinstance(spoilt, str) else spoilt)
    assert rendered(project) == ("1!", 1)
    assert rendered(project) == ("1!", 0)


def test_another_program_compiles_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(project)
    monkeypatch.setattr(compiled, "_program", lambda: "another")
    assert rendered(project) == ("1!", 1)


def test_a_folder_in_its_place_is_no_hindrance(project: Path) -> None:
    rendered(project)
    (path,) = kept(project)
    path.unlink()
    path.mkdir()
    assert rendered(project) == ("1!", 1)


def test_where_nothing_else_is_kept_nothing_is(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("1!", 1)
    assert not list(tmp_path.iterdir())
