"""Tell what is wrong with a template of the project's own: its file, its line, and a cure.

A project may put templates of its own before ours. Whatever fails while one of them is at work is
its fault, not something unforeseen; what fails in ours alone is ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import Any, NoReturn

from jinja2 import (
    Environment,
    FileSystemLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from handbook.languages import FALLBACK, catalogue
from handbook.languages.filling import fill
from handbook.model.nearest import nearest

Source = tuple[str, str, Callable[[], bool]]  # what it says, its path, whether it is unchanged
PACKAGE = Path(__file__).resolve().parents[2]
FOLDER = "templates"
THEME = "theme"  # in there; MkDocs has an environment of its own for it
TAGS = (
    "for", "if", "elif", "else", "set", "block", "extends", "include", "import", "from", "macro",
    "call", "filter", "with", "autoescape", "raw", "print",
)  # fmt: skip
_NAMED = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)[\"']")
# The words of Jinja 3.1, and the sentence of ours for each.
_KNOWN = tuple(
    (key, re.compile(pattern, re.S))
    for key, pattern in (
        ("unclosed", r"Unexpected end of template\..*needs to be closed is '(?P<word>\w+)'\."),
        ("crossed", r"Encountered unknown tag '(?P<word>end\w+|else|elif)'\..*"
                    r"needs to be closed is '(?P<open>\w+)'\."),
        ("stray", r"Encountered unknown tag '(?P<word>end\w+|else|elif)'\..*"),
        ("open-sign", r"unexpected end of template, expected 'end of .*|"
                      r"Missing end of comment tag"),
        ("no-sign", r"unexpected (?:char )?'(?P<word>[^']+)'(?: at \d+)?"),
        ("no-tag", r"Encountered unknown tag '(?P<word>\w+)'\..*"),
        ("no-filter", r"No filter named '(?P<word>[^']*)'.*"),
        ("no-test", r"No test named '(?P<word>[^']*)'.*"),
        ("no-name", r"'(?P<word>\w+)' is undefined"),
        ("no-macro", r"the template '(?P<file>[^']*)' .*does not export the requested name "
                     r"'(?P<word>\w+)'|'jinja2\.environment\.TemplateModule object' has no "
                     r"attribute '(?P<member>\w+)'"),
        ("takes-other", r"macro '(?P<word>\w+)' takes .*"),
        ("no-part", r".* has no (?:attribute|element) '?(?P<word>[^']*)'?"),
        ("no-block", r"there is no parent block called '(?P<word>\w+)'.*"),
    )
)  # fmt: skip


class TemplateFault(Exception):
    """A template of the project's own that cannot be used; `place` is its file and line."""

    def __init__(self, place: str, key: str, *, has_ours: bool, **details: str) -> None:
        super().__init__(place, key)
        self.place = place
        self.key = key
        self.has_ours = has_ours
        self.details = details

    def __str__(self) -> str:
        return self.told(FALLBACK)

    def told(self, language: str) -> str:
        """Return the sentence in a language."""
        words = catalogue(language, "templates")
        cure = "" if "nearest" in self.details else "ours" if self.has_ours else "own"
        said = fill(words["what"][self.key], self.details)
        return f"{self.place}: {said}{words['cure'][cure] if cure else ''}"


@dataclass(frozen=True)
class _At:
    """A line of a template that was at work, and the names that it could use."""

    file: Path
    line: int
    names: tuple[str, ...] = ()
    is_read: bool = False  # by Jinja, just then


class OwnFirst(FileSystemLoader):
    """Finds templates in one folder after another; one that is not UTF-8 is told."""

    def __init__(self, project: Path, folders: Iterable[Path]) -> None:
        super().__init__([folder for folder in folders if folder.is_dir()])
        self.project = project

    def get_source(self, environment: Environment, template: str) -> Source:
        """Return what a template says."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            fault = fault_of(error, self.project)
            if fault is None:
                raise
            raise fault from error


class Templates(Environment):
    """An environment in which every fault of the project's own templates is a TemplateFault."""

    def __init__(self, project: Path, folders: Iterable[Path], **options: Any) -> None:
        super().__init__(loader=OwnFirst(project, folders), **options)
        self.project = project

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what went wrong; Jinja comes here with everything, once it knows the lines."""
        try:
            super().handle_exception(source)
        except Exception as error:
            fault = fault_of(error, self.project)
            if fault is None or fault is error:
                raise
            raise fault from error


def fault_of(error: BaseException, project: Path) -> TemplateFault | None:
    """Return which template of the project's own is at fault, or None where none is."""
    if isinstance(error, TemplateFault):
        return error
    if isinstance(error, OSError | MemoryError) and not isinstance(error, TemplateError):
        return None  # the machine's
    all_frames = list(_at_work(error))
    read = [at for at in all_frames if at.is_read and isinstance(error, UnicodeDecodeError)]
    frames = read or [at for at in all_frames if not at.is_read]
    own = [at for at in frames if _is_own(at.file, project)]
    if not own:
        return _behind_ours(error, frames[-1], project) if frames else None
    at = own[-1]
    if at.is_read:
        return _fault(at, project, "encoding")
    if isinstance(error, RecursionError):
        return _fault(at, project, "circle")
    if frames[-1].file != at.file:
        return _beneath(at, frames[-1], error, project)
    key, details = _kind(error)
    near = nearest(details.get("word", ""), _choices(key, details, at))
    if near:
        return _fault(at, project, f"{key}-nearest", **details, nearest=near)
    return _fault(at, project, key, **details)


