"""The source files of the house, parsed once for all its rules."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("app", "db", "forms", "resources", "ui")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file of the house, by its path from the top."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The file as it stands."""
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())

    @cached_property
    def module(self) -> str:
        """The dotted name of the module; a package answers its own name."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def functions(self) -> tuple[FunctionNode, ...]:
        """Every function and method, nested ones too."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, kinds))

    @cached_property
    def imported(self) -> frozenset[str]:
        """Dotted names that the file imports; `from a import b` gives `a` and `a.b`."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
        return frozenset(names)


@lru_cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Answer every Python file below some top folders, by path."""
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return tuple(Source(file.relative_to(ROOT)) for file in sorted(found))


def program() -> tuple[Source, ...]:
    """Answer every Python file of the program."""
    return sources(*FLOORS)


def length(function: FunctionNode) -> int:
    """Answer how many lines a function has, from `def` to its last line."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def kept_at_the_top() -> set[str]:
    """Answer the names at the top level that git keeps, or would keep."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.split("/", maxsplit=1)[0] for line in listed.stdout.splitlines()}
