"""Where the head of a page ends, and what only looks like a head.

A head decides who may read the page. Whoever wrote one that is not understood believes the page to
be kept back, so whatever looks like a head and is none is an error: a mark that is not the mark, an
audience outside of the marks or within a comment, in another form or with a slip in the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from handbook.problems import Place, Problem, problem
from handbook.read.nodes import Node, Record, Text

MARK = "---"  # above and below the head
AUDIENCE = "audience"
OPENING = 40  # lines below which an audience that is misspelt is no longer looked for
KEYS = "title|tags|hide|description|summary|icon|status|template|search|layout|permalink"
_BLANKS = " \t"
_UNSEEN = frozenset({"Cf", "Cc", "Mn", "Me"})
_RULE = re.compile(r"(?:[-\u2010-\u2015\u2212\u2500\u2501\u30fc=] ?){2,}")  # once evened out
_OTHER_MARK = re.compile(r"\+{2,}|\.{2,}|;{2,}|%{2,}|:{3,}|-{3,}\s*\S.*")
_KEY = re.compile(rf"(?:{KEYS})\s*[:=]")
_ANY_KEY = re.compile(r"[\w-]+\s*:(?:\s|$)")
_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_WORD = re.compile(r"[^\W\d_]+")
_HOLDS = re.compile(r"[\s\"'`*_)\]}]*(?:[:=→>]|-+>)|[\"']?\s+content\s*=|[{(\[]")
_MAY_HOLD = re.compile(r"[\s\"'`*]*[\s\-\u2010-\u2015~(|/\\.,;]")  # in a line of a few words
_READERS = re.compile(
    r"\W*(?:aud\w{0,9}\W+|(?:读者|讀者|受众|受眾|对象|對象|密级|密級|权限|權限|可见|可見|阅读|閱讀"
    r"|readers?|access|visibility|visible|level|restricted|classification|confidentiality|for|who)"
    r"\W*?[:=]\W*)([\w-]+)\W*"
)
LONGEST = 200  # signs of a line that are looked at
FIRST = 4  # words of a line among which the key stands
FEW = 3  # words of a line that is a key and its value, without a sign between
FAR = 2  # letters by which a slip differs from the word


def parted(lines: Sequence[str], path: str) -> tuple[int, list[Problem]]:
    """Return the number of the line that ends the head, from 0, and what looks like one.

    It is 0 for a page without a head.
    """
    if lines[0].rstrip(_BLANKS) != MARK:
        return 0, list(_misread(lines, 0, path))
    for at, line in enumerate(lines[1:], 1):
        mark = line.rstrip(_BLANKS)
        if mark in (MARK, "..."):
            says = any(map(_is_key, lines[1:at]))
            body = _misread(lines, at + 1, path, marks_only=says)
            return at, [*_commented(lines[:at], path), *body]
        if _is_mark(line):
            return 0, [problem("unread-head", Place(path, at + 1), "close")]
    return 0, [problem("unread-head", Place(path), "unclosed")]


def swallowed(lines: Sequence[str], root: Node | None, path: str) -> list[Problem]:
    """Return the audience in the lines of a head that YAML took for part of something else."""
    if any(map(is_almost_audience, keys_in(root))):
        return []  # a key is judged as one
    found = (at for at, line in enumerate(lines, 1) if _names_audience(line, FAR))
    return [problem("unread-head", Place(path, at), "inner") for at in found][:1]


def keys_in(node: Node | None) -> Iterator[Text]:
    """Yield every key in a head, also those of what is within it."""
    if node is None or isinstance(node, Text):
        return
    if isinstance(node, Record):
        yield from node
    for item in node.values() if isinstance(node, Record) else node:
        yield from keys_in(item)


def tells_an_audience(lines: Sequence[str]) -> bool:
    """Tell whether a text names its readers where a page does."""
    return any(_names_audience(line, FAR) for line in lines[:OPENING])


def opens_with_head(lines: Sequence[str]) -> bool:
    """Tell whether a text opens with the mark of a head that names readers."""
    return bool(lines) and _is_mark(lines[0]) and tells_an_audience(lines)


def is_almost_audience(word: str) -> bool:
    """Tell whether a key may be meant to be `audience`."""
    return _is_near("".join(_WORD.findall(_even(word))), FAR + 1)


def _misread(
    lines: Sequence[str], start: int, path: str, *, marks_only: bool = False
) -> Iterator[Problem]:
    """Yield the first thing below `start` that looks like a head or an audience."""
    first = _first_words(lines, start)
    if first is not None:
        at, line = first
        hint = _looks_like_head(lines[at:], line)
        if hint is not None:
            yield problem("unread-head", Place(path, at + 1), hint)
            return
    if marks_only:
        return
    for at, line in _outside_code(lines, start):
        slips = FAR if at < start + OPENING else 0
        if (slips or not line.startswith(("    ", "\t"))) and _names_audience(line, slips):
            column = len(line) - len(line.lstrip()) + 1
            yield problem("unread-head", Place(path, at + 1, column), "outside")
            return


def _first_words(lines: Sequence[str], start: int) -> tuple[int, str] | None:
    """Return the first line that is neither blank nor a comment, with its number."""
    is_comment = False
    for at, line in enumerate(lines[start:], start):
        words = _even(line).strip()
        is_comment = is_comment or words.startswith("<!--")
        if is_comment:
            is_comment = "-->" not in words
        elif words:
            return at, words
    return None


def _looks_like_head(lines: Sequence[str], first: str) -> str | None:
    """Say why a page that opens with these words seems to open with a head."""
    if _is_mark(first) or _OTHER_MARK.fullmatch(first):
        return "mark"
    if _KEY.match(first):
        return "bare"
    keys = 0
    for line in lines:
        if _ANY_KEY.match(line):
            keys += 1
        else:
            return "bare" if keys and line.rstrip(_BLANKS) in (MARK, "...") else None
    return None


def _commented(lines: Sequence[str], path: str) -> Iterator[Problem]:
    """Yield an audience that is put out of force within a head, which looks as if it held."""
    for at, line in enumerate(lines):
        if line.lstrip().startswith("#") and _names_audience(line, FAR):
            yield problem("unread-head", Place(path, at + 1), "comment")


def _outside_code(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """Yield the lines outside of code with their numbers; code at the very top counts."""
    fence, has_words = "", False
    for at, line in enumerate(lines[start:], start):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        if fence and has_words:
            continue
        bare = _CODE.sub(lambda code: " " * len(code[0]), line)
        has_words = has_words or (bool(bare.strip()) and not fence)
        yield at, bare if bare.strip() else line


def _names_audience(line: str, slips: int) -> bool:
    """Tell whether a line seems to say who may read: the word, a sign such as a colon, a value.

    Without slips only a line that begins with the very word counts: further down it is prose.
    """
    even = _even(line[:LONGEST])
    words = list(_WORD.finditer(even))
    for word in words[: FIRST if slips else 1]:
        if _is_near(word[0], slips) and _HOLDS.match(even, word.end()):
            return True
    if not slips:
        return False
    is_short = 1 < len(words) <= FEW and not even.startswith(("#", "|"))
    if is_short and _is_near(words[0][0], slips) and _MAY_HOLD.match(even, words[0].end()):
        return True
    key = re.split(r"[:=|→]", even, maxsplit=1)
    return len(key) > 1 and _is_near("".join(_WORD.findall(key[0])), slips)


def named_reader(line: str) -> str | None:
    """Return whom a line names as its readers in other words, such as 读者：manager."""
    found = _READERS.fullmatch(_even(line)) if len(line) <= LONGEST else None
    return found[1] if found else None


def _is_key(line: str) -> bool:
    return re.match(rf"[\"']?{AUDIENCE}[\"']?\s*:", line) is not None


def _is_mark(line: str) -> bool:
    return _RULE.fullmatch(_even(line).strip()) is not None


def _is_near(word: str, slips: int) -> bool:
    """Tell whether a word is `audience` or `audiences` but for some letters."""
    return any(
        abs(len(word) - len(meant)) <= slips and _distance(word, meant) <= slips
        for meant in (AUDIENCE, AUDIENCE + "s")
    )


def _distance(left: str, right: str) -> int:
    """Count the slips between two words: a letter changed, added or left out, or two swapped.

    (Damerau and Levenshtein, where no letter slips twice.)
    """
    above: list[int] = []
    row = list(range(len(right) + 1))
    for at, sign in enumerate(left, 1):
        above, before, row = row, above, [at]
        for to, other in enumerate(right, 1):
            least = min(above[to - 1] + (sign != other), above[to] + 1, row[to - 1] + 1)
            if at > 1 and to > 1 and sign == right[to - 2] and left[at - 2] == other:
                least = min(least, before[to - 2] + 1)
            row.append(least)
    return row[-1]


def _even(line: str) -> str:
    """Return a line in plain letters and lower case, without signs that nobody sees."""
    if line.isascii() and line.isprintable():
        return line.lower()
    folded = unicodedata.normalize("NFKC", line).lower().replace("\t", " ")
    return "".join(sign for sign in folded if unicodedata.category(sign) not in _UNSEEN)
