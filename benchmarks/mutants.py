"""Make small mutations of a module: what a slip of the hand would make of one line of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPPOSITE: dict[type[ast.AST], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
    ast.And: "or", ast.Or: "and",
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*",
    ast.BitAnd: "|", ast.BitOr: "&",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module: `source` is the whole of it, changed."""

    path: str  # below generator/handbook
    line: int
    kind: str
    change: str  # before → after
    source: str
    function: int | None = None  # the first line of the one around it, decorators included

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def is_python(self) -> bool:
        """Whether it can be tried at all: within a text that is filled in, places are not exact."""
        try:
            ast.parse(self.source)
        except SyntaxError:
            return False
        return True


def mutants_of(path: Path, name: str) -> list[Mutant]:
    """Return every mutant of a module; none for a script."""
    text = path.read_text(encoding="utf-8")
    if "__main__" in text:
        return []
    module = _Module(text)
    return [
        Mutant(
            name,
            node.lineno,
            kind,
            f"{_short(before)} → {_short(after)}",
            module.spliced(node, after),
            module.function_around(node),
        )
        for kind, node, after in module.changes()
        if (before := module.text_of(node)) != after
    ]


class _Module:
    """A module, with what of it is no behaviour left alone."""

    def __init__(self, text: str) -> None:
        self.raw = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in self.raw.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.left_alone = set(self._left_alone())
        self.functions = {
            inner: min(part.lineno for part in (function, *function.decorator_list))
            for function in ast.walk(self.tree)  # from the outside in
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
            for statement in function.body
            for inner in ast.walk(statement)
        }

    def _left_alone(self) -> Iterator[ast.AST]:
        """Yield docstrings, annotations, parts of texts, decorators, and what only types read."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                yield node.value
            annotations = [getattr(node, "annotation", None), getattr(node, "returns", None)]
            if isinstance(node, ast.JoinedStr):
                annotations += [part for part in node.values if isinstance(part, ast.Constant)]
                annotations += [
                    part.format_spec for part in node.values
                    if isinstance(part, ast.FormattedValue)
                ]  # fmt: skip
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                annotations.append(node)
            if isinstance(node, ast.Assign) and ast.unparse(node).startswith("__all__"):
                annotations.append(node)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("TypeVar", "cast"):
                annotations.append(node)
            annotations += getattr(node, "decorator_list", [])
            for part in annotations:
                if part is not None:
                    yield from ast.walk(part)

    def changes(self) -> Iterator[tuple[str, ast.expr | ast.stmt, str]]:
        """Yield (kind, what is changed, what stands there instead)."""
        for node in ast.walk(self.tree):
            if node in self.left_alone:
                continue
            if isinstance(node, ast.expr):
                for kind, after in _of_expression(node):
                    yield kind, node, after
            elif isinstance(node, ast.stmt):
                for kind, at, after in _of_statement(node):
                    yield kind, at, after

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = self.starts[node.lineno - 1] + node.col_offset
        return first, self.starts[node.end_lineno - 1] + node.end_col_offset

    def text_of(self, node: ast.expr | ast.stmt) -> str:
        first, last = self._span(node)
        return self.raw[first:last].decode()

    def function_around(self, node: ast.AST) -> int | None:
        """Return the first line of the function whose body holds a node, the innermost."""
        return self.functions.get(node)

    def spliced(self, node: ast.expr | ast.stmt, after: str) -> str:
        """Return the module with something else in a place."""
        first, last = self._span(node)
        return (self.raw[:first] + after.encode() + self.raw[last:]).decode()


def _of_expression(node: ast.expr) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Compare(left, [op, *more], [right, *others]) if type(op) in OPPOSITE:
            rest = ast.unparse(ast.Compare(right, more, others)) if more else ast.unparse(right)
            yield "compare", f"({ast.unparse(left)} {OPPOSITE[type(op)]} {rest})"
        case ast.BoolOp(op, values):
            yield "and, or", f"({f' {OPPOSITE[type(op)]} '.join(map(_wrapped, values))})"
        case ast.UnaryOp(ast.Not(), operand):
            yield "not", _wrapped(operand)
        case ast.BinOp(left, op, right) if type(op) in OPPOSITE:
            yield "sum", f"({_wrapped(left)} {OPPOSITE[type(op)]} {_wrapped(right)})"
        case ast.Constant(bool() as value):
            yield "constant", str(not value)
        case ast.Constant(int() | float() as value):
            yield "boundary", repr(value + 1)
            yield "boundary", f"({value - 1!r})"
        case ast.Constant(str() as value):
            yield "constant", '"mutant"' if not value else '""'
        case ast.IfExp(test, body, orelse):
            branches = f"{_wrapped(orelse)} if {_wrapped(test)} else {_wrapped(body)}"
            yield "branch", f"({branches})"
        case ast.Call(function, [first, second, *rest], keywords) if not isinstance(
            first, ast.Starred
        ) and not isinstance(second, ast.Starred):
            yield "arguments", ast.unparse(ast.Call(function, [second, first, *rest], keywords))


def _of_statement(node: ast.stmt) -> Iterator[tuple[str, ast.expr | ast.stmt, str]]:
    match node:
        case ast.Return(ast.expr() as value) if ast.unparse(value) != "None":
            yield "return", value, "None"
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "dropped", node, "pass"
        case ast.AugAssign():
            yield "dropped", node, "pass"
        case ast.If(test) | ast.While(test):
            yield "not", test, f"(not {_wrapped(test)})"
            if isinstance(node, ast.If):
                yield "branch", test, "False"
        case ast.Continue() | ast.Break():
            yield "dropped", node, "pass"


def _wrapped(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"


def _short(text: str, most: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
