"""What templates are compiled to: kept while the process runs, and from one build to the next.

Reading a template takes Jinja ten times as long as reading its code. The code lies below
`.cache/templates`, sealed with what it was made of and by which program; whatever else is found in
its place, damaged, foreign or of another version, is compiled anew.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from handbook.write.file import put_in_place

PACKAGE = Path(__file__).parents[2]
FOLDER = ".cache/templates"
# What compiles templates, and what it asks for words that are written in them.
_COMPILERS = ("jinja2", "markupsafe", "mkdocs", "mkdocs-material")


_CODES: dict[str, dict[tuple[str, str], CodeType]] = {}  # of this process


class Compiled(BytecodeCache):
    """The codes of the templates of environments that are called alike, found by their source.

    A preview makes an environment for each change of the handbook, and its templates change rarely.
    """

    def __init__(self, name: str, project: Path | None = None) -> None:
        is_kept = project is not None and (project / FOLDER).parent.is_dir()
        self._folder = project / FOLDER / name if project is not None and is_kept else None
        self._codes = _CODES.setdefault(name, {})

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where the same source was compiled before."""
        known = bucket.key, bucket.checksum
        code = self._codes.get(known) or self._kept(bucket)
        if code is not None:
            self._codes[known] = bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is None:
            return
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if self._folder is not None:
            content = marshal.dumps(bucket.code)
            with suppress(OSError):  # a folder that is read-only stays so
                put_in_place({self._folder / bucket.key: _seal(content, bucket) + content})

    def _kept(self, bucket: Bucket) -> CodeType | None:
        if self._folder is None:
            return None
        try:
            kept = (self._folder / bucket.key).read_bytes()
        except OSError:
            return None
        seal, content = kept[:_SEALED], kept[_SEALED:]
        if seal != _seal(content, bucket):
            return None
        code = marshal.loads(content)  # only what was sealed as ours is looked at
        return code if isinstance(code, CodeType) else None


_SEALED = hashlib.sha256().digest_size


def _seal(content: bytes, bucket: Bucket) -> bytes:
    told = f"{_program()}\n{bucket.key}\n{bucket.checksum}\n"
    return hashlib.sha256(told.encode() + content).digest()


@cache
def _program() -> str:
    """Return what tells this program from another one, by the times and sizes of its files."""
    digest = hashlib.sha256(MAGIC_NUMBER + sys.version.encode())
    for name in _COMPILERS:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        found = path.stat()
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
