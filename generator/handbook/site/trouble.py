"""What is wrong, as HTML laid over a page of the preview."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from handbook.check.told import fit_to_show
from handbook.compose.setting.labels import labels
from handbook.languages import tell
from handbook.model.load import load
from handbook.problems import Problem
from handbook.read import FolderTree
from handbook.read.quoted import lines_to_quote
from handbook.site.run import BuildFailed

MOST = 20  # problems shown; who has more repairs these first
LONGEST = 160  # characters of a quoted line
STYLE = """
#trouble{position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:9;background:#fff;
color:#1c2127;border-top:3px solid #a3261c;box-shadow:0 -1rem 3rem #1c212733;font:15px/1.6
system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
#trouble>*{max-width:60rem;margin:0 auto;padding:0 1.5rem}
#trouble>p{padding-top:1rem;padding-bottom:.3rem;font-weight:700;color:#a3261c}
#trouble ol{list-style:none;padding-bottom:1.2rem}
#trouble li{padding:.6rem 0;border-top:1px solid #e1e5ea;margin:0}
#trouble code{font:13px/1.6 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;color:#5c6672}
#trouble pre{margin:.3rem 0;padding:.3rem .7rem;background:#f3f6f8;overflow:auto;white-space:pre;
font:13px/1.6 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;color:#1c2127}
#trouble mark{background:none;color:#a3261c;text-decoration:underline wavy #a3261c;
text-underline-offset:.25em}
#trouble .hint{color:#5c6672;white-space:pre-wrap}
"""


def overlay(failure: Exception, project: Path, language: str, *, has_site: bool) -> str:
    """Return the notice of a failed build; `has_site` tells whether a page lies under it."""
    t = labels(language)
    problems = failure.problems if isinstance(failure, BuildFailed) else ()
    kept = failure.kept if isinstance(failure, BuildFailed) else 0
    if problems or kept:
        key = "serve-problem" if has_site else "serve-no-site"
        title = t(key, number=len(problems) + kept)
        items = [_item(found, project, language) for found in problems[:MOST]]
        if kept:
            items.append(f'<li class="hint">{escape(t("serve-kept", number=kept))}</li>')
    else:
        title = t("serve-fault" if has_site else "serve-no-fault")
        items = [f'<li class="hint">{escape(str(failure) or type(failure).__name__)}</li>']
    return (
        f'<section id="trouble" role="alert" lang="{language}"><style>{STYLE}</style>'
        f"<p>{escape(title)}</p><ol>{''.join(items)}</ol></section>"
    )


def bare_page(title: str, language: str) -> bytes:
    """Return an empty page to lay a notice over."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body></body></html>"
    ).encode()


def lines_of(failure: Exception) -> list[str]:
    """Return what a terminal shows of a failure."""
    return str(failure).splitlines() or [type(failure).__name__]


def _item(found: Problem, project: Path, language: str) -> str:
    message, hint = tell(found, language)
    t = labels(language)
    parts = [f"<code>{escape(str(found.place))}</code> {escape(message)}"]
    quoted = _quoted(found, project)
    if quoted:
        parts.append(f"<pre>{quoted}</pre>")
    if hint:
        parts.append(f'<div class="hint">{escape(t("serve-hint"))}{escape(hint)}</div>')
    return f"<li>{''.join(parts)}</li>"


def for_readers(failure: Exception, project: Path, audience: str | None) -> Exception:
    """Return a failed build as it may be shown to an audience.

    What stands in, or names, something that is kept back from it is only counted; the terminal of
    whoever serves tells all of it.
    """
    if audience is None:
        return failure
    problems = failure.problems if isinstance(failure, BuildFailed) else ()
    handbook = load(project).handbook
    language = str(handbook.settings.language)

    def words(found: Problem) -> Iterator[str | None]:
        yield from tell(found, language)
        yield unescape(_quoted(found, project))

    shown = fit_to_show(handbook, problems, audience, words)
    message = "" if problems else labels(language)("serve-kept-fault")
    return BuildFailed(message, tuple(shown), language, kept=len(problems) - len(shown))


def _quoted(found: Problem, project: Path) -> str:
    """Return the line with what is wrong in it marked; empty where it cannot be shown."""
    all_lines = lines_to_quote(FolderTree(project), found.place.path)
    if not 1 <= found.place.line <= len(all_lines):
        return ""
    line = all_lines[found.place.line - 1]
    start = max(0, found.place.column - 1)
    before, after = line[:start], line[start:LONGEST]
    if not after.strip():
        return escape(line[:LONGEST])
    return f"{escape(before)}<mark>{escape(after)}</mark>"
