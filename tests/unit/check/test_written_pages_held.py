"""What a page written by hand may not load, lead to or hold, in whatever spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.check.written import refused_addresses, refused_markup
from handbook.model.load import load

REFUSED = {
    "elsewhere": (
        "![x](https://x.example/a.png)",
        "![x](//x.example/a.png)",
        '<img src="/\\x.example/a.png">',
        '<img src="\\\\x.example\\a.png">',
        "<img src=HtTpS:x.example/a.png>",
        '<img src=" \thttps://x.example/a.png">',
        '<img src="ht&#9;tps://x.example/a.png">',
        '<img src="&#104;ttps://x.example/a.png">',
        '<img\n  alt="a > b"\n  src="//x.example/a.png">',
        '<img src="a.png" srcset="a.png 1x, https://x.example/a.png 2x">',
        "![x][there]\n\n[there]: https://x.example/a.png",
        '<video poster="//x.example/a.png"></video>',
        '<video><source src="//x.example/a.mp4"></video>',
        '<p style="background: u\\72l(//x.example/a.png)">x</p>',
        "<style>@import '//x.example/a.css';</style>",
        '<link rel="stylesheet" href="ftp://x.example/a.css">',
        '<meta http-equiv="refresh" content="0;url=https://x.example/">',
        '<svg><image xlink:href="https://x.example/a.png"/></svg>',
        '<table background="//x.example/a.png"></table>',
    ),
    "file": ("![x](file:///etc/passwd)", "[x](FILE://server/a.doc)", "<img src='fi&#10;le:/a'>"),
    "script": (
        "[x](javascript:alert(1))",
        '<a href=" JaVaScRiPt:x">x</a>',
        "[x](data:text/html,x)",
    ),
    "picture": (
        "![x](data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20onload='x'/%3E)",
        '<img src="data:text/html,x">',
        '<img src="data:image/svg+xml;base64,PHNjcmlwdC8+">',
    ),
}
TAKEN = (
    "[x](https://x.example/) <https://x.example/> [y](mailto:a@x.example) [z](//x.example)",
    "`![x](https://x.example/a.png)`",
    "    ![x](https://x.example/a.png)",
    "<!-- <img src='https://x.example/a.png'> -->",
    "![x](data:image/png;base64,AAAA)",
    "![x](data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E)",
    "![x](a.png) [x](tel:110) [x](dingtalk://x)",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |",
)
MARKUP = (
    '<p style="color:red">x</p>',
    '<p class="a"\n STYLE=color:red>x</p>',
    "x\n{: style='color:red' }",
    '<p onclick="x()">x</p>',
    "<script>x()</script>",
    "<style>p{}</style>",
    '<iframe src="a.pdf"></iframe>',
    '<object data="a.pdf"></object>',
    '<base href="/">',
    '<form action="a"></form>',
)


def page(project: Path, text: str):
    for name, content in {
        "content/handbook.yml": "title: 手册\norganisation: 公司\n",
        "content/pages/about.md": f"# 关于\n\n{text}\n",
    }.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content, encoding="utf-8")
    return load(project).handbook


@pytest.mark.parametrize(("hint", "text"), [(h, t) for h, each in REFUSED.items() for t in each])
def test_what_a_browser_would_load_or_run_is_refused(tmp_path, hint, text) -> None:
    [found] = refused_addresses(page(tmp_path, text))
    assert (found.rule, found.hint) == ("refused-address", hint)
    assert found.place.line >= 3 or "&#" in text or "u\\72" in text


@pytest.mark.parametrize("text", TAKEN)
def test_what_stays_at_home_or_only_leads_elsewhere_is_taken(tmp_path, text) -> None:
    handbook = page(tmp_path, text)
    assert [*refused_addresses(handbook), *refused_markup(handbook)] == []


@pytest.mark.parametrize(
    ("name", "text", "column"),
    [
        ("a.css", "p { background: url(//x.example/a.png) }", 21),
        ("a.css", "@import 'https://x.example/a.css';", 10),
        ("a.js", "fetch('https://x.example/')", 8),
        ("a.mjs", 'import "//x.example/a.js"', 9),
    ],
)
def test_styles_and_scripts_beside_pages_load_nothing_either(tmp_path, name, text, column) -> None:
    page(tmp_path, "x")
    (tmp_path / "content/pages" / name).write_text(f"/* ours */\n{text}\n")
    [found] = refused_addresses(load(tmp_path).handbook)
    assert str(found.place) == f"content/pages/{name}:2:{column}"


@pytest.mark.parametrize("text", MARKUP)
def test_markup_that_the_policy_refuses_is_told(tmp_path, text) -> None:
    [found] = refused_markup(page(tmp_path, text))
    assert (found.rule, found.place.line) == ("refused-markup", 4 if "{:" in text else 3)
