"""Write down what is made of our handbook and of the examples, to see that a move changes nothing.

`python -m tests.same_bytes before.txt` lists the sha256 of every export, page and sheet (as HTML);
`--site` builds the sites too, `--pdf` with their PDFs; `--examples` leaves ours out (seconds
instead of a minute). The same command with `--compare` says what
differs from that list, and exits with 1 if anything does.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load

PROJECT = Path(__file__).parents[1]
EXAMPLES = PROJECT / "tests" / "examples" / "valid"


def main() -> int:
    """Write the list, or compare with one; return the exit code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("list", type=Path)
    asked.add_argument("--compare", action="store_true")
    asked.add_argument("--site", action="store_true")
    asked.add_argument("--pdf", action="store_true")
    asked.add_argument("--examples", action="store_true")
    wanted = asked.parse_args()
    made = dict(sorted(_all(wanted)))
    if not wanted.compare:
        wanted.list.write_text("".join(f"{known} {name}\n" for name, known in made.items()))
        print(f"{len(made)} files")
        return 0
    rows = (row.split(" ", 1) for row in wanted.list.read_text().splitlines())
    before = {name: known for known, name in rows if name.split("/")[0] in projects_of(wanted)}
    differing = sorted(n for n in before.keys() | made.keys() if before.get(n) != made.get(n))
    for name in differing:
        print("new" if name not in before else "gone" if name not in made else "other", name)
    print(f"{len(made)} files, {len(differing)} differ")
    return 1 if differing else 0


def projects_of(wanted: argparse.Namespace) -> dict[str, Path]:
    """Return the handbooks that are compared, by name."""
    projects = {} if wanted.examples else {"ours": PROJECT}
    return projects | {each.name: each for each in sorted(EXAMPLES.iterdir()) if each.is_dir()}


def _all(wanted: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for name, project in projects_of(wanted).items():
        with tempfile.TemporaryDirectory() as folder:
            copied = _copy(project, Path(folder) / "project")
            for made, known in _of(copied, wanted.site or wanted.pdf, wanted.pdf):
                yield f"{name}/{made}", known


def _copy(project: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copytree(project / "content", folder / "content")
    (folder / "content" / "pages").mkdir(exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "site").mkdir()
    (folder / "site" / ".gitignore").write_text("*\n")
    (folder / ".cache").mkdir()
    for kept in (PROJECT / ".cache").glob("*"):
        if kept.name in ("sheets", "search.json"):
            (folder / ".cache" / kept.name).symlink_to(kept)
    return folder


def _of(project: Path, site: bool, pdf: bool) -> Iterator[tuple[str, str]]:
    _run(project, "export", "--json", "handbook.json")
    _run(project, "export", "--markdown", "markdown")
    yield "handbook.json", _known(project / "handbook.json")
    yield from _under(project / "markdown")
    for sheet in compose_sheets(load(project).handbook, project):
        yield f"sheets/{sheet.uri}.html", sha256(sheet.html.encode()).hexdigest()
    if site:
        _run(project, "build", *(() if pdf else ("--no-pdf",)))
        yield from _under(project / "site")


def _under(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", _known(path)


def _known(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _run(project: Path, *command: str) -> None:
    program = [sys.executable, "-m", "handbook", *command]
    subprocess.run(program, cwd=project, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
