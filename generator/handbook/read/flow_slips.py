"""Recognise slips inside brackets: `{say: 注意: 先问}`, `[a，b]`, `{id: a do: b}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.read.lines import Line, example, quoted, short
from handbook.read.slips import Slip, slip

_WIDE = {"［": "[", "］": "]", "｛": "{", "｝": "}", "，": ",", "、": ",", "【": "[", "】": "]"}
_WIDE_QUOTES = {"“": '"', "”": '"', "＂": '"', "‘": "'", "’": "'"}
_OPENING = r"(?P<before>(?:[\[{,]|:\s)\s*)"
_PAIR = r"\[[^\[\]]*\]|\{[^{}]*\}"
_REST = rf"(?:[^,\[\]{{}}]|{_PAIR})*"  # of a text, up to the sign that ends it between brackets
_NO_KEY = r"(?![^\[\]{},]*:\s)"
_LINK = re.compile(_OPENING + rf"(?P<text>\[\[[^\[\]]*\]\](?=[^,\]}}]){_REST})")
_SLOT = re.compile(_OPENING + rf"(?P<text>\{{[^{{}}:,]*\}}(?=\s*[^,\]}}\s]){_NO_KEY}{_REST})")
_LISTED = re.compile(
    _OPENING + rf"(?P<text>\[(?!\[)[^\[\]]*\](?=\s*[^\s,\]}}:\[{{\"']){_NO_KEY}{_REST})"
)
# Brackets behind each other where one value stands: [必填][唯一]. (In a list of lists, only a comma
# is missing between them.)
_IN_A_ROW = re.compile(
    rf"(?P<before>:\s+)(?P<text>\[(?!\[)[^\[\]]*\](?=\s*\[){_NO_KEY}{_REST})(?=[,\]}}])"
)
# A text with brackets, or with what begins a comment, in the middle.
_WITHIN = re.compile(
    _OPENING
    + rf"(?P<text>{_NO_KEY}[^\s,\[\]{{}}:\"'@%`&*!|>#?-](?:[^,\[\]{{}}#]|(?<!\s)#)*"
    + rf"(?=(?P<sign>[\[{{]|(?<=\s)#)){_REST})(?=[,\]}}])"
)
_MORE = rf"(?=[^,\]}}:\s]|\s+[^\s,\]}}:\[{{\"']){_NO_KEY}{_REST}"
_AFTER_QUOTES = re.compile(
    _OPENING + rf"(?P<text>\"[^\"]*\"(?P<rest>{_MORE})|'[^']*'(?!')(?P<more>{_MORE}))"
)
_SIGN = re.compile(_OPENING + rf"(?P<text>(?:[@%`&*!|>#?]|- ){_REST})(?=[,\]}}])")
_OPEN_QUOTE = re.compile(
    _OPENING
    + rf"(?P<text>\"(?:[^\",\[\]{{}}]|{_PAIR})*|'(?:[^',\[\]{{}}]|{_PAIR})*)(?=[,\]}}]|$)"
)
_COLON = re.compile(r"[\w\"'] ?(:)[ ]+(?P<text>[^\s\"'\[{,\]}][^,\]}]*?(?P<colon>:)(?= )[^,\]}]*)")
_COMMA = re.compile(
    r"(?<=[^\s,\[{:])(?P<gap>\s+)(?=[a-z_]+: )|(?<=[\"'\]}])(?P<none>\s*)(?=[\"'\[{])"
)


_NO_COLON = re.compile(r"(?:\{|, )(?P<key>[a-z]+(?:_[a-z]+)*)(?= +[^\s:,\]}])")
_OPENS_HERE = re.compile(r"(?:[\[{,]|:\s|-\s) *(?=[^\s,])")
_CLOSES_HERE = re.compile(r"(?<=[^\s\[{,])(?=[,\]}]|\s*$|: )")


def flow_slips_in(line: Line) -> Iterator[Slip]:
    """Suspect what may be wrong between the brackets of one line."""
    source = line.source
    if line.unreadable or not re.search(r"[\[\]{}［］｛｝【】]", source):
        return
    yield from _unquoted(line, _LINK, "link")
    yield from _unquoted(line, _SLOT, "slot")
    yield from _wide_signs(line)
    for match in _AFTER_QUOTES.finditer(source):
        group = "rest" if match.group("rest") else "more"
        text, at = match.group("text").rstrip(), match.start("text")
        mended = line.with_sign(at, len(text), quoted(text))
        column = match.start(group)
        yield slip(
            line, "text-after-quotes", column, "whole", mended, example=example(text), sign=text[0]
        )
    yield from _unquoted(line, _SIGN, "quote")
    yield from _unquoted(line, _LISTED, "quote")
    yield from _unquoted(line, _IN_A_ROW, "quote")
    yield from _signs_within(line, "[{")
    for match in _COMMA.finditer(source):
        mended = line.with_sign(match.start(), len(match.group()), ", ")
        yield slip(line, "missing-comma", match.start(), "comma", mended)
    for match in _COLON.finditer(source):
        text, at = match.group("text").rstrip(), match.start("text")
        mended = line.with_sign(at, len(text), quoted(text))
        key = re.split(r"[\s,{\[]", source[: match.start(1)])[-1]
        yield slip(
            line,
            "colon-in-text",
            match.start("colon"),
            "quote",
            mended,
            key=key,
            example=example(text),
        )
    for match in _OPEN_QUOTE.finditer(source):
        text, at = match.group("text").rstrip(), match.start("text")
        mended = line.with_sign(at, len(text), quoted(text[1:]))
        yield slip(line, "unclosed-quote", at, "close", mended, sign=text[0])
    for match in _NO_COLON.finditer(source):
        mended = line.with_sign(match.end(), 0, ":")
        yield slip(line, "missing-colon", match.end(), "key", mended, key=match.group("key"))


def sign_slips_in(line: Line) -> Iterator[Slip]:
    """Suspect that a bracket or a quote is gone, wherever one may stand in the line."""
    source = line.source
    if line.unreadable or not re.search(r"[\[\]{}\"']", source):
        return
    for match in _OPENS_HERE.finditer(source):
        at = match.end()
        for sign in "[{\"'":
            if source[at : at + 1] != sign:
                yield _put_in(line, at, sign)
    for match in _CLOSES_HERE.finditer(source):
        for sign in "]}\"'":
            yield _put_in(line, match.start(), sign)


def _put_in(line: Line, at: int, sign: str) -> Slip:
    mended = line.with_sign(at, 0, sign)
    details = {"sign": sign, "example": short(mended[max(0, at - 12) : at + 24].strip())}
    return Slip("missing-sign", line.number, at, "put", details, {line.number: mended})


def _unquoted(line: Line, pattern: re.Pattern[str], hint: str) -> Iterator[Slip]:
    for match in pattern.finditer(line.source):
        text, at = match.group("text").rstrip(), match.start("text")
        sign = "[[" if hint == "link" else text[0]
        mended = line.with_sign(at, len(text), quoted(text))
        yield slip(line, "sign-at-start", at, hint, mended, sign=sign, example=example(text))


def comment_slips_in(line: Line) -> Iterator[Slip]:
    """`{how: 见 #3}`: a bracket is closed in what became a comment."""
    if not line.unreadable and " #" in line.source:
        yield from _signs_within(line, "#")


def _signs_within(line: Line, signs: str) -> Iterator[Slip]:
    """`{how: 看图 ![a](b)}`: the text needs quotes because of a sign within."""
    for match in _WITHIN.finditer(line.source):
        text, sign = match.group("text").rstrip(), match.group("sign")
        if sign not in signs:
            continue
        mended = line.with_sign(match.start("text"), len(text), quoted(text))
        hint = "comment" if sign == "#" else "quote"
        at = match.start("sign")
        yield slip(line, "sign-in-text", at, hint, mended, sign=sign, example=example(text))


def _wide_signs(line: Line) -> Iterator[Slip]:
    """Try the ordinary brackets and colons, then commas and quotes too, for the wide ones."""
    for wide in (
        {sign: _WIDE[sign] for sign in "［］｛｝"},
        {"，": ", ", "、": ", "},
        {**_WIDE, "，": ", ", "、": ", "},
        _WIDE_QUOTES,
        {**_WIDE, **_WIDE_QUOTES, "，": ", ", "、": ", ", "：": ": "},
    ):
        at = next((n for n, sign in enumerate(line.source) if sign in wide), None)
        if at is not None:
            sign = line.source[at]
            mended = line.source.translate({ord(each): to for each, to in wide.items()})
            yield slip(
                line, "full-width-sign", at, "sign", mended, sign=sign, instead=wide[sign].strip()
            )
    for match in re.finditer(r"(?P<key>[^\s,{\[\"'：]+)(?P<sign>[：﹕])\s*", line.source):
        at = match.start("sign")
        mended = line.with_sign(at, match.end() - at, ": ")
        yield slip(
            line,
            "full-width-colon",
            at,
            "colon",
            mended,
            key=match.group("key"),
            sign=match.group("sign"),
        )
