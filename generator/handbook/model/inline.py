"""What stands inside text: mentions [[id]], [[id|words]] and 《标题》, pictures ![words](file)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.read.folding import in_one_line
from handbook.read.nodes import Text

_BREAK = r"\n(?![ \t]*\n)"  # a line may end within a mention, a paragraph may not
_MENTION = re.compile(
    rf"\[\[((?:[^\[\]|\n]|{_BREAK})*)(?:\|((?:[^\[\]\n]|{_BREAK})*))?\]\]"
    rf"|《((?:[^《》\n]|{_BREAK}){{1,80}})》"
)
OPENING = "[["
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.S)
# Words may hold brackets, and a file's name round ones, where they close again.
PICTURE = re.compile(r"!\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.I)
_UNTOUCHED = re.compile(rf"(?<!\\){PICTURE.pattern}")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: an id with optional words, or a title in book-title marks.

    `start` and `end` are offsets into the text, brackets included.
    """

    start: int
    end: int
    id: str | None = None
    words: str | None = None
    title: str | None = None


def mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions in a text from left to right."""
    if "[[" not in text and "《" not in text:
        return
    for match in _MENTION.finditer(text):
        if match[3] is not None:
            yield Mention(match.start(), match.end(), title=in_one_line(match[3]))
        else:
            words = in_one_line(match[2]) if match[2] else None
            yield Mention(match.start(), match.end(), id=in_one_line(match[1]), words=words)


def unclosed(text: str) -> int | None:
    """Return where a text opens a mention that it does not close, if it does."""
    if OPENING not in text:
        return None
    rest = _MENTION.sub(lambda found: " " * len(found[0]), text)
    at = rest.find(OPENING)
    return at if at >= 0 else None


def id_text(text: Text, mention: Mention) -> Text:
    """Return the mention's id (or title) as text with a place of its own."""
    word = mention.id if mention.id is not None else mention.title or ""
    at = text.find(word, mention.start)  # not found where a line ends within it
    place = text.offset_place(at if at >= 0 else mention.start)
    return Text.at(word, place.path, place.line, place.column, text.block)


@dataclass(frozen=True, slots=True)
class PictureInText:
    """A picture within a text: what it shows in words, and its file as written.

    `start` and `end` are offsets into the text; `at` is that of the file.
    """

    start: int
    end: int
    alt: str
    file: str
    at: int

    @classmethod
    def found(cls, match: re.Match[str]) -> PictureInText:
        """Return what a match of PICTURE says."""
        file = match[2].strip()
        if file.startswith("<") and file.endswith(">"):
            file = file[1:-1]
        return cls(match.start(), match.end(), match[1].strip(), file, match.start(2))

    @property
    def is_elsewhere(self) -> bool:
        """Whether its file would have to be loaded from another address."""
        return _ELSEWHERE.match(self.file) is not None

    @property
    def is_whole(self) -> bool:
        """Whether it says all that is needed to show it."""
        return bool(self.alt and self.file) and not self.is_elsewhere


def without_code(text: str) -> str:
    """Return a text with blanks for what stands in it as code."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def pictures_in(text: str) -> Iterator[PictureInText]:
    """Yield the pictures in a text from left to right; code shows none."""
    if "![" in text:
        for match in _UNTOUCHED.finditer(without_code(text)):
            yield PictureInText.found(match)


def with_pictures_said(text: str, say: Callable[[PictureInText], str]) -> str:
    """Return a text with words in the place of its pictures."""
    out, end = [], 0
    for picture in pictures_in(text):
        out += [text[end : picture.start], say(picture)]
        end = picture.end
    return "".join((*out, text[end:])) if out else text


def in_words(text: str) -> str:
    """Return a text with what its pictures show in words, for where no picture can stand."""
    return with_pictures_said(text, lambda picture: picture.alt)


def without_files(text: str) -> str:
    """Return a text with blanks for the files of its pictures, which nobody reads."""
    for picture in pictures_in(text):
        blanks = " " * (picture.end - picture.at)
        text = f"{text[: picture.at]}{blanks}{text[picture.end :]}"
    return text


def file_text(text: Text, picture: PictureInText) -> Text:
    """Return the file of a picture as text with a place of its own."""
    place = text.offset_place(picture.at)
    return Text.at(picture.file, place.path, place.line, place.column, text.block)


def beside_text(file: str, written_in: str) -> str:
    """Return where a file lies, from the project, that is named from the YAML file at a path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(written_in), file))