def _kind(error: BaseException) -> tuple[str, dict[str, str]]:
    """Return the sentence for an exception, and what it is filled with."""
    said = _said(error)
    if isinstance(error, TemplateNotFound):
        searched = said.partition(" in ")[2]
        return "no-template", {"word": str(error.name or said), "searched": searched}
    for key, pattern in _KNOWN:
        if match := pattern.fullmatch(str(error)):
            found = {name: word for name, word in match.groupdict().items() if word}
            return key, {"word": found.get("member", ""), **found}
    return ("unreadable" if isinstance(error, TemplateError) else "other"), {"said": said}


def _choices(key: str, details: dict[str, str], at: _At) -> Iterable[str]:
    """Return what may have been meant in the place of a word that is not known."""
    match key:
        case "no-tag":
            return TAGS
        case "no-filter":
            return DEFAULT_FILTERS
        case "no-test":
            return DEFAULT_TESTS
        case "no-name":
            return at.names
        case "no-template":
            folders = [Path(each) for each in re.findall("'([^']+)'", details["searched"])]
            files = (file for each in folders for file in each.rglob("*.*") if file.is_file())
            return {_name(file, *folders) for file in files if file != at.file}
    return ()


def _behind_ours(error: BaseException, last: _At, project: Path) -> TemplateFault | None:
    """Blame what a template of ours takes from a template of the project's own."""
    if not last.file.is_relative_to(shipped_templates()):
        return None
    key, details = _kind(error)
    macro = details.get("word") if key == "takes-other" else None
    for own in _used_by(last.file, project):
        text = own.read_text(encoding="utf-8", errors="replace")
        defined = re.search(rf"\bmacro\s+{macro}\b", text) if macro else None
        line = text[: defined.start()].count("\n") + 1 if defined else 1
        return _beneath(_At(own, line), last, error, project)
    return None


def _beneath(own: _At, ours: _At, error: BaseException, project: Path) -> TemplateFault:
    """Tell of a template of ours that fails because of one of the project's own."""
    key, details = _kind(error)
    key = f"beneath-{key}" if key in ("no-macro", "takes-other") else "beneath"
    more = {"file": _name(ours.file), "line": str(ours.line), "said": _said(error)}
    return _fault(own, project, key, **details | more)


def _used_by(file: Path, project: Path) -> Iterator[Path]:
    """Yield the project's own templates among those that a template of ours draws on."""
    own, ours = project / FOLDER, shipped_templates()
    if file.is_relative_to(ours / THEME):
        own, ours = own / THEME, ours / THEME
    seen: set[str] = set()
    waiting = [file]
    while waiting:
        text = waiting.pop().read_text(encoding="utf-8", errors="replace")
        for name in _NAMED.findall(text):
            if name in seen:
                continue
            seen.add(name)
            if (own / name).is_file():
                yield own / name
            elif (ours / name).is_file():
                waiting.append(ours / name)


def _at_work(error: BaseException) -> Iterator[_At]:
    """Yield the lines of templates that were at work, the innermost last."""
    for frame, number in walk_tb(error.__traceback__):
        if "__jinja_exception__" in frame.f_globals:
            names = tuple(name for name in frame.f_locals if not name.startswith("_"))
            path = frame.f_code.co_filename
            if path == "<unknown>" and isinstance(error, TemplateSyntaxError):
                path = error.name or path  # of an open comment Jinja tells the file as the name
            yield _At(Path(path).resolve(), number, names)
        elif frame.f_code.co_name == "get_source" and "filename" in frame.f_locals:
            file = Path(frame.f_locals["filename"]).resolve()
            yield _At(file, _line_of_slip(file), is_read=True)


def _line_of_slip(file: Path) -> int:
    """Return the first line that is not UTF-8."""
    lines = file.read_bytes().splitlines() if file.is_file() else []
    return next(
        (n for n, line in enumerate(lines, 1) if "\ufffd" in line.decode(errors="replace")), 1
    )


def _is_own(file: Path, project: Path) -> bool:
    is_installed = file.is_relative_to(PACKAGE) or "site-packages" in file.parts
    return file.is_relative_to(project.resolve()) and file.is_file() and not is_installed


def _fault(at: _At, project: Path, key: str, **details: str) -> TemplateFault:
    top = project.resolve()
    file = at.file.resolve()
    shown = file.relative_to(top).as_posix() if file.is_relative_to(top) else str(file)
    ours = shipped_templates()
    has_ours = not file.is_relative_to(ours) and (ours.parent / shown).is_file()
    return TemplateFault(f"{shown}:{at.line}", key, has_ours=has_ours, **details)


def _name(file: Path, *folders: Path) -> str:
    """Return the name of a template, as templates name one another."""
    tops = (*folders, shipped_templates(), file.parent)
    return file.relative_to(next(each for each in tops if file.is_relative_to(each))).as_posix()


def _said(error: BaseException) -> str:
    """Return what an exception says in its first line; its kind too, where that says more."""
    first = next(iter(str(error).splitlines()), "")
    if isinstance(error, TemplateError):
        return first
    return f"{type(error).__name__}: {first}".rstrip(": ")


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the tool (wheel or source tree)."""
    inside = PACKAGE / FOLDER
    return inside if inside.is_dir() else PACKAGE.parent.parent / FOLDER
