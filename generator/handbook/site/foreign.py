"""Say in our words what MkDocs, its plugins and the theme's templates say in theirs.

What is known becomes a sentence with its place and a cure; of the rest the foreign words are
quoted in a sentence of ours. So nothing reaches anybody raw.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.compose.templates.faults import fault_of
from handbook.languages import FALLBACK, UNNAMED, catalogue, fill
from handbook.model.language import language_of
from handbook.model.nearest import nearest, nearest_slip
from handbook.read.site_settings import PAGES, SITE_SETTINGS

PACKAGE = Path(__file__).resolve().parents[1]
_VALUE = re.compile(r"Config value '(?P<key>[^']*)':\s*(?P<rest>.*)", re.S)
_OPTION = re.compile(
    r"Plugin '(?P<plugin>[^']*)' option '(?P<key>[^']*)':\s*(?P<rest>.*)|"
    r"Sub-option '(?P<sub>[^']*)':\s*(?P<subrest>.*)",
    re.S,
)
# The words of MkDocs 1.6.1, and the sentence of ours for each.
_KNOWN = tuple(
    (key, re.compile(pattern, re.S))
    for key, pattern in (
        ("unknown-key", r"Unrecognised configuration name: (?P<word>.+)"),
        ("no-plugin", r"The \"(?P<word>[^\"]+)\" plugin is not installed.*"),
        ("no-theme", r"Unrecognised theme name: '(?P<word>[^']*)'.*are: (?P<known>.*)"),
        ("bad-extension", r"Failed to load extension '(?P<word>[^']*)'.*\n"
                          r"(?P<what>(?!ModuleNotFoundError|ImportError)\w+: [^\n]*)"),
        ("no-extension", r"Failed to load extension '(?P<word>[^']*)'.*"),
        ("no-file", r"The path '(?P<word>[^']*)' isn't an existing (?:file|directory).*"),
        ("no-file", r"The path set in custom_dir \('(?P<word>[^']*)'\) does not exist\."),
        ("no-file", r"(?:Inherited config file|Config file) '(?P<word>[^']*)' does(?:n't| not) .*"),
        ("not-one-of", r"Expected one of(?: the following)?:? ?[\[(](?P<known>.*?)[\])].*"
                       r"(?:got|received:?) '?(?P<word>[^']*)'?"),
        ("bad-url", r"The URL isn't valid.*|Unable to parse the URL.*"),
        ("lacking", r"Required configuration not provided.*"),
        ("bad-nav", r"Expected nav .*"),
        ("bad-type", r"Expected (?:type: <class '(?P<type>\w+)'>|an? (?P<plain>string|list|dict)|"
                     r"the config to be a (?P<other>\w+)).*"),
        ("bad-type", r"Invalid [\w ]+ configuration\. Expected a (?P<plain>list) or dict\."),
        ("not-in-nav", r"An? (?:reference|relative path) to '(?P<word>[^']*)' is included in the "
                       r"'nav' configuration, which is not found.*"),
        ("not-in-menu", r"The following pages exist in the docs directory, but are not included in "
                        r"the \"nav\" configuration:(?P<known>.*)"),
        ("conflict", r"Excluding '(?P<word>[^']*)' from the site because it conflicts with "
                     r"'(?P<page>[^']*)'.*"),
        ("no-extra", r"Template skipped: '(?P<word>[^']*)' not found in \w+.*"),
        ("bad-extra", r"Error reading template '(?P<page>[^']*)': (?P<what>.*)"),
        ("page-failed", r"Error (?:building|reading) page '(?P<word>[^']*)':.*"),
        ("strict", r"Aborted with .* in strict mode!"),
        ("bad-link", r"Doc file '(?P<page>[^']*)' contains (?:a|an \w+|an absolute|a relative)? ?"
                     r"link '(?P<word>[^']*)'.*"),
        ("bad-yaml", r"MkDocs encountered an error parsing the configuration file:.*"
                     r"line (?P<line>\d+).*"),
    )
)  # fmt: skip
_TYPES = {"string": "str", "dictionary": "dict", "float": "int"}


def in_our_words(said: str, project: Path) -> str:
    """Return a message of MkDocs as a sentence of ours, after its place."""
    return "\n".join(_sentences(said.strip(), project))


def is_known(said: str) -> bool:
    """Tell whether there is a sentence of ours for a message of MkDocs."""
    return any(pattern.fullmatch(said.strip()) for _, pattern in _KNOWN)


def stopped(project: Path) -> str:
    """Say at the end of a build that failed what has become of the site."""
    return _say("stopped", project)


def missing(key: str, project: Path) -> str:
    """Say that mkdocs.yml, or our plugin in it, is missing."""
    return _place(project, ["plugins"] if key == "no-handbook" else []) + _say(key, project)


def raised(error: BaseException, project: Path) -> str | None:
    """Tell an exception that is the fault of the project's own templates, pages, hooks or plugins.

    None for one that is not: it is ours, and shows where it was raised to who asks for it.
    """
    fault = fault_of(error, project)
    if fault is not None:
        return fault.told(_language(project))
    name = f"{type(error).__name__}: {error}".strip().rstrip(":")
    said = next(iter(name.splitlines()))
    path, line = _own_place(error, project)
    if path is not None:
        shown = Path(path).resolve().relative_to(project.resolve()).as_posix()
        return f"{shown}:{line or 1}: {_say('code', project, said=said)}"
    if not type(error).__module__.startswith("jinja2"):
        return None
    page = _page_at_work(error)
    missing_template = getattr(error, "name", None)
    if page is not None and missing_template:
        return f"{page}:1: {_say('no-template', project, word=missing_template)}"
    return (f"{page}: " if page else "") + _say("template", project, said=said)


def is_ours(error: BaseException) -> bool:
    """Tell whether an exception was raised by us: then it is told in our words already."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).resolve().is_relative_to(PACKAGE)


