"""Look on while tests run: which functions of the package each file of tests enters.

Every function tells of itself when it is entered: a line for that is put in as it is loaded.
"""

from __future__ import annotations

import ast
import builtins
import functools
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ALL = "*"  # stands for the whole package: another process is not looked into
NOTE = "__handbook_entered__"
STARTS = frozenset({"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec"})


class Looking:
    """A plugin of pytest that notes what each file of tests enters, and how it fares."""

    def __init__(self, package: Path) -> None:
        self.entered: dict[str, set[str]] = {"": set()}
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()
        self.file = ""
        self._turn_to("")
        sys.meta_path.insert(0, _Finder(package))
        sys.addaudithook(self._hear)

    def told(self) -> dict[str, dict[str, object]]:
        """Return what was seen, by file; what was entered outside of all counts for each."""
        around = self.entered.pop("")
        return {
            file: {
                "passes": file not in self.failed,
                "seconds": round(self.seconds.get(file, 0.0), 2),
                "entered": sorted(entered | around),
            }
            for file, entered in self.entered.items()
        }

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        """Note for a file of tests what it calls as it is loaded."""
        self._turn_to(collector.nodeid.partition("::")[0] if ".py" in collector.nodeid else "")

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Note what is entered from now on for the file of a test."""
        file = item.nodeid.partition("::")[0]
        if file != self.file:
            _forget_what_is_cached()
            self._turn_to(file)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a test took and whether it failed."""
        file = report.nodeid.partition("::")[0]
        self.seconds[file] = self.seconds.get(file, 0.0) + report.duration
        if report.failed:
            self.failed.add(file)

    def _turn_to(self, file: str) -> None:
        self.file = file
        setattr(builtins, NOTE, self.entered.setdefault(file, set()).add)

    def _hear(self, event: str, _: object) -> None:
        if event in STARTS:
            self.entered[self.file].add(ALL)


class _Finder(MetaPathFinder):
    """Finds the modules of the package, to load them with their lines put in."""

    def __init__(self, package: Path) -> None:
        self.package = package

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] != self.package.name:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path, self.package)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, package: Path) -> None:
        super().__init__(name, path)
        self.package = package

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path))
        name = Path(self.path).relative_to(self.package).as_posix()
        for each in ast.walk(tree):
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min(part.lineno for part in (each, *each.decorator_list))
                note = ast.parse(f"{NOTE}({f'{name}:{first}'!r})").body[0]
                for part in ast.walk(note):
                    ast.copy_location(part, each.body[0])
                each.body.insert(ast.get_docstring(each) is not None, note)
        return compile(tree, self.path, "exec", dont_inherit=True)


def _forget_what_is_cached() -> None:
    """Let each file of tests call again what another has called before."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("handbook", "tests", "conftest"):
            values = list(vars(module).values())
            values += [
                one for each in values if isinstance(each, type) for one in vars(each).values()
            ]
            for value in values:
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