def _own_place(error: BaseException, project: Path) -> tuple[str | None, int | None]:
    """Return the innermost line of the project's own templates and hooks that was at work."""
    top = project.resolve()
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        at = Path(frame.filename)
        is_installed = at.is_relative_to(PACKAGE) or "site-packages" in at.parts
        if at.is_absolute() and at.resolve().is_relative_to(top) and not is_installed:
            return str(at), frame.lineno
    return None, None


def _page_at_work(error: BaseException) -> str | None:
    """Return the file of content/pages that MkDocs was drawing."""
    found = None
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_globals.get("__name__") == "mkdocs.commands.build":
            page, name = frame.f_locals.get("page"), frame.f_locals.get("template_name")
            found = page.file.src_uri if page is not None else name or found
    return f"{PAGES}/{found}" if found else None


def _sentences(said: str, project: Path) -> Iterator[str]:
    value = _VALUE.fullmatch(said)
    keys, rest = ([value["key"]], value["rest"].strip()) if value else ([], said)
    while keys and (option := _OPTION.fullmatch(rest)):
        keys += [option["plugin"]] if option["plugin"] else []
        keys.append(option["key"] or option["sub"])
        rest = (option["rest"] or option["subrest"]).strip()
    for key, pattern in _KNOWN:
        if match := pattern.fullmatch(rest):
            yield _known(key, match.groupdict(), keys, rest, project)
            return
    place = _place(project, keys) if keys else ""
    yield place + _say("other", project, said=" ".join(rest.split()))


def _known(
    key: str, found: dict[str, str | None], keys: list[str], rest: str, project: Path
) -> str:
    details = {name: word for name, word in found.items() if word}
    word = details.get("word", "").strip()
    details["word"] = Path(word).name if key == "no-file" and Path(word).is_absolute() else word
    details["key"] = keys[-1] if keys else ""
    details["said"] = " ".join(rest.split())
    if key == "unknown-key":
        near = nearest_slip(word, [name for name, _ in MkDocsConfig._schema])
        near = near if len(keys) == 1 else None
        key, details["nearest"] = ("unknown-key-nearest", near) if near else (key, "")
    if key == "no-theme":
        near = nearest(word, details["known"].split(", "))
        details["nearest"] = near or "material"
    if key == "bad-type":
        named = next(details[each] for each in ("type", "plain", "other") if each in details)
        key = f"bad-type-{_TYPES.get(named, named)}"
        key = key if key in catalogue(FALLBACK, "mkdocs") else "other"
    if key == "not-one-of":
        details["known"] = ", ".join(part.strip(" '\"") for part in details["known"].split(","))
    if key == "not-in-menu":
        details["known"] = ", ".join(details["known"].strip(" -\n").split("\n  - "))
        return _place(project, ["nav"]) + _say(key, project, **details)
    if key in ("bad-link", "bad-extra"):
        return f"{PAGES}/{details['page']}: {_say(key, project, **details)}"
    if key == "conflict":
        return f"{PAGES}/{word}: {_say(key, project, **details)}"
    if key in ("page-failed", "strict"):
        return _say(key, project, **details)
    if key == "bad-yaml":
        return f"{SITE_SETTINGS}:{details['line']}: {_say(key, project, **details)}"
    return _place(project, [*keys, word] if word else keys) + _say(key, project, **details)


def _place(project: Path, words: list[str]) -> str:
    """Return the line of mkdocs.yml where words stand, each below the one before it."""
    file = project / SITE_SETTINGS
    lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
    at = 0
    for word in dict.fromkeys(words):
        if not word:
            continue
        pattern = re.compile(rf"(?<![\w.-]){re.escape(word)}(?![\w-])")
        below = (n for n, line in enumerate(lines[at:], at) if pattern.search(line.split(" #")[0]))
        at = next(below, at)
    return f"{SITE_SETTINGS}:{at + 1}: "


def _say(sentence: str, project: Path, /, **details: object) -> str:
    return fill(catalogue(_language(project), "mkdocs")[sentence], details)


def _language(project: Path) -> str:
    return language_of(project) or UNNAMED
